"""Adjourning and resuming: one meeting, several sittings (F 8–10)."""

from __future__ import annotations

from datetime import date, time

from nämndtui.model.attendance.presence import Sitting
from nämndtui.model.calendar.swedish_dates import format_time
from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.store.attendance.presences import insert_sitting
from nämndtui.store.core.columns import columns
from nämndtui.store.database import Store
from nämndtui.store.minutes.minutes_records import load_record
from nämndtui.workflow.agenda.meetings import step_meeting
from nämndtui.workflow.attendance.open_meeting import sitting_meeting
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.record.attendance_facts import ensure_facts
from nämndtui.workflow.record.derived_minutes import refresh


def adjourn(store: Store, actor: Actor, meeting_id: int, at: time) -> None:
    """Adjourn the meeting at a time. Raises RefusedError when it is not in session."""
    with store.change("adjourn", actor.user, actor.now) as change:
        meeting = sitting_meeting(change, meeting_id)
        if meeting.state == "adjourned":
            raise RefusedError("Sammanträdet är redan ajournerat.")
        record = ensure_facts(change, meeting_id)
        change.update("sittings", record.sittings[-1].id, columns({"end": at}))
        step_meeting(change, meeting, "adjourned")
        change.summary = f"Ajournerade {format_time(at)}"


def resume(
    store: Store,
    actor: Actor,
    meeting_id: int,
    at: time,
    day: date | None = None,
    item_id: int | None = None,
) -> None:
    """Resume at a time, the same day unless ``day`` says otherwise; attendance is to be checked.

    ``item_id`` is the item that was being handled at the break, if any. Raises RefusedError when
    the meeting is not adjourned, InvalidInputError for a time before the break.
    """
    with store.change("resume", actor.user, actor.now) as change:
        meeting = sitting_meeting(change, meeting_id)
        if meeting.state != "adjourned":
            raise RefusedError("Sammanträdet är inte ajournerat.")
        record = load_record(change.connection, meeting_id)
        last = record.sittings[-1]
        on = day or last.day
        if on < last.day or (on == last.day and last.end is not None and at < last.end):
            raise InvalidInputError(
                "Sammanträdet kan inte återupptas före ajourneringen. Gick det över midnatt? "
                "Ange dagen.",
                "at",
            )
        new = Sitting(0, on, at, None, record.next_number, item_id)
        insert_sitting(change, meeting_id, new)
        step_meeting(change, meeting, "in_session")
        if on > meeting.date:
            change.update("meetings", meeting_id, columns({"end_date": on}))
        refresh(change, meeting_id)
        change.summary = f"Återupptog {format_time(at)}"
