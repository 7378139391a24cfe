"""Dates and times are printed and read the Swedish way."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämndtui.model.calendar.swedish_dates import (
    TIME_STYLES,
    calendar_date,
    format_time,
    format_time_span,
    iso,
    long_date,
    parse_date,
    parse_time,
    short_date,
    weekday_date,
)
from nämndtui.model.text.errors import InvalidInputError

TODAY = date(2026, 11, 22)


def test_dates_are_printed_as_the_place_needs() -> None:
    d = date(2017, 9, 26)
    assert iso(d) == "2017-09-26"
    assert long_date(d) == "den 26\u00a0september 2017"
    assert weekday_date(d) == "tisdagen den 26\u00a0september 2017"
    assert calendar_date(date(2018, 2, 20)) == "tisdag 20\u00a0februari"
    assert short_date(date(2026, 12, 8)) == "tis 8\u00a0dec"
    assert short_date(date(2026, 12, 8), year=True) == "tis 8\u00a0dec 2026"


@pytest.mark.parametrize(
    "text",
    [
        *("18:30", "18.30", "kl 18:30", "kl. 18.30", "1830", "kl.\u00a018.30", " KL 18.30 "),
        "18:30:00",
    ],
)
def test_a_time_is_read_in_every_common_form(text: str) -> None:
    assert parse_time(text) == time(18, 30)


def test_a_whole_hour_needs_no_minutes() -> None:
    assert parse_time("kl. 9") == time(9)
    assert parse_time("900") == time(9)


@pytest.mark.parametrize("text", ["", "kl.", "24:00", "18:60", "halv sju", "18:3", "1" * 100_000])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(InvalidInputError, match="är inget klockslag"):
        parse_time(text)


@given(st.times(), st.sampled_from(TIME_STYLES))
def test_a_printed_time_is_read_back(t: time, style: str) -> None:
    assert parse_time(format_time(t, style)) == t.replace(second=0, microsecond=0)


def test_times_follow_the_chosen_style() -> None:
    assert format_time(time(18, 30)) == "kl.\u00a018.30"
    assert format_time(time(9, 5), "kl 18:30") == "kl\u00a009:05"
    assert format_time(time(9, 5), "18.30") == "09.05"
    assert format_time_span(time(19, 10), time(19, 25)) == "kl.\u00a019.10–19.25"
    with pytest.raises(InvalidInputError, match="finns inte"):
        format_time(time(9), "%H")


@pytest.mark.parametrize(
    "text",
    [
        *("2026-12-08", "20261208", "8/12", "8/12 2026", "8/12-26", "8.12.2026", "8 dec", "8 dec."),
        *("8 december 2026", "den 8 december 2026", "tis 8 dec", "Tisdagen den 8 december 2026"),
        *("tisdag 8\u00a0december", "8:e december", "08/12", "8DEC"),
    ],
)
def test_a_date_is_read_in_every_common_form(text: str) -> None:
    assert parse_date(text, TODAY) == date(2026, 12, 8)


def test_without_a_year_the_nearest_day_is_meant() -> None:
    assert parse_date("20/1", TODAY) == date(2027, 1, 20)
    assert parse_date("15/12", date(2027, 1, 10)) == date(2026, 12, 15)
    assert parse_date("29/2", date(2027, 6, 1)) == date(2028, 2, 29)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_printed_date_is_read_back(d: date) -> None:
    for printed in (iso(d), long_date(d), weekday_date(d), short_date(d, year=True)):
        assert parse_date(printed, None) == d
    assert parse_date(calendar_date(d), d) == d
    assert parse_date(short_date(d), d) == d


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "är inget datum"),
        ("snart", "är inget datum"),
        ("8 foo", "är inget datum"),
        ("xyz 8 dec", "är inget datum"),
        ("2026-13-01", "finns inte i almanackan"),
        ("30/2", "finns inte i almanackan"),
        ("0000-01-01", "finns inte i almanackan"),
        ("ons 8 dec 2026", "är en tisdag"),
        ("9" * 100_000, "är inget datum"),
    ],
)
def test_what_is_no_date_is_refused(text: str, why: str) -> None:
    with pytest.raises(InvalidInputError, match=why):
        parse_date(text, TODAY)


def test_the_year_is_asked_for_when_today_is_unknown() -> None:
    with pytest.raises(InvalidInputError, match="Året saknas"):
        parse_date("8/12", None)
