"""Meetings at rest."""

from __future__ import annotations

import json
import sqlite3
from datetime import date, time
from typing import Any

from nämndtui.model.agenda.meeting import GroupMeeting, Meeting
from nämndtui.model.text.errors import NotFoundError
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import clock, column, columns, day


def meeting(connection: sqlite3.Connection, meeting_id: int) -> Meeting:
    """One meeting. Raises NotFoundError."""
    row = connection.execute("SELECT * FROM meetings WHERE id = ?", [meeting_id]).fetchone()
    if row is None:
        raise NotFoundError("Sammanträdet finns inte i databasen.")
    return _meeting(row)


def meetings_of(connection: sqlite3.Connection, committee_id: int) -> tuple[Meeting, ...]:
    """Every meeting of a committee, oldest first."""
    rows = connection.execute(
        "SELECT * FROM meetings WHERE committee_id = ? ORDER BY date, start", [committee_id]
    ).fetchall()
    return tuple(_meeting(row) for row in rows)


def next_meeting(connection: sqlite3.Connection, committee_id: int, today: date) -> Meeting | None:
    """The first meeting today or later that has not been cancelled."""
    row = connection.execute(
        "SELECT * FROM meetings WHERE committee_id = ? AND date >= ? AND state <> 'cancelled'"
        " ORDER BY date, start LIMIT 1",
        [committee_id, today.isoformat()],
    ).fetchone()
    return _meeting(row) if row else None


def next_unsent_meeting(
    connection: sqlite3.Connection, committee_id: int, after: date
) -> Meeting | None:
    """The meeting a postponed item returns to: the first ordinary one after a day whose agenda is
    still open, else an extra one."""
    row = connection.execute(
        "SELECT * FROM meetings WHERE committee_id = ? AND date > ?"
        " AND state IN ('planned', 'preparing')"
        " ORDER BY kind <> 'ordinary', date, start LIMIT 1",
        [committee_id, after.isoformat()],
    ).fetchone()
    return _meeting(row) if row else None


def meeting_exists(
    connection: sqlite3.Connection, committee_id: int, on: date, start: time
) -> bool:
    """True when the committee already has a meeting at that time."""
    row = connection.execute(
        "SELECT 1 FROM meetings WHERE committee_id = ? AND date = ? AND start = ?",
        [committee_id, column(on), column(start)],
    ).fetchone()
    return row is not None


def meetings_held_on(connection: sqlite3.Connection, day: str) -> list[tuple[int, str]]:
    """The meetings of a day (ISO) that are not cancelled: id and the committee's name."""
    rows = connection.execute(
        "SELECT m.id, c.name FROM meetings m JOIN committees c ON c.id = m.committee_id"
        " WHERE m.date = ? AND m.state <> 'cancelled'",
        [day],
    )
    return [(int(row["id"]), str(row["name"])) for row in rows]


def insert_meeting(change: Change, new: Meeting) -> int:
    """Store a meeting; returns its id."""
    return change.insert(
        "meetings",
        {
            "committee_id": new.committee_id,
            **meeting_columns(
                date=new.date,
                start=new.start,
                end=new.end,
                end_date=new.end_date,
                place=new.place,
                kind=new.kind,
                state=new.state,
                remark=new.remark,
                summons_date=new.summons_date,
                group_meetings=new.group_meetings,
                absence_contact=new.absence_contact,
                cancelled_reason=new.cancelled_reason,
            ),
        },
    )


def meeting_columns(**values: Any) -> dict[str, Any]:
    """Meeting fields as columns."""
    return columns(values)


def _group_meeting(stored: dict[str, Any]) -> GroupMeeting:
    return GroupMeeting(
        parties=tuple(stored["parties"]),
        place=stored.get("place", ""),
        date=day(stored.get("date")),
        time=clock(stored.get("time")),
    )


def _meeting(row: sqlite3.Row) -> Meeting:
    return Meeting(
        id=row["id"],
        committee_id=row["committee_id"],
        date=date.fromisoformat(row["date"]),
        start=time.fromisoformat(row["start"]),
        place=row["place"],
        end=clock(row["end"]),
        end_date=day(row["end_date"]),
        kind=row["kind"],
        state=row["state"],
        remark=row["remark"],
        summons_date=day(row["summons_date"]),
        group_meetings=tuple(_group_meeting(part) for part in json.loads(row["group_meetings"])),
        absence_contact=row["absence_contact"],
        cancelled_reason=row["cancelled_reason"],
        version=row["version"],
    )
