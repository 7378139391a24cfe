"""What the registers make due: rows becoming reportable, IVO's windows, two-year marks (D4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from nämndtui.model.calendar.calendar_days import add_months
from nämndtui.model.calendar.quarter import Quarter
from nämndtui.model.calendar.swedish_dates import parse_date
from nämndtui.model.deadlines.deadlines import Deadline
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.model.text.vocabulary import swedish
from nämndtui.model.unenforced.legal_catalogue import duty
from nämndtui.model.unenforced.unenforced_decision import UnenforcedDecision

FEE_YEARS = 2
"""A special fee must be applied for within two years (SoL 34:10, LSS 28 e)."""


@dataclass(frozen=True)
class ReportingWindow:
    """When a quarter is reported to IVO; ``closes`` is the last day."""

    quarter: Quarter
    opens: date
    closes: date


def reporting_window(windows: str, quarter: Quarter) -> ReportingWindow:
    """IVO's window for a quarter, from the setting (``1/4–30/4, 1/7–31/8, …``, K1 first).

    The window is the first one after the quarter's end. Raises InvalidInputError for a setting
    that cannot be read.
    """
    spans = check_windows(windows)
    (first_month, first_day), (last_month, last_day) = spans[quarter.number - 1]
    opens = _after(quarter.end, first_month, first_day)
    return ReportingWindow(quarter, opens, _after(opens - timedelta(days=1), last_month, last_day))


def check_windows(windows: str) -> tuple[tuple[tuple[int, int], tuple[int, int]], ...]:
    """The four windows as ((month, day), (month, day)). Raises InvalidInputError."""
    parts = [part.strip() for part in windows.split(",") if part.strip()]
    spans = [part.replace("-", "–").split("–") for part in parts]
    if len(spans) != 4 or any(len(span) != 2 for span in spans):
        raise InvalidInputError(
            "Rapporteringstiderna till IVO ska vara fyra, en för varje kvartal, till exempel "
            "1/4–30/4, 1/7–31/8, 1/10–31/10, 1/1–31/1.",
            "ivo_windows",
        )
    leap_year = date(2024, 6, 1)
    days = [tuple(parse_date(text, leap_year) for text in span) for span in spans]
    return tuple(((first.month, first.day), (last.month, last.day)) for first, last in days)


def window_deadlines(
    windows: str, law: str, quarter: Quarter, today: date
) -> tuple[Deadline, Deadline]:
    """IVO's window for a quarter: when it opens and, shown from then on, when it closes."""
    window = reporting_window(windows, quarter)
    basis = _basis(law, duty(law, max(today, window.opens)).report)
    return (
        Deadline("ivo_opens", window.opens, basis, passive=True),
        Deadline("ivo_closes", window.closes, basis, shown_from=window.opens),
    )


def report_deadlines(law: str, quarter: Quarter, today: date) -> tuple[Deadline, Deadline]:
    """A quarter's report to the auditors and its statistics to the council: once a quarter.

    The law names no day, so each is due by the end of the quarter that follows (SoL 34:1, 34:3,
    LSS 28 f, 28 h).
    """
    duties = duty(law, max(today, quarter.next.start))
    due = quarter.next.end
    return (
        Deadline("report_auditors", due, _basis(law, duties.report)),
        Deadline("report_council", due, _basis(law, duties.statistics)),
    )


def _basis(law: str, place: str) -> str:
    """``SoL 34 kap. 1 §``, ``LSS 28 f §``."""
    return f"{swedish('law', law)} {place}"


def unenforced_deadlines(row: UnenforcedDecision, today: date) -> tuple[Deadline, ...]:
    """What is due for an open row: the day it turns reportable, and its two-year mark.

    Both happen by themselves. Nothing for a row that has ended or been corrected.
    """
    if row.ended_on is not None or row.superseded_by is not None:
        return ()
    duties = duty(row.law, today)
    reportable = _basis(row.law, duties.report)
    return (
        Deadline("turns_reportable", row.reportable_from, reportable, passive=True),
        Deadline(
            "two_years",
            add_months(row.start, 12 * FEE_YEARS),
            _basis(row.law, duties.special_fee),
            passive=True,
        ),
    )


def urgent_deadline(next_meeting: date) -> Deadline:
    """An urgent chair decision is reported at the very next meeting (KL 6:39, 6:40)."""
    return Deadline("urgent_reported", next_meeting, "KL 6:39")


def _after(day: date, month: int, number: int) -> date:
    """The first such day of the year after ``day``; 29 February is the 28th when it must."""
    for year in (day.year, day.year + 1):
        last = add_months(date(year, month, 1), 1) - timedelta(days=1)
        found = date(year, month, min(number, last.day))
        if found > day:
            return found
    raise AssertionError("unreachable: a day of the year comes within a year")
