"""The last day for a supplement, while something is new that has not been sent (F 2, D4)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date

from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.deadlines.deadlines import supplement_deadline
from nämndtui.model.summons.supplement import unsent_changes
from nämndtui.store.deadlines.overview import summoned_meetings
from nämndtui.store.minutes.dossiers import load_dossier
from nämndtui.workflow.deadlines.due import Due, due_on


def supplement_dues(
    connection: sqlite3.Connection, committee_id: int, today: date
) -> Iterator[Due]:
    """One row for each summoned meeting with something unsent; ``urgency`` empty when far off.

    One or two meetings are summoned at a time, so that reading them whole costs little.
    """
    for row in summoned_meetings(connection, committee_id):
        if unsent_changes(load_dossier(connection, row["id"])):
            held = date.fromisoformat(row["date"])
            text = f"Sista dag för tillägg till {short_date(held)}"
            yield due_on(supplement_deadline(held), today, text, "meeting", row["id"])
