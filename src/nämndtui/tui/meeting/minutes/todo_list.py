"""After the meeting: what is to be sent, and the assignments given. Marked when done."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from nämndtui.tui.kit.commands.command import Command, CommandHost, Commands
from nämndtui.tui.meeting.minutes import todo_dialogs
from nämndtui.tui.meeting.minutes.todo import TodoRow, todo_content, todo_rows
from nämndtui.tui.meeting.shared.meeting_view import MeetingView
from nämndtui.tui.meeting.shared.row_list import RowList

if TYPE_CHECKING:
    from nämndtui.tui.kit.dialogs.form_dialog import FormDialog


class _Todo(Command["TodoList"]):
    """A command on what is left to do."""

    group = "expediering"
    writes = True

    @classmethod
    def available(cls, host: TodoList) -> bool | None:
        """With §§."""
        return host.view is not None and bool(host.view.dossier.paragraphs)


class MarkSent(_Todo):
    """Utdraget på raden är skickat: när och hur."""

    key = "space"
    label = "Skickat"
    footer = True

    @classmethod
    def available(cls, host: TodoList) -> bool:
        """On an extract that is not sent."""
        dispatch = host.row.dispatch if host.row else None
        return dispatch is not None and dispatch.sent_on is None

    @classmethod
    def run(cls, host: TodoList) -> None:
        """Ask when and how."""
        if host.row is not None and host.row.dispatch is not None:
            host.send([host.row.dispatch.id])


class MarkAllSent(_Todo):
    """Alla utdrag som är kvar är skickade på samma sätt samma dag."""

    key = "a"
    label = "Alla skickade"
    footer = True

    @classmethod
    def available(cls, host: TodoList) -> bool:
        """While there are any."""
        return bool(host.unsent)

    @classmethod
    def run(cls, host: TodoList) -> None:
        """Ask when and how."""
        host.send(host.unsent)


class ChangeSent(_Todo):
    """Ändra dag eller sätt för det som är skickat. Historiken visar vad som stod."""

    key = "e"
    label = "Ändra utskicket"

    @classmethod
    def available(cls, host: TodoList) -> bool:
        """On an extract that is sent."""
        dispatch = host.row.dispatch if host.row else None
        return dispatch is not None and dispatch.sent_on is not None

    @classmethod
    def run(cls, host: TodoList) -> None:
        """Ask for what is right."""
        if host.row is not None and host.row.dispatch is not None:
            host.ask(todo_dialogs.change_sent(host.row.dispatch, host.namnd.session.today))


class EditAssignment(_Todo):
    """Uppdraget på raden: till vem, senast när, och vad det blev."""

    key = "enter"
    label = "Uppdrag"
    footer = True
    act = "open_row"

    @classmethod
    def available(cls, host: TodoList) -> bool:
        """On an assignment."""
        return host.row is not None and host.row.assignment is not None


class AddRecipient(_Todo):
    """Expediera en paragraf till en mottagare till."""

    key = "l"
    label = "Mottagare"
    footer = True

    @classmethod
    def run(cls, host: TodoList) -> None:
        """Open the form."""
        if host.view is not None:
            host.app.push_screen(todo_dialogs.add_dispatch(host.view.record, host.number))


class AddAssignment(_Todo):
    """Lägg till ett uppdrag som ett beslut ger."""

    key = "u"
    label = "Nytt uppdrag"

    @classmethod
    def run(cls, host: TodoList) -> None:
        """Open the form."""
        if host.view is not None:
            today = host.namnd.session.today
            dialog = todo_dialogs.add_assignment(host.view.record, host.number, today)
            host.app.push_screen(dialog)


class RemoveRecipient(_Todo):
    """Ta bort mottagaren, om utdraget inte är skickat."""

    key = "delete"
    label = "Ta bort"

    @classmethod
    def available(cls, host: TodoList) -> bool:
        """On an extract."""
        return MarkSent.available(host)

    @classmethod
    def run(cls, host: TodoList) -> None:
        """Remove."""
        from nämndtui.workflow.minutes.dispatch import remove_dispatch

        if host.row is not None and host.row.dispatch is not None:
            dispatch_id = host.row.dispatch.id
            host.namnd.write(lambda store, actor: remove_dispatch(store, actor, dispatch_id))


class TodoList(CommandHost, RowList[str]):
    """One row for each extract, assignment and returning item."""

    OFFERED: ClassVar[Commands] = (
        MarkSent,
        MarkAllSent,
        ChangeSent,
        EditAssignment,
        AddRecipient,
        AddAssignment,
        RemoveRecipient,
    )

    def __init__(self) -> None:
        super().__init__(id="todo-after")
        self.view: MeetingView | None = None
        self.rows: list[TodoRow] = []

    @property
    def row(self) -> TodoRow | None:
        """The row with the cursor."""
        return next((one for one in self.rows if one.key == self.current), None)

    @property
    def number(self) -> int:
        """The § of the row with the cursor, else the meeting's first."""
        if self.row is not None:
            return self.row.number
        return min(self.view.record.numbers, default=0) if self.view else 0

    @property
    def unsent(self) -> list[int]:
        """The ids of extracts that are not sent."""
        found = [one.dispatch for one in self.rows if one.dispatch is not None]
        return [one.id for one in found if one.sent_on is None]

    def show(self, view: MeetingView) -> None:
        """Show what the meeting leaves to do."""
        self.view = view
        self.rows = todo_rows(view.record)
        self.show_rows([(row.key, todo_content(row)) for row in self.rows])

    def send(self, ids: list[int]) -> None:
        """Ask when and how."""
        self.ask(todo_dialogs.sent(ids, self.namnd.session.today))

    def ask(self, dialog: FormDialog) -> None:
        """Open a form about sending, and say what it warned of."""

        def tell(warnings: tuple[str, ...] | None) -> None:
            for warning in warnings or ():
                self.namnd.say(warning)

        self.app.push_screen(dialog, tell)

    def open_row(self) -> None:
        """Open the assignment with the cursor."""
        if self.row is not None and self.row.assignment is not None:
            today = self.namnd.session.today
            self.app.push_screen(todo_dialogs.assignment(self.row.assignment, today))

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        """Enter or a click opens an assignment."""
        event.stop()
        if not self.namnd.read_only:
            self.open_row()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Other commands are possible."""
        event.stop()
        self.refresh_bindings()
