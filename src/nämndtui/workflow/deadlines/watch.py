"""Bevakning: every deadline of the committee with due date and legal source (D4)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date

from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.deadlines.deadlines import (
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


def watch_list(connection: sqlite3.Connection, committee_id: int, today: date) -> tuple[Due, ...]:
    """Everything with a due date, nearest first; ``urgency`` is empty when it is far off.

    What happens by itself is left out once it has happened.

    Raises NotFoundError for an unknown committee.
    """
    settings = load_committee(connection, committee_id).settings
    found = [
        *_agenda(connection, committee_id, settings, today),
        *supplement_dues(connection, committee_id, today),
        *part_dues(connection, committee_id, today),
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
        yield due_on(stop, today, f"Stoppdag för skrivelser till {when}", "meeting", row["id"])
        yield due_on(out, today, f"Kallelsen till {when} ska ut", "meeting", row["id"])


def _raised(connection: sqlite3.Connection, committee_id: int, today: date) -> Iterator[Due]:
    for row in rows.raised_cases(connection, committee_id):
        deadline = one_year_deadline(date.fromisoformat(row["raised_on"]))
        text = f"Svar på {swedish('case_type', row['case_type'])} {row['dnr']}"
        yield due_on(deadline, today, text, "case", row["id"])
