"""Who serves in which seat at each §, and why (KL 6:16–17, 6:27, 6:30; B2, F 8, F 14–19).

Derived § by § in order, because the past counts: a substitute who serves goes on, one who
stepped out for jäv gets the seat back, and one who left for another reason does not (D2.8, D2.10).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from nämndtui.model.attendance.presence import Override, OverrideKind, Presence
from nämndtui.model.attendance.presiding import Presiding, presiding
from nämndtui.model.attendance.quorum import needed
from nämndtui.model.attendance.room import Room
from nämndtui.model.people.persons import Mandate, Person
from nämndtui.model.people.seats import Seat
from nämndtui.model.people.substitute_order import STAGES, candidate

HOLDER = "innehar platsen"
LEFT = "har gått, tjänstgör inte mer i dag"


@dataclass(frozen=True)
class Serving:
    """One seat at one §. ``mandate`` is whose it is to serve; None leaves the seat empty.

    ``reason`` is Swedish and shown to the user.
    """

    seat: Seat
    mandate: Mandate | None
    reason: str

    @property
    def person(self) -> Person | None:
        """Who serves."""
        return self.mandate.person if self.mandate else None

    @property
    def substitute(self) -> bool:
        """True when a substitute serves."""
        return self.mandate is not None and self.mandate is not self.seat.holder


@dataclass(frozen=True)
class ParagraphServing:
    """Everything about taking part at one §. ``barred`` are person ids that may not serve."""

    number: int
    seats_served: tuple[Serving, ...]
    presiding: Presiding
    inside: tuple[Presence, ...] = ()
    disqualified: frozenset[int] = frozenset()
    barred: frozenset[int] = frozenset()

    @property
    def serving(self) -> tuple[Serving, ...]:
        """The seats somebody serves in: the vote base."""
        return tuple(one for one in self.seats_served if one.mandate is not None)

    @property
    def serving_ids(self) -> frozenset[int]:
        """Person ids of those serving."""
        return frozenset(one.mandate.person.id for one in self.seats_served if one.mandate)

    @property
    def quorum(self) -> int:
        """How many must serve: more than half of all seats, vacant ones too (KL 6:27)."""
        return needed(len(self.seats_served))

    @property
    def quorate(self) -> bool:
        """True when the committee can decide."""
        return len(self.serving) >= self.quorum


@dataclass
class _Past:
    """What earlier §§ of the day mean for the next one."""

    day: date | None = None
    kept: dict[str, Mandate] = field(default_factory=dict)
    on_duty: set[int] = field(default_factory=set)
    barred: set[int] = field(default_factory=set)


def serving_table(room: Room, numbers: Iterable[int]) -> tuple[ParagraphServing, ...]:
    """Who serves at each of ``numbers``, in § order."""
    past = _Past()
    table = []
    for number in sorted(set(numbers)):
        day = room.day_of(number)
        if day != past.day:
            past = _Past(day)
        inside = room.inside(number)
        _bar(room, past, number, inside)
        seats_served = _certified(room, number) or _fill(room, past, number, inside)
        _remember(room, past, number, seats_served)
        table.append(
            ParagraphServing(
                number,
                seats_served,
                presiding(
                    room, number, {one.mandate.person.id for one in seats_served if one.mandate}
                ),
                inside,
                room.jäv(number),
                frozenset(past.barred),
            )
        )
    return tuple(table)


def _bar(room: Room, past: _Past, number: int, inside: tuple[Presence, ...]) -> None:
    """Who served and has gone for another reason than jäv may not serve again that day."""
    if room.leavers_may_return:
        return
    here = {one.person.id for one in inside} | room.jäv(number)
    past.barred |= past.on_duty - here


def _fill(
    room: Room, past: _Past, number: int, inside: tuple[Presence, ...]
) -> tuple[Serving, ...]:
    overrides = [one for one in room.overrides if one.covers(number)]
    skipped = {one.person.id for one in overrides if one.kind == "skip" and one.person}
    here = {one.person.id for one in inside}
    given: dict[str, Serving] = {}
    back: dict[str, str] = {}
    for one in overrides:
        if _over(room, number, one, here - skipped - past.barred):
            back[one.seat] = f"har kommit; valet av {one.person.name if one.person else ''} upphör"
            continue
        _override(room, here, given, one.kind, one.seat, one.person, one.reason)
    taken = {one.mandate.person.id for one in given.values() if one.mandate}
    free = here - skipped - past.barred - taken
    for seat in room.seats:
        if seat.key not in given and seat.holder and seat.holder.person.id in free:
            given[seat.key] = Serving(seat, seat.holder, back.get(seat.key, HOLDER))
    _call_in(room, past, free, given)
    return tuple(
        given.get(seat.key) or Serving(seat, None, _why_empty(seat, past, here, room.jäv(number)))
        for seat in room.seats
    )


def _over(room: Room, number: int, one: Override, free: set[int]) -> bool:
    """Has the holder come in since an open-ended choice for the seat was made? (F 18)

    Someone in the room all along was passed by on purpose, and stays so.
    """
    seat = next((seat for seat in room.seats if seat.key == one.seat), None)
    if one.kind != "serve" or one.to_paragraph is not None or seat is None or not seat.holder:
        return False
    person = seat.holder.person.id
    if number <= (one.from_paragraph or 0) or person not in free:
        return False
    first = one.from_paragraph
    if first is None:
        return any(p.person.id == person and p.from_paragraph is not None for p in room.presences)
    return all(p.person.id != person for p in room.inside(first))


def _override(
    room: Room,
    here: set[int],
    given: dict[str, Serving],
    kind: OverrideKind,
    key: str,
    person: Person | None,
    reason: str,
) -> None:
    """The secretary's choice; one that cannot hold (not in the room, has a seat) is passed by."""
    seat = next((one for one in room.seats if one.key == key), None)
    if seat is None or key in given:
        return
    if kind == "empty":
        given[key] = Serving(seat, None, reason)
    elif kind == "serve" and person is not None and person.id in here:
        taken = {one.mandate.person.id for one in given.values() if one.mandate}
        for mandate in room.substitutes:
            if mandate.person.id == person.id and person.id not in taken:
                given[key] = Serving(seat, mandate, reason)
                return


