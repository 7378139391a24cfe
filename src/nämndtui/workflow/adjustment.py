"""After the meeting: adjusters, adjustment (justering) and notice (anslag)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from nämndtui.model.errors import InvalidInputError, RefusedError
from nämndtui.model.swedish_dates import short_date
from nämndtui.store.change import Change
from nämndtui.store.columns import columns
from nämndtui.store.database import Store
from nämndtui.store.meetings import meeting as load_meeting
from nämndtui.store.minutes import parts_of_meeting, replace_adjusters
from nämndtui.store.people import person_by_name
from nämndtui.workflow.actor import Actor
from nämndtui.workflow.checked_text import checked_values
from nämndtui.workflow.meetings import step_meeting
from nämndtui.workflow.minutes import main_part_id
from nämndtui.workflow.register_links import settle_meeting


def edit_main_part(store: Store, actor: Actor, meeting_id: int, **changes: object) -> None:
    """Change the main part's adjust_place, adjust_date, adjust_time or storage_place."""
    values = columns(checked_values(dict(changes)))
    with store.change("edit_main_part", actor.user, actor.now) as change:
        meeting = load_meeting(change.connection, meeting_id)
        change.update("minutes_parts", main_part_id(change, meeting), values)
        change.summary = f"Justering av {short_date(meeting.date, year=True)}"


def set_adjusters(store: Store, actor: Actor, meeting_id: int, names: Sequence[str]) -> None:
    """Elect the adjusters besides the chair. Raises InvalidInputError for an unknown name."""
    with store.change("set_adjusters", actor.user, actor.now) as change:
        meeting = load_meeting(change.connection, meeting_id)
        people = []
        for name in names:
            person = person_by_name(change.connection, name)
            if person is None:
                raise InvalidInputError(f"{name} finns inte bland de förtroendevalda.", "adjusters")
            people.append(person.id)
        replace_adjusters(change, main_part_id(change, meeting), people)
        change.summary = f"Justerare: {', '.join(names)}"


def mark_adjusted(store: Store, actor: Actor, meeting_id: int, adjusted_on: date) -> None:
    """Record that the main part is adjusted (KL 5:69). From now on it cannot be changed."""
    with store.change("mark_adjusted", actor.user, actor.now) as change:
        meeting = load_meeting(change.connection, meeting_id)
        if adjusted_on < (meeting.end_date or meeting.date):
            raise InvalidInputError("Justeringen kan inte ligga före sammanträdet.", "adjusted_on")
        step_meeting(change, meeting, "adjusted")
        part = main_part_id(change, meeting)
        change.update("minutes_parts", part, columns({"adjusted_on": adjusted_on}))
        settle_meeting(change, meeting_id)
        change.summary = f"Justerat {short_date(adjusted_on, year=True)}"


def mark_posted(store: Store, actor: Actor, meeting_id: int, posted_on: date) -> None:
    """Record the notice on the notice board (KL 8:12); the appeal period starts (KL 13:5)."""
    with store.change("mark_posted", actor.user, actor.now) as change:
        meeting = load_meeting(change.connection, meeting_id)
        adjusted_on = _adjusted_on(change, meeting_id)
        if posted_on < adjusted_on:
            raise InvalidInputError("Anslaget kan inte ligga före justeringen.", "posted_on")
        step_meeting(change, meeting, "posted")
        part = main_part_id(change, meeting)
        change.update("minutes_parts", part, columns({"posted_on": posted_on}))
        change.summary = f"Anslaget {short_date(posted_on, year=True)}"


def _adjusted_on(change: Change, meeting_id: int) -> date:
    for part in parts_of_meeting(change.connection, meeting_id):
        if not part.immediate and part.adjusted_on is not None:
            return part.adjusted_on
    raise RefusedError("Protokollet är inte justerat ännu.")
