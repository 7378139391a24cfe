"""How the numbers move over the quarters: bars with figures, for each kind of support."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

from textual.content import Content

from nämndtui.model.text.vocabulary import swedish
from nämndtui.store.light.lists import Page
from nämndtui.tui.kit.safe_text import cell
from nämndtui.tui.kit.widgets.row_table import Column, TableRow
from nämndtui.tui.registers.quarters.trend_text import Series, series_of, spark, trend_chart
from nämndtui.tui.registers.shared.register_pane import PageQuery, RegisterPane

_MOST = 200


class TrendPane(RegisterPane):
    """A line for each law and kind of support; its quarters beside it."""

    NAME = "Utveckling"
    COLUMNS = (
        Column("Lag", 3),
        Column("Insats"),
        Column("Pågår", 5),
        Column("Senaste kvartalen", 17),
    )
    PLACEHOLDER = "/ Sök: insats eller lag"

    one: Series | None = None

    def page_query(self) -> PageQuery:
        """Computed from the compiled reports."""
        committee_id, wanted = self.session.committee_id, self.search.value.strip().casefold()

        def query(connection: sqlite3.Connection, _: tuple[object, ...] | None) -> Page:
            rows = [
                {"id": one.key, "series": one}
                for one in series_of(connection, committee_id)
                if wanted in f"{swedish('law', one.law)} {one.name}".casefold()
            ]
            return Page(rows[:_MOST], len(rows), False, None)

        return query

    def row(self, row: dict[str, Any]) -> TableRow:
        """Law, kind of support, how many now, a line of small bars."""
        one: Series = row["series"]
        last = one.points[-1].open
        style = "bold" if one.total else ""
        cells = (
            cell(swedish("law", one.law), style),
            cell(one.name, style),
            cell(f"{last:>5}".strip(), style),
            cell(spark([point.open for point in one.points[-17:]])),
        )
        return TableRow(one.key, cells)

    def one_query(self, row: dict[str, Any]) -> Callable[[sqlite3.Connection], Series]:
        """The series, computed already."""
        one: Series = row["series"]
        return lambda _: one

    def detail(self, one: Series) -> tuple[str, Content]:
        """The chart."""
        return f"{one.name}, {swedish('law', one.law)}", trend_chart(one)

    def sums_query(self) -> Callable[[sqlite3.Connection], str]:
        """How to read it."""
        return lambda _: "Räknat ur de fastställda kvartalsrapporterna; avbrott är med."

    def nothing(self) -> str:
        """What to do next."""
        if self.search.value:
            return "Inga insatser passar. Tryck Esc för att se alla igen."
        return "Inget att visa än. Sammanställ ett kvartal under fliken Kvartal."
