"""One meeting's dossier with every fact about how it was held and what followed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.meeting import Paragraph
from nämndtui.model.attendance.presence import (
    Disqualification,
    NonParticipation,
    Override,
    Presence,
    Sitting,
)
from nämndtui.model.attendance.room import Certified, Room
from nämndtui.model.decisions.statement import Statement
from nämndtui.model.decisions.vote import Vote
from nämndtui.model.decisions.yrkande import Handling, Yrkande
from nämndtui.model.people.seats import seats
from nämndtui.model.people.substitute_order import SubstituteOrder
from nämndtui.model.record.correction import Correction
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.record.follow_up import Assignment, Dispatch
from nämndtui.model.record.part_log import PartLog


@dataclass(frozen=True)
class MinutesRecord:
    """The dossier and the facts. ``next_number`` is the § the next decision will get.

    ``generated`` maps (paragraph id, field) → the text the facts gave when it was last written;
    ``returns`` a postponed item → the day of the meeting it returns to, None while it waits.
    """

    dossier: MeetingDossier
    next_number: int
    presences: tuple[Presence, ...] = ()
    disqualifications: tuple[Disqualification, ...] = ()
    non_participations: tuple[NonParticipation, ...] = ()
    overrides: tuple[Override, ...] = ()
    sittings: tuple[Sitting, ...] = ()
    certified: Mapping[int, tuple[Certified, ...]] = field(default_factory=dict)
    order: SubstituteOrder = field(default_factory=SubstituteOrder)
    vacant_parties: tuple[str, ...] = ()
    handlings: tuple[Handling, ...] = ()
    moved: tuple[Yrkande, ...] = ()
    votes: tuple[Vote, ...] = ()
    statements: tuple[Statement, ...] = ()
    dispatches: tuple[Dispatch, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    part_logs: tuple[PartLog, ...] = ()
    generated: Mapping[tuple[int, str], str] = field(default_factory=dict)
    returns: Mapping[int, dt.date | None] = field(default_factory=dict)

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """The corrections of the meeting's §§, oldest first."""
        return self.dossier.corrections

    @property
    def numbers(self) -> tuple[int, ...]:
        """The meeting's § numbers in order."""
        return tuple(one.number for one in self.dossier.paragraphs)

    def number_of(self, item_id: int) -> int:
        """The § of an item; the next one while it has none."""
        for one in self.dossier.paragraphs:
            if one.item_id == item_id:
                return one.number
        return self.next_number

    def paragraph(self, number: int) -> Paragraph:
        """The § with that number. Raises KeyError when this meeting has none."""
        for one in self.dossier.paragraphs:
            if one.number == number:
                return one
        raise KeyError(number)

    def handling(self, item_id: int) -> Handling:
        """How the item was handled; an empty one when nothing is noted."""
        return next((h for h in self.handlings if h.item_id == item_id), Handling(item_id))

    def moved_in(self, item_id: int) -> tuple[Yrkande, ...]:
        """The yrkanden of an item in the order they were made."""
        return tuple(one for one in self.moved if one.item_id == item_id)

    def votes_in(self, item_id: int) -> tuple[Vote, ...]:
        """The votes of an item in order."""
        return tuple(one for one in self.votes if one.item_id == item_id)

    def statements_in(self, item_id: int) -> tuple[Statement, ...]:
        """Reservations and notes of an item in order."""
        return tuple(one for one in self.statements if one.item_id == item_id)

    def log(self, part_id: int) -> PartLog:
        """What is logged of a part; an empty log when nothing is."""
        return next((one for one in self.part_logs if one.part_id == part_id), PartLog(part_id))

    def item_at(self, number: int) -> AgendaItem:
        """The item a § belongs to. Raises KeyError."""
        return self.dossier.item(self.paragraph(number).item_id)


def room_of(record: MinutesRecord, current_item_id: int | None = None) -> Room:
    """The attendance facts as a ``Room``.

    ``current_item_id`` is the item being handled now: its disqualifications hold at the next §.
    """
    mandates = record.dossier.mandates
    settings = record.dossier.committee.settings
    jäv: dict[int, frozenset[int]] = {}
    given = {one.item_id: one.number for one in record.dossier.paragraphs}
    if current_item_id is not None:
        given.setdefault(current_item_id, record.next_number)
    for one in record.disqualifications:
        number = given.get(one.item_id)
        if number is not None:
            jäv[number] = jäv.get(number, frozenset()) | {one.person.id}
    return Room(
        day=record.dossier.meeting.date,
        seats=tuple(
            seats(
                (one for one in mandates if not one.is_substitute),
                settings.seats,
                record.vacant_parties,
            )
        ),
        substitutes=tuple(one for one in mandates if one.is_substitute),
        order=record.order,
        presences=record.presences,
        disqualified=jäv,
        overrides=record.overrides,
        sittings=record.sittings,
        certified=record.certified,
        leavers_may_return=settings.leavers_may_return,
    )
