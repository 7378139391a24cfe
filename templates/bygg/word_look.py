"""How the shipped templates look: one font, few sizes, space before lines and colour."""

from __future__ import annotations

from word_parts import W_NS

FONT = "Calibri"
INK = "1F1F1F"
QUIET = "595959"
HAIRLINE = "BFBFBF"
_HEADINGS = (
    # level, half-points, space before, space after
    (1, 44, 0, 240),
    (2, 30, 360, 120),
    (3, 25, 300, 80),
    (4, 22, 240, 60),
    (5, 22, 200, 40),
    (6, 22, 200, 40),
)


def paragraph_style(
    style_id: str, name: str, based_on: str = "Normal", next_id: str = "", p: str = "", r: str = ""
) -> str:
    """A paragraph style; ``p`` and ``r`` are the insides of w:pPr and w:rPr."""
    follow = f'<w:next w:val="{next_id}"/>' if next_id else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based_on}"/>{follow}<w:qFormat/>'
        + (f"<w:pPr>{p}</w:pPr>" if p else "")
        + (f"<w:rPr>{r}</w:rPr>" if r else "")
        + "</w:style>"
    )


def character_style(style_id: str, name: str, r: str) -> str:
    """A character style."""
    return (
        f'<w:style w:type="character" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Standardstycketeckensnitt"/><w:qFormat/><w:rPr>{r}</w:rPr></w:style>'
    )


def table_style(style_id: str, name: str, borders: str, header: str = "") -> str:
    """A table style without vertical lines; ``header`` is the first row's cell properties."""
    first = (
        f'<w:tblStylePr w:type="firstRow"><w:tcPr>{header}</w:tcPr></w:tblStylePr>'
        if header
        else ""
    )
    return (
        f'<w:style w:type="table" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="Normaltabell"/><w:qFormat/><w:tblPr>'
        f"<w:tblBorders>{borders}</w:tblBorders>"
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="170" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr>{first}</w:style>"
    )


def line(side: str, color: str = HAIRLINE, size: int = 4, space: int = 0) -> str:
    """One border line."""
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{color}"/>'


def size(half_points: int, extra: str = "") -> str:
    """Run properties for a size; ``extra`` is what stands before it in the schema's order."""
    return f'{extra}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def spacing(before: int, after: int, line_height: int = 0) -> str:
    """Space above and below, and the line height in 240ths when it is not the usual."""
    height = f' w:line="{line_height}" w:lineRule="auto"' if line_height else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def styles_part(label_width: int) -> str:
    """styles.xml; ``label_width`` is where values begin beside their labels."""
    return f"<w:styles {W_NS}>{_defaults()}{_base()}{_headings()}{_own(label_width)}</w:styles>"


def _defaults() -> str:
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    color = f'<w:color w:val="{INK}"/>'
    language = '<w:lang w:val="sv-SE" w:eastAsia="sv-SE" w:bidi="ar-SA"/>'
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{size(22, color)}{language}</w:rPr>"
        f"</w:rPrDefault><w:pPrDefault><w:pPr>{spacing(0, 120, 276)}</w:pPr></w:pPrDefault>"
        "</w:docDefaults>"
    )


def _base() -> str:
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="Standardstycketeckensnitt">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="Normaltabell">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="Ingenlista">'
        '<w:name w:val="No List"/></w:style>'
    )


def _headings() -> str:
    out = []
    for level, half_points, before, after in _HEADINGS:
        weight = "<w:b/><w:bCs/>" if level != 5 else "<w:b/><w:bCs/><w:i/><w:iCs/>"
        out.append(
            paragraph_style(
                f"Rubrik{level}",
                f"heading {level}",
                next_id="Normal",
                p=f"<w:keepNext/><w:keepLines/>{spacing(before, after, 252)}"
                f'<w:outlineLvl w:val="{level - 1}"/>',
                r=size(half_points, weight),
            )
        )
    return "".join(out)


def _own(label_width: int) -> str:
    quiet = f'<w:color w:val="{QUIET}"/>'
    hanging = (
        f'<w:tabs><w:tab w:val="left" w:pos="{label_width}"/></w:tabs>'
        f'{spacing(0, 80)}<w:ind w:left="{label_width}" w:hanging="{label_width}"/>'
    )
    return (
        _list_styles()
        + _page_styles(quiet)
        + paragraph_style("Uppgift", "Uppgift", p=hanging)
        + character_style("Etikett", "Etikett", size(20, quiet))
        + character_style("Ifylls", "Ifylls", f'<w:color w:val="{QUIET}"/><w:u w:val="single"/>')
        + paragraph_style("Rad", "Rad", p="<w:keepLines/>" + spacing(0, 20))
        + paragraph_style("Notis", "Notis", p=spacing(0, 120), r="<w:i/><w:iCs/>")
        + paragraph_style("Beteckning", "Beteckning", p="<w:keepNext/>" + spacing(0, 60), r=quiet)
        + paragraph_style("Nrvarande", "Närvarande", p=spacing(0, 0, 240), r=size(20))
        + paragraph_style(
            "Nrvarorubrik", "Närvarorubrik", p="<w:keepNext/>" + spacing(100, 20), r=size(20, quiet)
        )
        + _item_headings()
        + _table_styles(quiet)
        + paragraph_style("Malltagg", "Malltagg", p=spacing(0, 0), r=size(16, quiet))
    )


