"""WordprocessingML for building templates: paragraphs, tables, sections, headers, packages.

Everything a template says is written as text, tags included, so that the files can be opened and
changed in Word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

W_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
TEXT_WIDTH = 9070
LANDSCAPE_WIDTH = 14002
TAB = "\t"


class Raw(str):
    """Finished XML for the inside of a paragraph."""


def run(text: str, properties: str = "") -> Raw:
    """A run of text; tabs become Word's tabs."""
    head = f"<w:r><w:rPr>{properties}</w:rPr>" if properties else "<w:r>"
    parts = [
        f'<w:t xml:space="preserve">{escape(part, quote=False)}</w:t>' if part else ""
        for part in text.split("\t")
    ]
    return Raw(f"{head}{'<w:tab/>'.join(parts)}</w:r>")


def styled(text: str, character_style: str) -> Raw:
    """A run in a character style."""
    return run(text, f'<w:rStyle w:val="{character_style}"/>')


def field(instruction: str, shown: str) -> Raw:
    """A field Word computes by itself, such as PAGE."""
    return Raw(
        f'<w:fldSimple w:instr=" {instruction} "><w:r><w:t>{shown}</w:t></w:r></w:fldSimple>'
    )


def p(style: str, *content: str, properties: str = "") -> str:
    """A paragraph; strings become runs of their own, so that a tag is never split."""
    mark = f'<w:pStyle w:val="{style}"/>' if style else ""
    head = f"<w:pPr>{mark}{properties}</w:pPr>" if mark or properties else ""
    inside = "".join(part if isinstance(part, Raw) else run(part) for part in content)
    return f"<w:p>{head}{inside}</w:p>"


def tag(text: str) -> str:
    """A paragraph that only steers the template: ``tag("if x")`` is ``{%p if x %}``."""
    return p("Malltagg", "{%p " + text + " %}")


def block(expression: str) -> str:
    """A paragraph replaced by what ``expression`` gives: ``{{p text|md(3) }}``."""
    return p("Malltagg", "{{p " + expression + " }}")


def when(condition: str, *content: str) -> str:
    """``content`` only when ``condition`` holds."""
    return tag(f"if {condition}") + "".join(content) + tag("endif")


def each(loop: str, *content: str) -> str:
    """``content`` for each of ``loop``, such as ``punkt in punkter``."""
    return tag(f"for {loop}") + "".join(content) + tag("endfor")


def cell(width: int, *paragraphs: str) -> str:
    """A table cell."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{"".join(paragraphs)}</w:tc>'


def row(*cells: str, header: bool = False, height: int = 0) -> str:
    """A table row that stays on one page; ``header`` rows are marked and repeated."""
    tall = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    mark = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{tall}{mark}</w:trPr>{''.join(cells)}</w:tr>"


def row_tag(text: str) -> str:
    """A row that only steers: ``{%tr for … %}``. It is gone from the finished document."""
    return row(cell(TEXT_WIDTH, p("Malltagg", "{%tr " + text + " %}")))


def cell_tag(text: str) -> str:
    """A cell that only steers: ``{%tc for … %}``."""
    return cell(500, p("Malltagg", "{%tc " + text + " %}"))


def table(style: str, widths: Sequence[int], *rows: str) -> str:
    """A table in ``style`` with columns of ``widths``."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def section(header: str, footer: str = "", landscape: bool = False) -> str:
    """Section properties: the page, standing or lying, its header and footer by relationship id."""
    foot = f'<w:footerReference w:type="default" r:id="{footer}"/>' if footer else ""
    bottom = 1758 if footer else 1418
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{header}"/>{foot}'
        f'<w:type w:val="nextPage"/>{_LYING if landscape else _STANDING}'
        f'<w:pgMar w:top="1814" w:right="1418" w:bottom="{bottom}" w:left="1418" '
        'w:header="737" w:footer="567" w:gutter="0"/></w:sectPr>'
    )


_STANDING = '<w:pgSz w:w="11906" w:h="16838"/>'
_LYING = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'


def section_break(properties: str) -> str:
    """The end of a section; it moves to the paragraph before when the document is made."""
    return f"<w:p><w:pPr>{properties}</w:pPr></w:p>"


def body(content: Iterable[str], last_section: str) -> str:
    """The document part."""
    return f"<w:document {W_NS}><w:body>{''.join(content)}{last_section}</w:body></w:document>"


def header_part(*paragraphs: str) -> str:
    """A header part."""
    return f"<w:hdr {W_NS}>{''.join(paragraphs)}</w:hdr>"


def footer_part(*content: str) -> str:
    """A footer part."""
    return f"<w:ftr {W_NS}>{''.join(content)}</w:ftr>"
