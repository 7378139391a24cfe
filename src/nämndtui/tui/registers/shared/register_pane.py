"""One list of a register: filter line, rows in pages, the row with the cursor, the sums."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from nämndtui.store.light.lists import Page
from nämndtui.tui.kit.commands.command import CommandHost
from nämndtui.tui.kit.counts import counted
from nämndtui.tui.kit.fields.line_input import LineInput
from nämndtui.tui.kit.safe_text import plain
from nämndtui.tui.kit.widgets.row_table import Column, RowTable, TableRow
from nämndtui.tui.kit.work.reading import Reads

if TYPE_CHECKING:
    from nämndtui.tui.kit.session import Session

PageQuery = Callable[[sqlite3.Connection, tuple[object, ...] | None], Page]
"""A page of rows, each with an ``id``: the first, or the one after a key."""


class RegisterPane(CommandHost, Reads, Vertical):
    """A tab of a register section. ``one`` is what the row with the cursor stands for."""

    NAME: ClassVar[str] = ""
    COLUMNS: ClassVar[tuple[Column, ...]] = ()
    PLACEHOLDER: ClassVar[str] = "/ Sök"
    HELP_TEXT: ClassVar[str] = ""

    one: Any = None
    stale = True
    _after: tuple[object, ...] | None = None
    _wanted = ""

    def __init__(self, id: str) -> None:
        super().__init__(id=id, classes="register")
        self.rows: dict[str, dict[str, Any]] = {}
        self.search = LineInput(placeholder=self.PLACEHOLDER, classes="register-search")
        self.table = RowTable(self.COLUMNS, id=f"{id}-list")
        self._count = Static(markup=False, classes="quiet register-count")
        self._empty = Static(markup=False, classes="empty")
        self._detail = Static(markup=False)
        self._sums = Static(markup=False, classes="register-sums")

    def compose(self) -> ComposeResult:
        with Horizontal(classes="search-line"):
            yield self.search
            yield self._count
        with Container(classes="register-split"):
            with Vertical(classes="pane titled register-list"):
                yield self.table
                yield self._empty
            with VerticalScroll(classes="pane titled register-detail"):
                yield self._detail
        yield self._sums

    @property
    def session(self) -> Session:
        """File, user, clock, committee."""
        return self.namnd.session

    # -- what a subclass says -----------------------------------------------------------------

    def page_query(self) -> PageQuery:
        """How pages are read, for what is searched for now."""
        raise NotImplementedError

    def row(self, row: dict[str, Any]) -> TableRow:
        """One row of the list."""
        raise NotImplementedError

    def one_query(self, row: dict[str, Any]) -> Callable[[sqlite3.Connection], Any]:
        """How everything about a row is read."""
        raise NotImplementedError

    def detail(self, one: Any) -> tuple[str, Content]:
        """Title and text of what the row stands for."""
        raise NotImplementedError

    def sums_query(self) -> Callable[[sqlite3.Connection], str]:
        """How the line at the bottom is read."""
        raise NotImplementedError

    def nothing(self) -> str:
        """What an empty list says."""
        raise NotImplementedError

    def choice_words(self) -> str:
        """The choice beside the search text, in words; empty when everything is shown."""
        return ""

    def clear_choice(self) -> None:
        """Show everything again."""

    # -- the list -----------------------------------------------------------------------------

    def load(self) -> None:
        """Read the first page and the sums."""
        self.stale = False
        self.look_up()
        self.read("summor", self.sums_query(), self._show_sums)

    def look_up(self) -> None:
        """Read the first page of what is searched for."""
        query = self.page_query()
        self.read("lista", lambda connection: query(connection, None), self._show_first)

    def _show_first(self, page: Page) -> None:
        self._after = page.after
        self.rows = {str(row["id"]): row for row in page.rows}
        select, self._wanted = self._wanted, ""
        self.table.show_rows([self.row(row) for row in page.rows], page.after is not None, select)
        self.table.display = bool(page.rows)
        self._empty.update(plain(self.nothing()))
        self._empty.display = not page.rows
        words = self.choice_words()
        shown = counted(page.total, page.at_least)
        self._count.update(plain(f"{shown} · {words}" if words else shown))
        if not page.rows:
            self._show_one(None)

    def on_row_table_more_wanted(self, event: RowTable.MoreWanted) -> None:
        """The next page."""
        event.stop()
        query, after = self.page_query(), self._after
        self.read("fler rader", lambda connection: query(connection, after), self._show_more)

    def _show_more(self, page: Page) -> None:
        self._after = page.after
        self.rows |= {str(row["id"]): row for row in page.rows}
        self.table.append_rows([self.row(row) for row in page.rows], page.after is not None)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as one types."""
        event.stop()
        self.look_up()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter leads to the list."""
        event.stop()
        self.focus_list()

    def _show_sums(self, text: str) -> None:
        self._sums.update(plain(text))
        self._sums.display = bool(text)

    # -- the row ------------------------------------------------------------------------------

    def on_row_table_moved(self, event: RowTable.Moved) -> None:
        """Show what the row stands for."""
        event.stop()
        row = self.rows.get(event.key)
        if row is not None:
            self.read("rad", self.one_query(row), self._show_one)

    def on_row_table_opened(self, event: RowTable.Opened) -> None:
        """A second click opens."""
        event.stop()
        self.open_one()

    def _show_one(self, one: Any) -> None:
        self.one = one
        pane = self.query_one(".register-detail")
        title, text = self.detail(one) if one is not None else ("", Content(""))
        pane.border_title = plain(title, limit=80)
        self._detail.update(text)
        self.refresh_bindings()

    def open_one(self) -> None:
        """What Enter does on a row."""

    # -- moving about -------------------------------------------------------------------------

    def focus_list(self) -> None:
        """Put the cursor in the list; in the search line when there are no rows."""
        self.table.focus()

    def select(self, row_id: int | str) -> None:
        """Put the cursor on a row, now or when the list is read next."""
        self._wanted = str(row_id)
        self.look_up()

    def look_for(self, text: str) -> None:
        """Search for a text, whatever was searched for before."""
        self.clear_choice()
        self.search.set_text(text)
        self.look_up()

    def step_back(self) -> None:
        """To the list; what was searched for is let go."""
        if self.search.value or self.choice_words():
            self.look_for("")
        self.focus_list()
