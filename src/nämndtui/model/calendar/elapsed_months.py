"""Months that have passed since a decision, by the rule the committee has chosen (A8).

The legal test of three months never uses this figure: it compares dates (``add_months``).
"""

from __future__ import annotations

from datetime import date

from nämndtui.model.calendar.calendar_days import add_months
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.model.text.number_words import plural

ELAPSED_RULES = ("completed", "calendar", "nearest")
"""Whole months completed (the default) · difference of month numbers · days / 30.44 rounded."""


def elapsed_months(start: date, end: date, rule: str = "completed") -> int:
    """Months from ``start`` to ``end`` by one of ``ELAPSED_RULES``; 0 when ``end`` is earlier.

    Raises InvalidInputError for another rule.
    """
    if rule not in ELAPSED_RULES:
        raise InvalidInputError(f"Månadsregeln ”{rule}” finns inte.", "elapsed_rule")
    if end <= start:
        return 0
    calendar = 12 * (end.year - start.year) + end.month - start.month
    if rule == "calendar":
        return calendar
    if rule == "nearest":
        # days / 30.44, half rounded up, in whole numbers so that no float decides.
        return ((end - start).days * 200 + 3044) // 6088
    return calendar if add_months(start, calendar) <= end else calendar - 1


def months_text(months: int) -> str:
    """``1 månad``, ``13 månader``: as the tables print it."""
    return plural(months, "månad", "månader")


def counted_until(compiled_on: date, executed_on: date | None, closed_on: date | None) -> date:
    """The day the clock stops: execution or closing, otherwise the day of compilation (A8)."""
    return executed_on or closed_on or compiled_on
