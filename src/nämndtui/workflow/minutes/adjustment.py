"""After the meeting: adjusters, adjustment (justering) and notice (anslag)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.minutes.adjusters import check_adjusters
from nämndtui.model.record.minutes_serving import meeting_serving
from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.store.agenda.meetings import meeting as load_meeting
from nämndtui.store.core.columns import columns
from nämndtui.store.database import Store
from nämndtui.store.minutes.minutes import replace_adjusters
from nämndtui.store.minutes.minutes_records import load_record
from nämndtui.store.people.persons import person_by_name
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.checked_text import checked_values
from nämndtui.workflow.decisions.decision_writing import main_part_id
from nämndtui.workflow.minutes.certifying import adjust, part_by_id
from nämndtui.workflow.minutes.part_notice import post
from nämndtui.workflow.record.derived_minutes import refresh


def edit_main_part(store: Store, actor: Actor, meeting_id: int, **changes: object) -> None:
    """Change the main part's adjust_place, adjust_date, adjust_time or storage_place."""
    values = columns(checked_values(dict(changes)))
    with store.change("edit_main_part", actor.user, actor.now) as change:
        meeting = load_meeting(change.connection, meeting_id)
        change.update("minutes_parts", main_part_id(change, meeting), values)
        change.summary = f"Justering av {short_date(meeting.date, year=True)}"


def set_adjusters(store: Store, actor: Actor, meeting_id: int, names: Sequence[str]) -> None:
    """Elect the adjusters besides the chair.

    Raises InvalidInputError for an unknown name and for someone who cannot adjust (an official,
    the one who presides, somebody twice).
    """
    with store.change("set_adjusters", actor.user, actor.now) as change:
        meeting = load_meeting(change.connection, meeting_id)
        people = []
        for name in names:
            person = person_by_name(change.connection, name)
            if person is None:
                raise InvalidInputError(f"{name} finns inte bland de förtroendevalda.", "adjusters")
            people.append(person)
        main = main_part_id(change, meeting)
        record = load_record(change.connection, meeting_id)
        check_adjusters(people, record, part_by_id(record, main), meeting_serving(record))
        ids = [one.id for one in people]
        replace_adjusters(change, main, ids)
        for part in record.dossier.minutes_parts:
            # A § declared adjusted at once before the election is adjusted by those elected.
            if part.immediate and not part.adjusters and part.adjusted_on is None:
                replace_adjusters(change, part.id, ids)
        change.summary = f"Justerare: {', '.join(names)}"


def mark_adjusted(store: Store, actor: Actor, meeting_id: int, adjusted_on: date) -> None:
    """Record that the main part is adjusted (KL 5:69). From now on it cannot be changed.

    Raises RefusedError while the law misses something or no adjuster is elected.
    """
    with store.change("mark_adjusted", actor.user, actor.now) as change:
        refresh(change, meeting_id)
        part_id = main_part_id(change, load_meeting(change.connection, meeting_id))
        record = load_record(change.connection, meeting_id)
        adjust(change, record, part_by_id(record, part_id), adjusted_on)
        change.summary = f"Justerat {short_date(adjusted_on, year=True)}"


def mark_posted(store: Store, actor: Actor, meeting_id: int, posted_on: date) -> tuple[str, ...]:
    """Record the notice of the main part (KL 8:12); the appeal period starts (KL 13:5).

    Returns warnings in Swedish, for a notice that came up late.
    """
    with store.change("mark_posted", actor.user, actor.now) as change:
        record = load_record(change.connection, meeting_id)
        part = record.dossier.main_part
        if part is None or part.adjusted_on is None:
            raise RefusedError("Protokollet är inte justerat ännu.")
        warnings = post(change, actor, record, part, posted_on)
        change.summary = f"Anslaget {short_date(posted_on, year=True)}"
    return warnings
