"""Standing items at rest."""

from __future__ import annotations

import sqlite3

from nämndtui.model.agenda.standing_item import StandingItem
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns, texts


def standing_items(connection: sqlite3.Connection, committee_id: int) -> tuple[StandingItem, ...]:
    """A committee's standing items in order."""
    rows = connection.execute(
        "SELECT * FROM standing_items WHERE committee_id = ? ORDER BY position, id",
        [committee_id],
    ).fetchall()
    return tuple(_standing_item(row) for row in rows)


def insert_standing_item(change: Change, new: StandingItem) -> int:
    """Store a standing item; returns its id."""
    names = ("committee_id", "position", "kind", "title", "placement", "case_title", "summary")
    values = {name: getattr(new, name) for name in names}
    return change.insert("standing_items", columns({**values, "proposal": new.proposal}))


def _standing_item(row: sqlite3.Row) -> StandingItem:
    return StandingItem(
        id=row["id"],
        committee_id=row["committee_id"],
        position=row["position"],
        kind=row["kind"],
        title=row["title"],
        placement=row["placement"],
        case_title=row["case_title"],
        proposal=texts(row["proposal"]),
        summary=row["summary"],
        version=row["version"],
    )
