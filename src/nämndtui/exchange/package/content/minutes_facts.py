"""A committee's minutes facts, its substitute order and returning items in the package."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nämndtui.exchange.package.content.facts import FactNames, read_facts, write_facts
from nämndtui.exchange.package.content.people import PersonRegister
from nämndtui.exchange.package.item_places import ItemPlaces
from nämndtui.exchange.package.values import OMIT, LocalIds, Raw, kept, listed, names_by_comma
from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.package.minutes import MinutesFacts
from nämndtui.model.package.package import CommitteePackage
from nämndtui.model.people.persons import Person
from nämndtui.model.people.substitute_order import PersonalSubstitute, SubstituteOrder
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.clean_text import clean_line


def read_minutes_facts(
    raw: Raw,
    dossiers: Sequence[MeetingDossier],
    waiting: Sequence[AgendaItem],
    register: PersonRegister,
    ids: LocalIds,
) -> MinutesFacts:
    """The facts of one committee, whose meetings are ``dossiers`` in the order of ``raw``."""
    places = ItemPlaces(dossiers, waiting)
    meetings = {
        dossier.meeting.id: read_facts(
            row["protokollsunderlag"], FactNames(dossier, register.persons, places), register, ids
        )
        for row, dossier in zip(raw.get("sammanträden", ()), dossiers, strict=True)
        if "protokollsunderlag" in row
    }
    continues = {
        places.find(row["punkt"]): places.find(row["fortsätter"])
        for row in raw.get("återupptagna", ())
    }
    order = _read_order(raw.get("inkallelseordning", {}), register, ids)
    return MinutesFacts(meetings, continues, order)


def write_meeting_facts(
    bundle: CommitteePackage, dossier: MeetingDossier, persons: Iterable[Person]
) -> Raw:
    """The facts of one meeting; empty when nothing is noted."""
    facts = bundle.facts.meetings.get(dossier.meeting.id, {})
    places = ItemPlaces(bundle.meetings, bundle.waiting)
    return write_facts(facts, FactNames(dossier, persons, places)) if facts else {}


def write_committee_facts(bundle: CommitteePackage, persons: Iterable[Person]) -> Raw:
    """The committee's own keys: the substitute order and what returning items take up again."""
    places = ItemPlaces(bundle.meetings, bundle.waiting)
    continued = [
        {"punkt": places.name(item_id), "fortsätter": places.name(earlier)}
        for item_id, earlier in bundle.facts.continues.items()
    ]
    return {
        "inkallelseordning": _write_order(bundle.facts.order, persons) or OMIT,
        "återupptagna": listed(sorted(continued, key=lambda one: one["punkt"])),
    }


def _read_order(raw: Raw, register: PersonRegister, ids: LocalIds) -> SubstituteOrder:
    return SubstituteOrder(
        tuple(
            PersonalSubstitute(
                register.find_or_enter(row["ledamot"], ids).id,
                register.find_or_enter(row["ersättare"], ids).id,
            )
            for row in raw.get("personliga", ())
        ),
        tuple(
            (clean_line(row["parti"]), names_by_comma(row["sedan"]))
            for row in raw.get("partier", ())
        ),
    )


def _write_order(order: SubstituteOrder, persons: Iterable[Person]) -> Raw:
    names = {person.id: clean_line(person.name) for person in persons}
    personal = [
        {"ledamot": names[one.member_id], "ersättare": names[one.substitute_id]}
        for one in order.personal
    ]
    # Sorted by name: ids, by which the store sorts, mean nothing outside it.
    personal.sort(key=lambda one: one["ledamot"])
    parties = [{"parti": clean_line(party), "sedan": list(then)} for party, then in order.parties]
    return kept({"personliga": listed(personal), "partier": listed(parties)})
