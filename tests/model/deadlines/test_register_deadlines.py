"""What the registers make due."""

from __future__ import annotations

from datetime import date

import pytest

from nämndtui.model.calendar.quarter import parse_quarter
from nämndtui.model.deadlines.register_deadlines import (
    check_windows,
    report_deadlines,
    reporting_window,
    unenforced_deadlines,
    window_deadlines,
)
from nämndtui.model.people.committee import CommitteeSettings
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.model.unenforced.unenforced_decision import UnenforcedDecision

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


@pytest.mark.parametrize(
    ("today", "opens", "closes"),
    [
        ("2026-06-16", "", ""),
        ("2026-06-17", "info", ""),  # two weeks before it opens
        ("2026-07-01", "info", "info"),  # open: shown all the time, two months long as it is
        ("2026-08-01", "", "info"),
        ("2026-08-28", "", "warn"),
        ("2026-09-01", "", "late"),  # and late until it has been reported
        ("2027-01-15", "", "late"),
    ],
)
def test_a_window_is_shown_from_two_weeks_before_it_opens_until_it_is_reported(
    today: str, opens: str, closes: str
) -> None:
    on = date.fromisoformat(today)
    found = window_deadlines(USUAL, "lss", parse_quarter("2026K2"), on)
    assert [one.urgency(on) for one in found] == [opens, closes]
    assert [one.due.isoformat() for one in found] == ["2026-07-01", "2026-08-31"]


@pytest.mark.parametrize(
    ("law", "quarter", "report", "statistics"),
    [
        ("sol", "2026K3", "SoL 34 kap. 1 §", "SoL 34 kap. 3 §"),
        ("lss", "2026K3", "LSS 28 f §", "LSS 28 h §"),
        ("sol", "2025K1", "SoL 16 kap. 6 f §", "SoL 16 kap. 6 h §"),
        ("sol", "2025K2", "SoL 34 kap. 1 §", "SoL 34 kap. 3 §"),  # reported under the new law
    ],
)
def test_each_quarter_is_reported_to_auditors_and_council_by_the_law_of_the_day(
    law: str, quarter: str, report: str, statistics: str
) -> None:
    asked = parse_quarter(quarter)
    auditors, council = report_deadlines(law, asked, asked.next.start)
    assert (auditors.basis, council.basis) == (report, statistics)
    assert auditors.due == council.due == asked.next.end
    assert window_deadlines(USUAL, law, asked, asked.next.start)[1].basis == report


def test_an_open_row_turns_reportable_after_three_months_and_old_after_two_years() -> None:
    row = UnenforcedDecision(1, 1, "A1", "lss", "Kontaktperson", date(2025, 11, 30))
    reportable, two_years = unenforced_deadlines(row, date(2026, 2, 20))
    assert reportable.due == date(2026, 2, 28)
    assert (two_years.due, two_years.basis) == (date(2027, 11, 30), "LSS 28 a–e §§")
