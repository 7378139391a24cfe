"""How the number of unenforced decisions moves over the quarters, per kind of support."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from nämndtui.model.calendar.quarter import Quarter
from nämndtui.model.unenforced.quarter_report import QuarterReport


@dataclass(frozen=True)
class TrendPoint:
    """One quarter and measure: still ``open``, ``new`` in the report, ``executed``, ``closed``."""

    quarter: Quarter
    measure: str
    open: int
    new: int
    executed: int
    closed: int


def quarter_trend(reports: Sequence[QuarterReport]) -> tuple[TrendPoint, ...]:
    """A point for every quarter and measure that any of the reports has, oldest first.

    ``reports`` are of one law; interruptions count with the decisions of the same measure.
    """
    ordered = sorted(reports, key=lambda report: report.quarter)
    names = dict.fromkeys(row.measure for report in ordered for row in report.rows)
    return tuple(point for report in ordered for point in _points(report, tuple(names)))


def _points(report: QuarterReport, names: tuple[str, ...]) -> tuple[TrendPoint, ...]:
    own = str(report.quarter)
    still = Counter(row.measure for row in report.rows if not row.ended)
    new = Counter(row.measure for row in report.rows if row.first_reported == own)
    executed = Counter(row.measure for row in report.rows if row.executed_on)
    closed = Counter(row.measure for row in report.rows if row.closed_on)
    return tuple(
        TrendPoint(report.quarter, name, still[name], new[name], executed[name], closed[name])
        for name in names
    )
