"""What the registers make due."""

from __future__ import annotations

from datetime import date

import pytest

from nämndtui.model.committee import CommitteeSettings
from nämndtui.model.errors import InvalidInputError
from nämndtui.model.quarter import parse_quarter
from nämndtui.model.register_deadlines import (
    check_windows,
    reporting_window,
    support_deadlines,
    window_deadlines,
)
from nämndtui.model.support_decision import SupportDecision

USUAL = CommitteeSettings().ivo_windows


@pytest.mark.parametrize(
    ("quarter", "opens", "closes"),
    [
        ("2026K1", "2026-04-01", "2026-04-30"),
        ("2026K2", "2026-07-01", "2026-08-31"),
        ("2026K3", "2026-10-01", "2026-10-31"),
        ("2025K4", "2026-01-01", "2026-01-31"),
    ],
)
def test_ivos_windows_follow_the_quarters(quarter: str, opens: str, closes: str) -> None:
    window = reporting_window(USUAL, parse_quarter(quarter))
    assert (window.opens.isoformat(), window.closes.isoformat()) == (opens, closes)


@pytest.mark.parametrize("text", ["", "1/4–30/4", "1/4, 1/7, 1/10, 1/1", "a–b, c–d, e–f, g–h"])
def test_a_setting_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(InvalidInputError):
        check_windows(text)


def test_the_window_that_is_due_is_that_of_the_quarter_that_ended_last() -> None:
    opens, closes = window_deadlines(USUAL, date(2026, 10, 28))
    assert (opens.due, closes.due) == (date(2026, 10, 1), date(2026, 10, 31))
    assert (opens.urgency(date(2026, 10, 28)), closes.urgency(date(2026, 10, 28))) == ("", "warn")


def test_an_open_row_turns_reportable_after_three_months_and_old_after_two_years() -> None:
    row = SupportDecision(1, 1, "A1", "lss", "Kontaktperson", date(2025, 11, 30))
    reportable, two_years = support_deadlines(row, date(2026, 2, 20))
    assert reportable.due == date(2026, 2, 28)
    assert (two_years.due, two_years.basis) == (date(2027, 11, 30), "LSS 28 a–e §§")
