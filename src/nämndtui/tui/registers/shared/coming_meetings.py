"""Which meeting something is put on: the next one at once, or another one picked."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from nämndtui.model.agenda.meeting_states import OPEN_AGENDA, SITTING, SUPPLEMENT
from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.text.vocabulary import swedish
from nämndtui.store.light.lists import meeting_rows
from nämndtui.tui.kit.dialogs.picker import Choice, PickerDialog

if TYPE_CHECKING:
    from nämndtui.tui.registers.shared.register_pane import RegisterPane

Meeting = tuple[int, str]
"""A meeting's id, and its day in words: ``tis 8 dec 2026``."""
_TAKES_ITEMS = (*OPEN_AGENDA, *SUPPLEMENT, *SITTING)
NONE_COMING = (
    "Inget kommande sammanträde kan ta emot punkter. Planera ett under Sammanträden, tangent 2."
)


def coming(connection: sqlite3.Connection, committee_id: int, today: date) -> list[Choice[Meeting]]:
    """Meetings from today on that can still take items, the next one first."""
    found = []
    for row in reversed(meeting_rows(connection, committee_id).rows):
        held = date.fromisoformat(row["date"])
        if held >= today and row["state"] in _TAKES_ITEMS:
            day = short_date(held, year=True)
            state = swedish("meeting_state", row["state"])
            found.append(Choice((row["id"], day), day, state))
    return found


def with_next_meeting(pane: RegisterPane, act: Callable[[int, str], None]) -> None:
    """Call ``act`` with the next meeting's id and day, or say that there is none."""
    committee_id, today = pane.session.committee_id, pane.session.today

    def chosen(found: Sequence[Choice[Meeting]]) -> None:
        if found:
            act(*found[0].key)
        else:
            pane.namnd.say(NONE_COMING)

    pane.read("nästa sammanträde", lambda c: coming(c, committee_id, today), chosen)


def with_chosen_meeting(pane: RegisterPane, act: Callable[[int, str], None]) -> None:
    """Ask which meeting, and call ``act`` with its id and day."""
    committee_id, today = pane.session.committee_id, pane.session.today

    def matching(connection: sqlite3.Connection, text: str) -> list[Choice[Meeting]]:
        wanted = text.casefold()
        return [one for one in coming(connection, committee_id, today) if wanted in one.text]

    def picked(meeting: Meeting | None) -> None:
        if meeting is not None:
            act(*meeting)

    picker: PickerDialog[Meeting] = PickerDialog(
        "Till vilket sammanträde?", matching, "Dag", NONE_COMING
    )
    pane.app.push_screen(picker, picked)
