"""Sammanträden: all meetings, the next one first in sight; Enter opens the workspace."""

from __future__ import annotations

import sqlite3
from datetime import date
from functools import partial
from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from nämndtui.model.agenda.meeting import Meeting
from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.record.adjusted import anything_adjusted
from nämndtui.model.text.vocabulary import swedish
from nämndtui.store.agenda.meetings import meeting as load_meeting
from nämndtui.store.light.lists import Page, item_rows, meeting_rows
from nämndtui.store.minutes.minutes import parts_of_meeting
from nämndtui.tui.kit.frame.section_screen import SectionScreen
from nämndtui.tui.kit.safe_text import cell, joined, one_line, plain
from nämndtui.tui.kit.widgets.row_table import Column, RowTable, TableRow
from nämndtui.tui.sections.meeting_commands import MEETING_COMMANDS

_COLUMNS = (Column("Dag", 15), Column("Tid", 5), Column("Läge", 17), Column("Innehåll"))


class MeetingsScreen(SectionScreen):
    """The meetings of the committee, latest first."""

    SECTION = "meetings"
    TITLE = "Sammanträden"
    HELP = (
        "Nämndens sammanträden, senast först; markören börjar vid nästa. Enter öppnar "
        "sammanträdet: där byggs dagordningen, där skrivs kallelse och protokoll."
    )
    OFFERED = MEETING_COMMANDS

    meeting_id = 0
    state = ""
    _after: tuple[object, ...] | None = None
    _states: dict[str, str] | None = None
    _placed = False

    def body(self) -> ComposeResult:
        """The list, and in a wide terminal the agenda beside it."""
        with Horizontal():
            with Vertical(classes="pane titled", id="meeting-list-pane") as pane:
                pane.border_title = "Sammanträden"
                yield RowTable(_COLUMNS, id="meeting-list")
                yield Static(id="meeting-empty", classes="empty", markup=False)
            with VerticalScroll(classes="pane titled", id="agenda-pane") as agenda:
                agenda.border_title = "Dagordning"
                yield Static(id="agenda-preview", markup=False)

    def on_mount(self) -> None:
        self.query_one("#meeting-list").focus()

    def load(self) -> None:
        """Read the first page."""
        committee_id = self.session.committee_id
        self.read("sammanträden", lambda c: meeting_rows(c, committee_id), self._show_first)

    def _show_first(self, page: Page) -> None:
        self._after = page.after
        self._states = {str(row["id"]): row["state"] for row in page.rows}
        table = self.query_one("#meeting-list", RowTable)
        select = "" if self._placed else _nearest(page, self.session.today)
        self._placed = self._placed or bool(page.rows)
        table.show_rows([self._row(row) for row in page.rows], page.after is not None, select)
        table.display = bool(page.rows)
        empty = self.query_one("#meeting-empty", Static)
        empty.update(plain(self._nothing()))
        empty.display = not page.rows

    def _nothing(self) -> str:
        if self.session.read_only:
            return "Inga sammanträden."
        return "Inga sammanträden än. Tryck F2 för att planera det första."

    def _row(self, row: dict[str, Any]) -> TableRow:
        held = date.fromisoformat(row["date"])
        over = held < self.session.today
        style = "dim" if row["state"] == "cancelled" or over else ""
        coming = "bold" if not over and row["state"] != "cancelled" else style
        cells = (
            cell(short_date(held, year=True), coming),
            cell(row["start"].replace(":", "."), style),
            cell(swedish("meeting_state", row["state"]), style),
            cell(_content(row), style),
        )
        return TableRow(str(row["id"]), cells)

    def on_row_table_more_wanted(self, event: RowTable.MoreWanted) -> None:
        """The next page."""
        query = partial(meeting_rows, committee_id=self.session.committee_id, before=self._after)
        self.read("fler sammanträden", query, self._show_more)

    def _show_more(self, page: Page) -> None:
        self._after = page.after
        self._states = {**(self._states or {}), **{str(r["id"]): r["state"] for r in page.rows}}
        rows = [self._row(row) for row in page.rows]
        self.query_one("#meeting-list", RowTable).append_rows(rows, page.after is not None)

    def on_row_table_moved(self, event: RowTable.Moved) -> None:
        """Show the agenda of the meeting the cursor is on."""
        self.meeting_id = int(event.key or 0)
        self.state = (self._states or {}).get(event.key, "")
        self.refresh_bindings()
        if self.meeting_id:
            query = partial(
                item_rows, committee_id=self.session.committee_id, meeting_id=self.meeting_id
            )
            self.read("dagordning", query, self._show_agenda)

    def _show_agenda(self, page: Page) -> None:
        text = agenda_preview(page.rows) if page.rows else plain("Inga punkter än.", "dim")
        self.query_one("#agenda-preview", Static).update(text)

    def on_row_table_opened(self) -> None:
        """A second click opens."""
        self.namnd.open_meeting(self.meeting_id)

    # -- commands -----------------------------------------------------------------------------

    def plan_meeting(self) -> None:
        """Plan a meeting."""
        from nämndtui.tui.sections.meeting_forms import plan_meeting_form

        if self.session.committee is not None:
            form = plan_meeting_form(self.session.committee, self.session.today)
            self.app.push_screen(form, self._planned)

    def _planned(self, meeting_id: int | None) -> None:
        if meeting_id is not None:
            self.namnd.say("Sammanträdet är planerat. Enter öppnar det.")
            self._select(meeting_id)

    def _select(self, meeting_id: int) -> None:
        def show(page: Page) -> None:
            self._show_first(page)
            table = self.query_one("#meeting-list", RowTable)
            table.show_rows(
                [self._row(row) for row in page.rows], page.after is not None, str(meeting_id)
            )

        committee_id = self.session.committee_id
        self.read("sammanträden", lambda c: meeting_rows(c, committee_id), show)

    def edit_meeting(self) -> None:
        """Edit the meeting on the row."""
        from nämndtui.tui.sections.meeting_forms import edit_meeting_form

        meeting_id, today = self.meeting_id, self.session.today

        def query(connection: sqlite3.Connection) -> tuple[Meeting, bool]:
            parts = parts_of_meeting(connection, meeting_id)
            return load_meeting(connection, meeting_id), anything_adjusted(parts)

        def push(found: tuple[Meeting, bool]) -> None:
            self.app.push_screen(edit_meeting_form(found[0], today, adjusted=found[1]))

        self.read("sammanträde", query, push)

    def cancel_meeting(self) -> None:
        """Cancel the meeting on the row."""
        from nämndtui.tui.sections.meeting_forms import cancel_meeting_form

        def push(meeting: Meeting) -> None:
            self.app.push_screen(cancel_meeting_form(meeting), tell)

        def tell(told: object) -> None:
            if told and isinstance(told, str):
                self.namnd.say(told)

        self.read("sammanträde", partial(load_meeting, meeting_id=self.meeting_id), push)


