"""A proposal's points as text to type in, and back.

One line is one point. Lines that begin with two blanks (or a tab) belong to the point above, so
that a point can hold a table or a list of its own. Blank lines between points mean nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_TYPED_NUMBER = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
_INDENT = "  "


def points_to_text(points: Iterable[str]) -> str:
    """The points one to a line; a point's further lines are indented."""
    return "\n".join(_one_point(point) for point in points)


def text_to_points(text: str) -> tuple[str, ...]:
    """The points in what was typed. A pasted numbering 1. 2. 3. is dropped: numbers are printed."""
    points: list[list[str]] = []
    for line in text.split("\n"):
        if not line.strip():
            if points:
                points[-1].append("")
        elif _continues(line) and points:
            points[-1].append(_without_indent(line))
        else:
            points.append([line.strip()])
    return _without_numbers(tuple("\n".join(lines).strip() for lines in points))


def point_numbers(lines: Iterable[str]) -> list[int | None]:
    """For each line of the text the number of the point that begins there, else None."""
    numbers: list[int | None] = []
    count = 0
    for line in lines:
        begins = bool(line.strip()) and not (_continues(line) and count)
        count += begins
        numbers.append(count if begins else None)
    return numbers


def _one_point(point: str) -> str:
    first, *rest = point.strip().split("\n")
    return "\n".join([first, *(_INDENT + line if line.strip() else "" for line in rest)])


def _continues(line: str) -> bool:
    return line.startswith((_INDENT, "\t"))


def _without_indent(line: str) -> str:
    return (line[1:] if line.startswith("\t") else line[len(_INDENT) :]).rstrip()


def _without_numbers(points: tuple[str, ...]) -> tuple[str, ...]:
    found = [_TYPED_NUMBER.match(point) for point in points]
    given = [int(match[1]) for match in found if match]
    if not points or given != list(range(1, len(points) + 1)):
        return points
    return tuple(point[match.end() :] for point, match in zip(points, found, strict=True) if match)
