"""Bevakning as a calendar file: the secretary's deadlines among everything else in the calendar."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from nämndtui.exchange.calendar.calendar_file import CalendarEvent, write_calendar
from nämndtui.model.people.committee import Committee
from nämndtui.model.text.vocabulary import swedish
from nämndtui.store.people.committees import all_committees
from nämndtui.workflow.deadlines.due import Due
from nämndtui.workflow.deadlines.watch import watch_list

_NO_LAW = "nämndens egen regel"


def watch_calendar(connection: sqlite3.Connection, committee_id: int | None, now: datetime) -> str:
    """Every deadline of one committee, or of all, as iCalendar; ``now`` has its time zone.

    A deadline keeps its UID when its day or wording changes, so that a calendar that takes the
    file in again moves the event instead of adding another.
    """
    chosen = [one for one in all_committees(connection) if committee_id in (None, one.id)]
    today = now.date()
    events = [
        event
        for one in chosen
        for event in _events(one, watch_list(connection, one.id, today), len(chosen) > 1)
    ]
    names = ", ".join(one.name for one in chosen)
    return write_calendar(f"Bevakning {names}".strip(), events, now)


def _events(committee: Committee, dues: tuple[Due, ...], named: bool) -> Iterator[CalendarEvent]:
    taken: Counter[str] = Counter()
    for row in dues:
        key = _key(committee, row)
        taken[key] += 1
        again = f"-{taken[key]}" if taken[key] > 1 else ""
        title = f"{committee.code}: {row.text}" if named else row.text
        yield CalendarEvent(
            uid=f"{key}{again}@namndtui",
            day=row.due,
            title=title,
            description=f"{committee.name}. Källa: {row.basis or _NO_LAW}.",
            category=swedish("deadline", row.kind),
        )


def _key(committee: Committee, row: Due) -> str:
    """What the deadline is about; what recurs without a row of its own is told apart by its day."""
    about = row.about or (str(row.target_id) if row.target_id else row.due.isoformat())
    return f"{committee.id}-{row.kind}-{row.target}-{about}".replace("_", "-").lower()
