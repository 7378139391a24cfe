"""Cancelling a meeting: why, and where its items go (D3, F 30)."""

from __future__ import annotations

import sqlite3

from nämndtui.model.agenda.agenda_item import ItemKind
from nämndtui.model.agenda.meeting import Meeting
from nämndtui.model.agenda.meeting_states import check_step
from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.text.number_words import plural
from nämndtui.store.agenda.agenda import agenda_rows, cases_on_meeting
from nämndtui.store.agenda.meetings import meeting as load_meeting
from nämndtui.store.agenda.meetings import next_unsent_meeting
from nämndtui.store.core.change import Change
from nämndtui.store.database import Store
from nämndtui.workflow.agenda.agenda import place_waiting
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.checked_text import checked, required
from nämndtui.workflow.delegation.on_agenda import put_urgent_on_next
from nämndtui.workflow.registers.item_links import give_back

_STAYS: tuple[ItemKind, ...] = ("opening", "heading")
_WAITS: tuple[ItemKind, ...] = ("reported_matters", "delegated_decisions")
"""Kinds that list a register: the rows wait again, and the next meeting's own item takes them."""


def cancel_meeting(store: Store, actor: Actor, meeting_id: int, version: int, reason: str) -> str:
    """Cancel a meeting not yet held; its items move to the next one. Returns where, in Swedish.

    They go to the next ordinary meeting whose agenda is open; what that one has already, and
    everything when there is none, waits for a meeting. Delegated decisions wait for a list again.
    Raises InvalidInputError without a reason, RefusedError once it has begun, StaleVersionError.
    """
    why = required(checked(reason, "reason"), "reason", "Skriv varför sammanträdet ställs in.")
    with store.change("cancel_meeting", actor.user, actor.now) as change:
        meeting = load_meeting(change.connection, meeting_id)
        check_step(meeting.state, "cancelled")
        change.update(
            "meetings", meeting_id, {"state": "cancelled", "cancelled_reason": why}, version
        )
        told = _move_items(change, meeting)
        put_urgent_on_next(change, meeting.committee_id, actor.today)
        change.summary = f"Ställde in sammanträdet {short_date(meeting.date, year=True)}. {told}"
    return told.strip()


def _move_items(change: Change, meeting: Meeting) -> str:
    """Take the items off, and put those that can be on the next agenda."""
    target = next_unsent_meeting(change.connection, meeting.committee_id, meeting.date)
    moved = waits = 0
    for row in agenda_rows(change.connection, meeting.id):
        if row["kind"] in _STAYS or row["state"] == "withdrawn":
            continue
        free = {"meeting_id": None, "number": None, "position": 0, "state": "draft", "late": "no"}
        change.update("agenda_items", row["id"], free)
        give_back(change, row["id"])
        if target is None or row["kind"] in _WAITS or _is_there(change, row, target):
            waits += 1
        else:
            place_waiting(change, row["id"], target.id)
            moved += 1
    said = []
    if moved and target is not None:
        day = short_date(target.date, year=True)
        said.append(f"{plural(moved, 'punkt', 'punkter')} ligger nu på {day}.")
    if waits:
        said.append(f"{plural(waits, 'punkt', 'punkter')} väntar på ett sammanträde.")
    return " ".join(said)


def _is_there(change: Change, row: sqlite3.Row, target: Meeting) -> bool:
    """True when the target's agenda has the same standing item, or the same case."""
    there = agenda_rows(change.connection, target.id)
    if any((one["kind"], one["title"]) == (row["kind"], row["title"]) for one in there):
        return True
    return cases_on_meeting(change.connection, row["id"], target.id)
