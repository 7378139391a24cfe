"""A register's columns in a table: what their headers are, and what a row says in each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nämndtui.exchange.tables.column_matching import ImportField
from nämndtui.exchange.tables.values import RowCells
from nämndtui.model.delegation.order import canonical_point
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.model.text.register_column import Columns, RegisterColumn


def import_fields(columns: Columns) -> tuple[ImportField, ...]:
    """The fields an import of the register looks for, in the order they choose their columns."""
    return tuple(
        ImportField(
            one.name,
            one.header,
            one.imported.others,
            required=bool(one.missing) and not one.imported.optional,
            instead=one.imported.instead,
        )
        for one in columns
        if one.imported
    )


def read_cells(cells: RowCells, columns: Columns, own: tuple[str, ...] = ()) -> dict[str, Any]:
    """What a row says in the columns that are read by their kind alone; ``own`` are not.

    Faults are noted on the row, a missing required value as the description words it.
    """
    return {
        one.name: _READ[one.kind](cells, one)
        for one in columns
        if one.imported and one.stored and one.kind in _READ and one.name not in own
    }


def _point(cells: RowCells, column: RegisterColumn) -> str:
    """A point as the delegation order spells it."""
    written = cells.text(column.name, column.missing)
    try:
        return canonical_point(written) if written else ""
    except InvalidInputError as error:
        cells.problem(column.name, str(error))
        return written


_READ: dict[str, Callable[[RowCells, RegisterColumn], Any]] = {
    "line": lambda cells, column: cells.text(column.name, column.missing),
    "text": lambda cells, column: cells.text(column.name, column.missing),
    "point": _point,
    "day": lambda cells, column: cells.day(column.name, column.missing),
    "days": lambda cells, column: cells.days(column.name),
    "flag": lambda cells, column: cells.flag(column.name),
}
