"""The runs of a Word paragraph → Markdown, tracked changes read as accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from nämndtui.documents.read_back.package import ReadPackage
from nämndtui.documents.word.typography import JOINER
from nämndtui.documents.word.xml import W
from nämndtui.model.text.clean_text import clean_text

_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_GONE = (f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr")
_ADDRESS = re.compile(r'\bHYPERLINK\s+"([^"]+)"')
_MARKS = re.compile(
    r"\\(?=[!-/:-@\[-`{-~\n]|$)|\*(?=\S)|(?<=\S)\*|`|\](?=\()|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)"
)
"""What Markdown would read as more than text."""
_BRACKETS = re.compile(r"(?<!\\)[\[\]]")
_NO_BREAK = "\u00a0"
BREAK = "\n"


@dataclass(frozen=True)
class _Piece:
    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""


def inline_markdown(paragraph: Any, package: ReadPackage, plain: bool = False) -> str:
    """The paragraph's text; ``plain`` leaves out bold, links and escapes, as for a heading.

    A line break inside the paragraph becomes a backslash and a line break.
    """
    pieces = [piece for piece in _Reader(package).pieces(paragraph) if piece.text]
    if plain:
        return " ".join("".join(piece.text for piece in pieces).split())
    groups = groupby(pieces, key=lambda p: (p.bold, p.italic, p.code, p.link))
    text = "".join(
        _marked("".join(piece.text for piece in group), bold, italic, code, link)
        for (bold, italic, code, link), group in groups
    )
    return text.strip().replace(BREAK, "\\\n")


def plain_text(paragraph: Any, package: ReadPackage) -> str:
    """The text with its line breaks and blanks as they stand, nothing marked or escaped."""
    return "".join(piece.text for piece in _Reader(package).pieces(paragraph))


def _marked(text: str, bold: bool, italic: bool, code: bool, link: str) -> str:
    """``text`` inside its marks; blanks at the ends stay outside, as Markdown demands."""
    inner = text.strip()
    if not inner:
        return text
    head = text[: len(text) - len(text.lstrip())]
    tail = text[len(text.rstrip()) :]
    if code and not {"`", BREAK} & set(inner):
        return f"{head}`{inner}`{tail}"
    mark = "*" * ((2 if bold else 0) + (1 if italic else 0))
    written = f"{mark}{_escaped(inner)}{mark}"
    if not link:
        return f"{head}{written}{tail}"
    return f"{head}[{_BRACKETS.sub(_backslashed, written)}]({link}){tail}"


def _escaped(text: str) -> str:
    return _MARKS.sub(_backslashed, text)


def _backslashed(found: re.Match[str]) -> str:
    return "\\" + found[0]


class _Reader:
    """Walks one paragraph; fields (HYPERLINK) run over several runs, so it remembers them."""

    def __init__(self, package: ReadPackage) -> None:
        self._package = package
        self._instruction = ""
        self._in_instruction = False
        self._field_link = ""

    def pieces(self, element: Any, link: str = "") -> Iterator[_Piece]:
        for child in element:
            if not isinstance(child.tag, str) or child.tag in _GONE:
                continue
            if child.tag == f"{W}r":
                yield from self._run(child, link)
            elif child.tag == f"{W}hyperlink":
                yield from self.pieces(child, self._package.links.get(child.get(_R_ID), ""))
            elif child.tag == f"{W}fldSimple":
                found = _ADDRESS.search(child.get(f"{W}instr", ""))
                yield from self.pieces(child, found[1] if found else link)
            else:
                yield from self.pieces(child, link)

    def _run(self, run: Any, link: str) -> Iterator[_Piece]:
        text = "".join(self._texts(run))
        if not text:
            return
        properties = run.find(f"{W}rPr")
        names = self._style_names(properties)
        yield _Piece(
            text,
            _on(properties, "b") or "strong" in names,
            _on(properties, "i") or "emphasis" in names,
            "html code" in names,
            self._field_link or link,
        )

    def _texts(self, run: Any) -> Iterator[str]:
        for child in run:
            if child.tag == f"{W}fldChar":
                self._field(child.get(f"{W}fldCharType", ""))
            elif child.tag == f"{W}instrText":
                self._instruction += child.text or ""
            elif self._in_instruction:
                continue
            elif child.tag == f"{W}t":
                yield clean_text((child.text or "").replace(_NO_BREAK, " ").replace(JOINER, ""))
            elif child.tag == f"{W}tab":
                yield " "
            elif child.tag in (f"{W}br", f"{W}cr"):
                yield "" if child.get(f"{W}type") in ("page", "column") else BREAK
            elif child.tag == f"{W}noBreakHyphen":
                yield "-"

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._instruction, self._in_instruction = "", True
        elif kind == "separate":
            self._in_instruction = False
            found = _ADDRESS.search(self._instruction)
            self._field_link = found[1] if found else ""
        elif kind == "end":
            self._in_instruction, self._field_link = False, ""

    def _style_names(self, properties: Any) -> set[str]:
        style = None if properties is None else properties.find(f"{W}rStyle")
        if style is None:
            return set()
        return {self._package.style_name(style.get(f"{W}val", ""))}


def _on(properties: Any, name: str) -> bool:
    found = None if properties is None else properties.find(f"{W}{name}")
    return found is not None and found.get(f"{W}val", "1") not in ("0", "false", "off")
