"""The minutes' attendance lists from the facts: one row per person and role, with its §§.

Cover page, närvarolista and each § read the same table, so they cannot disagree (A13).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from nämndtui.model.agenda.meeting import Attendance
from nämndtui.model.attendance.presence import Presence
from nämndtui.model.attendance.room import Room
from nämndtui.model.attendance.serving import ParagraphServing
from nämndtui.model.people.persons import Mandate
from nämndtui.model.people.seats import VACANT
from nämndtui.model.text.number_words import join_swedish


def attendance_rows(room: Room, table: Sequence[ParagraphServing]) -> tuple[Attendance, ...]:
    """Who served, then substitutes and others in the room, each with limits of §§.

    ``table`` covers all §§ of the meeting. Someone who was there all the time has no limits.
    """
    rows = [
        *(_member(one.holder, table) for one in room.seats if one.holder),
        *(_serving_substitute(one, table) for one in room.substitutes),
        *(_waiting(one, room, table) for one in room.presences),
    ]
    found: dict[tuple[int, str], Attendance] = {}
    for row in rows:
        if row is not None:
            found.setdefault((row.person.id, row.role), row)
    return tuple(found.values())


def numbers_of(row: Attendance, numbers: Iterable[int]) -> tuple[int, ...]:
    """The §§ among ``numbers`` that a row's limits stand for."""
    return tuple(
        number
        for number in numbers
        if (row.from_paragraph is None or row.from_paragraph <= number)
        and (row.to_paragraph is None or number <= row.to_paragraph)
        and number not in row.not_paragraphs
    )


def limited(row: Attendance, present: Sequence[int], every: Sequence[int]) -> Attendance:
    """``row`` with the limits that say it holds at ``present`` (not empty) of ``every`` §."""
    first, last = present[0], present[-1]
    gaps = [number for number in every if first <= number <= last and number not in present]
    return replace(
        row,
        from_paragraph=None if first == every[0] else first,
        to_paragraph=None if last == every[-1] else last,
        not_paragraphs=tuple(gaps),
    )


def _member(mandate: Mandate, table: Sequence[ParagraphServing]) -> Attendance | None:
    served = [
        one.number
        for one in table
        if any(serving.mandate is mandate for serving in one.seats_served if not serving.substitute)
    ]
    row = Attendance(0, mandate.person, "member", mandate.party, mandate.office)
    return _with_limits(row, served, table)


def _serving_substitute(mandate: Mandate, table: Sequence[ParagraphServing]) -> Attendance | None:
    served = []
    replaced: dict[str, list[int]] = {}
    for one in table:
        for serving in one.seats_served:
            if serving.mandate is mandate and serving.substitute:
                served.append(one.number)
                holder = serving.seat.holder
                name = holder.person.name if holder else VACANT.lower()
                replaced.setdefault(name, []).append(one.number)
    row = Attendance(
        0,
        mandate.person,
        "serving_substitute",
        mandate.party,
        mandate.office,
        replaces=join_swedish(list(replaced)),
        replaced=tuple((name, tuple(numbers)) for name, numbers in replaced.items()),
    )
    return _with_limits(row, served, table)


def _waiting(one: Presence, room: Room, table: Sequence[ParagraphServing]) -> Attendance | None:
    """A person in the room who does not serve: substitute, official, guest.

    A member who has served and may not do so again is no substitute: the range served says it.
    """
    person = one.person.id
    if one.capacity == "member" and any(person in at.serving_ids for at in table):
        return None
    there = [
        at.number
        for at in table
        if person not in at.serving_ids and any(p.person.id == person for p in at.inside)
    ]
    elected = one.capacity in ("member", "substitute")
    office = next(
        (m.office for m in _mandates(room) if elected and m.person.id == person),
        "",
    )
    row = Attendance(
        0,
        one.person,
        "substitute" if elected else one.capacity,
        one.party,
        "" if office == "member" else office,
        title=one.title,
    )
    return _with_limits(row, there, table)


def _with_limits(
    row: Attendance, numbers: Sequence[int], table: Sequence[ParagraphServing]
) -> Attendance | None:
    if not numbers:
        return None
    remote = tuple(
        one.number
        for one in table
        if one.number in numbers
        and any(stay.remote for stay in one.inside if stay.person.id == row.person.id)
    )
    partly = bool(remote) and len(remote) < len(numbers)
    row = replace(row, remote=bool(remote), remote_at=remote, partly_remote=partly)
    return limited(row, numbers, [one.number for one in table])


def with_facts(
    rows: Sequence[Attendance], room: Room, table: Sequence[ParagraphServing]
) -> tuple[Attendance, ...]:
    """``rows`` as stored, told at which §§ each served for whom and took part at a distance."""
    derived = {(one.person.id, one.role): one for one in attendance_rows(room, table)}
    found = []
    for row in rows:
        one = derived.get((row.person.id, row.role))
        if one is not None:
            row = replace(
                row,
                replaced=one.replaced,
                remote_at=one.remote_at,
                partly_remote=one.partly_remote,
            )
        found.append(row)
    return tuple(found)


def _mandates(room: Room) -> Iterable[Mandate]:
    yield from (one.holder for one in room.seats if one.holder)
    yield from room.substitutes
