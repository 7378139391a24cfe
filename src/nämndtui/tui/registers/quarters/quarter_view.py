"""A quarter of one law as the screen needs it: the report, what differs, whose row is whose."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from nämndtui.model.calendar.quarter import Quarter, quarter_of
from nämndtui.model.text.errors import NamndError
from nämndtui.model.unenforced.legal_catalogue import LAWS
from nämndtui.model.unenforced.quarter_report import (
    QuarterReport,
    ReportComparison,
    compare_reports,
)
from nämndtui.store.unenforced.quarter_reports import quarter_report, reports_of
from nämndtui.store.unenforced.unenforced_decisions import unenforced_decisions_of
from nämndtui.workflow.unenforced.quarter_reports import compiled_pair, preview_quarter


@dataclass(frozen=True)
class QuarterRow:
    """A line of the list: a law's quarter, compiled (``report``) or still to be."""

    law: str
    quarter: Quarter
    report: QuarterReport | None = None

    @property
    def key(self) -> str:
        """``sol-2026K3``."""
        return f"{self.law}-{self.quarter}"


@dataclass(frozen=True)
class QuarterView:
    """Everything about a quarter. ``keys`` is row id → the office's own key.

    ``compiled`` is the frozen report in force; ``report`` may be one only looked at.
    """

    report: QuarterReport
    previous: QuarterReport | None
    comparison: ReportComparison
    keys: Mapping[int, str]
    compiled: QuarterReport | None


def quarter_rows(
    connection: sqlite3.Connection, committee_id: int, today: date
) -> list[QuarterRow]:
    """The quarter that ended last for each law in use, then all compiled ones, newest first."""
    reports = reports_of(connection, committee_id)
    compiled = [QuarterRow(one.law, one.quarter, one) for one in reports]
    there = {row.key for row in compiled}
    waiting = [row for row in _ended(connection, committee_id, today) if row.key not in there]
    return [*waiting, *compiled]


def _ended(connection: sqlite3.Connection, committee_id: int, today: date) -> Iterator[QuarterRow]:
    quarter = quarter_of(today).previous
    for law in LAWS:
        if unenforced_decisions_of(connection, committee_id, law):
            yield QuarterRow(law, quarter)


def read_compiled(connection: sqlite3.Connection, report_id: int) -> QuarterView:
    """A frozen report beside the quarter before it. Raises NotFoundError."""
    report, previous = compiled_pair(connection, quarter_report(connection, report_id))
    keys = _keys(connection, report.committee_id)
    return QuarterView(report, previous, compare_reports(report, previous), keys, report)


def read_preview(
    connection: sqlite3.Connection, committee_id: int, row: QuarterRow, on: date
) -> QuarterView | NamndError:
    """The report as it would be compiled on a day; the reason when it cannot be."""
    try:
        found = preview_quarter(connection, committee_id, row.law, row.quarter, on)
    except NamndError as error:
        return error  # shown where the report would stand
    keys = _keys(connection, committee_id)
    return QuarterView(found.report, found.previous, found.comparison, keys, found.compiled)


def _keys(connection: sqlite3.Connection, committee_id: int) -> dict[int, str]:
    return {row.id: row.local_key for row in unenforced_decisions_of(connection, committee_id)}
