"""Elapsed months by the three rules, and what always holds between them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämndtui.model.calendar.calendar_days import add_months
from nämndtui.model.calendar.elapsed_months import ELAPSED_RULES, elapsed_months, months_text

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("start", "end", "completed", "calendar", "nearest"),
    [
        ("2025-06-12", "2026-01-19", 7, 7, 7),
        ("2025-12-04", "2026-08-03", 7, 8, 8),
        ("2025-11-30", "2026-02-28", 3, 3, 3),
        ("2025-11-30", "2026-02-27", 2, 3, 3),
        ("2026-01-01", "2026-01-31", 0, 0, 1),
        ("2026-01-31", "2026-02-01", 0, 1, 0),
        ("2024-02-29", "2025-02-28", 12, 12, 12),
        ("2025-08-28", "2026-10-01", 13, 14, 13),
        ("2026-05-20", "2026-05-20", 0, 0, 0),
        ("2026-05-20", "2026-04-20", 0, 0, 0),
    ],
)
def test_months_of_dated_cases(
    start: str, end: str, completed: int, calendar: int, nearest: int
) -> None:
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    found = [elapsed_months(first, last, rule) for rule in ELAPSED_RULES]
    assert found == [completed, calendar, nearest]


@given(DAYS, DAYS)
def test_months_are_never_negative_and_two_rules_differ_by_at_most_one(
    start: date, end: date
) -> None:
    completed, calendar, nearest = (elapsed_months(start, end, rule) for rule in ELAPSED_RULES)
    assert min(completed, calendar, nearest) >= 0
    assert 0 <= calendar - completed <= 1
    assert abs(nearest - completed) <= 1


@given(DAYS, DAYS)
def test_completed_months_never_overstate(start: date, end: date) -> None:
    months = elapsed_months(start, end)
    if start <= end:
        assert add_months(start, months) <= end < add_months(start, months + 1)


def test_month_is_singular_for_one_alone() -> None:
    assert [months_text(n) for n in (0, 1, 2, 13)] == [
        "0 månader",
        "1 månad",
        "2 månader",
        "13 månader",
    ]
