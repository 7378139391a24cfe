"""The register of unenforced decisions at rest."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from nämndtui.model.text.errors import NotFoundError
from nämndtui.model.text.register_column import stored_names
from nämndtui.model.unenforced.columns import UNENFORCED_COLUMNS
from nämndtui.model.unenforced.unenforced_decision import UnenforcedDecision
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns, register_reader

OWN_FIELDS = ("committee_id", *stored_names(UNENFORCED_COLUMNS))
"""The dataclass's fields that are columns of the same name."""
_values = register_reader(UNENFORCED_COLUMNS)


def unenforced_decision(connection: sqlite3.Connection, row_id: int) -> UnenforcedDecision:
    """One row. Raises NotFoundError."""
    found = _rows(connection, "id = ?", [row_id])
    if not found:
        raise NotFoundError("Raden finns inte i registret över ej verkställda beslut.")
    return found[0]


def unenforced_decisions_of(
    connection: sqlite3.Connection, committee_id: int, law: str = ""
) -> tuple[UnenforcedDecision, ...]:
    """Every row of a committee, or of one law, oldest first, corrected rows included."""
    return _rows(
        connection,
        "committee_id = ? AND (? = '' OR law = ?) ORDER BY start, id",
        [committee_id, law, law],
    )


def open_rows(connection: sqlite3.Connection, committee_id: int) -> tuple[UnenforcedDecision, ...]:
    """Rows neither executed, closed nor corrected, oldest first."""
    return _rows(
        connection,
        "committee_id = ? AND executed_on IS NULL AND closed_on IS NULL"
        " AND superseded_by IS NULL ORDER BY start, id",
        [committee_id],
    )


def is_reported(connection: sqlite3.Connection, row_id: int) -> bool:
    """True when the row stands in a compiled report."""
    row = connection.execute(
        "SELECT 1 FROM quarter_reports r, json_each(r.rows) e"
        " WHERE json_extract(e.value, '$.support_id') = ? LIMIT 1",
        [row_id],
    ).fetchone()
    return row is not None


def insert_unenforced_decision(change: Change, new: UnenforcedDecision) -> int:
    """Store a row; returns its id."""
    return change.insert("support_decisions", unenforced_columns(new))


def unenforced_columns(new: UnenforcedDecision) -> dict[str, Any]:
    """A row's fields as columns."""
    return columns({name: getattr(new, name) for name in OWN_FIELDS})


def _rows(
    connection: sqlite3.Connection, where: str, values: Sequence[object]
) -> tuple[UnenforcedDecision, ...]:
    rows = connection.execute(f"SELECT * FROM support_decisions WHERE {where}", values)
    return tuple(_row(row) for row in rows)


def _row(row: sqlite3.Row) -> UnenforcedDecision:
    return UnenforcedDecision(
        id=row["id"],
        committee_id=row["committee_id"],
        version=row["version"],
        **_values(row),
    )
