"""One meeting's attendance facts gathered, ready to derive who serves at each §."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from nämndtui.model.attendance.presence import Override, Presence, Sitting
from nämndtui.model.people.persons import Mandate
from nämndtui.model.people.seats import Seat
from nämndtui.model.people.substitute_order import SubstituteOrder


@dataclass(frozen=True)
class Certified:
    """Who served a seat at a § that is adjusted: fixed, whatever else is found out later."""

    seat: str
    person_id: int
    presiding: bool = False
    reason: str = ""


@dataclass(frozen=True)
class Room:
    """The facts. ``disqualified`` maps § → person ids; ``certified`` § → who served, fixed.

    ``substitutes`` stand in elected order. ``leavers_may_return`` is the committee's own rule:
    may someone who left for another reason than jäv serve again the same day (B2)?
    """

    day: dt.date
    seats: tuple[Seat, ...]
    substitutes: tuple[Mandate, ...] = ()
    order: SubstituteOrder = field(default_factory=SubstituteOrder)
    presences: tuple[Presence, ...] = ()
    disqualified: Mapping[int, frozenset[int]] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    sittings: tuple[Sitting, ...] = ()
    certified: Mapping[int, tuple[Certified, ...]] = field(default_factory=dict)
    leavers_may_return: bool = False

    def day_of(self, number: int) -> dt.date:
        """The day a § was handled: that of the last sitting begun by then (F 9)."""
        found = self.day
        for sitting in self.sittings:
            if sitting.first_paragraph is None or sitting.first_paragraph <= number:
                found = sitting.day
        return found

    def jäv(self, number: int) -> frozenset[int]:
        """Person ids disqualified at a §."""
        return self.disqualified.get(number, frozenset())

    def inside(self, number: int) -> tuple[Presence, ...]:
        """Everyone in the room at a §; the disqualified are outside (KL 6:30)."""
        out = self.jäv(number)
        found = {one.person.id: one for one in self.presences if one.covers(number)}
        return tuple(one for person, one in found.items() if person not in out)
