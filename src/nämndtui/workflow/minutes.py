"""Recording the meeting: attendance, decisions with § numbers, and closing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any

from nämndtui.model.agenda_item import AgendaItem
from nämndtui.model.decision_texts import HANDLED_STATES, default_points, default_procedure
from nämndtui.model.errors import InvalidInputError, RefusedError
from nämndtui.model.meeting import Attendance, Meeting, MinutesPart, Paragraph
from nämndtui.model.meeting_states import SITTING
from nämndtui.model.swedish_dates import short_date
from nämndtui.store.agenda import agenda_rows
from nämndtui.store.change import Change
from nämndtui.store.columns import columns
from nämndtui.store.committees import committee as load_committee
from nämndtui.store.database import Store
from nämndtui.store.items import item as load_item
from nämndtui.store.meetings import meeting as load_meeting
from nämndtui.store.minutes import (
    attendances_of_meeting,
    insert_attendance,
    insert_paragraph,
    insert_part,
    next_paragraph_number,
    paragraphs_of_meeting,
    parts_of_meeting,
)
from nämndtui.store.people import insert_person, mandates_on, person_by_name
from nämndtui.workflow.actor import Actor
from nämndtui.workflow.agenda import continued, place_new
from nämndtui.workflow.checked_text import checked, checked_values
from nämndtui.workflow.meetings import step_meeting


def call_roll(store: Store, actor: Actor, meeting_id: int) -> None:
    """Start the meeting and propose its attendance: all members serving, substitutes present.

    Attendance already recorded is kept. Raises RefusedError before the summons is sent.
    """
    with store.change("call_roll", actor.user, actor.now) as change:
        meeting = _sitting(change, meeting_id)
        if attendances_of_meeting(change.connection, meeting_id):
            return
        mandates = mandates_on(change.connection, meeting.committee_id, meeting.date)
        for position, mandate in enumerate(mandates):
            role = "substitute" if mandate.is_substitute else "member"
            presence = Attendance(0, mandate.person, role, mandate.party, mandate.office)
            insert_attendance(change, meeting_id, presence, position)
        change.summary = f"Upprop {short_date(meeting.date, year=True)}"


def set_attendance(
    store: Store, actor: Actor, meeting_id: int, present: Sequence[Attendance]
) -> None:
    """Make ``present``, in that order, the meeting's attendance.

    A person new to the register is added by name. Raises InvalidInputError when somebody is
    listed twice in one role or a serving substitute replaces nobody's seat twice over (D2.8).
    """
    _check_seats(present)
    with store.change("set_attendance", actor.user, actor.now) as change:
        meeting = _sitting(change, meeting_id, also_held=True)
        _write_attendance(change, meeting_id, present)
        change.summary = f"Närvaro {short_date(meeting.date, year=True)}"


def decide_item(
    store: Store,
    actor: Actor,
    item_id: int,
    outcome: str,
    points: Sequence[str] | None = None,
) -> int:
    """Record what was decided on an item and draw its §; returns the § number.

    Without ``points`` the wording follows from the outcome: the proposal for *as_proposed*,
    stock sentences for the others. An item decided before keeps its number and gets the new
    wording. Tabled and referred back items wait, as drafts, for a later meeting (F 6).
    """
    with store.change("decide_item", actor.user, actor.now) as change:
        item = load_item(change.connection, item_id)
        if item.meeting_id is None:
            raise RefusedError("Punkten väntar på ett sammanträde.")
        meeting = _sitting(change, item.meeting_id)
        if item.withdrawn:
            raise RefusedError("Punkten utgår. Ta tillbaka den först om den ska behandlas.")
        texts = _points(change, item, outcome, points)
        number = _write_paragraph(change, meeting, item, outcome, texts)
        change.update("agenda_items", item_id, {"state": HANDLED_STATES[outcome]})
        if outcome in ("tabled", "referred_back") and item.state != HANDLED_STATES[outcome]:
            place_new(change, continued(item, None), item_id)
        change.summary = f"§ {number} {item.title}"
    return number


def edit_paragraph(
    store: Store, actor: Actor, paragraph_id: int, version: int, **changes: object
) -> None:
    """Change the texts of a §. Raises StaleVersionError; adjusted minutes refuse."""
    values = columns(checked_values(dict(changes)))
    with store.change("edit_paragraph", actor.user, actor.now) as change:
        change.update("paragraphs", paragraph_id, values, version)
        change.summary = f"Ändrade § {change.read('paragraphs', paragraph_id)['number']}"


def take_back_decision(store: Store, actor: Actor, item_id: int) -> None:
    """Take back a § that has no later one; the item is undecided again."""
    with store.change("take_back_decision", actor.user, actor.now) as change:
        item = load_item(change.connection, item_id)
        paragraph = _paragraph_of(change, item)
        if paragraph is None:
            raise RefusedError("Punkten har ingen paragraf.")
        change.delete("paragraphs", paragraph.id)
        change.update("agenda_items", item_id, {"state": "listed"})
        change.summary = f"Tog tillbaka § {paragraph.number} {item.title}"


def close_meeting(
    store: Store, actor: Actor, meeting_id: int, end: time, end_date: date | None = None
) -> None:
    """Close the meeting at ``end``. Raises RefusedError naming the items not handled (D2.4)."""
    with store.change("close_meeting", actor.user, actor.now) as change:
        meeting = load_meeting(change.connection, meeting_id)
        left = [
            f"{row['number'] or ''} {row['title']}".strip()
            for row in agenda_rows(change.connection, meeting_id)
            if row["state"] in ("draft", "ready", "listed")
            and row["kind"] not in ("opening", "heading")
            and not _may_lack_paragraph(change, row["id"])
        ]
        if left:
            raise RefusedError(
                "Sammanträdet kan inte avslutas förrän alla punkter är behandlade eller utgår. "
                f"Kvar: {'; '.join(left[:5])}{' …' if len(left) > 5 else ''}"
            )
        step_meeting(change, meeting, "closed")
        change.update("meetings", meeting_id, columns({"end": end, "end_date": end_date}))
        change.summary = f"Avslutade sammanträdet {short_date(meeting.date, year=True)}"


def _sitting(change: Change, meeting_id: int, also_held: bool = False) -> Meeting:
    """The meeting, started if its summons is out. Raises RefusedError in other states."""
    meeting = load_meeting(change.connection, meeting_id)
    if meeting.state == "summoned":
        step_meeting(change, meeting, "in_session")
        return replace(meeting, state="in_session")
    if meeting.state in SITTING or (also_held and meeting.state in ("closed", "minutes_drafted")):
        return meeting
    if meeting.state in ("planned", "preparing"):
        raise RefusedError("Kallelsen är inte skickad. Markera den som skickad först.")
    raise RefusedError("Sammanträdet är avslutat; inga nya beslut kan föras in.")


def _points(
    change: Change, item: AgendaItem, outcome: str, points: Sequence[str] | None
) -> tuple[str, ...]:
    if points is not None:
        return tuple(point for point in checked(tuple(points)) if point.strip())
    name = load_committee(change.connection, item.committee_id).name
    found = default_points(outcome, item, name)
    if not found:
        raise InvalidInputError("Förslag saknas: skriv beslutet själv.", "points")
    return found


def _write_paragraph(
    change: Change, meeting: Meeting, item: AgendaItem, outcome: str, points: tuple[str, ...]
) -> int:
    procedure = default_procedure(outcome, points) if item.kind == "decision" else ""
    existing = _paragraph_of(change, item)
    if existing is not None:
        values: dict[str, Any] = {"outcome": outcome, "points": points}
        if existing.procedure == default_procedure(existing.outcome, existing.points):
            values["procedure"] = procedure
        change.update("paragraphs", existing.id, columns(values))
        return existing.number
    year = meeting.date.year
    number = next_paragraph_number(change, meeting.committee_id, year)
    new = Paragraph(0, item.id, year, number, outcome, points, procedure=procedure)
    insert_paragraph(change, meeting.committee_id, new, main_part_id(change, meeting))
    return number


def main_part_id(change: Change, meeting: Meeting) -> int:
    """The id of the meeting's main minutes part, made when it is missing."""
    for part in parts_of_meeting(change.connection, meeting.id):
        if not part.immediate:
            return part.id
    place = load_committee(change.connection, meeting.committee_id).settings.storage_place
    return insert_part(change, meeting.id, MinutesPart(0, storage_place=place))


def _paragraph_of(change: Change, item: AgendaItem) -> Paragraph | None:
    if item.meeting_id is None:
        return None
    found = paragraphs_of_meeting(change.connection, item.meeting_id)
    return next((paragraph for paragraph in found if paragraph.item_id == item.id), None)


def _may_lack_paragraph(change: Change, item_id: int) -> bool:
    """An item without proposal gets a § only if the committee wants it (A11)."""
    item = load_item(change.connection, item_id)
    settings = load_committee(change.connection, item.committee_id).settings
    return item.kind != "decision" and not item.proposal and not settings.paragraph_for_empty_items


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
