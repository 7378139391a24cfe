"""Who serves at each § of one meeting: from the facts, or from a plain attendance list.

A meeting whose attendance came as a list (an import, the plain form) has no facts to derive
from; there the list itself says who serves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from nämndtui.model.agenda.meeting import Attendance
from nämndtui.model.attendance.presence import Presence, capacity_of
from nämndtui.model.attendance.presiding import Presiding, presiding
from nämndtui.model.attendance.quorum import present_at, serves_at
from nämndtui.model.attendance.room import Room
from nämndtui.model.attendance.serving import HOLDER, ParagraphServing, Serving, serving_table
from nämndtui.model.people.persons import Mandate
from nämndtui.model.people.seats import Seat
from nämndtui.model.record.minutes_record import MinutesRecord, room_of


@dataclass(frozen=True)
class MeetingServing:
    """The room and the table of one meeting. ``table`` has the next § last while one is open."""

    room: Room
    table: tuple[ParagraphServing, ...]

    def at(self, number: int) -> ParagraphServing:
        """The § with that number. Raises KeyError."""
        for one in self.table:
            if one.number == number:
                return one
        raise KeyError(number)

    @cached_property
    def usual(self) -> Presiding:
        """Who leads at most of the §§; the first of them when equally many."""
        leads = [one.presiding for one in self.table]
        often = Counter(one.person.id for one in leads if one.person)
        return max(leads, key=lambda one: often[one.person.id] if one.person else 0)


def meeting_serving(record: MinutesRecord, current_item_id: int | None = None) -> MeetingServing:
    """The table of all §§, and of the next one when the meeting has none or an item is open."""
    room = room_of(record, current_item_id)
    numbers = list(record.numbers)
    if current_item_id is not None or not numbers:
        current = record.next_number
        if current_item_id is not None:
            current = record.number_of(current_item_id)
        numbers.append(current)
    if record.presences or not record.dossier.attendances:
        return MeetingServing(room, serving_table(room, numbers))
    listed = record.dossier.attendances
    table = [
        _listed(room, listed, number, record.dossier.mandates) for number in sorted(set(numbers))
    ]
    return MeetingServing(room, tuple(table))


def _listed(
    room: Room, rows: Sequence[Attendance], number: int, mandates: Sequence[Mandate]
) -> ParagraphServing:
    """One § as the attendance list has it."""
    serving = [
        one for one in rows if serves_at(one, number) and one.person.id not in room.jäv(number)
    ]
    seats = {seat.name: seat for seat in room.seats}
    by_name = {seat.holder.person.name: seat for seat in room.seats if seat.holder}
    given: dict[str, Serving] = {}
    extra: list[Serving] = []
    for row in serving:
        seat = by_name.get(row.person.name) or by_name.get(row.replaces) or seats.get(row.replaces)
        mandate = _mandate(row, mandates, room)
        if seat is not None and seat.holder and seat.holder.person.id == row.person.id:
            mandate = seat.holder
        if seat is None or seat.key in given:
            seat = Seat(f"lista {row.person.id}", row.party)
            extra.append(Serving(seat, mandate, "enligt närvarolistan"))
        else:
            reason = HOLDER if mandate is seat.holder else "enligt närvarolistan"
            given[seat.key] = Serving(seat, mandate, reason)
    empty = [seat for seat in room.seats if seat.key not in given]
    # Someone listed without saying for whom takes an empty seat, so that the seats stay as many.
    unseated = empty[len(extra) :] if len(extra) <= len(empty) else []
    seats_served = [
        *(given[seat.key] for seat in room.seats if seat.key in given),
        *extra,
        *(Serving(seat, None, "ingen enligt närvarolistan") for seat in unseated),
    ]
    ids = {one.person.id for one in serving}
    inside = tuple(
        Presence(0, one.person, capacity_of(one.role), one.party, one.title, remote=one.remote)
        for one in rows
        if one.person.id in ids or (not one.serves and present_at(one, number))
    )
    return ParagraphServing(
        number, tuple(seats_served), presiding(room, number, ids), inside, room.jäv(number)
    )


def _mandate(row: Attendance, mandates: Sequence[Mandate], room: Room) -> Mandate:
    for one in mandates:
        if one.person.id == row.person.id:
            return one
    office = row.office or ("substitute" if row.role == "serving_substitute" else "member")
    return Mandate(0, 0, row.person, office, row.party, room.day)
