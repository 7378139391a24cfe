"""Everything the närvarolista says: who served, was there or was absent at which §§ (A13)."""

from __future__ import annotations

from collections.abc import Sequence

from nämndtui.documents.contexts.committee import (
    Context,
    committee_context,
    document_context,
    meeting_context,
)
from nämndtui.model.attendance.attendance_list import (
    ABSENT,
    GROUPS,
    OUT,
    SERVES,
    THERE,
    AttendanceLine,
    attendance_list,
)
from nämndtui.model.calendar.swedish_dates import iso
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.record.minutes_serving import meeting_serving
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.paragraph_range import format_paragraphs

ATTENDANCE_LIST = "Närvarolista"
_HEADINGS = {"members": "Ledamöter", "substitutes": "Ersättare", "others": "Övriga"}
_MOST_COLUMNS = 5
_LEGEND = (
    (SERVES, "tjänstgör"),
    (THERE, "närvarar utan att tjänstgöra"),
    (OUT, "deltar inte på grund av jäv"),
    (ABSENT, "inte närvarande"),
)


def attendance_list_context(record: MinutesRecord) -> Context:
    """The context of ``närvarolista.docx``.

    §§ in a row at which nobody's mark changes share a column; with more columns than a page
    holds there are several tables.
    """
    dossier = record.dossier
    serving = meeting_serving(record)
    lines = attendance_list(serving.room, serving.table)
    numbers = record.numbers
    spans = _spans(numbers, lines)
    marks = {mark for line in lines for mark in line.marks}
    title = f"{ATTENDANCE_LIST} {dossier.committee.name} {iso(dossier.meeting.date)}"
    return {
        "nämnd": committee_context(dossier.committee),
        "dokument": document_context(ATTENDANCE_LIST, title, dossier.meeting.date),
        "sammanträde": meeting_context(dossier.committee, dossier.meeting, record.sittings),
        "paragrafer_text": format_paragraphs(numbers),
        "teckenförklaring": [
            f"{mark}\u00a0=\u00a0{means}" for mark, means in _LEGEND if mark in marks
        ],
        "tabeller": [
            _group(group, lines, spans[first : first + _MOST_COLUMNS], numbers)
            for first in range(0, max(len(spans), 1), _MOST_COLUMNS)
            for group in GROUPS
            if any(line.group == group for line in lines)
        ],
    }


def _group(
    group: str,
    lines: Sequence[AttendanceLine],
    spans: Sequence[tuple[int, ...]],
    numbers: Sequence[int],
) -> Context:
    heading = _HEADINGS[group]
    shown = [number for span in spans for number in span]
    if len(shown) < len(numbers):
        heading += f", {format_paragraphs(shown)}"
    return {
        "rubrik": heading,
        "kolumner": [format_paragraphs(span) for span in spans] or ["Sammanträdet"],
        "personer": [
            {"namn": _name(line, numbers), "märken": _marks(line, spans, numbers)}
            for line in lines
            if line.group == group
        ],
    }


def _name(line: AttendanceLine, numbers: Sequence[int]) -> str:
    name = clean_line(line.name)
    if not line.remote_at:
        return name
    there = [n for n, mark in zip(numbers, line.marks, strict=False) if mark in (SERVES, THERE)]
    whole = set(there) <= set(line.remote_at)
    return f"{name}, på distans{'' if whole else f' {format_paragraphs(line.remote_at)}'}"


def _marks(
    line: AttendanceLine, spans: Sequence[tuple[int, ...]], numbers: Sequence[int]
) -> list[str]:
    if not spans:
        return list(line.marks[:1])
    return [line.marks[numbers.index(span[0])] for span in spans]


def _spans(numbers: Sequence[int], lines: Sequence[AttendanceLine]) -> list[tuple[int, ...]]:
    """Runs of §§ whose marks are the same on every line."""
    spans: list[list[int]] = []
    before: tuple[str, ...] | None = None
    for index, number in enumerate(numbers):
        marks = tuple(line.marks[index] for line in lines)
        if marks == before:
            spans[-1].append(number)
        else:
            spans.append([number])
        before = marks
    return [tuple(span) for span in spans]
