"""The body of a Word document → headings, paragraphs, list items and tables in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from nämndtui.documents.read_back.package import ReadPackage, style_of
from nämndtui.documents.read_back.runs import inline_markdown, plain_text
from nämndtui.documents.word.xml import W

_HOLDERS = (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag", f"{W}ins")
_CONTINUED = ("list continue", "listfortsättning")
_QUOTE = ("quote", "citat")
_CODE = ("html preformatted", "html – förformaterad")


@dataclass(frozen=True)
class Block:
    """``kind``: heading, text, item, more (inside an item), quote, code or table.

    ``level`` is a heading's 1–9 or a list's depth from 0. ``text`` is Markdown, plain in a heading.
    """

    kind: str
    text: str
    level: int = 0
    ordered: bool = False


def blocks_of(package: ReadPackage) -> Iterator[Block]:
    """Every block that says something, those inside content controls too."""
    yield from _joined(_elements(package.body), package)


def _elements(parent: Any) -> Iterator[Any]:
    for child in parent:
        if child.tag in _HOLDERS:
            yield from _elements(child)
        elif child.tag in (f"{W}p", f"{W}tbl"):
            yield child


def _joined(elements: Iterator[Any], package: ReadPackage) -> Iterator[Block]:
    """A paragraph whose mark is deleted in a tracked change goes on in the next one."""
    held: list[str] = []
    for element in elements:
        if element.tag == f"{W}tbl":
            yield Block("table", table_markdown(element, package))
            continue
        if element.find(f"{W}pPr/{W}rPr/{W}del") is not None:
            held.append(inline_markdown(element, package))
            continue
        block = _block(element, package, " ".join(filter(None, held)))
        held = []
        if block.text or block.kind == "item":
            yield block


def _block(paragraph: Any, package: ReadPackage, before: str) -> Block:
    level = package.heading_level(paragraph)
    if level:
        return Block("heading", inline_markdown(paragraph, package, plain=True), level)
    name = package.style_name(style_of(paragraph))
    if name in _CODE:
        return Block("code", plain_text(paragraph, package))
    text = " ".join(filter(None, (before, inline_markdown(paragraph, package))))
    place = package.list_place(paragraph)
    if place is not None:
        return Block("item", text, *place)
    if name.startswith(_CONTINUED):
        return Block("more", text)
    return Block("quote" if name in _QUOTE else "text", text)


def table_markdown(table: Any, package: ReadPackage) -> str:
    """A Word table as a Markdown table; its first row is the heading."""
    rows = [
        [_cell(cell, package) for cell in row.iterfind(f"{W}tc")]
        for row in table.iterfind(f"{W}tr")
    ]
    rows = [row for row in rows if row]
    if not rows:
        return ""
    columns = max(len(row) for row in rows)
    lines = [_row(row, columns) for row in rows]
    return "\n".join([lines[0], _row(["---"] * columns, columns), *lines[1:]])


def _cell(cell: Any, package: ReadPackage) -> str:
    texts = (inline_markdown(one, package) for one in cell.iter(f"{W}p"))
    text = " ".join(filter(None, texts)).replace("\\\n", " ")
    return text.replace("|", "\\|")


def _row(cells: list[str], columns: int) -> str:
    return f"| {' | '.join([*cells, *[''] * (columns - len(cells))])} |"
