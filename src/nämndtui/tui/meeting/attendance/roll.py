"""The roll as rows: everyone who is or should be here at one §, and what they are there.

Pure: who serves follows from the facts (``model/attendance/serving.py``); nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from nämndtui.model.attendance.presence import Disqualification, NonParticipation, Presence
from nämndtui.model.attendance.serving import HOLDER, LEFT, ParagraphServing, Serving
from nämndtui.model.people.persons import Mandate, Person
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.text.vocabulary import swedish
from nämndtui.tui.kit.safe_text import one_line, plain

_CHAIRS = {
    "chair": "ordf.",
    "first_vice_chair": "1:e v. ordf.",
    "second_vice_chair": "2:e v. ordf.",
}
_ELECTED = ("member", "substitute", "serving_substitute")


@dataclass(frozen=True)
class RollRow:
    """One person, or one vacant seat, at one §.

    ``seat`` is the seat the person holds, ``serves`` the one the person serves in. ``stays`` are
    all the person's stays in the room, ``stay`` the one that covers the §.
    ``first`` is the meeting's first §.
    """

    key: str
    person: Person | None
    number: int
    mandate: Mandate | None = None
    seat: Serving | None = None
    serves: Serving | None = None
    stays: tuple[Presence, ...] = ()
    stay: Presence | None = None
    jäv: Disqualification | None = None
    out: NonParticipation | None = None
    leads: bool = False
    first: int = 0
    barred: bool = False

    @property
    def here(self) -> bool:
        """True for someone in the room at the §, or outside only because of jäv."""
        return self.stay is not None or self.jäv is not None

    @property
    def name(self) -> str:
        """``Karin Ek (C)``, or the vacant seat's name."""
        if self.person is None:
            return self.seat.seat.name if self.seat else ""
        party = self.mandate.party if self.mandate else self.person.party
        return f"{self.person.name} ({party})" if party else self.person.name

    @property
    def why(self) -> str:
        """Why the person serves, or why nobody or somebody else serves in the seat."""
        if self.barred and self.stay is not None and self.serves is None:
            return LEFT
        if self.serves is not None and self.serves.substitute:
            return f"för {self.serves.seat.name}: {self.serves.reason}"
        if self.seat is not None and self.seat.reason != HOLDER:
            who = self.seat.person.name if self.seat.person else ""
            return f"{who}: {self.seat.reason}" if who else self.seat.reason
        return ""


def roll_rows(record: MinutesRecord, at: ParagraphServing, item_id: int) -> list[RollRow]:
    """Seats in order, then substitutes, then the others in the room, at one §."""
    if at.number in record.numbers:
        item_id = record.item_at(at.number).id
    rows = [_row(record, at, item_id, one.seat.holder, one) for one in at.seats_served]
    seated = {row.person.id for row in rows if row.person}
    for mandate in record.dossier.mandates:
        if mandate.person.id not in seated:
            seated.add(mandate.person.id)
            rows.append(_row(record, at, item_id, mandate, None))
    for person in _others(record, at):
        if person.id not in seated:
            seated.add(person.id)
            rows.append(_person_row(record, at, item_id, person))
    return rows


def _row(
    record: MinutesRecord,
    at: ParagraphServing,
    item_id: int,
    mandate: Mandate | None,
    seat: Serving | None,
) -> RollRow:
    if mandate is None:
        return RollRow(seat.seat.key if seat else "", None, at.number, seat=seat)
    return _person_row(record, at, item_id, mandate.person, mandate, seat)


def _person_row(
    record: MinutesRecord,
    at: ParagraphServing,
    item_id: int,
    person: Person,
    mandate: Mandate | None = None,
    seat: Serving | None = None,
) -> RollRow:
    leads = at.presiding.person
    return RollRow(
        f"person {person.id}",
        person,
        at.number,
        mandate,
        seat,
        next((s for s in at.serving if s.person and s.person.id == person.id), None),
        tuple(one for one in record.presences if one.person.id == person.id),
        next((one for one in at.inside if one.person.id == person.id), None),
        next((one for one in record.disqualifications if _about(one, item_id, person)), None),
        next((one for one in record.non_participations if _about(one, item_id, person)), None),
        leads is not None and leads.id == person.id and at.presiding.stands_in,
        min(record.numbers, default=record.next_number),
        person.id in at.barred,
    )


def _about(one: Disqualification | NonParticipation, item_id: int, person: Person) -> bool:
    return one.item_id == item_id and one.person.id == person.id


def _others(record: MinutesRecord, at: ParagraphServing) -> Iterator[Person]:
    yield from (one.person for one in record.presences)
    yield from (one.person for one in at.inside)


def roll_content(row: RollRow) -> Content:
    """``● Ali Saadi (S)  ordf.``; ``○`` absent, ``–`` out for jäv."""
    sign = "–" if row.jäv else "●" if row.here else "○"
    note = ", ".join(filter(None, _notes(row)))
    return Content("").join(
        (
            plain(f"{sign} "),
            plain(one_line(row.name), "" if row.stay else "dim"),
            plain(f"  {one_line(note)}" if note else "", "dim"),
        )
    )


def _notes(row: RollRow) -> Iterator[str]:
    if row.jäv:
        yield "jäv"
    instead = row.seat.person if row.seat and row.seat.substitute else None
    if instead is not None:
        yield f"→ {instead.name}"
    elif row.mandate is not None and not row.here:
        yield "ers., frånv." if row.mandate.is_substitute else "frånv."
    elif row.seat is not None and row.serves is None and not row.jäv:
        yield "tjänstgör inte" if row.person else "ingen"
    if row.serves is not None and row.serves.substitute:
        holder = row.serves.seat.holder
        yield f"→ {holder.person.name if holder else row.serves.seat.name}"
    elif row.mandate is not None and row.mandate.is_substitute and row.here:
        yield "ers."
    elif row.mandate is not None:
        yield _CHAIRS.get(row.mandate.office, "")
    elif row.stay is not None:
        yield row.stay.title or _capacity(row.stay.capacity)
    if row.leads:
        yield "leder"
    if row.out is not None:
        yield "deltar inte i beslutet"
    yield from _bounds(row)


def _bounds(row: RollRow) -> Iterator[str]:
    stay = row.stay
    if stay is None and row.stays and not row.here:
        last = row.stays[-1]
        if last.to_paragraph is not None and last.to_paragraph < row.number:
            yield f"ut efter § {last.to_paragraph}"
    if stay is not None and (stay.from_paragraph or 0) > row.first:
        yield f"fr.o.m. § {stay.from_paragraph}"
    if stay is not None and stay.to_paragraph is not None:
        yield f"t.o.m. § {stay.to_paragraph}"
    if stay is not None and stay.remote:
        yield "på distans"


def _capacity(capacity: str) -> str:
    return "" if capacity in _ELECTED else swedish("attendance_role", capacity)
