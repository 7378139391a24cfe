"""Bevakning: every deadline of the committee with due date and legal source (D4)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date

from nämndtui.model.committee import CommitteeSettings
from nämndtui.model.deadlines import (
    agenda_deadlines,
    minutes_deadlines,
    one_year_deadline,
)
from nämndtui.model.meeting import MinutesPart
from nämndtui.model.swedish_dates import short_date
from nämndtui.model.vocabulary import swedish
from nämndtui.store import overview as rows
from nämndtui.store.columns import day
from nämndtui.store.committees import committee as load_committee
from nämndtui.workflow.due import Due
from nämndtui.workflow.minutes_overview import due_row, minutes_dues
from nämndtui.workflow.register_overview import register_dues
from nämndtui.workflow.supplement_overview import supplement_dues

_MINUTES = {
    "adjusted": "Justera protokollet",
    "immediate_adjusted": "Justera omedelbara paragrafer",
    "posted": "Anslå protokollet",
    "last_appeal_day": "Sista dag att överklaga besluten",
    "taken_down": "Ta ned anslaget för",
}


def watch_list(connection: sqlite3.Connection, committee_id: int, today: date) -> tuple[Due, ...]:
    """Everything with a due date, nearest first; ``urgency`` is empty when it is far off.

    What happens by itself is left out once it has happened.

    Raises NotFoundError for an unknown committee.
    """
    settings = load_committee(connection, committee_id).settings
    found = [
        *_agenda(connection, committee_id, settings, today),
        *supplement_dues(connection, committee_id, today),
        *_minutes(connection, committee_id, today),
        *_raised(connection, committee_id, today),
        *minutes_dues(connection, committee_id, today, everything=True),
        *register_dues(connection, committee_id, today, everything=True),
    ]
    left = (row for row in found if row.urgency or row.days >= 0)
    return tuple(sorted(left, key=lambda row: (row.due, row.text)))


def _agenda(
    connection: sqlite3.Connection, committee_id: int, settings: CommitteeSettings, today: date
) -> Iterator[Due]:
    for row in rows.unsent_meetings(connection, committee_id):
        held = date.fromisoformat(row["date"])
        when = short_date(held)
        stop, out = agenda_deadlines(held, settings)
        yield due_row(stop, today, f"Stoppdag för skrivelser till {when}", "meeting", row["id"])
        yield due_row(out, today, f"Kallelsen till {when} ska ut", "meeting", row["id"])


def _minutes(connection: sqlite3.Connection, committee_id: int, today: date) -> Iterator[Due]:
    for row in rows.unfinished_minutes(connection, committee_id, today):
        when = short_date(date.fromisoformat(row["date"]))
        for deadline in minutes_deadlines(date.fromisoformat(row["last_day"]), _part(row)):
            text = f"{_MINUTES[deadline.kind]} {when}"
            yield due_row(deadline, today, text, "meeting", row["meeting_id"])


def _raised(connection: sqlite3.Connection, committee_id: int, today: date) -> Iterator[Due]:
    for row in rows.raised_cases(connection, committee_id):
        deadline = one_year_deadline(date.fromisoformat(row["raised_on"]))
        text = f"Svar på {swedish('case_type', row['case_type'])} {row['dnr']}"
        yield due_row(deadline, today, text, "case", row["id"])


def _part(row: sqlite3.Row) -> MinutesPart | None:
    if row["part_id"] is None:
        return None
    return MinutesPart(
        id=row["part_id"],
        immediate=bool(row["immediate"]),
        adjusted_on=day(row["adjusted_on"]),
        posted_on=day(row["posted_on"]),
    )
