"""The item at the right: its parts in tabs, and under them what it will look like on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.css.query import NoMatches
from textual.timer import Timer
from textual.widgets import ContentSwitcher, Static

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.item_fields import (
    FACTS_FORM,
    OTHER_TAB,
    PROPOSAL_TAB,
    SUMMARY_TAB,
    fields_on,
)
from nämndtui.model.text.vocabulary import swedish
from nämndtui.tui.kit.fields.autosave import FieldStatus
from nämndtui.tui.kit.safe_text import one_line, plain
from nämndtui.tui.kit.widgets.section_tabs import SectionTabs
from nämndtui.tui.meeting.item.attachment_pane import AttachmentPane
from nämndtui.tui.meeting.item.item_preview import item_preview, memo_preview
from nämndtui.tui.meeting.item.item_specs import as_typed, specs_on
from nämndtui.tui.meeting.item.memo_specs import MEMO_FIELDS
from nämndtui.tui.meeting.shared.field_scroll import FieldScroll
from nämndtui.tui.meeting.shared.labelled_field import LabelledField
from nämndtui.tui.meeting.shared.meeting_view import MeetingView

if TYPE_CHECKING:
    from nämndtui.tui.kit.work.program import Program

PROPOSAL, SUMMARY, OTHER = PROPOSAL_TAB, SUMMARY_TAB, OTHER_TAB
MEMO, ATTACHMENTS = "Skrivelse", "Bilagor"
_SECTIONS = {
    PROPOSAL: specs_on(PROPOSAL),
    SUMMARY: specs_on(SUMMARY),
    MEMO: MEMO_FIELDS,
    OTHER: specs_on(OTHER),
}
_IDS = {PROPOSAL: "s-forslag", SUMMARY: "s-sammanfattning", MEMO: "s-skrivelse"}
_IDS |= {ATTACHMENTS: "s-bilagor", OTHER: "s-ovrigt"}
PREVIEW_DELAY = 0.15
"""Seconds the typing must rest before the preview of a long item is drawn again."""
LONG_TEXT = 6000
"""Characters an item may have for its preview to follow each keystroke."""

_FINDING_FIELDS = {
    "title": (OTHER, "title"),
    "cases": (OTHER, "cases"),
    "proposal": (PROPOSAL, "staff_proposal"),
    "summary": (SUMMARY, "summary"),
    "memo": (MEMO, "memo_date"),
    "attachments": (ATTACHMENTS, ""),
    "recipients": (OTHER, "recipients"),
    "duration": (OTHER, "duration"),
}
"""Where the readiness list's fields are mended."""


