"""The order and numbers of a meeting's items, as plain rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from nämndtui.store.core.change import Change


def agenda_rows(connection: sqlite3.Connection, meeting_id: int) -> list[sqlite3.Row]:
    """id, position, number, kind, title, state, late, version of each item, in agenda order."""
    return connection.execute(
        "SELECT id, position, number, kind, title, state, late, version FROM agenda_items"
        " WHERE meeting_id = ? ORDER BY position, id",
        [meeting_id],
    ).fetchall()


def write_order(change: Change, places: Iterable[tuple[int, int, int | None]]) -> None:
    """Set (item id, position, number) of each item; unchanged rows are left alone."""
    for item_id, position, number in places:
        change.update("agenda_items", item_id, {"position": position, "number": number})


def waiting_item_of_case(connection: sqlite3.Connection, case_id: int) -> int | None:
    """The newest draft of a case waiting for a meeting, if any."""
    row = connection.execute(
        "SELECT max(i.id) FROM agenda_items i JOIN item_cases ic ON ic.item_id = i.id"
        " WHERE ic.case_id = ? AND i.meeting_id IS NULL",
        [case_id],
    ).fetchone()
    return None if row[0] is None else int(row[0])


def case_is_on_meeting(connection: sqlite3.Connection, case_id: int, meeting_id: int) -> bool:
    """True when the case is already on that agenda (withdrawn items do not count)."""
    row = connection.execute(
        "SELECT 1 FROM agenda_items i JOIN item_cases ic ON ic.item_id = i.id"
        " WHERE ic.case_id = ? AND i.meeting_id = ? AND i.state <> 'withdrawn' LIMIT 1",
        [case_id, meeting_id],
    ).fetchone()
    return row is not None


def cases_on_meeting(connection: sqlite3.Connection, item_id: int, meeting_id: int) -> bool:
    """True when any case of an item is already on that agenda."""
    found = connection.execute("SELECT case_id FROM item_cases WHERE item_id = ?", [item_id])
    return any(case_is_on_meeting(connection, row["case_id"], meeting_id) for row in found)


def paragraph_number(connection: sqlite3.Connection, item_id: int) -> int | None:
    """The number of an item's §, None while it has none."""
    row = connection.execute(
        "SELECT number FROM paragraphs WHERE item_id = ?", [item_id]
    ).fetchone()
    return None if row is None else int(row["number"])


def postponed_item_of_case(connection: sqlite3.Connection, case_id: int) -> int | None:
    """The case's newest item, when it was tabled, referred back or withdrawn."""
    row = connection.execute(
        "SELECT i.id, i.state FROM agenda_items i JOIN item_cases ic ON ic.item_id = i.id"
        " JOIN meetings m ON m.id = i.meeting_id"
        " WHERE ic.case_id = ? ORDER BY m.date DESC, i.id DESC LIMIT 1",
        [case_id],
    ).fetchone()
    if row is None or row["state"] not in ("tabled", "referred_back", "withdrawn"):
        return None
    return int(row["id"])


def continuations(connection: sqlite3.Connection, item_id: int) -> list[sqlite3.Row]:
    """Drafts that continue an item and are not handled: id, meeting_id, version."""
    return connection.execute(
        "SELECT id, meeting_id, version FROM agenda_items WHERE continues_item_id = ?"
        " AND state IN ('draft', 'ready') ORDER BY id",
        [item_id],
    ).fetchall()


def dependants(connection: sqlite3.Connection, item_id: int) -> list[tuple[str, int]]:
    """(table, id) of every row that belongs to an item, for deleting it row by row."""
    found: list[tuple[str, int]] = []
    for table in ("item_cases", "proposals", "memos", "attachments"):
        rows = connection.execute(f"SELECT id FROM {table} WHERE item_id = ?", [item_id])
        found.extend((table, row["id"]) for row in rows)
    return found
