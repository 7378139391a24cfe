"""Columns and wrapped paragraphs for a terminal, counted in the cells letters take.

The fast look-ups load this module, so it imports ``unicodedata`` alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import combining, east_asian_width

from nämndtui.model.text.clean_text import visible_controls

_GAP = "  "
_LEAST = 12
"""The last column gets at least this many cells, even when the line then is too long."""


def cells(text: str) -> int:
    """How many cells ``text`` takes in a terminal."""
    if text.isascii():
        return len(text)
    return sum(
        0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1 for letter in text
    )


def one_line(text: str) -> str:
    """``text`` on one line with its controls shown, without the brackets of what is masked."""
    return " ".join(visible_controls(unmarked(text)).split())


def unmarked(text: str) -> str:
    """``text`` without the brackets of what is masked when published; they are rarely there."""
    if "[" not in text and "]" not in text:
        return text
    from nämndtui.model.text.masking import without_marks

    return without_marks(text)


def cut(text: str, width: int) -> str:
    """``text`` in at most ``width`` cells, with ``…`` where something is left out."""
    if cells(text) <= width:
        return text
    kept, used = "", 0
    for letter in text:
        used += cells(letter)
        if used >= width:
            break
        kept += letter
    return f"{kept.rstrip()}…"


def table(rows: Sequence[Sequence[str]], headers: Sequence[str], width: int | None) -> str:
    """Aligned columns under their headers; the last one is cut to fit ``width`` cells.

    Columns of numbers stand to the right. A column that is empty in every row is left out.
    """
    cleaned = [[one_line(cell) for cell in row] for row in rows]
    used = [i for i in range(len(headers)) if any(row[i] for row in cleaned)]
    lines = [[line[i] for i in used] for line in [list(headers), *cleaned]]
    widths = [max(cells(line[i]) for line in lines) for i in range(len(used) - 1)]
    numbers = [all(row[i].isdecimal() for row in cleaned if row[i]) for i in used]
    left = sum(widths) + len(_GAP) * len(widths)
    shown = []
    for *first, last in lines:
        padded = [
            " " * (size - cells(cell)) + cell if to_right else cell + " " * (size - cells(cell))
            for cell, size, to_right in zip(first, widths, numbers, strict=False)
        ]
        ending = last if width is None else cut(last, max(width - left, _LEAST))
        shown.append(_GAP.join([*padded, ending]).rstrip())
    return "\n".join(shown)


def wrapped(text: str, width: int | None, first: str = "", rest: str | None = None) -> str:
    """``text`` in lines of at most ``width`` cells, its own line breaks kept.

    ``first`` stands before the first line, ``rest`` (else as many spaces) before the others.
    """
    later = " " * cells(first) if rest is None else rest
    lines: list[str] = []
    for paragraph in visible_controls(unmarked(text)).split("\n"):
        lines += _lines(paragraph, width, cells(later))
    return "\n".join(
        f"{later if index else first}{line}".rstrip() for index, line in enumerate(lines)
    )


def _lines(paragraph: str, width: int | None, indent: int) -> list[str]:
    if width is None or cells(paragraph) + indent <= width:
        return [paragraph]
    lines, line, used = [], "", 0
    for word in paragraph.split(" "):
        size = cells(word)
        if line and used + 1 + size > width - indent:
            lines.append(line)
            line, used = word, size
        else:
            line, used = (f"{line} {word}", used + 1 + size) if line else (word, size)
    return [*lines, line]
