"""Omedelbar justering: a § certified at the meeting, in a part of its own (F 24)."""

from __future__ import annotations

from collections.abc import Sequence

from nämndtui.model.agenda.meeting import MinutesPart, Paragraph
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.text.errors import RefusedError
from nämndtui.model.text.paragraph_range import format_paragraphs
from nämndtui.store.core.change import Change
from nämndtui.store.database import Store
from nämndtui.store.minutes.minutes import delete_part, has_paragraphs, insert_part
from nämndtui.store.minutes.minutes_records import load_record
from nämndtui.workflow.attendance.open_meeting import sitting_meeting
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.decisions.decision_writing import main_part_id


def declare_immediate(store: Store, actor: Actor, meeting_id: int, numbers: Sequence[int]) -> int:
    """Let the §§ be adjusted immediately, together, in a part of their own; returns its id.

    The part's adjusters are those elected for the meeting. Raises RefusedError for a § that this
    meeting does not have or that is adjusted already.
    """
    with store.change("declare_immediate", actor.user, actor.now) as change:
        meeting = sitting_meeting(change, meeting_id, also_held=True)
        record = load_record(change.connection, meeting_id)
        chosen = [_paragraph(record, number) for number in numbers]
        if not chosen:
            raise RefusedError("Ange vilka paragrafer som justeras omedelbart.")
        main = record.dossier.main_part
        new = MinutesPart(
            0,
            immediate=True,
            adjusters=main.adjusters if main else (),
            adjust_place=meeting.place,
            adjust_date=record.sittings[-1].day if record.sittings else meeting.date,
            storage_place=record.dossier.committee.settings.storage_place,
        )
        part_id = insert_part(change, meeting_id, new)
        for one in chosen:
            change.update("paragraphs", one.id, {"part_id": part_id, "immediate": 1})
        _remove_empty(change, record, keep=part_id)
        change.summary = f"{format_paragraphs(numbers)} justeras omedelbart"
    return part_id


def take_back_immediate(store: Store, actor: Actor, meeting_id: int, number: int) -> None:
    """Let a § be adjusted with the others after all. Raises RefusedError once it is adjusted."""
    with store.change("take_back_immediate", actor.user, actor.now) as change:
        meeting = sitting_meeting(change, meeting_id, also_held=True)
        record = load_record(change.connection, meeting_id)
        paragraph = _paragraph(record, number)
        main = main_part_id(change, meeting)
        change.update("paragraphs", paragraph.id, {"part_id": main, "immediate": 0})
        _remove_empty(change, record, keep=main)
        change.summary = f"{format_paragraphs([number])} justeras inte omedelbart"


def _paragraph(record: MinutesRecord, number: int) -> Paragraph:
    for part in record.dossier.minutes_parts:
        if number in part.paragraph_numbers and part.adjusted_on is not None:
            raise RefusedError(f"{format_paragraphs([number])} är redan justerad.")
    for one in record.dossier.paragraphs:
        if one.number == number:
            return one
    raise RefusedError(f"{format_paragraphs([number])} finns inte i det här protokollet.")


def _remove_empty(change: Change, record: MinutesRecord, keep: int) -> None:
    """Drop immediate parts that no § is left in and nothing has happened to."""
    for part in record.dossier.minutes_parts:
        left = has_paragraphs(change.connection, part.id)
        log = record.log(part.id)
        if not part.immediate or part.id == keep or left or log.steps or log.signatures:
            continue
        delete_part(change, part.id)
