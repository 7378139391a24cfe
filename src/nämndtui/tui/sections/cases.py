"""Ärenden: finding as one types, reading beside the list, registering and editing."""

from __future__ import annotations

import sqlite3
from functools import partial
from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, Static

from nämndtui.model.agenda.case import CASE_STATES, Case
from nämndtui.model.text.vocabulary import swedish
from nämndtui.store.light.lists import Page, case_page
from nämndtui.store.light.lookup import case_by_id
from nämndtui.tui.kit.counts import counted
from nämndtui.tui.kit.dialogs.picker import Choice, PickerDialog
from nämndtui.tui.kit.fields.line_input import LineInput
from nämndtui.tui.kit.frame.section_screen import SectionScreen
from nämndtui.tui.kit.safe_text import cell, plain
from nämndtui.tui.kit.widgets.row_table import Column, RowTable, TableRow
from nämndtui.tui.sections.case_commands import CASE_COMMANDS
from nämndtui.tui.sections.case_detail import case_head, case_rest, item_row

_SEARCH = "Skriv för att söka: ord, diarienummer eller paragraf"


class CasesScreen(SectionScreen):
    """The diary of the committee."""

    SECTION = "cases"
    TITLE = "Ärenden"
    HELP = (
        "Alla ärenden i diariet, nyast först. Börja skriva så söker du: listan följer med från "
        "första bokstaven. Diarienummer hittas hur de än är skrivna. Till höger står det "
        "markerade ärendet."
    )
    OFFERED = CASE_COMMANDS

    case: dict[str, Any] | None = None
    _state = ""
    _wanted = ""
    _all = 0
    _after: tuple[object, ...] | None = None

    def body(self) -> ComposeResult:
        """Search line, list, detail."""
        with Horizontal(classes="search-line"):
            yield LineInput(placeholder=_SEARCH, id="case-search")
            yield Static(id="case-count", classes="quiet", markup=False)
        with Horizontal():
            with Vertical(classes="pane titled", id="case-list-pane"):
                yield RowTable((Column("Diarienr", 12), Column("Rubrik")), id="case-list")
                yield Static(id="case-empty", classes="empty", markup=False)
            with VerticalScroll(classes="pane titled", id="case-pane", can_focus=False):
                yield Static(id="case-head", markup=False)
                yield Static("Sammanträden", id="case-meetings-title", markup=False)
                yield RowTable((Column("Dag", 10), Column("Vad")), id="case-meetings")
                yield Static(id="case-rest", markup=False)

    def on_mount(self) -> None:
        self.query_one("#case-meetings", RowTable).show_header = False
        self.query_one("#case-list").focus()

    # -- the list -----------------------------------------------------------------------------

    def load(self) -> None:
        """Read the first page, and the chosen case again."""
        self._look_up()
        if self.case is not None:
            self._read_case(self.case["id"])

    def _look_up(self) -> None:
        text = self.query_one("#case-search", LineInput).value
        committee_id, state = self.session.committee_id, self._state

        def query(connection: sqlite3.Connection) -> tuple[Page, int]:
            page = case_page(connection, committee_id, text, state)
            if not (text.strip() or state):
                return page, page.total
            return page, case_page(connection, committee_id, limit=1).total

        self.read("ärenden", query, self._show_first)

    def _show_first(self, answer: tuple[Page, int]) -> None:
        page, self._all = answer
        self._after = page.after
        table = self.query_one("#case-list", RowTable)
        select, self._wanted = self._wanted, ""
        table.show_rows([_row(row) for row in page.rows], page.after is not None, select)
        table.display = bool(page.rows)
        empty = self.query_one("#case-empty", Static)
        empty.update(plain(self._nothing()))
        empty.display = not page.rows
        self._show_count(page)
        if not page.rows:
            self._show_case(None)

    def _show_count(self, page: Page) -> None:
        parts = counted(page.total, page.at_least)
        if page.total != self._all:
            parts += f" av {counted(self._all)}"
        state = f" · {swedish('case_state', self._state)}" if self._state else ""
        self.query_one("#case-count", Static).update(plain(f"{parts}{state}"))

    def _nothing(self) -> str:
        if not self._all:
            return "Inga ärenden än. Tryck F2 för att registrera det första."
        return "Inga ärenden passar sökningen. Tryck Esc för att se alla igen."

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as one types."""
        event.stop()
        self._look_up()

    def on_key(self, event: events.Key) -> None:
        """A letter typed in the list begins a search; digits lead to the sections."""
        search = self.query_one("#case-search", LineInput)
        if self.focused is not search and event.character and event.character.isalpha():
            event.stop()
            event.prevent_default()
            self.set_focus(search)
            search.value = event.character
            search.cursor_position = 1

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter leads to the list."""
        event.stop()
        self.query_one("#case-list").focus()

    def on_row_table_more_wanted(self, event: RowTable.MoreWanted) -> None:
        """The next page."""
        text = self.query_one("#case-search", LineInput).value
        query = partial(
            case_page,
            committee_id=self.session.committee_id,
            text=text,
            state=self._state,
            before=self._after,
        )
        self.read("fler ärenden", query, self._show_more)

    def _show_more(self, page: Page) -> None:
        self._after = page.after
        rows = [_row(row) for row in page.rows]
        self.query_one("#case-list", RowTable).append_rows(rows, page.after is not None)

    # -- the case -----------------------------------------------------------------------------

    def on_row_table_moved(self, event: RowTable.Moved) -> None:
        """Show the case the cursor is on."""
        if event.table.id == "case-list" and event.key:
            self._read_case(int(event.key))

    def _read_case(self, case_id: int) -> None:
        self.read("ärende", lambda connection: case_by_id(connection, case_id), self._show_case)

    def _show_case(self, case: dict[str, Any] | None) -> None:
        self.case = case
        pane = self.query_one("#case-pane")
        pane.border_title = plain(case["dnr"]) if case else ""
        for part in pane.children:
            part.display = case is not None
        if case is not None:
            self.query_one("#case-head", Static).update(case_head(case, self.session.today))
            self.query_one("#case-rest", Static).update(case_rest(case))
            table = self.query_one("#case-meetings", RowTable)
            table.show_rows([item_row(item) for item in case["items"]])
            table.display = bool(case["items"])
            self.query_one("#case-meetings-title").display = bool(case["items"])
        self.refresh_bindings()

    def show_case(self, case_id: int) -> None:
        """Mark a case in the list, whatever was searched for before."""
        self._state = ""
        self._wanted = str(case_id)
        self.query_one("#case-search", LineInput).set_text("")
        self._look_up()
        self._read_case(case_id)
        self.query_one("#case-list").focus()

    def on_row_table_opened(self, event: RowTable.Opened) -> None:
        """A second click opens."""
        self.open_current()

    # -- commands -----------------------------------------------------------------------------

    def open_current(self) -> None:
        """From the list into the case; in the case, to the meeting on the row."""
        meetings = self.query_one("#case-meetings", RowTable)
        if meetings.has_focus and meetings.current_key:
            self.namnd.open_item(int(meetings.current_key))
        elif meetings.display:
            meetings.focus()

    def step_back(self) -> None:
        """From the case to the list; from the search to the list with everything."""
        search = self.query_one("#case-search", LineInput)
        if search.value or self._state:
            self._state = ""
            search.set_text("")
            self._look_up()
        self.query_one("#case-list").focus()

    def new_case(self) -> None:
        """Register a case."""
        from nämndtui.tui.sections.case_forms import new_case_form

        form = new_case_form(self.session.committee_id, self.session.today)
        self.app.push_screen(form, self._registered)

    def _registered(self, case: Case | None) -> None:
        if case is not None:
            self.namnd.say(f"{case.dnr} är registrerat.")
            self.show_case(case.id)

    def edit_case(self) -> None:
        """Edit the case shown."""
        from nämndtui.store.agenda.cases import case as load_case
        from nämndtui.tui.sections.case_forms import edit_case_form

        def show(case: Case) -> None:
            self.app.push_screen(edit_case_form(case, self.session.today))

        if self.case is not None:
            case_id = self.case["id"]
            self.read("ärende att ändra", lambda connection: load_case(connection, case_id), show)

    def close_case(self) -> None:
        """Close the case shown."""
        from nämndtui.workflow.agenda.cases import close_case

        if self.case is not None:
            case_id, version = self.case["id"], self.case["version"]
            self.namnd.write(
                lambda store, actor: close_case(store, actor, case_id, version),
                notice=f"{self.case['dnr']} är avslutat – Ctrl+Z ångrar.",
            )

    def choose_state(self) -> None:
        """Which cases to show."""
        choices = [Choice("", "alla ärenden")]
        choices += [Choice(state, swedish("case_state", state)) for state in CASE_STATES]

        def matching(_: sqlite3.Connection, text: str) -> list[Choice[str]]:
            return [choice for choice in choices if text.casefold() in choice.text]

        self.app.push_screen(PickerDialog("Visa ärenden som är", matching), self._state_chosen)

    def _state_chosen(self, state: str | None) -> None:
        if state is not None:
            self._state = state
            self._look_up()


def _row(row: dict[str, Any]) -> TableRow:
    style = "dim" if row["state"] == "closed" else ""
    return TableRow(str(row["id"]), (cell(row["dnr"], style), cell(row["title"], style)))
