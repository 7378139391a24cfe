"""A plain attendance list turned into facts by §, so that the rules can work on it."""

from __future__ import annotations

from collections.abc import Iterable

from nämndtui.model.agenda.meeting import Attendance
from nämndtui.model.attendance.presence import (
    Capacity,
    Disqualification,
    Override,
    OverrideKind,
    Presence,
    Sitting,
    capacity_of,
)
from nämndtui.model.people.persons import Mandate
from nämndtui.model.record.minutes_record import MinutesRecord, room_of
from nämndtui.store.attendance.presences import (
    insert_override,
    insert_presence,
    insert_sitting,
    rows_of,
)
from nämndtui.store.core.change import Change
from nämndtui.store.decisions.handlings import insert_disqualification
from nämndtui.store.minutes.minutes_records import load_record

_AS_LISTED = "enligt närvarolistan"


def begin_roll(change: Change, record: MinutesRecord, absent: Iterable[int] = ()) -> None:
    """Everyone with a mandate in the room from the start, but ``absent`` person ids."""
    meeting, away = record.dossier.meeting, set(absent)
    seen: set[int] = set()
    for position, mandate in enumerate(record.dossier.mandates):
        if mandate.person.id in away | seen:
            continue
        seen.add(mandate.person.id)
        insert_presence(change, meeting.id, _stay(mandate), position)
    if not record.sittings:
        first = Sitting(0, meeting.date, meeting.start, first_paragraph=record.next_number)
        insert_sitting(change, meeting.id, first)


def ensure_facts(change: Change, meeting_id: int) -> MinutesRecord:
    """The meeting's record, with facts made from its attendance list when it has none."""
    record = load_record(change.connection, meeting_id)
    if record.presences:
        return record
    if not record.dossier.attendances:
        begin_roll(change, record)
    else:
        _from_list(change, record)
    return load_record(change.connection, meeting_id)


def drop_facts(change: Change, meeting_id: int) -> None:
    """Let a plain list be what counts: stays and overrides go, jäv and sittings stay."""
    for table in ("presences", "service_overrides"):
        for name, row_id in rows_of(change.connection, table, meeting_id):
            change.delete(name, row_id)


def _stay(mandate: Mandate) -> Presence:
    capacity: Capacity = "substitute" if mandate.is_substitute else "member"
    return Presence(0, mandate.person, capacity, mandate.party)


def _from_list(change: Change, record: MinutesRecord) -> None:
    meeting = record.dossier.meeting
    seats = {seat.holder.person.name: seat for seat in room_of(record).seats if seat.holder}
    items = {one.number: one.item_id for one in record.dossier.paragraphs}
    noted = {(one.item_id, one.person.id) for one in record.disqualifications}
    for position, row in enumerate(record.dossier.attendances):
        insert_presence(change, meeting.id, _listed_stay(row), position)
        if row.role == "serving_substitute" and row.replaces in seats:
            seat = seats[row.replaces].key
            insert_override(change, meeting.id, _override(row, "serve", seat))
        elif row.role == "substitute":
            insert_override(change, meeting.id, _override(row, "skip", ""))
        for number in row.not_paragraphs:
            item_id = items.get(number)
            if item_id is not None and (item_id, row.person.id) not in noted:
                insert_disqualification(change, Disqualification(0, item_id, row.person))
                noted.add((item_id, row.person.id))
    if not record.sittings:
        start = min(items, default=record.next_number)
        first = Sitting(0, meeting.date, meeting.start, first_paragraph=start)
        insert_sitting(change, meeting.id, first)


def _listed_stay(row: Attendance) -> Presence:
    return Presence(
        0,
        row.person,
        capacity_of(row.role),
        row.party,
        row.title,
        row.from_paragraph,
        row.to_paragraph,
        row.remote,
    )


def _override(row: Attendance, kind: OverrideKind, seat: str) -> Override:
    return Override(0, kind, _AS_LISTED, row.person, seat, row.from_paragraph, row.to_paragraph)
