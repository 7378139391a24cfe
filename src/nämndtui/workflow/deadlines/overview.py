"""Översikt: what needs the secretary today, the next meeting, and what was last changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from nämndtui.model.agenda.meeting import MeetingState
from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.deadlines.deadlines import (
    Deadline,
    agenda_deadlines,
    one_year_deadline,
)
from nämndtui.model.people.committee import CommitteeSettings
from nämndtui.model.text.vocabulary import swedish
from nämndtui.store.deadlines import overview as rows
from nämndtui.store.people.committees import committee as load_committee
from nämndtui.workflow.deadlines.due import Due, due_on
from nämndtui.workflow.deadlines.minutes_overview import minutes_dues
from nämndtui.workflow.deadlines.part_dues import part_dues
from nämndtui.workflow.deadlines.register_overview import register_dues
from nämndtui.workflow.deadlines.supplement_overview import supplement_dues


@dataclass(frozen=True)
class NextMeeting:
    """The next meeting; ``ready`` of its ``items`` numbered items are no longer drafts."""

    meeting_id: int
    date: date
    start: time
    place: str
    state: MeetingState
    items: int
    ready: int


@dataclass(frozen=True)
class Changed:
    """A case or item (``kind``) somebody changed ``at``; ``label`` is its dnr or §, maybe empty."""

    at: datetime
    kind: str
    id: int
    label: str
    title: str


@dataclass(frozen=True)
class Imported:
    """What was last imported (``Importerade ett paket: ON``), and when."""

    at: datetime
    summary: str


@dataclass(frozen=True)
class Overview:
    """Everything Översikt shows; ``todo`` is most urgent first.

    ``imported`` is told while ``changed`` is empty: an import changes everything and nothing.
    """

    today: date
    todo: tuple[Due, ...] = ()
    next_meeting: NextMeeting | None = None
    changed: tuple[Changed, ...] = ()
    imported: Imported | None = None


def overview(connection: sqlite3.Connection, committee_id: int, today: date) -> Overview:
    """The overview of one committee on a day. Raises NotFoundError."""
    settings = load_committee(connection, committee_id).settings
    todo = [
        *_agenda_rows(connection, committee_id, settings, today),
        *(row for row in supplement_dues(connection, committee_id, today) if row.urgency),
        *(one for one in part_dues(connection, committee_id, today) if one.urgency),
        *_raised_rows(connection, committee_id, today),
        *register_dues(connection, committee_id, today),
        *minutes_dues(connection, committee_id, today),
    ]
    return Overview(
        today=today,
        todo=tuple(sorted(todo, key=lambda row: (row.due, row.text))),
        next_meeting=_next_meeting(connection, committee_id, today),
        changed=_changed(connection, committee_id),
        imported=_imported(connection),
    )


def _agenda_rows(
    connection: sqlite3.Connection, committee_id: int, settings: CommitteeSettings, today: date
) -> Iterator[Due]:
    for row in rows.unsent_meetings(connection, committee_id):
        held = date.fromisoformat(row["date"])
        stop, out = agenda_deadlines(held, settings)
        when = short_date(held)
        # A stop date that has passed matters only while something is not ready.
        if stop.due >= today or row["unready"]:
            yield from _due(stop, today, f"Stoppdag för skrivelser till {when}", "meeting", row)
        yield from _due(out, today, f"Kallelsen till {when} ska ut", "meeting", row)


def _raised_rows(connection: sqlite3.Connection, committee_id: int, today: date) -> Iterator[Due]:
    for row in rows.raised_cases(connection, committee_id):
        deadline = one_year_deadline(date.fromisoformat(row["raised_on"]))
        text = f"Svar på {swedish('case_type', row['case_type'])} {row['dnr']}"
        yield from _due(deadline, today, text, "case", row)


def _due(
    deadline: Deadline, today: date, text: str, target: str, row: sqlite3.Row
) -> Iterator[Due]:
    found = due_on(deadline, today, text, target, row["id"])
    if found.urgency:
        yield found


def _next_meeting(
    connection: sqlite3.Connection, committee_id: int, today: date
) -> NextMeeting | None:
    row = rows.next_meeting_row(connection, committee_id, today)
    if row is None:
        return None
    return NextMeeting(
        meeting_id=row["id"],
        date=date.fromisoformat(row["date"]),
        start=time.fromisoformat(row["start"]),
        place=row["place"],
        state=row["state"],
        items=row["numbered"],
        ready=row["numbered"] - row["drafts"],
    )


def _imported(connection: sqlite3.Connection) -> Imported | None:
    row = rows.latest_import(connection)
    return Imported(datetime.fromisoformat(row["at"]), row["summary"]) if row else None


def _changed(connection: sqlite3.Connection, committee_id: int) -> tuple[Changed, ...]:
    return tuple(
        Changed(
            at=datetime.fromisoformat(str(row["at"])),
            kind=str(row["kind"]),
            id=int(str(row["id"])),
            label=str(row["label"]),
            title=str(row["title"]),
        )
        for row in rows.recently_changed(connection, committee_id)
    )