def _call_in(room: Room, past: _Past, here: set[int], given: dict[str, Serving]) -> None:
    """Fill what is empty: who already serves there first, then stage by stage (F 17)."""
    used = {one.mandate.person.id for one in given.values() if one.mandate}
    free = [one for one in room.substitutes if one.person.id in here and one.person.id not in used]
    for seat in room.seats:
        kept = past.kept.get(seat.key)
        if seat.key not in given and kept in free:
            given[seat.key] = Serving(seat, kept, f"tjänstgör redan för {seat.name}")
            free.remove(kept)
    for stage in STAGES:
        for seat in room.seats:
            if seat.key in given:
                continue
            found = candidate(room.order, seat, free, stage)
            if found is not None:
                given[seat.key] = Serving(seat, found.mandate, found.reason)
                free.remove(found.mandate)


def _why_empty(seat: Seat, past: _Past, here: set[int], jäv: frozenset[int]) -> str:
    person = seat.holder.person.id if seat.holder else 0
    why = "platsen är vakant" if seat.holder is None else "är inte här"
    if person in jäv:
        why = "är jävig"
    elif person in past.barred and person in here:
        why = LEFT
    return f"{why}; ingen ersättare står på tur i rummet"


def _certified(room: Room, number: int) -> tuple[Serving, ...]:
    """Who served according to adjusted minutes; empty while they are not adjusted."""
    fixed = {one.seat: one for one in room.certified.get(number, ())}
    if not fixed:
        return ()
    everyone = [*room.substitutes, *(one.holder for one in room.seats if one.holder)]
    by_person = {one.person.id: one for one in reversed(everyone)}
    found = []
    for seat in room.seats:
        one = fixed.get(seat.key)
        holds = seat.holder is not None and one and one.person_id == seat.holder.person.id
        mandate = seat.holder if holds else by_person.get(one.person_id) if one else None
        found.append(Serving(seat, mandate, one.reason if one else "tom enligt protokollet"))
    return tuple(found)


def _remember(room: Room, past: _Past, number: int, seats_served: tuple[Serving, ...]) -> None:
    """Carry on: a substitute out for jäv keeps the seat, the stand-in serves that § only."""
    jäv = room.jäv(number)
    for one in seats_served:
        kept = past.kept.get(one.seat.key)
        waits = kept is not None and kept.person.id in jäv
        if one.substitute and one.mandate and not waits:
            past.kept[one.seat.key] = one.mandate
        elif one.mandate is one.seat.holder and not (waits and one.mandate is None):
            past.kept.pop(one.seat.key, None)
    served = {one.mandate.person.id for one in seats_served if one.mandate}
    past.on_duty = served | (past.on_duty & jäv)
