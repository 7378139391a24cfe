"""Meetings with agenda and minutes between the package and the model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from nämndtui.exchange.package.content.items import (
    ItemPlace,
    ItemReader,
    item_numbers,
    number_to_write,
    write_item,
)
from nämndtui.exchange.package.content.minutes import (
    read_attendance,
    read_minutes_part,
    read_paragraph,
    write_attendance,
    write_minutes_part,
    write_paragraph,
)
from nämndtui.exchange.package.content.people import PersonRegister, mandates_on
from nämndtui.exchange.package.values import (
    Raw,
    clock,
    day,
    iso_clock,
    iso_day,
    kept,
    line,
    listed,
    names_by_comma,
    said,
    unless,
    unless_line,
    word,
)
from nämndtui.model.agenda.agenda_item import AgendaItem, ItemState
from nämndtui.model.agenda.meeting import GroupMeeting, Meeting, Paragraph
from nämndtui.model.agenda.meeting_states import OPEN_AGENDA
from nämndtui.model.calendar.swedish_dates import parse_time
from nämndtui.model.people.committee import CommitteeSettings
from nämndtui.model.people.persons import Mandate
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.wording.decision_texts import HANDLED_STATES


def read_dossier(
    raw: Raw, reader: ItemReader, register: PersonRegister, mandates: tuple[Mandate, ...]
) -> MeetingDossier:
    """One meeting with everything under it; ``mandates`` are all the committee's."""
    meeting = _read_meeting(raw, reader)
    items, paragraphs = _read_agenda(raw.get("punkter", []), meeting, reader)
    valid = mandates_on(mandates, meeting.date)
    ids = reader.ids
    return MeetingDossier(
        reader.committee,
        meeting,
        items,
        tuple(sorted(paragraphs, key=lambda p: (p.year, p.number))),
        tuple(read_attendance(row, register, valid, ids) for row in raw.get("närvaro", ())),
        tuple(read_minutes_part(row, register, ids) for row in raw.get("protokollsdelar", ())),
        valid,
    )


def _read_meeting(raw: Raw, reader: ItemReader) -> Meeting:
    settings = reader.committee.settings
    return Meeting(
        id=reader.ids.next("meeting"),
        committee_id=reader.committee.id,
        date=date.fromisoformat(raw["datum"]),
        start=clock(raw, "tid") or parse_time(settings.start_time),
        place=line(raw, "plats", settings.place),
        end=clock(raw, "sluttid"),
        end_date=day(raw, "slutdatum"),
        kind=word(raw, "slag", "meeting_kind", "ordinary"),
        state=word(raw, "status", "meeting_state", "planned"),
        remark=raw.get("anmärkning", ""),
        summons_date=day(raw, "kallelsedatum"),
        group_meetings=tuple(map(_read_group_meeting, raw.get("gruppmöten", ()))),
        absence_contact=line(raw, "förhinder"),
        cancelled_reason=raw.get("inställt_skäl", ""),
    )


def _read_agenda(
    rows: list[Raw], meeting: Meeting, reader: ItemReader
) -> tuple[tuple[AgendaItem, ...], list[Paragraph]]:
    items: list[AgendaItem] = []
    paragraphs: list[Paragraph] = []
    numbers = item_numbers(rows, reader.committee.settings)
    for position, (raw, number) in enumerate(zip(rows, numbers, strict=True), 1):
        state = _assumed_state(meeting, None)
        item = reader.read(raw, ItemPlace(meeting.id, position, number, state))
        if "paragraf" in raw:
            paragraph = read_paragraph(raw["paragraf"], item, meeting.date.year, reader.ids)
            paragraphs.append(paragraph)
            if "status" not in raw:
                item = replace(item, state=_assumed_state(meeting, paragraph))
        items.append(item)
    return tuple(items), paragraphs


def _assumed_state(meeting: Meeting, paragraph: Paragraph | None) -> ItemState:
    """The state of an item whose state is not written."""
    if paragraph is not None:
        return HANDLED_STATES[paragraph.outcome]
    return "draft" if meeting.state in (*OPEN_AGENDA, "cancelled") else "listed"


def _read_group_meeting(raw: Raw) -> GroupMeeting:
    return GroupMeeting(
        names_by_comma(raw["partier"]), line(raw, "plats"), day(raw, "datum"), clock(raw, "tid")
    )


def write_dossier(
    dossier: MeetingDossier, mandates: tuple[Mandate, ...], files: Mapping[str, bytes]
) -> Raw:
    """The inverse of ``read_dossier``."""
    meeting, settings = dossier.meeting, dossier.committee.settings
    valid = mandates_on(mandates, meeting.date)
    present = (write_attendance(row, valid) for row in dossier.attendances)
    return kept(
        {
            **_meeting_fields(meeting, settings),
            "gruppmöten": listed(map(_write_group_meeting, meeting.group_meetings)),
            "närvaro": listed(present),
            "protokollsdelar": listed(map(write_minutes_part, dossier.minutes_parts)),
            "punkter": listed(_write_agenda_item(item, dossier, files) for item in dossier.items),
        }
    )


def _meeting_fields(meeting: Meeting, settings: CommitteeSettings) -> Raw:
    return {
        "datum": meeting.date.isoformat(),
        "tid": unless(iso_clock(meeting.start), iso_clock(parse_time(settings.start_time))),
        "plats": unless_line(meeting.place, settings.place),
        "sluttid": iso_clock(meeting.end),
        "slutdatum": iso_day(meeting.end_date),
        "slag": said("meeting_kind", meeting.kind, "ordinary"),
        "status": said("meeting_state", meeting.state, "planned"),
        "anmärkning": unless(meeting.remark, ""),
        "kallelsedatum": iso_day(meeting.summons_date),
        "förhinder": unless_line(meeting.absence_contact),
        "inställt_skäl": unless(meeting.cancelled_reason, ""),
    }


def _write_agenda_item(
    item: AgendaItem, dossier: MeetingDossier, files: Mapping[str, bytes]
) -> Raw:
    paragraph = dossier.paragraph_of(item)
    state = _assumed_state(dossier.meeting, paragraph)
    fields = write_item(item, number_to_write(item, dossier.committee.settings), state, files)
    if paragraph is not None:
        fields["paragraf"] = write_paragraph(paragraph, item, dossier.meeting.date.year)
    return fields


def _write_group_meeting(group: GroupMeeting) -> Raw:
    return kept(
        {
            "partier": [clean_line(party) for party in group.parties],
            "plats": unless_line(group.place),
            "datum": iso_day(group.date),
            "tid": iso_clock(group.time),
        }
    )