def _list_styles() -> str:
    def listed(style_id: str, name: str, num_id: int) -> str:
        numbering = f'<w:numPr><w:numId w:val="{num_id}"/></w:numPr>'
        return paragraph_style(style_id, name, p=f"{numbering}{spacing(0, 80)}")

    return (
        listed("Punktlista", "List Bullet", 1)
        + listed("Numreradlista", "List Number", 2)
        + paragraph_style(
            "Listafortstt", "List Continue", p=f'{spacing(0, 80)}<w:ind w:left="397"/>'
        )
        + paragraph_style("Citat", "Quote", p='<w:ind w:left="567" w:right="567"/>', r="<w:i/>")
        + paragraph_style(
            "HTMLfrformaterad",
            "HTML Preformatted",
            p=spacing(0, 120, 240),
            r='<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'
            + size(19),
        )
        + character_style(
            "HTMLkod",
            "HTML Code",
            '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>' + size(20),
        )
        + character_style("Stark", "Strong", "<w:b/><w:bCs/>")
        + character_style("Betoning", "Emphasis", "<w:i/><w:iCs/>")
        + character_style("Hyperlnk", "Hyperlink", '<w:color w:val="0B4F8A"/><w:u w:val="single"/>')
    )


def _page_styles(quiet: str) -> str:
    tabs = '<w:tabs><w:tab w:val="left" w:pos="4990"/><w:tab w:val="right" w:pos="9070"/></w:tabs>'
    return (
        paragraph_style("Sidhuvud", "header", p=tabs + spacing(0, 0, 252), r=size(19, quiet))
        + paragraph_style("Sidfot", "footer", p=tabs + spacing(0, 0, 252), r=size(16, quiet))
        + character_style("Dokumenttyp", "Dokumenttyp", f'<w:b/><w:bCs/><w:color w:val="{INK}"/>')
    )


def _item_headings() -> str:
    hanging = (
        '<w:tabs><w:tab w:val="left" w:pos="{0}"/></w:tabs>{1}<w:ind w:left="{0}" w:hanging="{0}"/>'
    )
    return (
        paragraph_style(
            "Renderubrik",
            "Ärenderubrik",
            "Rubrik2",
            "Normal",
            hanging.format(624, spacing(0, 200, 252)),
            size(34),
        )
        + paragraph_style(
            "Paragrafrubrik",
            "Paragrafrubrik",
            "Rubrik2",
            "Normal",
            hanging.format(1077, spacing(0, 200, 252)),
            size(34),
        )
        + paragraph_style(
            "Framsidesrubrik", "Framsidesrubrik", "Rubrik2", "Normal", spacing(240, 60), size(25)
        )
        + paragraph_style(
            "Skrivelserubrik", "Skrivelserubrik", "Rubrik3", "Normal", spacing(280, 160), size(32)
        )
    )


def _table_styles(quiet: str) -> str:
    rows = line("top") + line("bottom") + line("insideH")
    return (
        paragraph_style("Tabelltext", "Tabelltext", p=spacing(50, 50, 252), r=size(21))
        + paragraph_style(
            "Tabellrubrik",
            "Tabellrubrik",
            "Tabelltext",
            p="<w:keepNext/>",
            r=size(19, f"<w:b/><w:bCs/>{quiet}"),
        )
        + paragraph_style("Summa", "Summa", "Tabelltext", r="<w:b/><w:bCs/>")
        + paragraph_style("Diagram", "Diagram", p=spacing(0, 120, 240))
        + table_style(
            "Tabellrutnt",
            "Table Grid",
            rows,
            f"<w:tcBorders>{line('bottom', QUIET, 8)}</w:tcBorders>",
        )
        + table_style("Linjerad", "Linjerad tabell", line("insideH"))
        + table_style("Olinjerad", "Olinjerad tabell", "")
        + table_style(
            "Signruta",
            "Signruta",
            "".join(line(side) for side in ("top", "left", "bottom", "right", "insideV")),
        )
        .replace('<w:left w:w="0"', '<w:left w:w="85"')
        .replace('<w:right w:w="170"', '<w:right w:w="57"')
        + paragraph_style("Roll", "Roll", p="<w:keepNext/>" + spacing(0, 0), r=size(19, quiet))
        + paragraph_style(
            "Namnteckning",
            "Namnteckning",
            p=f"<w:pBdr>{line('top', QUIET, 4, 3)}</w:pBdr>{spacing(600, 0)}",
        )
    )
