"""The statistics report to the council (SoL 34:3, LSS 28 h): number, kinds, time elapsed.

Nothing else: no sex, dates or reasons, since the council's documents are public.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nämndtui.model.calendar.quarter import Quarter
from nämndtui.model.unenforced.quarter_report import QuarterReport, ReportRow


@dataclass(frozen=True)
class StatisticsRow:
    """One kind of support: how many, and each one's months, shortest first."""

    measure: str
    count: int
    months: tuple[int, ...]


@dataclass(frozen=True)
class StatisticsReport:
    """What the council is told; ``basis`` is the provision in force, with the law's title."""

    law: str
    quarter: Quarter
    compiled_on: date
    basis: str
    decisions: tuple[StatisticsRow, ...]
    interruptions: tuple[StatisticsRow, ...]
    months_note: str

    @property
    def decision_count(self) -> int:
        """The sum over the kinds of support, interruptions aside."""
        return sum(row.count for row in self.decisions)

    @property
    def interruption_count(self) -> int:
        """The sum over the kinds of support."""
        return sum(row.count for row in self.interruptions)


def statistics_report(report: QuarterReport) -> StatisticsReport:
    """The statistics of one law's quarter, kinds of support in the order of the table."""
    duty = report.duty
    return StatisticsReport(
        report.law,
        report.quarter,
        report.compiled_on,
        f"{duty.statistics} {duty.title}",
        _rows(report.decisions),
        _rows(report.interruptions),
        report.months_note,
    )


def _rows(rows: tuple[ReportRow, ...]) -> tuple[StatisticsRow, ...]:
    months: dict[str, list[int]] = {}
    for row in rows:
        months.setdefault(row.measure, []).append(row.months)
    return tuple(
        StatisticsRow(measure, len(elapsed), tuple(sorted(elapsed)))
        for measure, elapsed in months.items()
    )
