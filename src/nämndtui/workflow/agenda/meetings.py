"""Planning and editing meetings, and stepping their state."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from nämndtui.model.agenda.meeting import Meeting, MeetingState
from nämndtui.model.agenda.meeting_states import check_step
from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.store.agenda.meetings import insert_meeting
from nämndtui.store.agenda.meetings import meeting as load_meeting
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns
from nämndtui.store.database import Store
from nämndtui.store.people.committees import committee
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.checked_text import checked_fields, checked_values


def plan_meeting(store: Store, actor: Actor, draft: Meeting) -> int:
    """Plan a meeting; an empty place is the committee's usual one. Returns its id.

    Raises RefusedError when the committee already meets at that time.
    """
    new = checked_fields(draft)
    check_times(new.date, new.start, new.end_date, new.end)
    with store.change("plan_meeting", actor.user, actor.now) as change:
        usual = committee(change.connection, new.committee_id).settings
        new = replace(
            new,
            place=new.place or usual.place,
            absence_contact=new.absence_contact or usual.absence_contact,
        )
        change.summary = f"Nytt sammanträde {short_date(new.date, year=True)}"
        return insert_meeting(change, new)


def edit_meeting(
    store: Store, actor: Actor, meeting_id: int, version: int, **changes: object
) -> None:
    """Change fields of a meeting (not its state). Raises StaleVersionError, InvalidInputError."""
    values = checked_values(dict(changes))
    with store.change("edit_meeting", actor.user, actor.now) as change:
        meeting = replace(load_meeting(change.connection, meeting_id), **values)
        check_times(meeting.date, meeting.start, meeting.end_date, meeting.end)
        change.update("meetings", meeting_id, columns(values), version)
        change.summary = f"Ändrade sammanträdet {short_date(meeting.date, year=True)}"


def step_meeting(change: Change, meeting: Meeting, state: MeetingState) -> None:
    """Move a meeting to another state inside an open change. Raises RefusedError."""
    check_step(meeting.state, state)
    change.update("meetings", meeting.id, {"state": state})


def check_times(day: date, start: time, end_date: date | None, end: time | None) -> None:
    """Raise InvalidInputError when a meeting would end before it starts."""
    if end_date is not None and end_date < day:
        raise InvalidInputError("Slutdagen kan inte ligga före första dagen.", "end_date")
    if end is not None and (end_date is None or end_date == day) and end < start:
        raise InvalidInputError(
            "Sluttiden ligger före starttiden. Slutade sammanträdet efter midnatt? Ange slutdatum.",
            "end",
        )
