"""Anmälningsärenden: collected as they come in, put on an agenda by origin (A6)."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

from textual.content import Content

from nämndtui.model.delegation.columns import MATTER_COLUMNS
from nämndtui.model.delegation.reported_matter import ReportedMatter
from nämndtui.model.text.number_words import plural
from nämndtui.model.text.vocabulary import swedish
from nämndtui.store.delegation.reported_matters import all_matters, collected_matters, matter
from nämndtui.store.light.lists import Page
from nämndtui.tui.kit.commands.command import Commands
from nämndtui.tui.kit.safe_text import cell, joined, plain
from nämndtui.tui.kit.widgets.row_table import Column, TableRow
from nämndtui.tui.registers.matters import matter_commands
from nämndtui.tui.registers.matters.matter_commands import MATTER_COMMANDS
from nämndtui.tui.registers.shared.register_fields import column_lines
from nämndtui.tui.registers.shared.register_pane import PageQuery, RegisterPane


class MatterPane(RegisterPane):
    """What is to be told to the committee for information."""

    NAME = "Anmälningsärenden"
    COLUMNS = (
        Column("Inkom", 11),
        Column("Från", 18),
        Column("Ärende"),
        Column("Läge", 14),
    )
    PLACEHOLDER = "/ Sök: avsändare, rubrik eller diarienummer"
    OFFERED: ClassVar[Commands] = MATTER_COMMANDS

    one: ReportedMatter | None = None

    def page_query(self) -> PageQuery:
        """Newest first; there are never many."""
        committee_id, wanted = self.session.committee_id, self.search.value.strip().casefold()

        def query(connection: sqlite3.Connection, _: tuple[object, ...] | None) -> Page:
            found = [
                {"id": one.id, "matter": one}
                for one in all_matters(connection, committee_id)
                if wanted in " ".join(getattr(one, name) for name in _SEARCHED).casefold()
            ]
            return Page(found[:_MOST], len(found), False, None)

        return query

    def row(self, row: dict[str, Any]) -> TableRow:
        """Day, origin, title and number, state."""
        one: ReportedMatter = row["matter"]
        style = "dim" if one.state == "reported" else ""
        title = f"{one.title} ({one.dnr})" if one.dnr else one.title
        day = one.received_on.isoformat() if one.received_on else ""
        texts = (day, one.origin, title, swedish("matter_state", one.state))
        return TableRow(str(one.id), tuple(cell(text, style) for text in texts))

    def one_query(self, row: dict[str, Any]) -> Callable[[sqlite3.Connection], ReportedMatter]:
        """The matter as it now stands."""
        matter_id = row["id"]
        return lambda connection: matter(connection, matter_id)

    def detail(self, one: ReportedMatter) -> tuple[str, Content]:
        """Its facts."""
        lines: list[Content | str] = [plain(one.title, "bold"), f"\nFrån: {one.origin}"]
        lines += [f"\n{line}" for line in column_lines(MATTER_COLUMNS, one)]
        lines.append(f"\nLäge: {swedish('matter_state', one.state)}")
        if one.document is not None:
            lines.append(f"\nHandling: {one.document.name}")
        if one.quarter_report_id is not None:
            lines.append("\nEn kvartalsrapport om ej verkställda beslut.")
        return "Anmälningsärende", joined(*lines)

    def sums_query(self) -> Callable[[sqlite3.Connection], str]:
        """How many wait."""
        return partial(_sums, committee_id=self.session.committee_id)

    def nothing(self) -> str:
        """What to do next."""
        if self.search.value:
            return "Inga anmälningsärenden passar. Tryck Esc för att se alla igen."
        if self.session.read_only:
            return "Inga anmälningsärenden."
        return (
            "Inga anmälningsärenden. Tryck F2 när något kommer in som nämnden ska få veta: domar, "
            "beslut från andra myndigheter, rapporter."
        )

    def open_one(self) -> None:
        """Edit."""
        if not self.session.read_only:
            matter_commands.edit(self)


_MOST = 200
_SEARCHED = [column.name for column in MATTER_COLUMNS if column.searched]


def _sums(connection: sqlite3.Connection, committee_id: int) -> str:
    waiting = len(collected_matters(connection, committee_id))
    return plural(waiting, "ärende att anmäla", "ärenden att anmäla") if waiting else ""
