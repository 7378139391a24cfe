"""Deadlines fall where law and almanac put them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämndtui.model.calendar.calendar_days import (
    add_months,
    adjust_outer_limit,
    adjust_target,
    easter,
    is_free_day,
    last_appeal_day,
    last_weekday_before,
    legal_last,
    post_outer_limit,
    post_target,
    public_holidays,
    summons_deadline,
    take_down_day,
    working_days_before,
)

DAYS = st.dates(date(1990, 1, 1), date(2150, 12, 31))


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("posted", "last", "down"),
    [
        ("2016-12-16", "2017-01-09", "2017-01-10"),
        ("2019-02-06", "2019-02-27", "2019-02-28"),
        ("2015-06-16", "2015-07-07", "2015-07-08"),
        ("2019-06-24", "2019-07-15", "2019-07-16"),
        ("2015-03-24", "2015-04-14", "2015-04-15"),
    ],
)
def test_published_notices_agree(posted: str, last: str, down: str) -> None:
    assert last_appeal_day(day(posted)) == day(last)
    assert take_down_day(day(posted)) == day(down)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2025-11-30", 3, "2026-02-28"),
        ("2023-11-30", 3, "2024-02-29"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-03-31", -1, "2026-02-28"),
    ],
)
def test_months_keep_the_day_number_when_it_exists(start: str, months: int, end: str) -> None:
    assert add_months(day(start), months) == day(end)


def test_minutes_are_adjusted_within_fourteen_days() -> None:
    assert adjust_target(day("2024-12-10")) == day("2024-12-24")
    assert adjust_outer_limit(day("2024-12-10")) == day("2024-12-27")


def test_the_notice_is_posted_the_second_day() -> None:
    assert post_target(day("2026-09-24")) == day("2026-09-26")
    assert post_outer_limit(day("2026-09-24")) == day("2026-09-28")


@pytest.mark.parametrize(
    "sunday",
    [
        *("1943-04-25", "1954-04-18", "1981-04-19", "2008-03-23", "2017-04-16", "2024-03-31"),
        *("2025-04-20", "2026-04-05", "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22"),
    ],
)
def test_easter_stands_as_in_the_almanac(sunday: str) -> None:
    assert easter(day(sunday).year) == day(sunday)


def test_the_holidays_of_a_year() -> None:
    assert sorted(public_holidays(2026)) == [
        day(text)
        for text in (
            *("2026-01-01", "2026-01-06", "2026-04-03", "2026-04-05", "2026-04-06", "2026-05-01"),
            *("2026-05-14", "2026-05-24", "2026-06-06", "2026-06-20", "2026-10-31"),
            *("2026-12-25", "2026-12-26"),
        )
    ]


@pytest.mark.parametrize("eve", ["2026-06-19", "2024-06-21", "2026-12-24", "2026-12-31"])
def test_eves_are_free_though_no_holidays(eve: str) -> None:
    assert is_free_day(day(eve))
    assert day(eve) not in public_holidays(day(eve).year)


@pytest.mark.parametrize("workday", ["2026-04-02", "2026-04-30", "2026-01-05", "2026-12-23"])
def test_other_eves_are_working_days(workday: str) -> None:
    assert not is_free_day(day(workday))


@given(DAYS)
def test_the_legal_last_day_is_the_first_working_day(d: date) -> None:
    last = legal_last(d)
    assert not is_free_day(last)
    assert 0 <= (last - d).days <= 7
    assert all(is_free_day(d + timedelta(days=n)) for n in range((last - d).days))


@given(DAYS)
def test_a_notice_stays_up_through_the_appeal_period(d: date) -> None:
    assert (last_appeal_day(d) - d).days >= 21
    assert take_down_day(d) - last_appeal_day(d) == timedelta(days=1)


@given(st.integers(1583, 4099))
def test_easter_is_a_sunday_in_its_season(year: int) -> None:
    sunday = easter(year)
    assert sunday.weekday() == 6
    assert (3, 22) <= (sunday.month, sunday.day) <= (4, 25)


@given(DAYS, st.integers(-600, 600))
def test_months_move_month_by_month(d: date, n: int) -> None:
    moved = add_months(d, n)
    assert (moved.year * 12 + moved.month) - (d.year * 12 + d.month) == n
    assert moved.day == d.day or (moved + timedelta(days=1)).day == 1


@given(DAYS, st.integers(0, 40))
def test_working_days_skip_free_days(d: date, n: int) -> None:
    before = working_days_before(d, n)
    between = [before + timedelta(days=k) for k in range((d - before).days)]
    assert sum(not is_free_day(one) for one in between) == n


def test_the_summons_counts_calendar_or_working_days() -> None:
    meeting = day("2026-04-09")
    assert summons_deadline(meeting, 7, working_days=False) == day("2026-04-02")
    assert summons_deadline(meeting, 5, working_days=True) == day("2026-03-31")


def test_the_supplement_goes_out_the_last_weekday() -> None:
    assert last_weekday_before(day("2026-09-28")) == day("2026-09-25")
    assert last_weekday_before(day("2026-01-07")) == day("2026-01-05")
