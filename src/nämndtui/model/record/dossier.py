"""Everything known about one meeting, gathered for paper, checks and show."""

from __future__ import annotations

from dataclasses import dataclass, field

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.meeting import Attendance, Meeting, MinutesPart, Paragraph
from nämndtui.model.agenda.sending import Sending
from nämndtui.model.attendance.presence import Sitting
from nämndtui.model.people.committee import Committee
from nämndtui.model.people.persons import Mandate
from nämndtui.model.record.correction import Correction


@dataclass(frozen=True)
class MeetingDossier:
    """One meeting with its committee, agenda, people and minutes.

    ``items`` stand in agenda order; ``paragraphs`` in handling order; ``mandates`` are those
    valid on the meeting's day, in office and rank order; ``sendings`` are what has gone out
    before the meeting and ``corrections`` what was put right after it, oldest first. ``public``
    marks what ``public_version`` has made fit to publish. ``sittings`` are filled in for paper.
    """

    committee: Committee
    meeting: Meeting
    items: tuple[AgendaItem, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    attendances: tuple[Attendance, ...] = ()
    minutes_parts: tuple[MinutesPart, ...] = ()
    mandates: tuple[Mandate, ...] = field(default=())
    sendings: tuple[Sending, ...] = ()
    corrections: tuple[Correction, ...] = ()
    public: bool = False
    sittings: tuple[Sitting, ...] = ()

    def item(self, item_id: int) -> AgendaItem:
        """The item with that id. Raises KeyError when it is not on this agenda."""
        for item in self.items:
            if item.id == item_id:
                return item
        raise KeyError(item_id)

    def paragraph_of(self, item: AgendaItem) -> Paragraph | None:
        """The § an item was given, if any."""
        return next((p for p in self.paragraphs if p.item_id == item.id), None)

    def corrections_of(self, paragraph: Paragraph) -> tuple[Correction, ...]:
        """The corrections of a §, oldest first."""
        return tuple(one for one in self.corrections if one.paragraph_id == paragraph.id)

    @property
    def main_part(self) -> MinutesPart | None:
        """The minutes part that is not immediately adjusted."""
        return next((part for part in self.minutes_parts if not part.immediate), None)

    @property
    def main_numbers(self) -> tuple[int, ...]:
        """The §§ the main part stands for: as it says itself, else all that are not immediate."""
        own = self.main_part.paragraph_numbers if self.main_part else ()
        return own or tuple(one.number for one in self.paragraphs if not one.immediate)

    @property
    def chair(self) -> Mandate | None:
        """Who holds the chair's office on the meeting's day."""
        return next((m for m in self.mandates if m.office == "chair"), None)