class ItemPane(Vertical):
    """One item, always ready to be written in."""

    def __init__(self) -> None:
        super().__init__(id="item-pane", classes="titled pane")
        self.item: AgendaItem | None = None
        self._view: MeetingView | None = None
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        yield SectionTabs(tuple(_IDS))
        with ContentSwitcher(initial=_IDS[PROPOSAL], id="item-sections"):
            for name, specs in _SECTIONS.items():
                with FieldScroll(id=_IDS[name]):
                    if name == OTHER:
                        yield Static(id="item-flags", markup=False)
                    for spec in specs:
                        yield LabelledField(spec)
            yield AttachmentPane(id=_IDS[ATTACHMENTS])
        with VerticalScroll(id="item-preview", can_focus=True) as preview:
            preview.border_title = "så blir det i kallelsen"
            yield Static(id="item-preview-text", markup=False)

    @property
    def tabs(self) -> SectionTabs:
        return self.query_one(SectionTabs)

    @property
    def fields(self) -> list[LabelledField]:
        """Every field of the item."""
        return list(self.query(LabelledField))

    def show(self, view: MeetingView, item: AgendaItem | None) -> None:
        """Show an item, or the same item as it now stands. What is being typed is kept."""
        another = (item.id if item else 0) != (self.item.id if self.item else 0)
        self.item, self._view = item, view
        self.display = item is not None
        for field in self.fields:
            if another:
                field.clear_status()
            field.field.bind_to(field.spec.source(view, item, item.id) if item else None)
            field.set_locked(view.item_locked(item.id) if item else view.locked)
        if item is None:
            return
        number = "" if item.number is None else f"{item.number} "
        dnrs = f" · {', '.join(item.dnrs)}" if item.cases else ""
        self.border_title = plain(one_line(f"{number}{item.title}{dnrs}"), limit=120)
        self.query_one(AttachmentPane).show(view, item)
        self._show_flags(item)
        self.refresh_preview()
        if another:
            self.border_subtitle = ""
            self.query_one("#item-preview").scroll_home(animate=False)

    def _show_flags(self, item: AgendaItem) -> None:
        flags = []
        for field in fields_on(FACTS_FORM):
            value = getattr(item, field.name)
            if field.kind == "word":
                flags.append(f"{field.label}: {swedish(field.domain, value)}")
            elif value:
                flags.append(field.label)
        first, *others = flags
        told = " · ".join((first, *(one.lower() for one in others)))
        self.query_one("#item-flags", Static).update(plain(told, "$quiet"))

    def focus_field(self, name: str) -> None:
        """Put the cursor in the field the readiness list speaks of."""
        section, field_name = _FINDING_FIELDS.get(name, (self.tabs.current, ""))
        self.tabs.current = section
        self.call_after_refresh(self._focus_in, section, field_name)

    def add_attachment(self) -> None:
        """Show the attachments and ask for a new one."""
        self.tabs.current = ATTACHMENTS
        self.query_one(AttachmentPane).add()

    def focus_first(self) -> None:
        """Put the cursor in the first field of the current section."""
        self._focus_in(self.tabs.current, "")

    def _focus_in(self, section: str, field_name: str) -> None:
        if section == ATTACHMENTS:
            self.query_one(AttachmentPane).focus_list()
            return
        self.query_one(f"#{_IDS[section]}", FieldScroll).focus_field(field_name)

    def on_field_status(self, event: FieldStatus) -> None:
        """A line has no room to say what has become of it; the frame has."""
        label = event.field.parent
        if isinstance(label, LabelledField) and label.spec.kind == "line":
            told = f"{label.spec.label}: {one_line(event.text)}"
            self.border_subtitle = plain(told, "$late" if event.failed else "", limit=100)

    def on_section_tabs_changed(self, event: SectionTabs.Changed) -> None:
        """Show another section, keeping the cursor in the pane if it was there."""
        event.stop()
        inside = self.has_focus_within
        self.query_one(ContentSwitcher).current = _IDS[event.section]
        self.refresh_preview()
        if inside:
            self.call_after_refresh(self.focus_first)

    def on_text_area_changed(self) -> None:
        """Let the preview follow."""
        self._preview_soon()

    def on_input_changed(self) -> None:
        """Let the preview follow."""
        self._preview_soon()

    def on_resize(self) -> None:
        """Draw the preview for the new width."""
        self._preview_soon()

    def _preview_soon(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if sum(len(field.field.typed) for field in self.fields) < LONG_TEXT:
            self.refresh_preview()
        else:
            self._timer = self.set_timer(PREVIEW_DELAY, self.refresh_preview)

    def refresh_preview(self) -> None:
        """Draw the preview from what stands in the fields now."""
        if self.item is None or self._view is None:
            return
        try:
            target = self.query_one("#item-preview-text", Static)
        except NoMatches:
            return  # the screen is being taken down
        typed = {field.spec.name: field.field.typed for field in self.fields}
        item = as_typed(self.item, typed)
        committee = self._view.dossier.committee
        day = self._view.dossier.meeting.summons_date or cast("Program", self.app).session.today
        memo = self.tabs.current == MEMO
        make = memo_preview if memo else item_preview
        width = max(target.container_size.width - 1, 30)
        mark = self._view.marks.get((item.id, "memo" if memo else "item_page", ""), "")
        target.update(make(item, committee, width, day, mark))
        self._show_notes(item)

    def _show_notes(self, item: AgendaItem) -> None:
        """Tell whether the chair follows the administration."""
        notes = {
            "chair_proposal": _follows(item.chair_differs, item.chair_proposal is None),
            "chair_summary": _follows(
                item.chair_summary not in (None, item.summary), item.chair_summary is None
            ),
        }
        for field in self.fields:
            if field.spec.name in notes:
                field.show_note(notes[field.spec.name])


def _follows(differs: bool, none: bool) -> str:
    if differs:
        return "≠ förvaltningens"
    return "= förvaltningens" if none else "= samma ord som förvaltningens"
