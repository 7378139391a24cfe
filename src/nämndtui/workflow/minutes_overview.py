"""What the minutes leave to do: dispatch, assignments, items that return (D4)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date

from nämndtui.model.deadlines import (
    Deadline,
    assignment_deadline,
    dispatch_deadline,
    year_deadlines,
)
from nämndtui.model.swedish_dates import short_date
from nämndtui.model.vocabulary import swedish
from nämndtui.store import follow_up as rows
from nämndtui.store.committees import committee as load_committee
from nämndtui.store.overview import raised_cases
from nämndtui.workflow.due import Due

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


def due_row(deadline: Deadline, today: date, text: str, target: str, target_id: int) -> Due:
    """A deadline as a row of a list; ``urgency`` is empty when it need not be shown yet."""
    basis = deadline.basis
    if deadline.limit:
        basis += f" (senast {short_date(deadline.limit)})"
    return Due(
        deadline.urgency(today),
        deadline.days_left(today),
        deadline.due,
        text,
        basis,
        deadline.kind,
        target,
        target_id,
    )


def _dispatches(connection: sqlite3.Connection, committee_id: int, today: date) -> Iterator[Due]:
    settings = load_committee(connection, committee_id).settings
    for row in rows.unsent_dispatches(connection, committee_id):
        if row["adjusted_on"] is None:
            continue
        deadline = dispatch_deadline(date.fromisoformat(row["adjusted_on"]), settings)
        text = f"Expediera § {row['number']}/{row['year']} till {row['recipient']}"
        yield due_row(deadline, today, text, "dispatch", row["id"])


def _assignments(connection: sqlite3.Connection, committee_id: int, today: date) -> Iterator[Due]:
    for row in rows.open_assignments(connection, committee_id):
        if row["due"] is None:
            continue
        deadline = assignment_deadline(date.fromisoformat(row["due"]))
        who = f" ({row['assignee']})" if row["assignee"] else ""
        text = f"Uppdrag § {row['number']}/{row['year']}: {row['task']}{who}"
        yield due_row(deadline, today, text, "assignment", row["id"])


def _returning(connection: sqlite3.Connection, committee_id: int, today: date) -> Iterator[Due]:
    """Items that wait without a meeting are due now; the others on their meeting's day."""
    for row in rows.returning_items(connection, committee_id):
        what = swedish("item_state", row["state"])
        where = f" § {row['number']}/{row['year']}" if row["number"] else ""
        text = f"Återkommer: {row['title']} ({what}{where})"
        waits = row["meeting_id"] is None
        due = today if waits else date.fromisoformat(row["date"])
        text += " – välj sammanträde" if waits else ""
        yield due_row(Deadline("returning", due, passive=True), today, text, "item", row["id"])


def _yearly(connection: sqlite3.Connection, committee_id: int, today: date) -> Iterator[Due]:
    citizens = any(
        row["case_type"] == "citizen_proposal" for row in raised_cases(connection, committee_id)
    )
    for deadline in year_deadlines(today.year):
        if deadline.kind == "citizen_proposals" and not citizens:
            continue
        if deadline.due >= today:
            yield due_row(deadline, today, _YEARLY[deadline.kind], "committee", 0)
