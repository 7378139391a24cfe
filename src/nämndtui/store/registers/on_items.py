"""Which rows of the registers stand on which agenda items."""

from __future__ import annotations

import sqlite3
from datetime import date

from nämndtui.model.agenda.agenda_item import ItemKind
from nämndtui.store.core.columns import marks

LISTED_TABLES = {"delegated_decisions": "registered", "reported_matters": "collected"}
"""Tables whose rows are listed on an item → the state they go back to."""


def listed_ids(connection: sqlite3.Connection, table: str, item_id: int) -> list[int]:
    """Rows of ``table`` on an item and not yet reported."""
    rows = connection.execute(
        f"SELECT id FROM {table} WHERE item_id = ? AND state = 'listed' ORDER BY id", [item_id]
    )
    return [int(row[0]) for row in rows]


def items_with_registers(connection: sqlite3.Connection, meeting_id: int) -> list[sqlite3.Row]:
    """Items of a meeting that list something: id, outcome, adjusted (1 when its § is), over.

    ``outcome`` is None for an item without a §; ``over`` is 1 when the main part is adjusted.
    """
    return connection.execute(
        "SELECT i.id, g.outcome, d.adjusted_on IS NOT NULL AS adjusted,"
        " EXISTS (SELECT 1 FROM minutes_parts h WHERE h.meeting_id = i.meeting_id"
        " AND h.immediate = 0 AND h.adjusted_on IS NOT NULL) AS over FROM agenda_items i"
        " LEFT JOIN paragraphs g ON g.item_id = i.id LEFT JOIN minutes_parts d ON d.id = g.part_id"
        " WHERE i.meeting_id = ? AND (i.id IN (SELECT item_id FROM delegated_decisions)"
        " OR i.id IN (SELECT item_id FROM reported_matters))",
        [meeting_id],
    ).fetchall()


def open_item_of_kind(
    connection: sqlite3.Connection, committee_id: int, meeting_id: int, kind: ItemKind
) -> int | None:
    """The meeting's own item of a kind that can still take rows, if it has one."""
    row = connection.execute(
        "SELECT id FROM agenda_items WHERE committee_id = ? AND meeting_id = ? AND kind = ?"
        " AND state IN ('draft', 'ready', 'listed') ORDER BY position LIMIT 1",
        [committee_id, meeting_id, kind],
    ).fetchone()
    return None if row is None else int(row[0])


def waiting_item_of_kind(
    connection: sqlite3.Connection, committee_id: int, kind: ItemKind
) -> int | None:
    """The newest waiting draft of a kind, such as one a cancelled meeting left."""
    row = connection.execute(
        "SELECT max(id) FROM agenda_items WHERE committee_id = ? AND meeting_id IS NULL"
        " AND kind = ?",
        [committee_id, kind],
    ).fetchone()
    return None if row[0] is None else int(row[0])


def next_open_meeting(
    connection: sqlite3.Connection, committee_id: int, first: date
) -> sqlite3.Row | None:
    """The first meeting from a day on that can still take items: id, date, state."""
    states = ("planned", "preparing", "summoned", "in_session", "adjourned")
    row: sqlite3.Row | None = connection.execute(
        "SELECT id, date, state FROM meetings WHERE committee_id = ? AND date >= ?"
        f" AND state IN ({marks(states)}) ORDER BY date, start LIMIT 1",
        [committee_id, first.isoformat(), *states],
    ).fetchone()
    return row


def summary_of(connection: sqlite3.Connection, item_id: int) -> str:
    """The item's own summary."""
    row = connection.execute("SELECT summary FROM agenda_items WHERE id = ?", [item_id]).fetchone()
    return str(row[0])
