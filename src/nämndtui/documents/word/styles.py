"""The template's own styles, found by name; what a template lacks is added."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lxml import etree

from nämndtui.documents.word.xml import NAMESPACE, W

_P = "paragraph"
_C = "character"
_NAMES: dict[str, tuple[str, str, str]] = {
    # field: (name in the file, type, what it looks like when the template has none)
    "heading_1": ("heading 1", _P, '<w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr>'),
    "heading_2": ("heading 2", _P, '<w:pPr><w:keepNext/><w:outlineLvl w:val="1"/></w:pPr>'),
    "heading_3": ("heading 3", _P, '<w:pPr><w:keepNext/><w:outlineLvl w:val="2"/></w:pPr>'),
    "heading_4": ("heading 4", _P, '<w:pPr><w:keepNext/><w:outlineLvl w:val="3"/></w:pPr>'),
    "heading_5": ("heading 5", _P, '<w:pPr><w:keepNext/><w:outlineLvl w:val="4"/></w:pPr>'),
    "heading_6": ("heading 6", _P, '<w:pPr><w:keepNext/><w:outlineLvl w:val="5"/></w:pPr>'),
    "bullet": ("List Bullet", _P, "<w:pPr><w:contextualSpacing/></w:pPr>"),
    "number": ("List Number", _P, "<w:pPr><w:contextualSpacing/></w:pPr>"),
    "continued": ("List Continue", _P, ""),
    "quote": ("Quote", _P, '<w:pPr><w:ind w:left="567"/></w:pPr><w:rPr><w:i/></w:rPr>'),
    "code": ("HTML Preformatted", _P, '<w:rPr><w:rFonts w:ascii="Courier New"/></w:rPr>'),
    "table_text": ("Tabelltext", _P, '<w:pPr><w:spacing w:before="40" w:after="40"/></w:pPr>'),
    "table_head": ("Tabellrubrik", _P, "<w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/></w:rPr>"),
    "table": (
        "Table Grid",
        "table",
        '<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        '<w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        "</w:tblBorders></w:tblPr>",
    ),
    "hyperlink": (
        "Hyperlink",
        _C,
        '<w:rPr><w:color w:val="0B4F8A"/><w:u w:val="single"/></w:rPr>',
    ),
    "code_char": ("HTML Code", _C, '<w:rPr><w:rFonts w:ascii="Courier New"/></w:rPr>'),
}


@dataclass(frozen=True)
class StyleIds:
    """Ids of the styles the Markdown converter writes; ids differ between Word's languages."""

    heading_1: str
    heading_2: str
    heading_3: str
    heading_4: str
    heading_5: str
    heading_6: str
    bullet: str
    number: str
    continued: str
    quote: str
    code: str
    table_text: str
    table_head: str
    table: str
    hyperlink: str
    code_char: str

    def heading(self, level: int) -> str:
        """Id of the heading style for ``level`` 1–6."""
        return str(getattr(self, f"heading_{min(max(level, 1), 6)}"))


def find_styles(styles_root: Any) -> StyleIds:
    """Ids of the styles in ``w:styles`` (an lxml element), by the names Word writes in every
    language; a style the template lacks is appended to it in a plain form.
    """
    known = {
        name.get(f"{W}val", "").casefold(): style.get(f"{W}styleId")
        for style in styles_root.iter(f"{W}style")
        for name in style.iterfind(f"{W}name")
    }
    ids: dict[str, str] = {}
    for field, (name, kind, look) in _NAMES.items():
        found = known.get(name.casefold())
        ids[field] = found or _add_style(styles_root, name, kind, look, set(known.values()))
    return StyleIds(**ids)


def _add_style(root: Any, name: str, kind: str, look: str, taken: set[str]) -> str:
    style_id = name.title().replace(" ", "")
    while style_id in taken:
        style_id += "N"
    xml = (
        f'<w:style xmlns:w="{NAMESPACE}" w:type="{kind}" w:styleId="{style_id}">'
        f'<w:name w:val="{name}"/>{look}</w:style>'
    )
    root.append(etree.fromstring(xml))
    return style_id
