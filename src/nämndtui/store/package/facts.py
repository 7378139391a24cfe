"""The facts of the minutes as an export takes them, and as an import puts them back."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from nämndtui.model.package.fact_tables import (
    BALLOT_COLUMNS,
    FACT_TABLES,
    FactColumn,
    FactRow,
    Facts,
    FactTable,
)
from nämndtui.model.package.minutes import MinutesFacts
from nämndtui.store.core.change import Change
from nämndtui.store.people.substitute_orders import substitute_order

_OWNED = {
    "meeting": "meeting_id = ?",
    "item": "item_id IN (SELECT id FROM agenda_items WHERE meeting_id = ?)",
    "paragraph": (
        "paragraph_id IN (SELECT g.id FROM paragraphs g JOIN agenda_items i ON i.id = g.item_id"
        " WHERE i.meeting_id = ?)"
    ),
    "part": "part_id IN (SELECT id FROM minutes_parts WHERE meeting_id = ?)",
}
_CHILDREN = {
    "movers": "proposal_id",
    "statement_persons": "statement_id",
    "ballots": "vote_id",
}
"""Tables of what hangs on a row → the column that names the row."""
_IN_ORDER = {"presences": "position, id", "moved_proposals": "position, id", "votes": "seq"}
_PLACED = ("presences", "moved_proposals")
_APART = ("persons", "ballots", "number")


def minutes_facts_of(connection: sqlite3.Connection, committee_id: int) -> MinutesFacts:
    """Everything noted about a committee's meetings, and its substitute order."""
    ids = [
        row["id"]
        for row in connection.execute(
            "SELECT id FROM meetings WHERE committee_id = ? ORDER BY id", [committee_id]
        ).fetchall()
    ]
    meetings = {meeting_id: facts_of_meeting(connection, meeting_id) for meeting_id in ids}
    continues = connection.execute(
        "SELECT id, continues_item_id FROM agenda_items"
        " WHERE committee_id = ? AND continues_item_id IS NOT NULL ORDER BY id",
        [committee_id],
    )
    return MinutesFacts(
        {meeting_id: facts for meeting_id, facts in meetings.items() if facts},
        {row["id"]: row["continues_item_id"] for row in continues},
        substitute_order(connection, committee_id),
    )


def facts_of_meeting(connection: sqlite3.Connection, meeting_id: int) -> Facts:
    """The tables that have rows for a meeting."""
    found = {table.name: _rows(connection, table, meeting_id) for table in FACT_TABLES}
    return {name: rows for name, rows in found.items() if rows}


def insert_fact(
    change: Change,
    table: FactTable,
    values: Mapping[str, Any],
    children: Sequence[Mapping[str, Any]],
    position: int,
) -> int:
    """Store a row and what hangs on it; ids in ``values`` are the database's. Returns its id."""
    placed = {"position": position} if table.name in _PLACED else {}
    row_id = change.insert(table.name, {**values, **placed})
    child = _child_table(table)
    for place, one in enumerate(children):
        change.insert(child, {_CHILDREN[child]: row_id, **one, "position": place})
    return row_id


def _rows(connection: sqlite3.Connection, table: FactTable, meeting_id: int) -> tuple[FactRow, ...]:
    names = ", ".join(f'"{name}"' for name in ("id", *_own(table.columns)))
    rows = connection.execute(
        f"SELECT {names} FROM {table.name} WHERE {_OWNED[table.owner]}"
        f" ORDER BY {_IN_ORDER.get(table.name, 'id')}",
        [meeting_id],
    ).fetchall()
    hanging = _hanging(connection, table, [row["id"] for row in rows])
    return tuple(
        FactRow(
            row["id"],
            {name: row[name] for name in _own(table.columns)},
            tuple(hanging.get(row["id"], ())),
        )
        for row in rows
    )


def _hanging(
    connection: sqlite3.Connection, table: FactTable, ids: Sequence[int]
) -> dict[int, list[FactRow]]:
    child = _child_table(table)
    found: dict[int, list[FactRow]] = defaultdict(list)
    if not child or not ids:
        return found
    names = _own(BALLOT_COLUMNS) if child == "ballots" else ("person_id",)
    key = _CHILDREN[child]
    for row in connection.execute(
        f"SELECT id, {key}, {', '.join(names)} FROM {child}"
        f" WHERE {key} BETWEEN ? AND ? ORDER BY {key}, position, id",
        [min(ids), max(ids)],
    ):
        found[row[key]].append(FactRow(row["id"], {name: row[name] for name in names}))
    return found


def _own(columns: Sequence[FactColumn]) -> tuple[str, ...]:
    return tuple(column.name for column in columns if column.kind not in _APART)


def _child_table(table: FactTable) -> str:
    return next((c.name for c in table.columns if c.kind in ("persons", "ballots")), "")
