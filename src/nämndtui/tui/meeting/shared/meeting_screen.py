"""What the agenda's and the minutes' screens share: one meeting, read whole after every change."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.tui.kit.commands.command import Command, CommandHost, Commands
from nämndtui.tui.kit.frame.top_bar import TopBar
from nämndtui.tui.kit.safe_text import one_line, plain
from nämndtui.tui.kit.styles import style_sheets
from nämndtui.tui.kit.widgets.key_bar import KeyBar
from nämndtui.tui.kit.work.changes import LiveScreen
from nämndtui.tui.meeting.shared.meeting_view import MeetingView, load_view
from nämndtui.tui.meeting.shared.row_list import AgendaList, RowList

if TYPE_CHECKING:
    from nämndtui.model.agenda.agenda_item import AgendaItem
    from nämndtui.tui.kit.session import Session


_STATE = 76
"""Cells for who decides, the next § and who leads."""


class LeaveMeeting(Command["MeetingScreen"]):
    """Ett steg tillbaka: från fältet till dagordningen, från dagordningen till listan."""

    key = "escape"
    label = "Tillbaka"
    act = "step_back"


class MeetingScreen(CommandHost, LiveScreen):
    """One meeting: a line saying where one is, the agenda, and what the subclass adds.

    ``item_id`` is the item to start at. ``view`` is None until the meeting has been read.
    """

    CSS_PATH = style_sheets("meeting", "forms")
    OFFERED: ClassVar[Commands] = (LeaveMeeting,)
    SECTION: ClassVar[str] = "meetings"

    def __init__(self, meeting_id: int, item_id: int | None = None) -> None:
        super().__init__()
        self.meeting_id = meeting_id
        self.view: MeetingView | None = None
        self._wanted = item_id

    @property
    def session(self) -> Session:
        """File, user, clock, committee."""
        return self.namnd.session

    @property
    def day(self) -> str:
        """The meeting's day, for titles that tell meetings apart: ``tis 8 dec 2026``."""
        return short_date(self.view.dossier.meeting.date, year=True) if self.view else ""

    @property
    def agenda(self) -> AgendaList:
        """The agenda at the left."""
        return self.query_one(AgendaList)

    @property
    def item(self) -> AgendaItem | None:
        """The item with the cursor."""
        current = self.agenda.current
        return self.view.item(current) if self.view and current else None

    def compose(self) -> ComposeResult:
        yield TopBar(self.SECTION)
        with Horizontal(id="meeting-line"):
            yield Static(id="meeting-where", markup=False)
            yield Static(id="meeting-state", markup=False)
        with Horizontal(id="meeting-body"):
            yield from self.body()
        yield KeyBar()

    def body(self) -> ComposeResult:
        """The panes."""
        raise NotImplementedError

    def on_mount(self) -> None:
        self.agenda.focus()

    def load(self) -> None:
        """Read the meeting."""
        user, today = self.session.user, self.session.today
        self.read(
            "sammanträde",
            lambda connection: load_view(connection, self.meeting_id, user, today),
            self._loaded,
        )

    def _loaded(self, view: MeetingView) -> None:
        self.view = view
        wanted, self._wanted = self._wanted, None
        self.show_view(view, wanted)
        self.refresh_bindings()

    def show_view(self, view: MeetingView, select: int | None) -> None:
        """Show the meeting as it now stands; ``select`` is an item to go to."""
        raise NotImplementedError

    def show_item(self) -> None:
        """Show the item the cursor is on."""
        raise NotImplementedError

    def go_to_item(self, item_id: int) -> None:
        """Put the cursor on an item, also one that is being added; nothing once left."""
        if not self.is_attached:
            return
        if item_id in self.agenda.keys:
            self.agenda.select(item_id)
        else:
            self._wanted = item_id

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Show the item the cursor has come to."""
        if event.rows is self.agenda:
            event.stop()
            self.show_item()
            self.refresh_bindings()

    def to_minutes(self, item_id: int | None) -> None:
        """Show the minutes in the place of this, unless it has been left or covered."""
        if self.is_active:
            self.namnd.show_minutes(self.meeting_id, item_id)

    def to_agenda(self, item_id: int | None) -> None:
        """Show the agenda in the place of this, unless it has been left or covered."""
        if self.is_active:
            self.namnd.show_agenda(self.meeting_id, item_id)

    def step_back(self) -> None:
        """To the agenda; from there, leave."""
        if not self.is_active:
            return  # left already, or under a box that has come up since
        if self.focused is self.agenda or self.focused is None:
            self.app.pop_screen()
        else:
            self.agenda.focus()

    def show_line(self, where: str, state: str) -> None:
        """The line under the tabs."""
        self.query_one("#meeting-where", Static).update(plain(one_line(where)))
        self.query_one("#meeting-state", Static).update(plain(one_line(state, _STATE)))
