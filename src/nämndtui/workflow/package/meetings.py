"""A package's meetings: items first, then §§ in number order, then what adjusts them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.case import CaseReference
from nämndtui.model.agenda.meeting import Meeting, MinutesPart, Paragraph
from nämndtui.model.agenda.numbering import numbers
from nämndtui.model.calendar.swedish_dates import iso
from nämndtui.model.people.persons import Person
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.diary_number import parse_diary_number
from nämndtui.model.text.errors import RefusedError
from nämndtui.store.agenda.cases import find_case
from nämndtui.store.agenda.item_writing import insert_item
from nämndtui.store.agenda.meetings import insert_meeting, meeting_exists
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns
from nämndtui.store.locks.seals import seal_part
from nämndtui.store.minutes.minutes import insert_attendance, insert_paragraph, insert_part
from nämndtui.store.people.persons import insert_person, person_by_name
from nämndtui.store.summons.sendings import insert_sending
from nämndtui.workflow.package.facts import ImportedIds


class MeetingImport:
    """Meetings of one committee going in: ``add`` each, ``wait``, ``send``, ``decide``, ``adjust``,
    ``seal``.

    §§ wait until ``decide`` because their numbers must follow on each other over all the
    meetings; adjustment waits longer, because nothing may be added to adjusted minutes.
    ``ids`` are the package's ids → those in the database.
    """

    def __init__(self, change: Change, committee_id: int, opening_items: str) -> None:
        self._change = change
        self._committee_id = committee_id
        self._opening_items = opening_items
        self._paragraphs: list[tuple[Paragraph, int]] = []
        self._adjusted: list[tuple[int, MinutesPart]] = []
        self.ids = ImportedIds()

    def add(self, dossier: MeetingDossier) -> None:
        """Store a meeting, its items, attendance and parts. Raises RefusedError when known."""
        meeting = replace(dossier.meeting, committee_id=self._committee_id)
        self._check_new(meeting)
        meeting_id = insert_meeting(self._change, meeting)
        self.ids.meetings[dossier.meeting.id] = meeting_id
        self.ids.items |= self._items(dossier, meeting_id)
        part_ids = self._parts(dossier, meeting_id)
        for position, presence in enumerate(dossier.attendances):
            known = replace(presence, person=_person(self._change, presence.person))
            insert_attendance(self._change, meeting_id, known, position)
        for paragraph in dossier.paragraphs:
            part_id = part_ids.get(paragraph.number, part_ids[0])
            moved = replace(paragraph, item_id=self.ids.items[paragraph.item_id])
            self._paragraphs.append((moved, part_id))

    def decide(self) -> None:
        """Store the §§ in number order."""
        self._paragraphs.sort(key=lambda pair: (pair[0].year, pair[0].number))
        for paragraph, part_id in self._paragraphs:
            stored = insert_paragraph(self._change, self._committee_id, paragraph, part_id)
            self.ids.paragraphs[paragraph.id] = stored

    def adjust(self) -> None:
        """Store the dates of adjustment and notice."""
        for part_id, part in self._adjusted:
            dates = columns({"adjusted_on": part.adjusted_on, "posted_on": part.posted_on})
            self._change.update("minutes_parts", part_id, dates)

    def seal(self) -> None:
        """Seal what came adjusted, once everything it certifies is there."""
        for part_id, _ in self._adjusted:
            seal_part(self._change, part_id)

    def _check_new(self, meeting: Meeting) -> None:
        if meeting_exists(self._change.connection, self._committee_id, meeting.date, meeting.start):
            raise RefusedError(
                f"Sammanträdet {iso(meeting.date)} finns redan i databasen. Inget importerades."
            )

    def _items(self, dossier: MeetingDossier, meeting_id: int) -> dict[int, int]:
        """Store the items; local id → id in the database."""
        computed = numbers((item.kind for item in dossier.items), self._opening_items)
        given = any(item.number is not None for item in dossier.items)
        ids: dict[int, int] = {}
        for position, (item, number) in enumerate(zip(dossier.items, computed, strict=True), 1):
            stored = replace(
                _own(self._change, self._committee_id, item),
                meeting_id=meeting_id,
                position=position,
                number=item.number if given else number,
            )
            ids[item.id] = insert_item(self._change, stored)
        return ids

    def _parts(self, dossier: MeetingDossier, meeting_id: int) -> dict[int, int]:
        """Store the minutes parts; § number → part id, 0 → the main part."""
        parts = list(dossier.minutes_parts)
        if dossier.paragraphs and not any(not part.immediate for part in parts):
            parts.append(MinutesPart(0))
        ids: dict[int, int] = {}
        for part in parts:
            people = tuple(_person(self._change, person) for person in part.adjusters)
            part_id = insert_part(self._change, meeting_id, replace(part, adjusters=people))
            self.ids.parts[part.id] = part_id
            if not part.immediate:
                ids[0] = part_id
            ids |= dict.fromkeys(part.paragraph_numbers, part_id)
            if part.adjusted_on is not None:
                self._adjusted.append((part_id, part))
        return ids

    def send(self, dossiers: Iterable[MeetingDossier]) -> None:
        """Store what was sent before the meetings, once every item it may speak of is there."""
        for dossier in dossiers:
            for sending in dossier.sendings:
                documents = tuple(
                    replace(one, item_id=self.ids.items[one.item_id]) for one in sending.documents
                )
                meeting_id = self.ids.meetings[dossier.meeting.id]
                insert_sending(self._change, meeting_id, replace(sending, documents=documents))

    def wait(self, waiting: Iterable[AgendaItem]) -> None:
        """Store drafts that wait for a meeting."""
        for item in waiting:
            own = _own(self._change, self._committee_id, item)
            stored = replace(own, meeting_id=None, number=None, position=0)
            self.ids.items[item.id] = insert_item(self._change, stored)


def _own(change: Change, committee_id: int, item: AgendaItem) -> AgendaItem:
    """The item with this database's committee and case ids."""
    cases = []
    for reference in item.cases:
        case_id = find_case(change.connection, committee_id, parse_diary_number(reference.dnr))
        if case_id is None:
            raise RefusedError(f"{reference.dnr} i ”{item.title}” finns inte bland ärendena.")
        cases.append(CaseReference(case_id, reference.dnr))
    return replace(item, committee_id=committee_id, cases=tuple(cases))


def _person(change: Change, person: Person) -> Person:
    known = person_by_name(change.connection, person.name)
    return known or replace(person, id=insert_person(change, person))
