"""Which part of the minutes a document is about: the main part, or one adjusted at once (F 24)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nämndtui.documents.contexts.attendance import attendance_at
from nämndtui.model.agenda.meeting import MinutesPart
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.errors import NotFoundError
from nämndtui.model.text.paragraph_range import format_paragraphs

DRAFT = "Utkast – inte justerat"
PUBLIC_VERSION = "Offentlig version"


@dataclass(frozen=True)
class PrintedPart:
    """``numbers`` are the §§ its signatures stand for; ``part`` is None until there is one.

    ``dossier`` holds the people and §§ that the document shows: the main part shows every § of
    the meeting, also those that were adjusted at once, a part of its own only its own.
    """

    dossier: MeetingDossier
    part: MinutesPart | None
    numbers: tuple[int, ...]

    @property
    def apart(self) -> tuple[int, ...]:
        """The §§ that are shown but adjusted in a part of their own."""
        shown = (one.number for one in self.dossier.paragraphs)
        return tuple(number for number in shown if number not in self.numbers)

    @property
    def marking(self) -> str:
        """What every page says: that it is published, that it is not adjusted, both or nothing."""
        public = PUBLIC_VERSION if self.dossier.public else ""
        adjusted = self.part is not None and self.part.adjusted_on is not None
        return " · ".join(filter(None, (public, "" if adjusted else DRAFT)))

    @property
    def immediate(self) -> bool:
        """True for a part adjusted at the meeting."""
        return self.part is not None and self.part.immediate


def main_part(dossier: MeetingDossier) -> PrintedPart:
    """The main part: its §§ as it says itself, else all that are not immediate."""
    return PrintedPart(dossier, dossier.main_part, dossier.main_numbers)


def part_by_id(dossier: MeetingDossier, part_id: int) -> PrintedPart:
    """The part with that id. Raises NotFoundError when the meeting has no such part."""
    for part in dossier.minutes_parts:
        if part.id == part_id:
            return _immediate(dossier, part) if part.immediate else main_part(dossier)
    raise NotFoundError("Sammanträdet har ingen sådan protokollsdel.")


def part_with(dossier: MeetingDossier, number: int) -> PrintedPart:
    """The part that § ``number`` belongs to, the main part when no other has it."""
    for part in dossier.minutes_parts:
        if part.immediate and number in part.paragraph_numbers:
            return _immediate(dossier, part)
    return main_part(dossier)


def _immediate(dossier: MeetingDossier, part: MinutesPart) -> PrintedPart:
    """Only the part's own §§, and those who were there at some of them."""
    numbers = part.paragraph_numbers
    own = tuple(one for one in dossier.paragraphs if one.number in numbers)
    present = attendance_at(dossier.attendances, numbers)
    return PrintedPart(replace(dossier, paragraphs=own, attendances=present), part, numbers)


def apart_text(printed: PrintedPart) -> str:
    """The remark beside the range of §§: which stand in a part of their own."""
    if printed.immediate:
        return "omedelbart justerad" if len(printed.numbers) == 1 else "omedelbart justerade"
    if not printed.apart:
        return ""
    word = "justerad" if len(printed.apart) == 1 else "justerade"
    return f"{format_paragraphs(printed.apart)} är omedelbart {word}, i eget protokoll"
