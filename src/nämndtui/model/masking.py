"""Text to be masked when published stands between double brackets: ``[[så här]]`` (D2.24, F 27).

What the brackets hold is hidden in every public version and never shown as brackets in the
committee's own. The fast look-ups load this module.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

MASK = "(maskat)"
_MARKS = re.compile(r"(?:\\?\[){2,}|(?:\\?\]){2,}")
Piece = tuple[bool, str]
"""Whether the text is hidden, and the text."""


def without_marks(text: str) -> str:
    """The text for the committee's own version: the brackets are taken away, the words stay."""
    return _MARKS.sub("", text) if "[" in text or "]" in text else text


def masked_texts(texts: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The texts with what is hidden replaced by ``MASK``, and what was hidden.

    Brackets may begin in one text and end in a later one. Where one of a pair is missing, all on
    its inner side is hidden: too much rather than too little.
    """
    shown: list[str] = []
    found: list[str] = []
    depth = 0
    for text in texts:
        pieces, depth = _pieces(text, depth)
        shown.append("".join(MASK if hidden else piece for hidden, piece in pieces))
        found += [piece.strip() for hidden, piece in pieces if hidden]
    return tuple(shown), tuple(found)


def _pieces(text: str, depth: int) -> tuple[list[Piece], int]:
    """``text`` in hidden and open pieces, and how many brackets are still open after it."""
    cut: list[Piece] = []
    at = 0
    for mark in _MARKS.finditer(text):
        opens = "[" in mark[0]
        piece = text[at : mark.start()]
        if not opens and depth == 0:
            cut = [(True, one) for _, one in cut]
        cut.append((depth > 0 or not opens, piece))
        depth = depth + 1 if opens else max(0, depth - 1)
        at = mark.end()
    cut.append((depth > 0, text[at:]))
    return _joined(cut), depth


def _joined(cut: Iterable[Piece]) -> list[Piece]:
    """Neighbours of one kind as one piece, without empty ones."""
    pieces: list[Piece] = []
    for hidden, text in cut:
        if pieces and pieces[-1][0] == hidden:
            pieces[-1] = (hidden, pieces[-1][1] + text)
        else:
            pieces.append((hidden, text))
    return [one for one in pieces if one[1].strip() or (one[1] and not one[0])]
