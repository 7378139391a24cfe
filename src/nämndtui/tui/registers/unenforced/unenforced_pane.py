"""The register of unenforced decisions: rows by law, and what can be done with each."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

from textual.content import Content

from nämndtui.model.text.vocabulary import swedish
from nämndtui.store.light.lists import Page
from nämndtui.store.light.register_lists import unenforced_decision_page
from nämndtui.tui.kit.commands.command import Commands
from nämndtui.tui.kit.dialogs.picker import Choice, PickerDialog
from nämndtui.tui.kit.safe_text import cell
from nämndtui.tui.kit.widgets.row_table import Column, TableRow
from nämndtui.tui.registers.shared.register_pane import PageQuery, RegisterPane
from nämndtui.tui.registers.unenforced import unenforced_commands
from nämndtui.tui.registers.unenforced.unenforced_commands import SUPPORT_COMMANDS
from nämndtui.tui.registers.unenforced.unenforced_text import (
    UnenforcedView,
    is_over,
    listed_state,
    read_unenforced,
    state_cell,
    sums,
    unenforced_detail,
    unenforced_title,
)

_CHOICES = (
    ("alla rader", ("", False)),
    ("pågående", ("", True)),
    ("SoL", ("sol", False)),
    ("SoL, pågående", ("sol", True)),
    ("LSS", ("lss", False)),
    ("LSS, pågående", ("lss", True)),
)


class UnenforcedPane(RegisterPane):
    """Decisions and interruptions, oldest first; corrected rows last."""

    NAME = "Register"
    COLUMNS = (
        Column("Nyckel", 8),
        Column("Lag", 3),
        Column("Insats"),
        Column("Datum", 10),
        Column("Läge", 18),
    )
    PLACEHOLDER = "/ Sök: nyckel, insats eller anteckning"
    OFFERED: ClassVar[Commands] = SUPPORT_COMMANDS

    one: UnenforcedView | None = None
    law = ""
    only_open = False

    def page_query(self) -> PageQuery:
        """What is searched for, of the chosen law."""
        committee_id, text = self.session.committee_id, self.search.value
        law, only_open = self.law, self.only_open

        def query(connection: sqlite3.Connection, before: tuple[object, ...] | None) -> Page:
            return unenforced_decision_page(connection, committee_id, text, law, only_open, before)

        return query

    def row(self, row: dict[str, Any]) -> TableRow:
        """Key, law, kind of support, day, state."""
        state = listed_state(row, self.session.today)
        style = "dim" if is_over(state) else ""
        kind = "avbrott: " if row["kind"] == "interruption" else ""
        texts = (
            row["local_key"],
            swedish("law", row["law"]),
            f"{kind}{row['measure']}",
            row["start"],
        )
        cells = (*(cell(text, style) for text in texts), state_cell(state))
        return TableRow(str(row["id"]), cells)

    def one_query(self, row: dict[str, Any]) -> Callable[[sqlite3.Connection], UnenforcedView]:
        """The whole row."""
        today = self.session.today
        return lambda connection: read_unenforced(connection, row, today)

    def detail(self, one: UnenforcedView) -> tuple[str, Content]:
        """Facts and what is due."""
        return unenforced_title(one), unenforced_detail(one)

    def sums_query(self) -> Callable[[sqlite3.Connection], str]:
        """How many wait, by law."""
        return partial(sums, committee_id=self.session.committee_id, today=self.session.today)

    def nothing(self) -> str:
        """What to do next."""
        if self.search.value or self.choice_words():
            return "Inga rader passar. Tryck Esc för att se alla igen."
        if self.session.read_only:
            return "Inga ej verkställda beslut."
        return (
            "Inga ej verkställda beslut. Tryck F2 för att lägga in det första, "
            "eller I för att importera en lista."
        )

    def choice_words(self) -> str:
        """The chosen law."""
        chosen = (self.law, self.only_open)
        return next((words for words, choice in _CHOICES if choice == chosen and any(choice)), "")

    def clear_choice(self) -> None:
        """Both laws, all rows."""
        self.law, self.only_open = "", False

    def open_one(self) -> None:
        """Edit."""
        if not self.session.read_only:
            unenforced_commands.edit(self)

    def choose_rows(self) -> None:
        """Which rows to show."""
        choices = [Choice(choice, words) for words, choice in _CHOICES]

        def matching(_: sqlite3.Connection, text: str) -> list[Choice[tuple[str, bool]]]:
            return [one for one in choices if text.casefold() in one.text.casefold()]

        self.app.push_screen(PickerDialog("Visa", matching), self._rows_chosen)

    def _rows_chosen(self, choice: tuple[str, bool] | None) -> None:
        if choice is not None:
            self.law, self.only_open = choice
            self.look_up()
