"""The roll at one §: who is here, who serves for whom and why, and the others in the room."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from nämndtui.model.agenda.meeting import MeetingState
from nämndtui.model.attendance.serving import ParagraphServing
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.tui.kit.commands.command import CommandHost
from nämndtui.tui.kit.dialogs.form_dialog import FormDialog
from nämndtui.tui.kit.safe_text import one_line, plain
from nämndtui.tui.meeting.attendance import roll, roll_dialogs
from nämndtui.tui.meeting.attendance.roll import RollRow
from nämndtui.tui.meeting.attendance.roll_commands import ROLL_COMMANDS, ComeAndGo
from nämndtui.tui.meeting.shared.meeting_view import MeetingView
from nämndtui.tui.meeting.shared.row_list import RowList

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor

_OPEN: tuple[MeetingState, ...] = (
    "summoned",
    "in_session",
    "adjourned",
    "closed",
    "minutes_drafted",
    "partly_adjusted",
)
_NO_ROLL = "Uppropet är inte gjort. P gör det."
_NOT_SENT = "Markera först kallelsen som skickad (F5, sedan F9)."

OnRow = Callable[["Store", "Actor", int, RollRow], None]
Asks = Callable[[MinutesRecord, ParagraphServing, RollRow], FormDialog]


class RollPane(CommandHost, Vertical):
    """Everyone who is or should be here at the § at the right, one row each."""

    OFFERED = ROLL_COMMANDS

    def __init__(self) -> None:
        super().__init__(id="roll-pane", classes="titled pane")
        self.view: MeetingView | None = None
        self.at: ParagraphServing | None = None
        self.item_id = 0
        self._rows: dict[str, RollRow] = {}
        self._list: RowList[str] = RowList(id="roll")
        self._why = Static(markup=False, id="roll-why")
        self._empty = Static(markup=False, classes="empty")

    def compose(self) -> ComposeResult:
        """The list and why the one with the cursor serves, or what to do first."""
        yield self._list
        yield self._why
        yield self._empty

    @property
    def current(self) -> RollRow | None:
        """The person with the cursor."""
        return self._rows.get(self._list.current or "")

    @property
    def may_change(self) -> bool:
        """True from the summons until the minutes are adjusted."""
        return self.view is not None and self.view.state in _OPEN

    @property
    def from_here(self) -> int | None:
        """The § shown; None when it is the meeting's first, so that one is there from the start."""
        if self.view is None or self.at is None:
            return None
        first = min(self.view.record.numbers, default=self.at.number)
        return self.at.number if self.at.number > first else None

    def show(self, view: MeetingView, item_id: int) -> None:
        """Show the roll at the § of an item; 0 = the next one."""
        self.view, self.item_id = view, item_id
        self.at = at = view.serving_at(item_id)
        called = view.called
        rows = roll.roll_rows(view.record, at, item_id) if called else []
        self._rows = {row.key: row for row in rows}
        self._list.show_rows([(row.key, roll.roll_content(row)) for row in rows])
        self._list.display = called
        self._empty.display = not called
        self._empty.update(plain(_NO_ROLL if view.may_sit else _NOT_SENT))
        here = sum(row.here for row in rows)
        self.border_title = plain(f"Närvaro § {at.number} · {here} här" if called else "Närvaro")
        self._show_why()

    def _show_why(self) -> None:
        why = self.current.why if self.current else ""
        self._why.update(plain(one_line(why)))
        self._why.display = bool(why)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Say why the one with the cursor serves."""
        event.stop()
        self._show_why()
        self.refresh_bindings()

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        """Enter or a click edits."""
        event.stop()
        if ComeAndGo.available(self) and not self.namnd.read_only:
            self.come_and_go()

    def come_and_go(self) -> None:
        """From which § to which."""
        if self.view is not None and self.current is not None:
            self.app.push_screen(roll_dialogs.come_and_go(self.view.dossier, self.current))

    def change(self, act: OnRow) -> None:
        """Do something with the person at the meeting."""
        row = self.current
        if self.view is not None and row is not None:
            meeting_id = self.view.dossier.meeting.id
            self.namnd.write(lambda store, actor: act(store, actor, meeting_id, row))

    def change_item(self, act: OnRow) -> None:
        """Do something with the person in the item."""
        row, item_id = self.current, self.item_id
        if row is not None and item_id:
            self.namnd.write(lambda store, actor: act(store, actor, item_id, row))

    def ask(self, question: Asks) -> None:
        """Open a form about the person with the cursor."""
        if self.view is not None and self.at is not None and self.current is not None:
            self.app.push_screen(question(self.view.record, self.at, self.current))
