"""Minutes changed in Word, read back § by §: the headings of the shipped template show the way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from nämndtui.documents.contexts.item import AT_MEETING
from nämndtui.documents.contexts.paragraph import IMMEDIATE_TEXT
from nämndtui.documents.read_back.blocks import Block, blocks_of
from nämndtui.documents.read_back.markdown import blocks_to_markdown, points_of
from nämndtui.documents.read_back.package import open_package

FIELDS = {
    "beslut": "points",
    "jäv": "disqualification",
    "deltar inte i beslutet": "disqualification",
    "reservation": "reservations",
    "reservationer": "reservations",
    "protokollsanteckning": "notes",
    "protokollsanteckningar": "notes",
    "yrkanden": "motions",
    "beslutsgång": "procedure",
    "omröstning": "vote",
    "omröstningsresultat": "vote",
}
"""Heading in lower case → the field of ``Paragraph`` that holds its text."""
OF_THE_ITEM = ("sammanfattning", "beslutsunderlag", "expedieras till")
"""Headings whose text belongs to the agenda item, not to the minutes."""
_CONTENTS = "ärenden"
"""The heading that ends the front page: what follows holds page numbers, which Word renews."""
CORRECTION = "rättelse den "
"""How the heading of a correction begins, in lower case."""
_NUMBER = re.compile(r"^§\s*(\d+)\b\s*(.*)$")
_SECTION_LEVEL = 3


@dataclass(frozen=True)
class ReadParagraph:
    """One § as the file has it.

    ``points`` and ``texts`` (field → text) are Markdown; ``item_texts`` are by heading;
    ``unknown`` are headings the program does not know.
    """

    number: int
    title: str
    points: tuple[str, ...] = ()
    texts: dict[str, str] = field(default_factory=dict)
    item_texts: dict[str, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()


def read_minutes(content: bytes) -> tuple[ReadParagraph, ...]:
    """The §§ of a protokoll or utdrag (a .docx as bytes), in the order they stand.

    Survives being saved anew by Word or LibreOffice. Raises InvalidInputError for another file,
    also for a Word document without §§.
    """
    found = tuple(_paragraph(blocks) for blocks in _by_paragraph(blocks_of(open_package(content))))
    numbers = [one.number for one in found]
    return tuple(one for index, one in enumerate(found) if one.number not in numbers[:index])


def read_front(content: bytes) -> str:
    """The front page of a protokoll as plain words: what stands before the contents.

    Empty for an utdrag, which begins otherwise. Raises InvalidInputError as ``read_minutes``.
    """
    words: list[str] = []
    for block in blocks_of(open_package(content)):
        heading = block.kind == "heading"
        if heading and block.text.casefold() == _CONTENTS:
            return " ".join(words)
        if heading and _NUMBER.match(block.text):
            return ""
        words += block.text.split()
    return ""


def _by_paragraph(blocks: Iterable[Block]) -> list[list[Block]]:
    """Each § heading with what follows it, up to the next heading of its kind."""
    groups: list[list[Block]] = []
    inside = False
    for block in blocks:
        if block.kind == "heading" and block.level < _SECTION_LEVEL:
            inside = _NUMBER.match(block.text) is not None
            if inside:
                groups.append([])
        if inside:
            groups[-1].append(block)
    return groups


def _paragraph(blocks: list[Block]) -> ReadParagraph:
    heading, *rest = blocks
    number, title = _heading(heading)
    fields: dict[str, list[Block]] = {}
    of_item: dict[str, list[Block]] = {}
    unknown: list[str] = []
    for name, content in _sections(rest):
        if name in FIELDS:
            fields.setdefault(FIELDS[name], []).extend(content)
        elif name in OF_THE_ITEM:
            of_item.setdefault(name, []).extend(content)
        elif name.startswith(CORRECTION) or (not name and _only_marks(content)):
            continue  # stands beside the text and is never read back
        elif name or content:
            unknown.append(name or "texten direkt under rubriken")
    decision = [one for one in fields.pop("points", []) if one.text != IMMEDIATE_TEXT]
    return ReadParagraph(
        number,
        title,
        points_of(decision),
        {name: blocks_to_markdown(content) for name, content in fields.items()},
        {name: blocks_to_markdown(content) for name, content in of_item.items()},
        tuple(unknown),
    )


def _only_marks(blocks: list[Block]) -> bool:
    return all(one.text == AT_MEETING for one in blocks)


def _heading(block: Block) -> tuple[int, str]:
    found = _NUMBER.match(block.text)
    if found is None:
        raise AssertionError("unreachable: a group begins with its § heading")
    return int(found[1]), found[2]


def _sections(blocks: list[Block]) -> list[tuple[str, list[Block]]]:
    """(heading in lower case, its blocks); what stands before any heading has an empty one."""
    sections: list[tuple[str, list[Block]]] = [("", [])]
    for block in blocks:
        if block.kind == "heading" and block.level <= _SECTION_LEVEL:
            sections.append((block.text.casefold().rstrip(":"), []))
        else:
            sections[-1][1].append(block)
    return sections
