"""The quarters: what waits to be compiled, what has been, and where it has gone."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

from textual.content import Content

from nämndtui.model.text.errors import NamndError
from nämndtui.model.text.vocabulary import swedish
from nämndtui.store.light.lists import Page
from nämndtui.store.unenforced.quarter_reports import quarter_report
from nämndtui.tui.kit.commands.command import Commands
from nämndtui.tui.kit.safe_text import cell, plain
from nämndtui.tui.kit.widgets.row_table import Column, TableRow
from nämndtui.tui.registers.quarters import quarter_commands
from nämndtui.tui.registers.quarters.quarter_commands import QUARTER_COMMANDS
from nämndtui.tui.registers.quarters.quarter_text import (
    count_words,
    quarter_detail,
    quarter_title,
    sent_words,
)
from nämndtui.tui.registers.quarters.quarter_view import (
    QuarterRow,
    QuarterView,
    quarter_rows,
    read_compiled,
    read_preview,
)
from nämndtui.tui.registers.shared.register_pane import PageQuery, RegisterPane

_MOST = 200


class QuarterPane(RegisterPane):
    """One line for each law and quarter, newest first."""

    NAME = "Kvartal"
    COLUMNS = (
        Column("Kvartal", 7),
        Column("Lag", 3),
        Column("Sammanställd", 12),
        Column("Rapporten"),
        Column("Skickad", 27),
    )
    PLACEHOLDER = "/ Sök: 2026K3 eller lag"
    OFFERED: ClassVar[Commands] = QUARTER_COMMANDS

    one: QuarterView | NamndError | None = None

    @property
    def chosen(self) -> QuarterRow | None:
        """The line with the cursor."""
        found = self.rows.get(self.table.current_key)
        return found["quarter"] if found else None

    @property
    def view(self) -> QuarterView | None:
        """The report of the line, when it could be computed."""
        return self.one if isinstance(self.one, QuarterView) else None

    def page_query(self) -> PageQuery:
        """All of them; there are eight a year."""
        committee_id, today = self.session.committee_id, self.session.today
        wanted = self.search.value.strip().casefold()

        def query(connection: sqlite3.Connection, _: tuple[object, ...] | None) -> Page:
            rows = [
                {"id": row.key, "quarter": row}
                for row in quarter_rows(connection, committee_id, today)
                if wanted in f"{row.quarter} {swedish('law', row.law)}".casefold()
            ]
            return Page(rows[:_MOST], len(rows), False, None)

        return query

    def row(self, row: dict[str, Any]) -> TableRow:
        """Quarter, law, day, counts, where it has gone."""
        one: QuarterRow = row["quarter"]
        texts = [str(one.quarter), swedish("law", one.law)]
        if one.report is None:
            cells = (*map(cell, texts), cell("▲ nej", "bold"), cell("F2 sammanställer"), cell("–"))
            return TableRow(one.key, cells)
        texts += [one.report.compiled_on.isoformat(), count_words(one.report)]
        return TableRow(one.key, (*map(cell, texts), cell(sent_words(one.report))))

    def one_query(
        self, row: dict[str, Any]
    ) -> Callable[[sqlite3.Connection], QuarterView | NamndError]:
        """The frozen report, or what it would be today."""
        one: QuarterRow = row["quarter"]
        committee_id, today = self.session.committee_id, self.session.today
        report = one.report
        if report is not None:
            return lambda connection: read_compiled(connection, report.id)
        return lambda connection: read_preview(connection, committee_id, one, today)

    def detail(self, one: QuarterView | NamndError) -> tuple[str, Content]:
        """Where it stands, its sentences, what differs."""
        if isinstance(one, NamndError):
            return "Kan inte sammanställas", plain(f"▲ {one}")
        return quarter_title(one.report), quarter_detail(one)

    def sums_query(self) -> Callable[[sqlite3.Connection], str]:
        """Nothing beside the list."""
        return lambda _: ""

    def nothing(self) -> str:
        """What to do next."""
        if self.search.value:
            return "Inga kvartal passar. Tryck Esc för att se alla igen."
        return (
            "Inga kvartalsrapporter än. Lägg in de ej verkställda besluten i registret; när "
            "kvartalet är slut sammanställs rapporten här med F2."
        )

    def open_one(self) -> None:
        """Read the whole report."""
        quarter_commands.read_whole(self)

    def select_report(self, report_id: int) -> None:
        """Put the cursor on a report."""
        query = partial(quarter_report, report_id=report_id)
        self.read("rapport", query, lambda one: self.select(f"{one.law}-{one.quarter}"))
