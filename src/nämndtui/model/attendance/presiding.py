"""Who leads the meeting at a § (KL 6:22; F 15)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from nämndtui.model.attendance.room import Room
from nämndtui.model.people.persons import OFFICES, Mandate, Person
from nämndtui.model.text.vocabulary import swedish


@dataclass(frozen=True)
class Presiding:
    """``person`` leads, in ``office`` (Swedish, empty for someone named for the occasion).

    None leads when nobody of the presidium serves and nobody is named; ``reason`` says so.
    """

    person: Person | None
    office: str
    reason: str
    stands_in: bool = False


def presiding(room: Room, number: int, serving: Collection[int]) -> Presiding:
    """The chair, else a vice chair in order, else who was named, of those ``serving``."""
    for one in room.certified.get(number, ()):
        if one.presiding:
            held = _mandate(room, one.person_id)
            if held is not None:
                office = swedish("office", held.office) if held.office in OFFICES[:3] else ""
                return Presiding(held.person, office, "enligt protokollet", held.office != "chair")
    rule = _presidium(room, serving)
    chair = rule.person is not None and not rule.stands_in
    for override in room.overrides:
        named = override.person
        if override.kind != "preside" or not override.covers(number) or not named:
            continue
        # The chair who comes back leads again (KL 6:22).
        over = chair and override.to_paragraph is None and number > (override.from_paragraph or 0)
        if named.id in serving and not over:
            return Presiding(named, "", override.reason, True)
    return rule


def _presidium(room: Room, serving: Collection[int]) -> Presiding:
    absent: list[str] = []
    for office in OFFICES[:3]:
        for seat in room.seats:
            held = seat.holder
            if held is None or held.office != office:
                continue
            word = swedish("office", office)
            if held.person.id in serving:
                why = f"{', '.join(absent)} deltar inte" if absent else word
                return Presiding(held.person, word, why, office != "chair")
            absent.append(word)
    return Presiding(
        None, "", "Varken ordförande eller vice ordförande tjänstgör. Ange vem som leder (KL 6:22)."
    )


def _mandate(room: Room, person_id: int) -> Mandate | None:
    held = [one.holder for one in room.seats if one.holder]
    return next((m for m in (*held, *room.substitutes) if m.person.id == person_id), None)
