"""The roll: who is here, for whom a substitute serves, and the others in the room."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from nämndtui.model.meeting import Attendance
from nämndtui.tui.commands.command import Command, CommandHost
from nämndtui.tui.meeting import roll, roll_dialogs
from nämndtui.tui.meeting.agenda_list import RowList
from nämndtui.tui.meeting.meeting_view import MeetingView
from nämndtui.tui.meeting.roll import RollRow
from nämndtui.tui.safe_text import plain

if TYPE_CHECKING:
    from nämndtui.tui.app import NamndApp

_OPEN = ("summoned", "in_session", "adjourned", "closed", "minutes_drafted")
_NO_ROLL = "Uppropet är inte gjort. P gör det."
_NOT_SENT = "Markera först kallelsen som skickad (F5, sedan F9)."


class _InRoll(Command["RollPane"]):
    """A command on the person with the cursor."""

    group = "närvaro"
    writes = True

    @classmethod
    def available(cls, host: RollPane) -> bool:
        """While the minutes may be changed."""
        return host.may_change and host.current is not None


class TogglePresence(_InRoll):
    """Närvarande eller frånvarande."""

    key = "space"
    label = "Här eller inte"
    footer = True

    @classmethod
    def run(cls, host: RollPane) -> None:
        """Toggle."""
        if host.current is not None:
            host.save(roll.toggled(host.present, host.current))


class Serve(_InRoll):
    """Låt ersättaren tjänstgöra för en frånvarande ledamot, eller sluta tjänstgöra."""

    key = "t"
    label = "Tjänstgör"
    footer = True

    @classmethod
    def available(cls, host: RollPane) -> bool:
        """Substitutes who are here."""
        here = host.current.attendance if host.current else None
        return host.may_change and here is not None and "substitute" in here.role

    @classmethod
    def run(cls, host: RollPane) -> None:
        """Ask for whom, or end the service."""
        host.toggle_service()


class EditPresence(_InRoll):
    """Ange mellan vilka paragrafer personen var med, §§ med jäv, distans och titel."""

    key = "enter"
    label = "Ändra"

    @classmethod
    def available(cls, host: RollPane) -> bool:
        """Those who are here."""
        return host.may_change and host.current is not None and host.current.attendance is not None

    @classmethod
    def run(cls, host: RollPane) -> None:
        """Open the form."""
        host.edit()


class AddPerson(Command["RollPane"]):
    """Lägg till en tjänsteperson, facklig företrädare eller gäst."""

    key = "l,insert"
    label = "Lägg till"
    group = "närvaro"
    footer = True
    writes = True

    @classmethod
    def available(cls, host: RollPane) -> bool:
        """While the minutes may be changed."""
        return host.may_change

    @classmethod
    def run(cls, host: RollPane) -> None:
        """Open the form."""
        host.add()


class RollPane(CommandHost, Vertical):
    """Everyone who is or should be here, one row each."""

    OFFERED = (TogglePresence, Serve, AddPerson, EditPresence)

    def __init__(self) -> None:
        super().__init__(id="roll-pane", classes="titled pane")
        self._view: MeetingView | None = None
        self._rows: dict[str, RollRow] = {}
        self._list: RowList[str] = RowList(id="roll")
        self._empty = Static(markup=False, classes="empty")

    def compose(self) -> ComposeResult:
        """The list, or what to do first."""
        yield self._list
        yield self._empty

    @property
    def namnd(self) -> NamndApp:
        """The app."""
        return cast("NamndApp", self.app)

    @property
    def present(self) -> tuple[Attendance, ...]:
        """The attendance as it is saved."""
        return self._view.dossier.attendances if self._view else ()

    @property
    def current(self) -> RollRow | None:
        """The person with the cursor."""
        return self._rows.get(self._list.current or "")

    @property
    def may_change(self) -> bool:
        """True from the summons until the minutes are adjusted."""
        return self._view is not None and self._view.state in _OPEN

    def show(self, view: MeetingView) -> None:
        """Show the meeting's roll."""
        self._view = view
        called = bool(view.dossier.attendances)
        rows = roll.roll_rows(view.dossier) if called else []
        self._rows = {row.name: row for row in rows}
        self._list.show_rows([(row.name, roll.roll_content(row)) for row in rows])
        self._list.display = called
        self._empty.display = not called
        self._empty.update(plain(_NO_ROLL if view.may_sit else _NOT_SENT))
        self.border_title = plain(
            f"Närvaro {len(view.dossier.attendances)}" if called else "Närvaro"
        )

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        """Enter or a click edits."""
        event.stop()
        if EditPresence.available(self) and not self.namnd.read_only:
            self.edit()

    def save(self, present: Sequence[Attendance]) -> None:
        """Make this the roll."""
        from nämndtui.workflow.minutes import set_attendance

        if self._view is not None:
            meeting_id = self._view.dossier.meeting.id
            self.namnd.write(partial(set_attendance, meeting_id=meeting_id, present=present))

    def toggle_service(self) -> None:
        """End the service, or ask for whom the substitute serves."""
        row = self.current
        if row is None or row.attendance is None:
            return
        if row.attendance.role == "serving_substitute":
            self.save(roll.serving_for(self.present, row, ""))
            return
        absent = roll.absent_members(list(self._rows.values()))
        if not absent:
            self.namnd.say("Alla platser är besatta: ingen ledamot är frånvarande.")
            return

        def chosen(name: str | None) -> None:
            if name:
                self.save(roll.serving_for(self.present, row, name))

        self.app.push_screen(roll_dialogs.whose_seat(row, absent), chosen)

    def edit(self) -> None:
        """Bounds, jäv, distance and title of the person with the cursor."""
        if self._view is not None and self.current is not None:
            self.app.push_screen(roll_dialogs.edit_presence(self._view.dossier, self.current))

    def add(self) -> None:
        """Somebody who is neither member nor substitute."""
        if self._view is not None:
            self.app.push_screen(roll_dialogs.add_person(self._view.dossier))
