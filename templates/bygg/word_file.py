"""A template's parts put together as a .docx that is the same on every machine."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from word_parts import W_NS
from word_theme import font_table_part, theme_part

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_PARTS = (
    ("styles", "styles.xml", f"{_WORD}.styles+xml"),
    ("numbering", "numbering.xml", f"{_WORD}.numbering+xml"),
    ("settings", "settings.xml", f"{_WORD}.settings+xml"),
    ("fontTable", "fontTable.xml", f"{_WORD}.fontTable+xml"),
    ("theme", "theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
)
_INDENT = 397
_LEVELS = 9


def docx(
    document: str, styles: str, headers: dict[str, str], footers: dict[str, str], title: str
) -> bytes:
    """The package. ``headers`` and ``footers`` map relationship ids to their parts.

    Stored without compression: the bytes then do not depend on which zlib Python has.
    """
    relations = [(f"rId{kind}", kind, target) for kind, target, _ in _PARTS]
    overrides = [(f"/word/{target}", content_type) for _, target, content_type in _PARTS]
    overrides += [
        ("/word/document.xml", f"{_WORD}.document.main+xml"),
        ("/docProps/core.xml", _CORE_TYPE),
    ]
    parts = {
        "word/document.xml": document,
        "word/styles.xml": styles,
        "word/numbering.xml": _numbering(),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": font_table_part(),
        "word/theme/theme1.xml": theme_part(),
        "docProps/core.xml": _core(title),
        "_rels/.rels": _relationships(
            [
                ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
                ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ]
        ),
    }
    for kind, given in (("header", headers), ("footer", footers)):
        for number, (relation, xml) in enumerate(given.items(), 1):
            name = f"{kind}{number}.xml"
            parts[f"word/{name}"] = xml
            relations.append((relation, kind, name))
            overrides.append((f"/word/{name}", f"{_WORD}.{kind}+xml"))
    parts["word/_rels/document.xml.rels"] = _relationships(
        [(relation, f"{_OFFICE}/{kind}", name) for relation, kind, name in relations]
    )
    parts["[Content_Types].xml"] = _content_types(overrides)
    return _stored(parts)


def _stored(parts: dict[str, str]) -> bytes:
    first = ["[Content_Types].xml", "_rels/.rels"]
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as target:
        for name in first + sorted(set(parts) - set(first)):
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            target.writestr(entry, (_DECLARATION + parts[name]).encode("utf-8"))
    return out.getvalue()


def _relationships(relations: list[tuple[str, str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{relation}" Type="{kind}" Target="{target}"/>'
        for relation, kind, target in relations
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _content_types(overrides: list[tuple[str, str]]) -> str:
    inside = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inside}</Types>'
    )


def _settings() -> str:
    return (
        f'<w:settings {W_NS}><w:zoom w:percent="100"/><w:defaultTabStop w:val="1304"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="sv-SE"/><w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/></w:settings>'
    )


def _core(title: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:language>sv-SE</dc:language></cp:coreProperties>"
    )


def _numbering() -> str:
    """Bullets (1) and numbers (2), tied to Word's own list styles."""
    return (
        f"<w:numbering {W_NS}>{_definition(1, False, 'Punktlista')}"
        f"{_definition(2, True, 'Numreradlista')}{_instance(1)}{_instance(2)}</w:numbering>"
    )


def _instance(number: int) -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'


def _definition(number: int, ordered: bool, style_id: str) -> str:
    levels = []
    for level in range(_LEVELS):
        left = _INDENT * (level + 1)
        kind = ("decimal", "lowerLetter", "lowerRoman")[level % 3] if ordered else "bullet"
        text = f"%{level + 1}." if ordered else ("•", "–")[level % 2]
        style = f'<w:pStyle w:val="{style_id}"/>' if level == 0 else ""
        levels.append(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{style}'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
            f'<w:ind w:left="{left}" w:hanging="{_INDENT}"/></w:pPr></w:lvl>'
        )
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        f"{''.join(levels)}</w:abstractNum>"
    )
