"""Everything a meeting's screens show, read at one go in a reading thread."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.meeting import MeetingState, Paragraph
from nämndtui.model.agenda.meeting_states import ADJUSTED, OPEN_AGENDA, SITTING
from nämndtui.model.agenda.sending import DocumentKey
from nämndtui.model.attendance.serving import ParagraphServing
from nämndtui.model.minutes.parts import part_of
from nämndtui.model.record.adjusted import anything_adjusted, item_adjusted
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.record.minutes_serving import meeting_serving
from nämndtui.model.summons.readiness import Finding, readiness
from nämndtui.model.summons.supplement import DocumentChange, unsent_changes
from nämndtui.store.agenda.part_versions import PartVersions, part_versions
from nämndtui.store.drafts.draft_key import ITEM_TEXTS, PARAGRAPHS, DraftKey
from nämndtui.store.drafts.drafts import drafts_of
from nämndtui.store.drafts.places import place_in
from nämndtui.store.minutes.minutes_records import load_record
from nämndtui.tui.kit.fields.source import Draft
from nämndtui.tui.meeting.shared.sent_marks import document_marks


@dataclass(frozen=True)
class MeetingView:
    """One meeting with advice, row versions and the user's own drafts.

    ``unsent`` is what is new since the kallelse, ``marks`` what to say of a document's version.
    """

    record: MinutesRecord
    findings: tuple[Finding, ...]
    versions: PartVersions
    drafts: Mapping[DraftKey, Draft] = field(default_factory=dict)
    unsent: tuple[DocumentChange, ...] = ()
    marks: Mapping[DocumentKey, str] = field(default_factory=dict)
    place: int | None = None
    """The item the user worked in last; 0 for the end of the meeting, None before that."""

    @property
    def dossier(self) -> MeetingDossier:
        """Agenda, people and minutes."""
        return self.record.dossier

    @property
    def latest_paragraph(self) -> int:
        """The highest § of the committee's year."""
        return self.record.next_number - 1

    @property
    def state(self) -> MeetingState:
        """The meeting's state."""
        return self.dossier.meeting.state

    @property
    def agenda_open(self) -> bool:
        """True while items may be moved and renumbered."""
        return self.state in OPEN_AGENDA

    @property
    def may_sit(self) -> bool:
        """True when decisions may be recorded: the summons is out, or the meeting goes on."""
        return self.state == "summoned" or self.state in SITTING

    @property
    def locked(self) -> bool:
        """True when the minutes are adjusted, so that nothing of the meeting may change."""
        return self.state in ADJUSTED

    def item_locked(self, item_id: int) -> bool:
        """True when the item stands in adjusted minutes: only its publication may change."""
        return self.locked or item_adjusted(self.dossier, item_id)

    @property
    def times_locked(self) -> bool:
        """True when day, time and place stand in adjusted minutes."""
        return self.locked or anything_adjusted(self.dossier.minutes_parts)

    @property
    def called(self) -> bool:
        """True once the roll has been called."""
        return bool(self.record.presences or self.dossier.attendances)

    @property
    def recording(self) -> bool:
        """True from the summons until everything is adjusted: facts may be put right."""
        return self.may_sit or self.state in ("closed", "minutes_drafted", "partly_adjusted")

    def serving_at(self, item_id: int) -> ParagraphServing:
        """Who serves at the § of an item, or at the next one; 0 when no item is meant.

        After the meeting there is no next §; then the last one is shown.
        """
        if not item_id and not self.may_sit and self.record.numbers:
            return meeting_serving(self.record).at(self.record.numbers[-1])
        return meeting_serving(self.record, item_id).at(self.record.number_of(item_id))

    def adjusted(self, paragraph: Paragraph) -> bool:
        """True when the part the § belongs to is adjusted: it may be corrected, not changed."""
        part = part_of(self.record, paragraph.number)
        return part is not None and part.adjusted_on is not None

    def left_over(self, item_id: int) -> dict[str, str]:
        """Field → text the user typed in the item's § and had not saved when it was adjusted."""
        paragraph = self.paragraph(item_id)
        if paragraph is None or not self.adjusted(paragraph):
            return {}
        return {
            key.column: draft.text
            for key, draft in self.drafts.items()
            if key.table == PARAGRAPHS and key.row_id == paragraph.id
        }

    @property
    def drafted(self) -> frozenset[int]:
        """The items with something the user has typed and not saved."""
        return frozenset(key.row_id for key in self.drafts if key.table in ITEM_TEXTS)

    def item(self, item_id: int) -> AgendaItem | None:
        """The item with that id; None when it is not on the agenda."""
        return next((item for item in self.dossier.items if item.id == item_id), None)

    def paragraph(self, item_id: int) -> Paragraph | None:
        """The § of an item, if it has one."""
        return next((p for p in self.dossier.paragraphs if p.item_id == item_id), None)


def load_view(
    connection: sqlite3.Connection, meeting_id: int, user: str, today: date
) -> MeetingView:
    """Read a meeting for ``user``. Raises NotFoundError."""
    record = load_record(connection, meeting_id)
    unsent = unsent_changes(record.dossier)
    return MeetingView(
        record,
        readiness(record.dossier, today),
        part_versions(connection, meeting_id),
        {
            DraftKey.of(row): Draft(row["text"], row["base_version"])
            for row in drafts_of(connection, user)
        },
        unsent,
        document_marks(record.dossier, unsent),
        place_in(connection, user, meeting_id),
    )
