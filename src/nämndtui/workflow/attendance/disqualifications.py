"""Jäv, and staying out of a decision (KL 6:28–30, 4:26; F 14, F 22)."""

from __future__ import annotations

from nämndtui.model.attendance.presence import Disqualification
from nämndtui.model.record.minutes_serving import meeting_serving
from nämndtui.model.text.errors import RefusedError
from nämndtui.store.database import Store
from nämndtui.store.decisions.handlings import insert_disqualification
from nämndtui.workflow.attendance.open_meeting import item_on_table, person_by_id
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.checked_text import checked
from nämndtui.workflow.record.attendance_facts import ensure_facts
from nämndtui.workflow.record.derived_minutes import refresh


def declare_disqualified(
    store: Store,
    actor: Actor,
    item_id: int,
    person_id: int,
    ground: str = "",
    self_declared: bool = True,
    decided: bool = False,
) -> int:
    """A person is disqualified in an item: out of the room for its § only, a substitute serves.

    ``decided``: the committee decided a disputed question (KL 6:30). Returns the row's id.
    """
    with store.change("declare_disqualified", actor.user, actor.now) as change:
        item, meeting = item_on_table(change, item_id)
        record = ensure_facts(change, meeting.id)
        person = person_by_id(change, person_id)
        if not any(
            one.person.id == person_id and one.covers(record.number_of(item_id))
            for one in record.presences
        ):
            raise RefusedError(
                f"{person.name} är inte inne vid § {record.number_of(item_id)}; "
                "jäv behöver inte noteras."
            )
        new = Disqualification(0, item_id, person, checked(ground), self_declared, decided)
        row_id = insert_disqualification(change, new)
        refresh(change, meeting.id)
        change.summary = f"Jäv: {person.name}, {item.title}"
    return row_id


def take_back_disqualification(store: Store, actor: Actor, item_id: int, row_id: int) -> None:
    """Take back a disqualification noted by mistake."""
    with store.change("take_back_disqualification", actor.user, actor.now) as change:
        item, meeting = item_on_table(change, item_id)
        change.delete("disqualifications", row_id)
        refresh(change, meeting.id)
        change.summary = f"Inte jäv: {item.title}"


def stay_out_of_decision(store: Store, actor: Actor, item_id: int, person_id: int) -> int:
    """A serving person does not take part in the decision; recorded by name (F 22).

    Raises RefusedError in exercise of authority against an individual (KL 4:26), and for
    someone who does not serve and so has no part in the decision.
    """
    with store.change("stay_out_of_decision", actor.user, actor.now) as change:
        item, meeting = item_on_table(change, item_id)
        if item.exercise_of_authority:
            raise RefusedError(
                "KL 4:26: den som deltar i ett ärende om myndighetsutövning mot någon enskild "
                "måste delta i beslutet."
            )
        record = ensure_facts(change, meeting.id)
        person = person_by_id(change, person_id)
        number = record.number_of(item_id)
        if person_id not in meeting_serving(record, item_id).at(number).serving_ids:
            raise RefusedError(
                f"{person.name} tjänstgör inte vid § {number} och har inget beslut att avstå från."
            )
        values = {"item_id": item_id, "person_id": person_id}
        row_id = change.insert("non_participations", values)
        refresh(change, meeting.id)
        change.summary = f"{person.name} deltar inte i beslutet, {item.title}"
    return row_id


def take_part_again(store: Store, actor: Actor, item_id: int, row_id: int) -> None:
    """Take back that a person does not take part."""
    with store.change("take_part_again", actor.user, actor.now) as change:
        item, meeting = item_on_table(change, item_id)
        change.delete("non_participations", row_id)
        refresh(change, meeting.id)
        change.summary = f"Deltar i beslutet: {item.title}"
