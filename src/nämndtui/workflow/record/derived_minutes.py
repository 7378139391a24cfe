"""What follows from the facts, kept beside them: the attendance list and the generated texts.

Every verb that changes a fact calls ``refresh`` before it ends, so that list, texts and facts
are committed together.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from nämndtui.model.agenda.meeting import Attendance, Paragraph
from nämndtui.model.attendance.attendance_rows import attendance_rows
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.record.minutes_serving import MeetingServing, meeting_serving
from nämndtui.model.wording.decision_texts import default_procedure
from nämndtui.model.wording.generated_texts import GENERATED_FIELDS, generated_texts
from nämndtui.model.wording.opening_points import renewed_points
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns
from nämndtui.store.decisions.generated_texts import set_generated
from nämndtui.store.minutes.minutes import insert_attendance
from nämndtui.store.minutes.minutes_records import load_record


def refresh(change: Change, meeting_id: int) -> MinutesRecord:
    """Write attendance list and texts anew where the facts give something else.

    Texts edited by hand stay; what is adjusted is left alone. Returns the record as it was read.
    """
    record = load_record(change.connection, meeting_id)
    serving = meeting_serving(record)
    if record.presences:
        _write_attendance(change, record, attendance_rows(serving.room, serving.table))
    adjusted = {
        number
        for part in record.dossier.minutes_parts
        if part.adjusted_on is not None
        for number in part.paragraph_numbers
    }
    for paragraph in record.dossier.paragraphs:
        if paragraph.number not in adjusted:
            _write_texts(change, record, paragraph, serving)
            _write_opening(change, record, paragraph)
    return record


def accept_edited(
    change: Change, paragraph_id: int, meeting_id: int, fields: Collection[str]
) -> None:
    """Note what the facts give just now for the ``fields`` edited by hand in this change.

    The other texts keep what they were held against, so that a warning there stands.
    """
    record = load_record(change.connection, meeting_id)
    paragraph = next(one for one in record.dossier.paragraphs if one.id == paragraph_id)
    for field, text in generated_texts(record, paragraph).items():
        if field in fields:
            _write_generated(change, record, paragraph_id, field, text)


def _write_attendance(change: Change, record: MinutesRecord, rows: tuple[Attendance, ...]) -> None:
    known = {(one.person.id, one.role): one.id for one in record.dossier.attendances}
    wanted = {(one.person.id, one.role) for one in rows}
    for key, row_id in known.items():
        if key not in wanted:
            change.delete("attendances", row_id)
    for position, one in enumerate(rows):
        row_id = known.get((one.person.id, one.role), 0)
        if row_id:
            change.update("attendances", row_id, {**_columns(one), "position": position})
        else:
            insert_attendance(change, record.dossier.meeting.id, one, position)


def _columns(one: Attendance) -> dict[str, Any]:
    names = ("party", "office", "replaces", "title", "remote", "from_paragraph", "to_paragraph")
    values = {name: getattr(one, name) for name in (*names, "not_paragraphs")}
    return columns(values)


def _write_texts(
    change: Change, record: MinutesRecord, paragraph: Paragraph, serving: MeetingServing
) -> None:
    changed: dict[str, str] = {}
    texts = generated_texts(record, paragraph, serving)
    stock = default_procedure(paragraph.outcome, paragraph.points)
    for field in GENERATED_FIELDS:
        current = getattr(paragraph, field)
        before = record.generated.get((paragraph.id, field))
        by_hand = current not in ("", before, stock if field == "procedure" else "")
        if by_hand and before is not None:
            continue
        if not by_hand and current != texts[field]:
            changed[field] = texts[field]
        _write_generated(change, record, paragraph.id, field, texts[field])
    if changed:
        change.update("paragraphs", paragraph.id, changed)


def _write_opening(change: Change, record: MinutesRecord, paragraph: Paragraph) -> None:
    """Let the § that fixes the agenda follow the agenda while nobody has written in it (F 1)."""
    item, dossier = record.dossier.item(paragraph.item_id), record.dossier
    points = renewed_points(paragraph, item, dossier.items, dossier.committee.name)
    if points != paragraph.points:
        change.update("paragraphs", paragraph.id, columns({"points": points}))


def _write_generated(
    change: Change, record: MinutesRecord, paragraph_id: int, field: str, text: str
) -> None:
    before = record.generated.get((paragraph_id, field))
    if before == text or (before is None and not text):
        return
    set_generated(change, paragraph_id, field, text)
