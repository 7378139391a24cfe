"""What the minutes leave to do: dispatch, assignments, items that return (D4)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date

from nämndtui.model.deadlines.deadlines import (
    Deadline,
    assignment_deadline,
    dispatch_deadline,
    year_deadlines,
)
from nämndtui.model.text.vocabulary import swedish
from nämndtui.store.deadlines.overview import first_change, raised_cases
from nämndtui.store.minutes import follow_up as rows
from nämndtui.store.people.committees import committee as load_committee
from nämndtui.workflow.deadlines.due import Due, due_on

_YEARLY = {
    "meeting_calendar": "Nästa års sammanträdesordning beslutas",
    "citizen_proposals": "Redovisa för fullmäktige vilka medborgarförslag som inte är avgjorda",
    "new_year": "Nytt år: återkommande ärenden läggs upp, paragraferna börjar om på 1",
}


def minutes_dues(
    connection: sqlite3.Connection, committee_id: int, today: date, everything: bool = False
) -> list[Due]:
    """What is due after meetings, unsorted; with ``everything`` also what is not due soon.

    ``target`` is ``dispatch``, ``assignment`` or ``item``; its id may be 0 for a yearly one.
    """
    found = [
        *_dispatches(connection, committee_id, today),
        *_assignments(connection, committee_id, today),
        *_returning(connection, committee_id, today),
        *_yearly(connection, committee_id, today),
    ]
    return [one for one in found if everything or one.urgency]


def _dispatches(connection: sqlite3.Connection, committee_id: int, today: date) -> Iterator[Due]:
    settings = load_committee(connection, committee_id).settings
    for row in rows.unsent_dispatches(connection, committee_id):
        if row["adjusted_on"] is None:
            continue
        deadline = dispatch_deadline(date.fromisoformat(row["adjusted_on"]), settings)
        text = f"Expediera § {row['number']}/{row['year']} till {row['recipient']}"
        yield due_on(deadline, today, text, "dispatch", row["id"])


def _assignments(connection: sqlite3.Connection, committee_id: int, today: date) -> Iterator[Due]:
    for row in rows.open_assignments(connection, committee_id):
        if row["due"] is None:
            continue
        deadline = assignment_deadline(date.fromisoformat(row["due"]))
        who = f" ({row['assignee']})" if row["assignee"] else ""
        text = f"Uppdrag § {row['number']}/{row['year']}: {row['task']}{who}"
        yield due_on(deadline, today, text, "assignment", row["id"])


def _returning(connection: sqlite3.Connection, committee_id: int, today: date) -> Iterator[Due]:
    """Items that wait without a meeting are due now; the others on their meeting's day."""
    for row in rows.returning_items(connection, committee_id):
        what = swedish("item_state", row["state"])
        where = f" § {row['number']}/{row['year']}" if row["number"] else ""
        text = f"Återkommer: {row['title']} ({what}{where})"
        waits = row["meeting_id"] is None
        due = today if waits else date.fromisoformat(row["date"])
        text += " – välj sammanträde" if waits else ""
        yield due_on(Deadline("returning", due, passive=True), today, text, "item", row["id"])


def _yearly(connection: sqlite3.Connection, committee_id: int, today: date) -> Iterator[Due]:
    """What recurs each year. What was missed stays, last year's if the database is that old."""
    citizens = any(
        row["case_type"] == "citizen_proposal" for row in raised_cases(connection, committee_id)
    )
    held = rows.years_with_meetings(connection, committee_id)
    begun = first_change(connection) or today
    for deadline in (*year_deadlines(today.year - 1), *year_deadlines(today.year)):
        year = deadline.due.year
        if deadline.kind == "meeting_calendar" and (not held or year + 1 in held):
            continue
        if deadline.kind == "citizen_proposals" and (
            not citizens or rows.citizen_proposals_told(connection, committee_id, year, today.year)
        ):
            continue
        missed = not deadline.passive and (year == today.year or begun <= deadline.due)
        if deadline.due >= today or missed:
            yield due_on(deadline, today, _YEARLY[deadline.kind], "committee", 0)