def agenda_preview(rows: list[dict[str, Any]]) -> Content:
    """The agenda as a short list: number, title, §."""
    lines: list[Content] = []
    for row in rows:
        number = f"{row['number']:>3}  " if row["number"] else "     "
        section = f"  § {row['paragraph']}" if row["paragraph"] else ""
        style = "dim" if row["state"] == "withdrawn" else ""
        ended = "  utgår" if row["state"] == "withdrawn" else ""
        text = plain(f"{number}{one_line(row['title'], 90)}", style)
        lines.append(joined(text, plain(f"{section}{ended}", "dim")))
    return Content("\n").join(lines)


def _content(row: dict[str, Any]) -> str:
    if row["state"] == "cancelled":
        return ""
    parts = [f"{row['items']} punkter" if row["items"] != 1 else "1 punkt"] if row["items"] else []
    if row["first_paragraph"]:
        parts.append(f"§§ {row['first_paragraph']}–{row['last_paragraph']}")
    elif row["drafts"]:
        parts.append(f"▲ {row['drafts']} ej klara")
    if row["kind"] == "extra":
        parts.append("extra")
    return " · ".join(parts)


def _nearest(page: Page, today: date) -> str:
    """The first meeting from today on that will be held, else the latest."""
    coming = [
        row for row in page.rows if row["date"] >= today.isoformat() and row["state"] != "cancelled"
    ]
    return str(coming[-1]["id"]) if coming else ""
