"""The § at the right: the proposal, what was decided, and what the law wants besides."""

from __future__ import annotations

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from nämndtui.model.agenda_item import AgendaItem
from nämndtui.model.meeting import Paragraph
from nämndtui.model.stock_phrases import phrases_of
from nämndtui.model.vocabulary import swedish
from nämndtui.tui.meeting.advice import advice_lines, left_over_lines
from nämndtui.tui.meeting.fact_list import FactList
from nämndtui.tui.meeting.field_scroll import FieldScroll
from nämndtui.tui.meeting.item_preview import points_lines
from nämndtui.tui.meeting.labelled_field import LabelledField
from nämndtui.tui.meeting.meeting_view import MeetingView
from nämndtui.tui.meeting.paragraph_fields import PARAGRAPH_FIELDS
from nämndtui.tui.meeting.phrase_field import PhraseField
from nämndtui.tui.safe_text import one_line, plain

_UNDECIDED = (
    "Inte behandlad än.\n\n"
    "B  beslut enligt förslaget\n"
    "E  eget beslut        A  avslag\n"
    "L  bordläggning       T  återremiss\n"
    "O  noterat            U  utgår\n\n"
    "Y  yrkande            P  proposition\n"
    "V  votering           J  jäv"
)
_WITHDRAWN = "Punkten utgår. U tar tillbaka den."
_OPENING = "Inledande punkt; den behöver ingen paragraf. O noterar den om ni vill ha en."


class ParagraphPane(Vertical):
    """One item and its §, always ready to be written in."""

    def __init__(self) -> None:
        super().__init__(id="paragraph-pane", classes="titled pane")
        self.item: AgendaItem | None = None
        self.paragraph: Paragraph | None = None
        self._view: MeetingView | None = None

    def compose(self) -> ComposeResult:
        """Proposal, decision, what the law wants besides, the rest."""
        with FieldScroll():
            yield Static(id="paragraph-proposal", markup=False)
            yield FactList()
            yield Static(id="paragraph-undecided", classes="empty", markup=False)
            decision, *others = PARAGRAPH_FIELDS
            yield LabelledField(decision)
            yield Static(id="paragraph-advice", markup=False)
            for spec in others:
                yield LabelledField(spec)

    @property
    def fields(self) -> list[LabelledField]:
        """Every field of the §."""
        return list(self.query(LabelledField))

    def show(self, view: MeetingView, item: AgendaItem | None) -> None:
        """Show an item's §, or how to decide it."""
        another = (item.id if item else 0) != (self.item.id if self.item else 0)
        self.item, self._view = item, view
        self.paragraph = paragraph = view.paragraph(item.id) if item else None
        phrases = phrases_of(
            view.dossier.committee.settings.stock_phrases, view.dossier.committee.name
        )
        for field in self.fields:
            if isinstance(field.editor, PhraseField):
                field.editor.phrases = phrases
            if another:
                field.clear_status()
            source = field.spec.source(view, paragraph, paragraph.id) if paragraph else None
            if source is not None and paragraph is not None and view.adjusted(paragraph):
                source = replace(source, draft=None)  # what was adjusted stands, and nothing else
            field.field.bind_to(source)
            field.set_locked(view.locked or (paragraph is not None and view.adjusted(paragraph)))
            field.display = paragraph is not None
        self.query_one(FactList).show(view, item)
        undecided = self.query_one("#paragraph-undecided", Static)
        undecided.display = paragraph is None and item is not None
        if item is not None:
            opening = item.kind in ("opening", "heading")
            undecided.update(
                plain(_WITHDRAWN if item.withdrawn else _OPENING if opening else _UNDECIDED)
            )
            self._show_title(item, paragraph)
            self._show_proposal(item)
            self._show_advice(view, item)

    def _show_title(self, item: AgendaItem, paragraph: Paragraph | None) -> None:
        section = f"§ {paragraph.number} · " if paragraph else ""
        number = "" if item.number is None else f"{item.number} "
        dnrs = f" · {', '.join(item.dnrs)}" if item.cases else ""
        self.border_title = plain(one_line(f"{section}{number}{item.title}{dnrs}"), limit=120)
        outcome = swedish("outcome", paragraph.outcome) if paragraph else ""
        self.border_subtitle = plain(outcome)

    def _show_proposal(self, item: AgendaItem) -> None:
        target = self.query_one("#paragraph-proposal", Static)
        width = max(target.container_size.width - 1, 30)
        target.display = item.kind not in ("opening", "heading")
        source = "ordförandens" if item.chair_proposal is not None else "förvaltningens"
        heading = plain(f"Förslag ({source})" if item.proposal else "Förslag saknas", "bold")
        lines = [heading, *points_lines(item.proposal, width)]
        if item.chair_differs:
            lines.append(plain("Förslag (förvaltningens)", "bold"))
            lines += points_lines(item.staff_proposal, width)
        target.update(Content("\n").join(lines))

    def _show_advice(self, view: MeetingView, item: AgendaItem) -> None:
        lines = [*advice_lines(view.record, item), *left_over_lines(view.left_over(item.id))]
        target = self.query_one("#paragraph-advice", Static)
        target.display = bool(lines)
        target.update(Content("\n").join(lines))

    def focus_field(self, name: str) -> None:
        """Put the cursor in a field of the §."""
        self.query_one(FieldScroll).focus_field(name)

    def focus_first(self) -> None:
        """Put the cursor in the decision."""
        self.focus_field("points")
