"""The § at the right: the proposal, what was decided, and what the law wants besides."""

from __future__ import annotations

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.meeting import Paragraph
from nämndtui.model.text.stock_phrases import phrases_of
from nämndtui.model.text.vocabulary import swedish
from nämndtui.tui.kit.fields.source import FieldSource
from nämndtui.tui.kit.safe_text import one_line, plain
from nämndtui.tui.meeting.decisions.advice import advice_lines, left_over_lines
from nämndtui.tui.meeting.decisions.decision_begun import begun_decision, begun_key
from nämndtui.tui.meeting.decisions.fact_list import FactList
from nämndtui.tui.meeting.decisions.paragraph_fields import PARAGRAPH_FIELDS, ParagraphSpec
from nämndtui.tui.meeting.decisions.undecided import undecided_words
from nämndtui.tui.meeting.item.item_preview import earlier_lines, points_lines
from nämndtui.tui.meeting.shared.field_scroll import FieldScroll
from nämndtui.tui.meeting.shared.labelled_field import LabelledField
from nämndtui.tui.meeting.shared.meeting_view import MeetingView
from nämndtui.tui.meeting.shared.phrase_field import PhraseField

_LEAST_LINES = 3


class ParagraphPane(Vertical):
    """One item and its §, always ready to be written in."""

    def __init__(self) -> None:
        super().__init__(id="paragraph-pane", classes="titled pane")
        self.item: AgendaItem | None = None
        self.paragraph: Paragraph | None = None
        self._view: MeetingView | None = None
        self._begun = 0
        """The item without § whose decision is being written."""

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
        if another:
            self._begun = 0
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
            source = self._source(field.spec, view)
            field.field.bind_to(source)
            field.set_locked(view.locked or (paragraph is not None and view.adjusted(paragraph)))
            field.display = source is not None
        self.query_one(FactList).show(view, item)
        undecided = self.query_one("#paragraph-undecided", Static)
        undecided.display = paragraph is None and item is not None and not self._begins(view)
        if item is not None:
            undecided.update(undecided_words(view, item))
            self._show_title(item, paragraph)
            self._show_proposal(item)
            self._show_advice(view, item)

    def _source(self, spec: ParagraphSpec, view: MeetingView) -> FieldSource | None:
        """What stands in a field: the §'s text, or a decision begun before there is a §."""
        paragraph = self.paragraph
        if paragraph is not None:
            source = spec.source(view, paragraph, paragraph.id)
            # What was adjusted stands, and nothing else.
            return replace(source, draft=None) if view.adjusted(paragraph) else source
        if spec.name == "points" and self.item is not None and self._begins(view):
            return begun_decision(view, self.item)
        return None

    def _begins(self, view: MeetingView) -> bool:
        """True when an own decision is being written, or was when the program ended."""
        item = self.item
        if item is None or not view.may_sit or self.paragraph is not None:
            return False
        return self._begun == item.id or begun_key(item) in view.drafts

    def begin_decision(self) -> None:
        """Open an empty decision to write in; the § comes when it is saved."""
        if self._view is not None and self.item is not None:
            self._begun = self.item.id
            self.show(self._view, self.item)
            self.focus_first()

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
        lines = [*earlier_lines(item, width), heading, *points_lines(item.proposal, width)]
        if item.chair_differs:
            lines.append(plain("Förslag (förvaltningens)", "bold"))
            lines += points_lines(item.staff_proposal, width)
        most = self._proposal_lines()
        if len(lines) > most:
            lines = [*lines[: most - 1], plain("… hela förslaget: F5", "$quiet")]
        target.update(Content("\n").join(lines))

    def _proposal_lines(self) -> int:
        """How much of the proposal may stand over what was decided: a third of the pane."""
        height = self.container_size.height or _LEAST_LINES
        return max(height // 3, _LEAST_LINES) if self.paragraph is not None else 2 * height

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
