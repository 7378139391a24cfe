"""Persons and mandates between the package and the model."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from nämndtui.exchange.package.values import (
    LocalIds,
    Raw,
    iso_day,
    kept,
    line,
    said,
    unless,
    unless_line,
    whole,
    word,
)
from nämndtui.model.people.persons import OFFICES, Mandate, Person
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.vocabulary import english, swedish


class PersonRegister:
    """The package's persons, found by name."""

    def __init__(self, persons: Iterable[Person] = ()) -> None:
        self._by_name = {person.name: person for person in persons}

    @property
    def persons(self) -> tuple[Person, ...]:
        """All persons in the order they were entered."""
        return tuple(self._by_name.values())

    def find_or_enter(
        self, name: str, ids: LocalIds, kind: str = "elected", party: str = "", title: str = ""
    ) -> Person:
        """The person called ``name``; somebody the package did not list is entered."""
        wanted = clean_line(name)
        if wanted not in self._by_name:
            self._by_name[wanted] = Person(ids.next("person"), wanted, kind, party, title)
        return self._by_name[wanted]


def read_person(raw: Raw, ids: LocalIds) -> Person:
    """A person of the list ``personer``."""
    return Person(
        ids.next("person"),
        line(raw, "namn"),
        word(raw, "slag", "person_kind", "elected"),
        line(raw, "parti"),
        line(raw, "titel"),
    )


def write_person(person: Person) -> Raw:
    """The inverse of ``read_person``."""
    return kept(
        {
            "namn": clean_line(person.name),
            "slag": said("person_kind", person.kind, "elected"),
            "parti": unless_line(person.party),
            "titel": unless_line(person.title),
        }
    )


def read_mandate(raw: Raw, committee_id: int, register: PersonRegister, ids: LocalIds) -> Mandate:
    """A mandate; its person is entered as elected when the package did not list them."""
    person = register.find_or_enter(raw["namn"], ids, party=line(raw, "parti"))
    return Mandate(
        ids.next("mandate"),
        committee_id,
        person,
        english("office", raw["uppdrag"]),
        line(raw, "parti", person.party),
        date.fromisoformat(raw["från"]),
        date.fromisoformat(raw["till"]) if "till" in raw else None,
        whole(raw, "ordning") or 0,
    )


def write_mandate(mandate: Mandate) -> Raw:
    """The inverse of ``read_mandate``."""
    return kept(
        {
            "namn": clean_line(mandate.person.name),
            "uppdrag": swedish("office", mandate.office),
            "parti": unless_line(mandate.party, mandate.person.party),
            "från": mandate.valid_from.isoformat(),
            "till": iso_day(mandate.valid_to),
            "ordning": unless(mandate.rank, 0),
        }
    )


def mandates_on(mandates: Iterable[Mandate], on: date) -> tuple[Mandate, ...]:
    """Those valid on a day, in office and rank order."""
    valid = (mandate for mandate in mandates if mandate.valid_on(on))
    return tuple(sorted(valid, key=lambda m: (OFFICES.index(m.office), m.rank)))
