"""Delegationsbeslut: the register, newest first, and what can be done with a decision."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, ClassVar

from textual.content import Content

from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.delegation.delegated_decision import DECISION_STATES
from nämndtui.model.text.vocabulary import swedish
from nämndtui.store.light.lists import Page
from nämndtui.store.light.register_lists import delegated_decision_page
from nämndtui.tui.kit.commands.command import Commands
from nämndtui.tui.kit.dialogs.picker import Choice, PickerDialog
from nämndtui.tui.kit.safe_text import cell
from nämndtui.tui.kit.widgets.row_table import Column, TableRow
from nämndtui.tui.registers.delegation import decision_acts
from nämndtui.tui.registers.delegation.decision_commands import DECISION_COMMANDS
from nämndtui.tui.registers.delegation.decision_text import (
    DecisionView,
    decision_detail,
    decision_title,
    read_decision,
    state_cell,
    sums,
)
from nämndtui.tui.registers.shared.register_pane import PageQuery, RegisterPane


class DecisionPane(RegisterPane):
    """The delegated decisions of the committee."""

    NAME = "Beslut"
    COLUMNS = (Column("Dag", 10), Column("Punkt", 6), Column("Beslut"), Column("Läge", 19))
    PLACEHOLDER = "/ Sök: punkt, roll, namn, diarienummer eller ord"
    OFFERED: ClassVar[Commands] = DECISION_COMMANDS

    one: DecisionView | None = None
    state = ""
    first: date | None = None
    last: date | None = None

    def page_query(self) -> PageQuery:
        """What is searched for, in the chosen state and period."""
        committee_id, text, state = self.session.committee_id, self.search.value, self.state
        first = self.first.isoformat() if self.first else ""
        last = self.last.isoformat() if self.last else ""

        def query(connection: sqlite3.Connection, before: tuple[object, ...] | None) -> Page:
            return delegated_decision_page(
                connection, committee_id, text, state, first, last, before
            )

        return query

    def row(self, row: dict[str, Any]) -> TableRow:
        """Day, point, number, description and, where there is room, verksamhet; state."""
        style = "dim" if row["state"] in ("reported", "posted") else ""
        operation = f" · {row['operation']}" if row["operation"] else ""
        what = cell(f"{row['dnr']} {row['description']}{operation}", style)
        cells = (cell(row["decided_on"], style), cell(row["point"], style), what, state_cell(row))
        return TableRow(str(row["id"]), cells)

    def one_query(self, row: dict[str, Any]) -> Callable[[sqlite3.Connection], DecisionView]:
        """The decision with its checks."""
        today = self.session.today
        return lambda connection: read_decision(connection, row, today)

    def detail(self, one: DecisionView) -> tuple[str, Content]:
        """Its facts and checks."""
        return decision_title(one), decision_detail(one)

    def sums_query(self) -> Callable[[sqlite3.Connection], str]:
        """What waits."""
        return partial(sums, committee_id=self.session.committee_id)

    def nothing(self) -> str:
        """What to do next."""
        if self.search.value or self.choice_words():
            return "Inga delegationsbeslut passar. Tryck Esc för att se alla igen."
        if self.session.read_only:
            return "Inga delegationsbeslut."
        return (
            "Inga delegationsbeslut än. Tryck F2 för att skriva in det första på en rad, "
            "eller I för att importera en fil."
        )

    def choice_words(self) -> str:
        """State and period."""
        words = [swedish("delegated_state", self.state)] if self.state else []
        if self.first or self.last:
            words.append(self.period_words())
        return " · ".join(words)

    def period_words(self) -> str:
        """``1 okt 2026–30 nov 2026``."""
        days = [short_date(day, year=True)[4:] if day else "" for day in (self.first, self.last)]
        return "–".join(days)

    def clear_choice(self) -> None:
        """Every state, every day."""
        self.state, self.first, self.last = "", None, None

    def show_waiting(self) -> None:
        """Only what is to be reported."""
        self.look_for("")
        self.state = "registered"
        self.look_up()

    def open_one(self) -> None:
        """Edit."""
        if not self.session.read_only:
            decision_acts.edit(self)

    def choose_state(self) -> None:
        """Which decisions to show."""
        choices = [Choice("", "alla delegationsbeslut")]
        choices += [Choice(state, swedish("delegated_state", state)) for state in DECISION_STATES]

        def matching(_: sqlite3.Connection, text: str) -> list[Choice[str]]:
            return [choice for choice in choices if text.casefold() in choice.text]

        self.app.push_screen(PickerDialog("Visa beslut som är", matching), self._state_chosen)

    def _state_chosen(self, state: str | None) -> None:
        if state is not None:
            self.state = state
            self.look_up()

    def show_period(self, first: date | None, last: date | None) -> None:
        """Only decisions made in a period; also what F9 takes."""
        self.first, self.last = first, last
        self.look_up()
