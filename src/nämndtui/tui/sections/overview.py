"""Översikt: what needs me today, the next meeting, what was last changed.

This is the first frame: the panes stand empty at once, and the lists are made, and what they
need imported, while the database is read.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from nämndtui.tui.kit.commands.command import Command
from nämndtui.tui.kit.frame.section_screen import SectionScreen
from nämndtui.tui.kit.safe_text import plain
from nämndtui.tui.kit.styles import style_sheets

if TYPE_CHECKING:
    from nämndtui.model.summons.readiness import Finding
    from nämndtui.tui.kit.widgets.row_table import RowTable, TableRow
    from nämndtui.workflow.deadlines.overview import Overview
    from nämndtui.workflow.deadlines.under_way import UnderWay


class OpenRow(Command["OverviewScreen"]):
    """Gå till det som raden handlar om."""

    key = "enter"
    label = "Öppna"
    footer = True

    @classmethod
    def available(cls, host: OverviewScreen) -> bool:
        """Only on a row."""
        return bool(host.current_key)

    @classmethod
    def run(cls, host: OverviewScreen) -> None:
        """Open."""
        host.open_row(host.current_key)


class OpenNextMeeting(Command["OverviewScreen"]):
    """Öppna nästa sammanträde."""

    key = "n"
    label = "Nästa sammanträde"
    footer = True

    @classmethod
    def available(cls, host: OverviewScreen) -> bool:
        """Only when one is planned."""
        return host.shown is not None and host.shown.next_meeting is not None

    @classmethod
    def run(cls, host: OverviewScreen) -> None:
        """Open it."""
        if host.shown and host.shown.next_meeting:
            host.namnd.open_meeting(host.shown.next_meeting.meeting_id)


@dataclass(frozen=True)
class _Loaded:
    overview: Overview
    findings: tuple[Finding, ...]
    """What the next meeting's summons still lacks."""
    under_way: tuple[UnderWay, ...] = ()


class OverviewScreen(SectionScreen):
    """The first screen of the day."""

    CSS_PATH = style_sheets("overview")
    SECTION = "overview"
    TITLE = "Översikt"
    HELP = (
        "Här ser du vad du höll på med, vad som behöver göras, vad som saknas inför nästa "
        "sammanträde och vad som senast har ändrats. Enter på en rad leder dit där det kan göras."
    )
    OFFERED = (OpenRow, OpenNextMeeting)
    shown: Overview | None = None
    _NOTHING_DUE: ClassVar[str] = "Inget väntar på dig de närmaste två veckorna."
    _NO_MEETING: ClassVar[str] = (
        "Inget sammanträde är planerat. Gå till Sammanträden med 2 och tryck N för att planera ett."
    )

    def body(self) -> ComposeResult:
        """To do at the left; next meeting and last changed at the right."""
        with Horizontal():
            with Vertical(classes="pane titled", id="todo-pane") as todo:
                todo.border_title = "Att göra"
                yield Static(id="todo-empty", classes="empty", markup=False)
            with Vertical(id="overview-right"):
                with Vertical(classes="pane titled", id="next-pane") as coming:
                    coming.border_title = "Nästa sammanträde"
                    yield Static(id="next-meeting", markup=False)
                with Vertical(classes="pane titled", id="changed-pane") as changed:
                    changed.border_title = "Senast ändrat"
                    yield Static(id="changed-empty", classes="empty", markup=False)

    @property
    def current_key(self) -> str:
        """The row with the cursor, in the list that has focus; empty elsewhere."""
        return str(getattr(self.focused, "current_key", ""))

    def load(self) -> None:
        """Read it all."""
        committee_id, today = self.session.committee_id, self.session.today
        user = self.session.user

        def query(connection: sqlite3.Connection) -> _Loaded:
            from nämndtui.tui.sections import overview_lists  # noqa: F401 - imported off the loop
            from nämndtui.workflow.deadlines.overview import overview
            from nämndtui.workflow.deadlines.under_way import under_way

            found = overview(connection, committee_id, today)
            begun = under_way(connection, committee_id, user, today)
            return _Loaded(found, _findings(connection, found), begun)

        self.read("översikt", query, self._show)

    def _show(self, loaded: _Loaded) -> None:
        from nämndtui.tui.sections import overview_lists as lists

        found = self.shown = loaded.overview
        today = self.session.today
        begun = [lists.under_way_row(one) for one in loaded.under_way]
        self._fill("todo", [*begun, *(lists.due_row(due, today) for due in found.todo)])
        self.query_one("#todo-empty", Static).update(plain(self._NOTHING_DUE))
        coming = found.next_meeting
        text = lists.next_meeting_text(coming) if coming else plain(self._NO_MEETING)
        self.query_one("#next-meeting", Static).update(text)
        missing = [lists.finding_row(coming.meeting_id, f) for f in loaded.findings if coming]
        self._fill("findings", missing)
        self._fill("changed", [lists.changed_row(row, today) for row in found.changed])
        nothing = lists.nothing_changed(found.imported, today)
        self.query_one("#changed-empty", Static).update(plain(nothing))
        if self.focused is None:
            self.query_one("#todo").focus()
        self.refresh_bindings()

    def _fill(self, name: str, rows: list[TableRow]) -> None:
        from nämndtui.tui.sections.overview_lists import list_in

        table = list_in(self, name)
        table.show_rows(rows)
        table.display = bool(rows)
        for empty in self.query(f"#{name}-empty"):
            empty.display = not rows

    def on_row_table_moved(self) -> None:
        """Enter may have become possible."""
        self.refresh_bindings()

    def on_row_table_opened(self, event: RowTable.Opened) -> None:
        """A click opens."""
        self.open_row(event.key)

    def open_row(self, key: str) -> None:
        """Go to what a row is about, and to the field to mend where the row names one.

        Keys begin ``case:id``, ``meeting:id``, ``item:id`` or a register's row; then comes the
        field, if any.
        """
        kind, target, *more = key.split(":")
        number, field = int(target), more[0] if more else ""
        if kind == "case":
            self.namnd.open_case(number)
        elif kind == "meeting":
            self.namnd.open_meeting(number, field=field)
        elif kind == "item":
            self.namnd.open_item(number, field)
        else:
            self.namnd.open_register(kind, number)


def _findings(connection: sqlite3.Connection, found: Overview) -> tuple[Finding, ...]:
    from nämndtui.model.summons.readiness import readiness
    from nämndtui.store.minutes.dossiers import load_dossier

    if found.next_meeting is None:
        return ()
    return readiness(load_dossier(connection, found.next_meeting.meeting_id), found.today)
