"""Recording the meeting: attendance, decisions with § numbers, and closing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from nämndtui.model.agenda.agenda_item import ItemState
from nämndtui.model.agenda.item_states import check_item_step
from nämndtui.model.agenda.meeting import Attendance, Outcome, Undecided
from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.minutes.meeting_guards import check_meeting_step
from nämndtui.model.record.minutes_serving import meeting_serving
from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.model.wording.breaks import WITHDRAWN
from nämndtui.store.agenda.items import item as load_item
from nämndtui.store.agenda.meetings import meeting as load_meeting
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns
from nämndtui.store.database import Store
from nämndtui.store.decisions.generated_texts import delete_generated
from nämndtui.store.minutes.minutes import (
    attendances_of_meeting,
    insert_attendance,
)
from nämndtui.store.minutes.minutes_records import load_record
from nämndtui.store.people.persons import insert_person, person_by_name
from nämndtui.workflow.agenda.meetings import check_times, step_meeting
from nämndtui.workflow.agenda.returning import place_continuation, take_back_drafts
from nämndtui.workflow.attendance.open_meeting import item_on_table, sitting_meeting
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.checked_text import checked
from nämndtui.workflow.decisions.decision_writing import (
    Decision,
    main_part_id,
    write_decision,
)
from nämndtui.workflow.minutes.certifying import settle_state
from nämndtui.workflow.minutes.unsaved_texts import check_saved
from nämndtui.workflow.record.attendance_facts import begin_roll, drop_facts
from nämndtui.workflow.record.derived_minutes import refresh
from nämndtui.workflow.record.minutes_texts import write_texts
from nämndtui.workflow.registers.item_links import check_urgent_reported

__all__ = [
    "call_roll",
    "close_meeting",
    "decide_item",
    "edit_paragraph",
    "main_part_id",
    "note_withdrawn",
    "postpone_without_quorum",
    "set_attendance",
    "take_back_decision",
    "write_texts",
]


def call_roll(store: Store, actor: Actor, meeting_id: int, absent: Sequence[int] = ()) -> None:
    """Start the meeting: everyone with a mandate is in the room, but the ``absent`` person ids.

    Who serves follows from the rules: the members, and substitutes called in for the absent.
    Attendance already recorded is kept. Raises RefusedError before the summons is sent.
    """
    with store.change("call_roll", actor.user, actor.now) as change:
        meeting = sitting_meeting(change, meeting_id)
        record = load_record(change.connection, meeting_id)
        if record.presences or record.dossier.attendances:
            return
        begin_roll(change, record, absent)
        refresh(change, meeting_id)
        change.summary = f"Upprop {short_date(meeting.date, year=True)}"


def set_attendance(
    store: Store, actor: Actor, meeting_id: int, present: Sequence[Attendance]
) -> None:
    """Make ``present``, in that order, the meeting's attendance, instead of facts by §.

    A person new to the register is added by name. Raises InvalidInputError when somebody is
    listed twice in one role or a serving substitute replaces nobody's seat twice over (D2.8).
    """
    _check_seats(present)
    with store.change("set_attendance", actor.user, actor.now) as change:
        meeting = sitting_meeting(change, meeting_id, also_held=True)
        drop_facts(change, meeting_id)
        _write_attendance(change, meeting_id, present)
        refresh(change, meeting_id)
        change.summary = f"Närvaro {short_date(meeting.date, year=True)}"


def decide_item(
    store: Store,
    actor: Actor,
    item_id: int,
    outcome: Outcome | Undecided = "",
    points: Sequence[str] | None = None,
    winner: str = "",
    reason: str = "",
    replace_edited: bool = False,
) -> int:
    """Record what was decided on an item and draw its §; returns the § number.

    Without ``points`` the wording follows: from the proposal that won (``winner`` is its ref),
    else from the outcome with its ``reason``. An item decided before keeps its number and gets
    the new wording. Tabled and referred back items return, as linked drafts, on the next open
    agenda (F 6). Raises RefusedError without a quorum (KL 6:27), and EditedDecisionError when a
    wording changed by hand would give way without ``replace_edited``.
    """
    with store.change("decide_item", actor.user, actor.now) as change:
        item, meeting = item_on_table(change, item_id, also_held=False)
        record = load_record(change.connection, meeting.id)
        said = Decision(outcome, points, winner, reason, replace_edited)
        number = write_decision(change, record, item, meeting, said)
        refresh(change, meeting.id)
        change.summary = f"§ {number} {item.title}"
    return number


def note_withdrawn(store: Store, actor: Actor, item_id: int) -> int:
    """Give a withdrawn item a § saying so, where the committee wants one (F 3); its number.

    Raises RefusedError when the setting is off or the item is not withdrawn.
    """
    with store.change("note_withdrawn", actor.user, actor.now) as change:
        item = load_item(change.connection, item_id)
        if item.meeting_id is None or not item.withdrawn:
            raise RefusedError("Punkten utgår inte.")
        meeting = sitting_meeting(change, item.meeting_id)
        record = load_record(change.connection, meeting.id)
        if not record.dossier.committee.settings.paragraph_for_withdrawn:
            raise RefusedError(
                "Punkter som utgår får ingen paragraf i den här nämnden "
                "(inställningen paragraf_för_utgår)."
            )
        said = Decision("noted", (WITHDRAWN,))
        number = write_decision(change, record, item, meeting, said)
        change.update("agenda_items", item_id, {"state": "withdrawn"})
        refresh(change, meeting.id)
        change.summary = f"§ {number} {item.title} utgår"
    return number


def postpone_without_quorum(store: Store, actor: Actor, item_id: int) -> int:
    """Carry an item the committee cannot decide over to the next meeting, without § (F 16).

    Returns the id of the draft that continues it. Raises RefusedError while there is a quorum:
    then the committee decides to table.
    """
    with store.change("postpone_without_quorum", actor.user, actor.now) as change:
        item, meeting = item_on_table(change, item_id, also_held=False)
        record = load_record(change.connection, meeting.id)
        if record.dossier.paragraph_of(item) is not None:
            raise RefusedError("Punkten är redan behandlad.")
        if meeting_serving(record, item_id).at(record.next_number).quorate:
            raise RefusedError("Nämnden är beslutsför. Bordlägg ärendet genom beslut i stället.")
        if item.state == "tabled":
            raise RefusedError("Punkten är redan uppskjuten.")
        change.update("agenda_items", item_id, {"state": "tabled"})
        new_id = place_continuation(change, item, meeting)
        change.summary = f"Skjuts upp, nämnden är inte beslutsför: {item.title}"
    return new_id


def edit_paragraph(
    store: Store, actor: Actor, paragraph_id: int, version: int, **changes: object
) -> None:
    """Change the texts of a §. Raises StaleVersionError; adjusted minutes refuse.

    A text edited by hand is left alone when the facts change, and pointed out then.
    """
    with store.change("edit_paragraph", actor.user, actor.now) as change:
        number = write_texts(change, paragraph_id, version, **changes)
        change.summary = f"Ändrade § {number}"


def take_back_decision(store: Store, actor: Actor, item_id: int) -> None:
    """Take back a § that has no later one; the item is undecided again, or still withdrawn.

    Raises RefusedError once the meeting is over: what was decided there stands.
    """
    with store.change("take_back_decision", actor.user, actor.now) as change:
        item = load_item(change.connection, item_id)
        if item.meeting_id is None:
            raise RefusedError("Punkten väntar på ett sammanträde.")
        meeting = load_meeting(change.connection, item.meeting_id)
        state: ItemState = "withdrawn" if item.withdrawn else "listed"
        if not item.withdrawn:
            check_item_step(item.state, state, meeting.state)
        meeting = sitting_meeting(change, meeting.id)
        record = load_record(change.connection, meeting.id)
        paragraph = record.dossier.paragraph_of(item)
        if paragraph is None:
            raise RefusedError("Punkten har ingen paragraf.")
        delete_generated(change, paragraph.id)
        change.delete("paragraphs", paragraph.id)
        change.update("agenda_items", item_id, {"state": state})
        take_back_drafts(change, item_id)
        refresh(change, meeting.id)
        change.summary = f"Tog tillbaka § {paragraph.number} {item.title}"


def close_meeting(
    store: Store, actor: Actor, meeting_id: int, end: time, end_date: date | None = None
) -> None:
    """Close the meeting at ``end``. Items that may lack a § are left without (A11).

    Raises RefusedError naming the items not handled (D2.4), what the law misses (KL 5:66–67) and
    texts somebody has not saved, InvalidInputError for an ``end`` before the start.
    """
    with store.change("close_meeting", actor.user, actor.now) as change:
        refresh(change, meeting_id)
        record = load_record(change.connection, meeting_id)
        meeting = record.dossier.meeting
        check_urgent_reported(change, meeting)
        check_meeting_step(record, "closed", actor.today)
        check_saved(change, meeting_id)
        for sitting in record.sittings[-1:]:
            if sitting.end is None:
                change.update("sittings", sitting.id, columns({"end": end}))
        step_meeting(change, meeting, "closed")
        day = end_date or meeting.end_date
        check_times(meeting.date, meeting.start, day, end)
        change.update("meetings", meeting_id, columns({"end": end, "end_date": day}))
        settle_state(change, record)
        change.summary = f"Avslutade sammanträdet {short_date(meeting.date, year=True)}"


def _check_seats(present: Sequence[Attendance]) -> None:
    taken: set[str] = set()
    for one in present:
        if one.role != "serving_substitute" or not one.replaces:
            continue
        if one.replaces in taken and one.from_paragraph is None:
            raise InvalidInputError(f"Två ersättare tjänstgör för {one.replaces}.", "replaces")
        taken.add(one.replaces)


def _write_attendance(change: Change, meeting_id: int, present: Sequence[Attendance]) -> None:
    for old in attendances_of_meeting(change.connection, meeting_id):
        change.delete("attendances", old.id)
    for position, one in enumerate(checked(tuple(present))):
        known = person_by_name(change.connection, one.person.name)
        person = known or replace(one.person, id=insert_person(change, one.person))
        insert_attendance(change, meeting_id, replace(one, person=person), position)
