"""Coming, going and taking part at a distance, said once and by § (F 8, F 18)."""

from __future__ import annotations

from dataclasses import replace

from nämndtui.model.attendance.presence import CAPACITIES, Capacity, Presence
from nämndtui.model.attendance.presence_changes import arrived, departed
from nämndtui.model.people.persons import Person
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.store.attendance.presences import insert_presence, stay_columns
from nämndtui.store.core.change import Change
from nämndtui.store.database import Store
from nämndtui.store.people.persons import insert_person, person_by_name
from nämndtui.workflow.attendance.open_meeting import person_by_id, sitting_meeting
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.checked_text import checked_fields, required
from nämndtui.workflow.record.attendance_facts import ensure_facts
from nämndtui.workflow.record.derived_minutes import refresh


def come_in(
    store: Store, actor: Actor, meeting_id: int, person_id: int, from_paragraph: int | None = None
) -> None:
    """A member or substitute comes in from ``from_paragraph`` (None: the next §).

    Who then serves follows from the rules. Raises RefusedError when already in the room.
    """
    with store.change("come_in", actor.user, actor.now) as change:
        sitting_meeting(change, meeting_id, also_held=True)
        record = ensure_facts(change, meeting_id)
        person = person_by_id(change, person_id)
        at = from_paragraph or record.next_number
        stay = arrived(_stays(record, person_id), _new_stay(record, person), at)
        insert_presence(change, meeting_id, stay, len(record.presences))
        refresh(change, meeting_id)
        change.summary = f"{person.name} in från och med § {at}"


def leave(
    store: Store, actor: Actor, meeting_id: int, person_id: int, to_paragraph: int | None = None
) -> None:
    """A person leaves after ``to_paragraph`` (None: the latest §), for another reason than jäv.

    Raises RefusedError when not in the room then.
    """
    with store.change("leave", actor.user, actor.now) as change:
        sitting_meeting(change, meeting_id, also_held=True)
        record = ensure_facts(change, meeting_id)
        person = person_by_id(change, person_id)
        last = record.next_number - 1 if to_paragraph is None else to_paragraph
        stays = _stays(record, person_id)
        begun = min(record.numbers, default=record.next_number)
        if last < begun and len(stays) == 1 and stays[0].from_paragraph is None:
            change.delete("presences", stays[0].id)
        else:
            stay = departed(stays, person.name, last)
            change.update("presences", stay.id, stay_columns(stay))
        refresh(change, meeting_id)
        change.summary = f"{person.name} ut till och med § {last}"


def set_remote(
    store: Store,
    actor: Actor,
    meeting_id: int,
    person_id: int,
    remote: bool,
    from_paragraph: int | None = None,
) -> None:
    """A person takes part at a distance, or no longer does (KL 6:24).

    From ``from_paragraph`` and until the person leaves; None: all the while.
    """
    with store.change("set_remote", actor.user, actor.now) as change:
        sitting_meeting(change, meeting_id, also_held=True)
        record = ensure_facts(change, meeting_id)
        first = min(record.numbers, default=record.next_number)
        stays = _stays(record, person_id)
        for stay in stays:
            if from_paragraph is None or from_paragraph <= first:
                change.update("presences", stay.id, {"remote": int(remote)})
            elif stay.covers(from_paragraph):
                _change_remote(change, meeting_id, stays, stay, remote, from_paragraph)
        refresh(change, meeting_id)
        name = person_by_id(change, person_id).name
        change.summary = f"{name} {'på distans' if remote else 'i rummet'}"


def admit(
    store: Store,
    actor: Actor,
    meeting_id: int,
    person: Person,
    capacity: Capacity,
    from_paragraph: int | None = None,
    to_paragraph: int | None = None,
) -> int:
    """Note an official, union representative or guest; a person new to the register is added.

    Returns the stay's id. Raises InvalidInputError without a name, RefusedError if in already.
    """
    new = checked_fields(person)
    name = required(new.name, "name", "Ange ett namn.")
    if capacity not in CAPACITIES[2:]:
        raise InvalidInputError("Välj tjänsteperson, facklig företrädare eller gäst.", "capacity")
    with store.change("admit", actor.user, actor.now) as change:
        sitting_meeting(change, meeting_id, also_held=True)
        record = ensure_facts(change, meeting_id)
        known = person_by_name(change.connection, name)
        who = known or person_by_id(change, insert_person(change, new))
        stay = Presence(0, who, capacity, "", new.title or who.title)
        stay = arrived(_stays(record, who.id), stay, from_paragraph)
        if to_paragraph is not None:
            stay = departed([stay], name, to_paragraph)
        stay_id = insert_presence(change, meeting_id, stay, len(record.presences))
        refresh(change, meeting_id)
        change.summary = f"{name} deltar"
    return stay_id


def remove_stay(store: Store, actor: Actor, meeting_id: int, presence_id: int) -> None:
    """Take away a stay noted by mistake."""
    with store.change("remove_stay", actor.user, actor.now) as change:
        sitting_meeting(change, meeting_id, also_held=True)
        change.delete("presences", presence_id)
        refresh(change, meeting_id)
        change.summary = "Tog bort en närvarouppgift"


def change_stay(
    store: Store,
    actor: Actor,
    meeting_id: int,
    presence_id: int,
    from_paragraph: int | None,
    to_paragraph: int | None,
) -> None:
    """Put the limits of a stay right. Raises InvalidInputError when they run backwards."""
    if from_paragraph and to_paragraph is not None and to_paragraph < from_paragraph:
        raise InvalidInputError("Den sista paragrafen ligger före den första.", "to_paragraph")
    with store.change("change_stay", actor.user, actor.now) as change:
        sitting_meeting(change, meeting_id, also_held=True)
        values = {"from_paragraph": from_paragraph, "to_paragraph": to_paragraph}
        change.update("presences", presence_id, values)
        refresh(change, meeting_id)
        change.summary = "Ändrade en närvarouppgift"


def _change_remote(
    change: Change,
    meeting_id: int,
    stays: list[Presence],
    stay: Presence,
    remote: bool,
    at: int,
) -> None:
    """Part ``stay`` at a §, or join it to the one before when they become alike."""
    before = next((one for one in stays if one.to_paragraph == at - 1), None)
    if stay.from_paragraph != at:
        change.update("presences", stay.id, {"to_paragraph": at - 1})
        later = replace(stay, id=0, from_paragraph=at, remote=remote)
        insert_presence(change, meeting_id, later, len(stays))
    elif before is not None and before.remote == remote:
        change.update("presences", before.id, {"to_paragraph": stay.to_paragraph})
        change.delete("presences", stay.id)
    else:
        change.update("presences", stay.id, {"remote": int(remote)})


def _stays(record: MinutesRecord, person_id: int) -> list[Presence]:
    return [one for one in record.presences if one.person.id == person_id]


def _new_stay(record: MinutesRecord, person: Person) -> Presence:
    earlier = _stays(record, person.id)
    for mandate in record.dossier.mandates:
        if mandate.person.id == person.id:
            capacity: Capacity = "substitute" if mandate.is_substitute else "member"
            return Presence(0, mandate.person, capacity, mandate.party)
    if earlier:
        return earlier[-1]
    raise InvalidInputError(
        f"{person.name} har inget uppdrag i nämnden den dagen. Lägg till som gäst i stället.",
        "person",
    )
