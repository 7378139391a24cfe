"""A table once it is read, whatever kind of file it came in: rows of cells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

MAX_COLUMNS = 200


class FormulaCell:
    """Stands for a formula that no program has computed yet."""

    def __repr__(self) -> str:
        return "FormulaCell()"


Cell = str | int | float | bool | date | datetime | time | timedelta | FormulaCell | None


@dataclass(frozen=True)
class TableRow:
    """One row that is not empty; ``number`` is its number in the file, from 1."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """The rows of a file, headers among them. ``empty`` rows were left out.

    ``sheet`` names the workbook's sheet when it is not the first one.
    """

    name: str
    rows: tuple[TableRow, ...]
    empty: int = 0
    sheet: str = ""


def is_empty(cell: Cell) -> bool:
    """True for a cell with nothing in it but white space."""
    return cell is None or (isinstance(cell, str) and not cell.strip())
