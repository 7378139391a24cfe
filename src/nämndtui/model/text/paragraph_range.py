"""Ranges of §§: ``§ 88``, ``§§ 84–97``, ``§§ 82–87 och 89``; and law references.

Numbers in a row make one range. Ranges are parted by commas; only a last number that stands
alone is joined with ``och``, because ``41–43 och 45–55`` is easily read as one long range:
``§§ 82–87 och 89``, ``§§ 88 och 90``, ``§§ 41–43, 45–55``.
"""

from __future__ import annotations

from collections.abc import Iterable

from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.errors import InvalidInputError

LARGEST = 9999
"""No committee comes near this many §§ in a year; a larger number is a slip."""

_NBSP = "\u00a0"
_PART = r"([0-9]{1,4})(?: ?[-–−‐‑] ?([0-9]{1,4}))?"
_BETWEEN = r" ?, ?| och | & "


def format_paragraphs(numbers: Iterable[int]) -> str:
    """The §§ in ascending order with ``§`` or ``§§`` before; empty for no numbers.

    Raises ValueError for a number outside 1–``LARGEST``.
    """
    ordered = sorted(set(numbers))
    if not ordered:
        return ""
    if ordered[0] < 1 or ordered[-1] > LARGEST:
        raise ValueError(f"§ outside 1–{LARGEST}: {ordered[0]}, {ordered[-1]}")
    sign = "§" if len(ordered) == 1 else "§§"
    *first, last = [f"{low}–{high}" if high > low else f"{low}" for low, high in _runs(ordered)]
    if not first:
        return f"{sign}{_NBSP}{last}"
    joint = ", " if "–" in last else " och "
    return f"{sign}{_NBSP}{', '.join(first)}{joint}{last}"


def file_range(numbers: Iterable[int]) -> str:
    """``format_paragraphs`` for a file name: ``§§ 84-97`` with plain hyphen and space."""
    return format_paragraphs(numbers).replace(_NBSP, " ").replace("–", "-")


def parse_paragraphs(text: str) -> tuple[int, ...]:
    """The numbers in ``§§ 82–87 och 89``, ascending. The signs may be missing.

    Raises InvalidInputError when ``text`` is something else or a range runs backwards.
    """
    import re  # the fast look-ups print ranges but never read one

    line = clean_line(text).replace(_NBSP, " ")
    numbers: set[int] = set()
    for part in re.split(_BETWEEN, line.strip("§ ")):
        found = re.fullmatch(_PART, part)
        low, high = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
        if not 1 <= low <= high:
            raise InvalidInputError(
                f"”{line[:60]}” anger inga paragrafer. Skriv till exempel 88, 84–97 "
                "eller 82–87 och 89."
            )
        numbers.update(range(low, high + 1))
    return tuple(sorted(numbers))


def law_reference(
    chapter: int | None, section: int | str, to_section: int | str | None = None
) -> str:
    """A place in a law: ``6 kap. 39 §``, ``6 kap. 37–40 §§``, ``28 f §`` when chapter is None."""
    place = f"{section}".replace(" ", _NBSP)
    if to_section is None:
        place = f"{place}{_NBSP}§"
    else:
        place = f"{place}–{to_section}".replace(" ", _NBSP) + f"{_NBSP}§§"
    return place if chapter is None else f"{chapter}{_NBSP}kap. {place}"


def _runs(ordered: list[int]) -> list[tuple[int, int]]:
    """Unbroken runs as (first, last)."""
    runs: list[tuple[int, int]] = []
    for number in ordered:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs
