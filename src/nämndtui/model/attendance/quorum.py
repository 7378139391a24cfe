"""Is the committee able to decide? Counted for each § (KL 6:27, D2.9)."""

from __future__ import annotations

from collections.abc import Iterable

from nämndtui.model.agenda.meeting import Attendance


def needed(seats: int) -> int:
    """How many must serve: more than half of the seats (KL 6:27)."""
    return seats // 2 + 1


def serves_at(attendance: Attendance, paragraph: int | None) -> bool:
    """True when the person serves at that §; with None, at any time of the meeting."""
    if not attendance.serves:
        return False
    return paragraph is None or present_at(attendance, paragraph)


def present_at(attendance: Attendance, paragraph: int) -> bool:
    """True when the person, whatever the role, is there at that §."""
    after = attendance.from_paragraph is None or attendance.from_paragraph <= paragraph
    before = attendance.to_paragraph is None or paragraph <= attendance.to_paragraph
    return after and before and paragraph not in attendance.not_paragraphs


def serving(attendances: Iterable[Attendance], paragraph: int | None) -> tuple[Attendance, ...]:
    """Who takes part in the decision of a §."""
    return tuple(one for one in attendances if serves_at(one, paragraph))
