"""Matters reported for information (anmälningsärenden) at rest."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from nämndtui.model.delegation.columns import MATTER_COLUMNS
from nämndtui.model.delegation.reported_matter import ReportedMatter
from nämndtui.model.text.errors import NotFoundError
from nämndtui.model.text.register_column import stored_names
from nämndtui.store.agenda.item_writing import file_columns
from nämndtui.store.agenda.items import stored_file
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns, register_reader

_OWN_FIELDS = ("committee_id", *stored_names(MATTER_COLUMNS))
_values = register_reader(MATTER_COLUMNS)


def matter(connection: sqlite3.Connection, matter_id: int) -> ReportedMatter:
    """One matter. Raises NotFoundError."""
    found = _matters(connection, "id = ?", [matter_id])
    if not found:
        raise NotFoundError("Anmälningsärendet finns inte längre; någon kan ha tagit bort det.")
    return found[0]


def collected_matters(connection: sqlite3.Connection, committee_id: int) -> list[ReportedMatter]:
    """What waits to be reported, oldest first."""
    return _matters(
        connection, "committee_id = ? AND state = 'collected' ORDER BY id", [committee_id]
    )


def matters_of_item(connection: sqlite3.Connection, item_id: int) -> list[ReportedMatter]:
    """What an agenda item lists, oldest first."""
    return _matters(connection, "item_id = ? ORDER BY id", [item_id])


def all_matters(connection: sqlite3.Connection, committee_id: int) -> list[ReportedMatter]:
    """Every matter of a committee, newest first."""
    return _matters(connection, "committee_id = ? ORDER BY id DESC", [committee_id])


def insert_matter(change: Change, new: ReportedMatter) -> int:
    """Store a matter; returns its id."""
    values = {name: getattr(new, name) for name in _OWN_FIELDS} | file_columns(new.document)
    return change.insert("reported_matters", columns(values))


def _matters(
    connection: sqlite3.Connection, where: str, values: Sequence[object]
) -> list[ReportedMatter]:
    rows = connection.execute(f"SELECT * FROM reported_matters WHERE {where}", values)
    return [
        ReportedMatter(
            id=row["id"],
            committee_id=row["committee_id"],
            document=stored_file(row),
            version=row["version"],
            **_values(row),
        )
        for row in rows
    ]
