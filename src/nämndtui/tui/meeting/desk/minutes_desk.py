"""The minutes: agenda with §§ and the roll at the left, what was decided at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import ContentSwitcher

from nämndtui.model.agenda.item_states import HANDLED
from nämndtui.model.agenda.meeting_states import SITTING
from nämndtui.tui.kit.fields.autosave import AutosaveField
from nämndtui.tui.kit.fields.draft_pace import DraftPace
from nämndtui.tui.kit.styles import style_sheets
from nämndtui.tui.meeting.attendance.roll_pane import RollPane
from nämndtui.tui.meeting.decisions.paragraph_pane import ParagraphPane
from nämndtui.tui.meeting.desk.closing_commands import CLOSING_COMMANDS
from nämndtui.tui.meeting.desk.document_commands import PAPER_COMMANDS
from nämndtui.tui.meeting.desk.fact_commands import FACT_COMMANDS
from nämndtui.tui.meeting.desk.minutes_commands import MINUTES_COMMANDS
from nämndtui.tui.meeting.minutes.closing_pane import ClosingPane
from nämndtui.tui.meeting.shared.agenda_lines import AgendaLine, minutes_lines
from nämndtui.tui.meeting.shared.meeting_line import minutes_words
from nämndtui.tui.meeting.shared.meeting_screen import MeetingScreen
from nämndtui.tui.meeting.shared.meeting_view import MeetingView
from nämndtui.tui.meeting.shared.row_list import AgendaList, RowList

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor

CLOSING = 0
"""The row after the items: end, adjustment and notice. No item has this id."""


class MinutesDesk(MeetingScreen):
    """Recording a meeting, plainly and completely."""

    CSS_PATH = style_sheets("meeting", "forms", "minutes")
    TITLE = "Protokoll"
    HELP = (
        "Till vänster dagordningen med beslutens paragrafer, sist justering och anslag. Under "
        "den närvaron: Mellanslag ändrar vem som är här. B för in beslut enligt förslaget och "
        "ger punkten nästa paragraf. Till höger skrivs beslutet; under texten står vad lagen vill "
        "ha men inte har fått. Allt sparas av sig självt."
    )
    OFFERED = (*MINUTES_COMMANDS, *FACT_COMMANDS, *CLOSING_COMMANDS, *PAPER_COMMANDS)

    _write_in: int | None = None
    _place: int | None = None
    """The item kept, or to be kept, as the place to come back to."""
    _place_pace: DraftPace | None = None

    def body(self) -> ComposeResult:
        """Left and right."""
        with Vertical(id="agenda-side"):
            with Vertical(classes="titled pane", id="meeting-agenda") as pane:
                pane.border_title = "Dagordning"
                yield AgendaList(id="agenda")
            yield RollPane()
        with ContentSwitcher(initial="paragraph-pane", id="minutes-right"):
            yield ParagraphPane()
            yield ClosingPane()

    @property
    def pane(self) -> ParagraphPane:
        """The § at the right."""
        return self.query_one(ParagraphPane)

    @property
    def in_roll(self) -> bool:
        """True when the cursor stands in the roll, where letters mean other things."""
        return self.query_one(RollPane).has_focus_within

    def show_view(self, view: MeetingView, select: int | None) -> None:
        """Fill every pane."""
        closing = AgendaLine(CLOSING, "§", "", "Justering och anslag", heading=True)
        if select is None and self.agenda.current is None:
            select = where_one_was(view)
        self.agenda.show_lines((*minutes_lines(view.dossier), closing), select)
        self.query_one(ClosingPane).show(view, self.session.today)
        self.show_item()

    def show_item(self) -> None:
        """The § at the right, or the end of the meeting."""
        if self.view is None:
            return
        closing = self.agenda.current == CLOSING
        item_id = self.item.id if self.item else 0
        self.query_one(RollPane).show(self.view, item_id)
        at, meeting = self.view.serving_at(item_id), self.view.dossier.meeting
        words = minutes_words(meeting, at, self.view.called, self.view.latest_paragraph)
        self.show_line(*words)
        self._mark_place()
        right = self.query_one("#minutes-right", ContentSwitcher)
        right.current = "closing-pane" if closing else "paragraph-pane"
        self.pane.show(self.view, self.item)
        if self.item is not None and self._write_in == self.item.id and self.pane.paragraph:
            self._write_in = None
            self.call_after_refresh(self.pane.focus_first)

    def _mark_place(self) -> None:
        """Remember the item while the meeting goes on, so that the desk opens there again."""
        view, here = self.view, self.agenda.current
        if view is None or here is None or view.state not in SITTING or self.namnd.read_only:
            return
        if here != (view.place if self._place is None else self._place):
            self._place = here
            if self._place_pace is None:
                self._place_pace = DraftPace(self, AutosaveField.DRAFT_DELAY, self._keep_place)
            self._place_pace.touch()

    def _keep_place(self) -> None:
        meeting_id, place = self.meeting_id, self._place

        def keep(store: Store, actor: Actor) -> None:
            from nämndtui.store.drafts.places import keep_place

            keep_place(store, actor.user, actor.now, meeting_id, place or CLOSING)

        self.namnd.write(keep, quiet=True)

    def write_when_shown(self, item_id: int) -> None:
        """Put the cursor in the decision of an item as soon as its § has been read."""
        self._write_in = item_id

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        """Enter: write in the §."""
        event.stop()
        if self.view is not None and self.item is not None:
            self.pane.focus_first()

    def next_undecided(self) -> None:
        """To the next item without §; after the last one to adjustment and notice."""
        if self.view is None:
            return
        keys = self.agenda.keys
        here = keys.index(self.agenda.current) if self.agenda.current in keys else -1
        after = [*keys[here + 1 :], *keys[: here + 1]]
        left = undecided(self.view)
        self.agenda.select(next((key for key in after if key in left), CLOSING))
        self.agenda.focus()


def where_one_was(view: MeetingView) -> int:
    """The item the user worked in last while the meeting goes on, else the first to decide."""
    place = view.place
    there = place is not None and (place == CLOSING or view.item(place) is not None)
    return place if place is not None and there and view.state in SITTING else first_undecided(view)


def undecided(view: MeetingView) -> list[int]:
    """The items that still wait for their §, in order."""
    return [
        item.id
        for item in view.dossier.items
        if item.kind not in ("opening", "heading")
        and not item.withdrawn
        and item.state not in HANDLED
        and view.paragraph(item.id) is None
    ]


def first_undecided(view: MeetingView) -> int:
    """Where the work goes on; when everything is decided, adjustment and notice."""
    return next(iter(undecided(view)), CLOSING)
