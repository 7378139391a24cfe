"""Text to be masked when published stands between double brackets: ``[[så här]]`` (D2.24, F 27).

What the brackets hold is hidden in every public version and never shown as brackets in the
committee's own. What is to stand in its place, when that is something else than ``(maskat)``,
follows between double parentheses: ``[[sex beslut]]((färre än tio beslut))``. The fast look-ups
load this module.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

MASK = "(maskat)"
_MARKS = re.compile(r"(?:\\?\[){2,}|(?:\\?\]){2,}(?:\(\((.*?)\)\))?", re.DOTALL)
_LONGEST_TOLD = 80
Piece = tuple[str | None, str]
"""What the public version shows in its place (None: the text itself), and the text."""


def without_marks(text: str) -> str:
    """The text for the committee's own version: the brackets are taken away, the words stay."""
    return _MARKS.sub("", text) if "[" in text or "]" in text else text


def masked_texts(texts: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The texts with what is hidden replaced by its wording or ``MASK``, and what was hidden.

    Brackets may begin in one text and end in a later one. Where one of a pair is missing, all on
    its inner side is hidden: too much rather than too little.
    """
    shown: list[str] = []
    found: list[str] = []
    depth = 0
    for text in texts:
        pieces, depth = _pieces(text, depth)
        shown.append("".join(piece if wording is None else wording for wording, piece in pieces))
        found += [_told(piece) for wording, piece in pieces if wording is not None]
    return tuple(shown), tuple(found)


def hidden_with(hidden: str, shown: str) -> str:
    """``hidden`` marked as text to mask, with what the public version has in its place.

    Neither may hold the marks themselves: they are taken apart by a space, so that what is hidden
    cannot end before its end.
    """
    return f"[[{_apart(hidden)}]](({_apart(shown)}))"


def _apart(text: str) -> str:
    for mark in ("[[", "]]", "((", "))"):
        while mark in text:
            text = text.replace(mark, f"{mark[0]} {mark[1]}")
    return f"{text} " if text.endswith(("]", ")")) else text


def _told(hidden: str) -> str:
    """What is left out, on one line: a whole table is told by its beginning."""
    line = " ".join(hidden.split())
    return line if len(line) <= _LONGEST_TOLD else f"{line[: _LONGEST_TOLD - 1].rstrip()}…"


def _pieces(text: str, depth: int) -> tuple[list[Piece], int]:
    """``text`` in hidden and open pieces, and how many brackets are still open after it."""
    cut: list[Piece] = []
    at = 0
    for mark in _MARKS.finditer(text):
        opens = mark[0].lstrip("\\").startswith("[")
        piece = text[at : mark.start()]
        if not opens and depth == 0:
            cut = [(MASK if wording is None else wording, one) for wording, one in cut]
        if opens:
            cut.append((MASK if depth else None, piece))
            depth += 1
        else:
            inside = depth > 1 or mark[1] is None
            cut.append((MASK if inside else mark[1], piece))
            depth = max(0, depth - 1)
        at = mark.end()
    cut.append((MASK if depth else None, text[at:]))
    return _joined(cut), depth


def _joined(cut: Iterable[Piece]) -> list[Piece]:
    """Neighbours shown alike as one piece, without empty ones.

    Hidden pieces in a row are one: the wording, if there is one, stands for all of them.
    """
    pieces: list[Piece] = []
    for wording, text in cut:
        last = pieces[-1] if pieces else None
        if last is None or (last[0] is None) != (wording is None):
            pieces.append((wording, text))
        else:
            kept = last[0] if wording in (None, MASK) else wording
            pieces[-1] = (kept, last[1] + text)
    return [one for one in pieces if one[1].strip() or (one[1] and one[0] is None)]
