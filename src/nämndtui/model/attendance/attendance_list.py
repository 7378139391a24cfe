"""The närvarolista: every seat and person, and what is marked at each § (A13)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nämndtui.model.attendance.room import Room
from nämndtui.model.attendance.serving import ParagraphServing

SERVES, THERE, OUT, ABSENT = "X", "(X)", "jäv", "–"
"""Marks: serves, in the room without serving, out for jäv, absent."""

GROUPS = ("members", "substitutes", "others")


@dataclass(frozen=True)
class AttendanceLine:
    """One person's line; ``marks`` has one of the four marks per § of ``table``.

    ``remote_at`` are the §§ at which the person took part at a distance (KL 6:24).
    """

    group: str
    name: str
    marks: tuple[str, ...]
    remote_at: tuple[int, ...] = ()


def attendance_list(room: Room, table: Sequence[ParagraphServing]) -> tuple[AttendanceLine, ...]:
    """Members in list order (absent ones too), substitutes in elected order, then the others."""
    people: dict[int, tuple[str, str]] = {}
    for seat in room.seats:
        if seat.holder is not None:
            people[seat.holder.person.id] = ("members", seat.name)
    for one in room.substitutes:
        name = f"{one.person.name} ({one.party})" if one.party else one.person.name
        people.setdefault(one.person.id, ("substitutes", name))
    listed = [one for at in table for one in at.inside]
    for stay in (*room.presences, *listed):
        title = f", {stay.title}" if stay.title else ""
        people.setdefault(stay.person.id, ("others", stay.person.name + title))
    return tuple(
        AttendanceLine(
            group, name, tuple(_mark(at, person) for at in table), _remote(table, person)
        )
        for person, (group, name) in people.items()
    )


def _remote(table: Sequence[ParagraphServing], person: int) -> tuple[int, ...]:
    return tuple(
        at.number for at in table if any(one.remote for one in at.inside if one.person.id == person)
    )


def _mark(at: ParagraphServing, person: int) -> str:
    if person in at.serving_ids:
        return SERVES
    if person in at.disqualified:
        return OUT
    return THERE if any(one.person.id == person for one in at.inside) else ABSENT
