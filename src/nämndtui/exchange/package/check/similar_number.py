"""Which diary number a mistyped one may have meant."""

from __future__ import annotations

from collections.abc import Mapping

Key = tuple[str, int, int]
"""Prefix, year and serial."""


def similar_number(wanted: Key, known: Mapping[Key, str]) -> str:
    """The one known number that is ``wanted`` but for one slip of the fingers, else ``""``.

    A slip is one character too many, too few or another, or two that changed places. When
    several numbers fit none is more likely than the others, and none is named; nor does one
    serial of a single digit resemble another.
    """
    fitting = [number for key, number in known.items() if _one_slip(wanted, key)]
    return fitting[0] if len(fitting) == 1 else ""


def _one_slip(one: Key, other: Key) -> bool:
    differing = [index for index in range(3) if one[index] != other[index]]
    if len(differing) != 1:
        return False
    left, right = str(one[differing[0]]), str(other[differing[0]])
    return max(len(left), len(right)) > 1 and _near(left, right)


def _near(left: str, right: str) -> bool:
    """True when one character more, less or other, or two swapped, makes one the other."""
    short, long = sorted((left, right), key=len)
    if len(long) - len(short) > 1:
        return False
    pairs = enumerate(zip(short, long, strict=False))
    start = next((index for index, (one, other) in pairs if one != other), len(short))
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    swapped = short[start + 1 : start + 2] + short[start : start + 1] + short[start + 2 :]
    return short[start + 1 :] == long[start + 1 :] or swapped == long[start:]
