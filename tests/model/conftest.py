"""A committee in memory, for tests of the rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from nämndtui.model.attendance.presence import Capacity, Presence
from nämndtui.model.attendance.room import Room
from nämndtui.model.people.persons import Mandate, Person
from nämndtui.model.people.seats import seats
from nämndtui.model.people.substitute_order import SubstituteOrder

DAY = date(2026, 12, 8)
START = date(2023, 1, 1)


def mandate(person_id: int, name: str, party: str, office: str = "member") -> Mandate:
    return Mandate(person_id, 1, Person(person_id, name, party=party), office, party, START)


MEMBERS = (
    mandate(1, "Ali Saadi", "S", "chair"),
    mandate(2, "Karin Ek", "C", "first_vice_chair"),
    mandate(3, "Per Ahl", "M", "second_vice_chair"),
    mandate(4, "Siv Dahl", "S"),
    mandate(5, "Tore Falk", "V"),
)
SUBSTITUTES = (
    mandate(11, "Eva Berg", "M", "substitute"),
    mandate(12, "Bo Lind", "C", "substitute"),
    mandate(13, "Ida Gran", "S", "substitute"),
    mandate(14, "Olof Hed", "S", "substitute"),
)
EVERYONE = {one.person.id: one for one in (*MEMBERS, *SUBSTITUTES)}
ORDER = SubstituteOrder(parties=(("V", ("S", "C")), ("C", ("M",))))

MakeRoom = Callable[..., Room]


def stay(person_id: int, first: int | None = None, last: int | None = None) -> Presence:
    """A stay of somebody with a mandate."""
    held = EVERYONE[person_id]
    capacity: Capacity = "substitute" if held.is_substitute else "member"
    return Presence(0, held.person, capacity, held.party, "", first, last)


@pytest.fixture
def room() -> MakeRoom:
    """``room(stays, **fields)``: five seats; those without a stay are there all the time."""

    def make(
        stays: tuple[Presence, ...] = (), away: tuple[int, ...] = (), **fields: object
    ) -> Room:
        named = {one.person.id for one in stays} | set(away)
        there = tuple(stay(person) for person in EVERYONE if person not in named)
        base = Room(
            DAY,
            tuple(seats(MEMBERS, 5, ())),
            SUBSTITUTES,
            ORDER,
            (*there, *stays),
        )
        return replace(base, **fields)  # type: ignore[arg-type]

    return make
