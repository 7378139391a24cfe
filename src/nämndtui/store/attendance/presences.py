"""Stays in the room, overrides and sittings at rest."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date, time
from typing import Any

from nämndtui.model.attendance.presence import Override, Presence, Sitting
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import clock, columns
from nämndtui.store.people.person_columns import PERSON, joined_person


def presences_of_meeting(connection: sqlite3.Connection, meeting_id: int) -> tuple[Presence, ...]:
    """Every stay in the room, in list order."""
    rows = connection.execute(
        f"SELECT x.id, x.capacity, x.party, x.title, x.from_paragraph, x.to_paragraph, x.remote,"
        f" {PERSON} FROM presences x JOIN persons p ON p.id = x.person_id"
        " WHERE x.meeting_id = ? ORDER BY x.position, x.id",
        [meeting_id],
    ).fetchall()
    return tuple(_presence(row) for row in rows)


def insert_presence(change: Change, meeting_id: int, new: Presence, position: int = 0) -> int:
    """Store a stay; ``new.person.id`` must exist. Returns its id."""
    values = {
        "meeting_id": meeting_id,
        "person_id": new.person.id,
        "capacity": new.capacity,
        "party": new.party,
        "title": new.title,
        "position": position,
        **stay_columns(new),
    }
    return change.insert("presences", columns(values))


def stay_columns(stay: Presence) -> dict[str, Any]:
    """The columns that coming and going change."""
    return columns(
        {
            "from_paragraph": stay.from_paragraph,
            "to_paragraph": stay.to_paragraph,
            "remote": stay.remote,
        }
    )


def overrides_of_meeting(connection: sqlite3.Connection, meeting_id: int) -> tuple[Override, ...]:
    """The secretary's choices about who serves, in the order they were made."""
    rows = connection.execute(
        "SELECT o.id, o.kind, o.seat, o.reason, o.from_paragraph, o.to_paragraph,"
        f" {PERSON} FROM service_overrides o LEFT JOIN persons p ON p.id = o.person_id"
        " WHERE o.meeting_id = ? ORDER BY o.id",
        [meeting_id],
    ).fetchall()
    return tuple(
        Override(
            id=row["id"],
            kind=row["kind"],
            reason=row["reason"],
            person=joined_person(row) if row["person_id"] is not None else None,
            seat=row["seat"],
            from_paragraph=row["from_paragraph"],
            to_paragraph=row["to_paragraph"],
        )
        for row in rows
    )


def insert_override(change: Change, meeting_id: int, new: Override) -> int:
    """Store an override; returns its id."""
    values = {
        "meeting_id": meeting_id,
        "kind": new.kind,
        "seat": new.seat,
        "person_id": new.person.id if new.person else None,
        "from_paragraph": new.from_paragraph,
        "to_paragraph": new.to_paragraph,
        "reason": new.reason,
    }
    return change.insert("service_overrides", values)


def sittings_of_meeting(connection: sqlite3.Connection, meeting_id: int) -> tuple[Sitting, ...]:
    """The sittings in time order."""
    rows = connection.execute(
        "SELECT * FROM sittings WHERE meeting_id = ? ORDER BY day, id", [meeting_id]
    ).fetchall()
    return tuple(
        Sitting(
            id=row["id"],
            day=date.fromisoformat(row["day"]),
            start=time.fromisoformat(row["start"]),
            end=clock(row["end"]),
            first_paragraph=row["first_paragraph"],
            item_id=row["item_id"],
        )
        for row in rows
    )


def insert_sitting(change: Change, meeting_id: int, new: Sitting) -> int:
    """Store a sitting; returns its id."""
    values = {
        "meeting_id": meeting_id,
        "day": new.day,
        "start": new.start,
        "end": new.end,
        "first_paragraph": new.first_paragraph,
        "item_id": new.item_id,
    }
    return change.insert("sittings", columns(values))


def rows_of(
    connection: sqlite3.Connection, table: str, meeting_id: int
) -> Sequence[tuple[str, int]]:
    """(table, id) of the meeting's rows, for deleting them row by row."""
    found = connection.execute(f"SELECT id FROM {table} WHERE meeting_id = ?", [meeting_id])
    return [(table, row["id"]) for row in found.fetchall()]


def _presence(row: sqlite3.Row) -> Presence:
    return Presence(
        id=row["id"],
        person=joined_person(row),
        capacity=row["capacity"],
        party=row["party"],
        title=row["title"],
        from_paragraph=row["from_paragraph"],
        to_paragraph=row["to_paragraph"],
        remote=bool(row["remote"]),
    )
