"""Table rows with more cells than the table has columns keep their words."""

from __future__ import annotations

import re

_RULE = re.compile(r"^[ ]{0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$")
_BAR = re.compile(r"(?<!\\)\|")


def keep_surplus_cells(text: str) -> str:
    """``text`` where each bar beyond the last column of a table is written as a literal bar.

    Markdown drops such cells without a word; here they become part of the row's last cell.
    """
    if "|" not in text:
        return text
    lines = text.split("\n")
    columns = 0
    for number, line in enumerate(lines):
        if not line.strip():
            columns = 0
        elif columns:
            lines[number] = _joined(line, columns)
        elif number and "-" in line and _RULE.match(line) and "|" in line + lines[number - 1]:
            columns = len(_cells(line))
    return "\n".join(lines)


def _cells(line: str) -> list[str]:
    cells = _BAR.split(line.strip())
    if cells and not cells[0].strip():
        cells = cells[1:]
    if cells and not cells[-1].strip():
        cells = cells[:-1]
    return cells


def _joined(line: str, columns: int) -> str:
    cells = _cells(line)
    if len(cells) <= columns:
        return line
    kept, surplus = cells[: columns - 1], cells[columns - 1 :]
    return "|" + "|".join([*kept, "\\|".join(surplus)]) + "|"
