"""Who is in the room, § by §: the facts everything about attendance follows from (B2).

§ numbers bound every fact, because the law counts who takes part item by item. ``None`` means
from the meeting's first § or to its last.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, get_args

from nämndtui.model.agenda.meeting import AttendanceRole
from nämndtui.model.people.persons import Person

Capacity = Literal["member", "substitute", "official", "union_representative", "guest"]
CAPACITIES: tuple[Capacity, ...] = get_args(Capacity)
"""In what capacity a person is in the room."""

OverrideKind = Literal["serve", "empty", "skip", "preside"]
OVERRIDE_KINDS: tuple[OverrideKind, ...] = get_args(OverrideKind)
"""``serve``: a substitute gets a seat; ``empty``: a seat stays unfilled; ``skip``: a person does
not serve; ``preside``: who leads when no one of the presidium can (KL 6:22)."""


def capacity_of(role: AttendanceRole) -> Capacity:
    """The capacity behind a role of the plain list: who serves for another is a substitute."""
    return "substitute" if role == "serving_substitute" else role


@dataclass(frozen=True)
class Presence:
    """One unbroken stay in the room, ``from_paragraph`` to ``to_paragraph`` inclusive.

    Stepping out because of jäv is a ``Disqualification``, not the end of a stay. ``remote`` is
    taking part at a distance (KL 6:24).
    """

    id: int
    person: Person
    capacity: Capacity
    party: str = ""
    title: str = ""
    from_paragraph: int | None = None
    to_paragraph: int | None = None
    remote: bool = False

    def covers(self, number: int) -> bool:
        """True when the person is in the room at that §, jäv aside."""
        return within(number, self.from_paragraph, self.to_paragraph)


@dataclass(frozen=True)
class Disqualification:
    """A person disqualified (jävig) in one item: neither takes part nor is present (KL 6:30).

    ``ground`` is the point of KL 6:28; ``decided`` when the committee had to decide the question.
    """

    id: int
    item_id: int
    person: Person
    ground: str = ""
    self_declared: bool = True
    decided: bool = False


@dataclass(frozen=True)
class NonParticipation:
    """A serving person who stays but does not take part in a decision (F 22; not KL 4:26)."""

    id: int
    item_id: int
    person: Person


@dataclass(frozen=True)
class Override:
    """The secretary's choice instead of the rule, with its reason, for a span of §§.

    ``seat`` is a ``Seat.key``; empty for *skip* and *preside*.
    """

    id: int
    kind: OverrideKind
    reason: str
    person: Person | None = None
    seat: str = ""
    from_paragraph: int | None = None
    to_paragraph: int | None = None

    def covers(self, number: int) -> bool:
        """True when the override holds at that §."""
        return within(number, self.from_paragraph, self.to_paragraph)


@dataclass(frozen=True)
class Sitting:
    """One uninterrupted session, from ``first_paragraph``; adjournments lie between sittings.

    ``item_id`` is the item under which the sitting before was adjourned, if any.
    """

    id: int
    day: dt.date
    start: dt.time
    end: dt.time | None = None
    first_paragraph: int | None = None
    item_id: int | None = None


def within(number: int, first: int | None, last: int | None) -> bool:
    """True when ``first`` ≤ ``number`` ≤ ``last``, None being open."""
    return (first is None or first <= number) and (last is None or number <= last)
