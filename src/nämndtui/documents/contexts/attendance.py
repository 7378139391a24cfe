"""Who took part, as the minutes' front page says it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from nämndtui.documents.contexts.committee import Context
from nämndtui.model.agenda.meeting import Attendance
from nämndtui.model.attendance.presence import within
from nämndtui.model.people.persons import OFFICES
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.number_words import join_swedish
from nämndtui.model.text.paragraph_range import format_paragraphs
from nämndtui.model.text.vocabulary import VALUES

_NAMED_OFFICES = OFFICES[:3]
_SECTION = "§\u00a0"


def attendance_context(dossier: MeetingDossier) -> Context:
    """``närvaro``: ``beslutande``, ``ersättare`` and ``övriga``, each a list of lines.

    Those who decide stand with the chair first, then the vice chairs, then as they were noted.
    """
    serving = sorted((a for a in dossier.attendances if a.serves), key=_office_order)
    waiting = [a for a in dossier.attendances if a.role == "substitute"]
    others = [a for a in dossier.attendances if not a.serves and a.role != "substitute"]
    return {
        "beslutande": [attendance_text(a) for a in serving],
        "ersättare": [attendance_text(a) for a in waiting],
        "övriga": [attendance_text(a) for a in others],
    }


def attendance_text(attendance: Attendance) -> str:
    """``Karin Ek (C), ordförande, ej § 13``; a substitute serving ``tj. ers. för Namn (P)``."""
    parts = [name_with_party(attendance), _office(attendance), clean_line(attendance.title)]
    several = len(attendance.replaced) > 1
    if attendance.role == "serving_substitute":
        replaced = clean_line(_replaced(attendance))
        parts.append(f"tj. ers. för {replaced}" if replaced else "tj. ers.")
    if attendance.remote and not attendance.partly_remote:
        parts.append("på distans")
    if not several:
        parts += [_limits(attendance), _not_present(attendance)]
    if attendance.partly_remote:
        # Only at some of the §§: said last, with its own numbers.
        parts.append(f"på distans {format_paragraphs(attendance.remote_at)}")
    return clean_line(", ".join(part for part in parts if part))


def _replaced(attendance: Attendance) -> str:
    """For whom, each with its own §§ when there were several."""
    if len(attendance.replaced) < 2:
        return attendance.replaces
    each = [f"{name} {format_paragraphs(numbers)}" for name, numbers in attendance.replaced]
    return join_swedish(each)


def name_with_party(attendance: Attendance) -> str:
    """``Karin Ek (C)``: the party the person stood for at the meeting."""
    name = clean_line(attendance.person.name)
    party = attendance.party or attendance.person.party
    return f"{name} ({party})" if party and attendance.person.kind == "elected" else name


def attendance_at(
    attendances: Iterable[Attendance], numbers: Sequence[int]
) -> tuple[Attendance, ...]:
    """Those present at some of the §§ ``numbers``; limits that say nothing about them are gone."""
    found = []
    for one in attendances:
        there = [number for number in numbers if _covers(one, number)]
        one = _only(one, there)
        if len(there) == len(numbers):
            found.append(replace(one, from_paragraph=None, to_paragraph=None, not_paragraphs=()))
        elif there:
            missed = tuple(number for number in one.not_paragraphs if number in numbers)
            found.append(replace(one, not_paragraphs=missed))
    return tuple(found)


def _only(one: Attendance, numbers: Sequence[int]) -> Attendance:
    """What the facts say of the §§ ``numbers`` alone: for whom, and at a distance or not."""
    if one.remote_at:
        remote = tuple(number for number in one.remote_at if number in numbers)
        partly = bool(remote) and len(remote) < len(numbers)
        one = replace(one, remote=bool(remote), remote_at=remote, partly_remote=partly)
    if not one.replaced:
        return one
    each = [(name, tuple(n for n in own if n in numbers)) for name, own in one.replaced]
    kept = tuple((name, own) for name, own in each if own)
    return replace(one, replaced=kept, replaces=join_swedish([name for name, _ in kept]))


def presiding(
    attendances: Iterable[Attendance], numbers: Sequence[int]
) -> list[tuple[Attendance, tuple[int, ...]]]:
    """Who led at which of the §§: the chair, else a vice chair in order (KL 6:22).

    Without §§ the whole meeting counts. §§ where none of them served are left out.
    """
    held = sorted((a for a in attendances if a.serves and _leads(a)), key=_office_order)
    if not numbers:
        return [(held[0], ())] if held else []
    led: dict[int, list[int]] = {}
    for number in numbers:
        first = next((i for i, one in enumerate(held) if _covers(one, number)), None)
        if first is not None:
            led.setdefault(first, []).append(number)
    return [(held[index], tuple(own)) for index, own in sorted(led.items())]


def _covers(attendance: Attendance, number: int) -> bool:
    inside = within(number, attendance.from_paragraph, attendance.to_paragraph)
    return inside and number not in attendance.not_paragraphs


def _leads(attendance: Attendance) -> bool:
    return attendance.office in _NAMED_OFFICES


def _office_order(attendance: Attendance) -> int:
    office = attendance.office
    return _NAMED_OFFICES.index(office) if office in _NAMED_OFFICES else len(_NAMED_OFFICES)


def _office(attendance: Attendance) -> str:
    office = attendance.office
    if office in ("member", "substitute", ""):
        return ""
    return VALUES["office"].get(office, clean_line(office))


def _limits(attendance: Attendance) -> str:
    first, last = attendance.from_paragraph, attendance.to_paragraph
    if first is not None and last is not None:
        return format_paragraphs(range(first, last + 1))
    if first is not None:
        return f"fr.o.m. {_SECTION}{first}"
    return f"t.o.m. {_SECTION}{last}" if last is not None else ""


def _not_present(attendance: Attendance) -> str:
    numbers = attendance.not_paragraphs
    return f"ej {format_paragraphs(numbers)}" if numbers else ""
