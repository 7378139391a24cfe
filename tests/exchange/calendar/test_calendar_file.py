"""Deadlines as a calendar file that other programs read (RFC 5545)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämndtui.exchange.calendar.calendar_file import CalendarEvent, write_calendar
from nämndtui.model.text.clean_text import clean_text

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=timezone(timedelta(hours=1)))


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def value(text: str, name: str) -> str:
    return next(line.partition(":")[2] for line in unfolded(text) if line.startswith(name))


def read_text(written: str) -> str:
    r"""What a calendar program reads: ``\,`` ``\;`` ``\n`` and ``\\`` undone."""
    out, letters = "", iter(written)
    for letter in letters:
        if letter == "\\":
            following = next(letters)
            letter = "\n" if following == "n" else following
        out += letter
    return out


def test_an_event_lasts_the_whole_day_and_keeps_its_identity() -> None:
    event = CalendarEvent(
        "1-adjusted@namndtui", date(2026, 12, 31), "Justera", "KL 5:69", "justering"
    )
    lines = unfolded(write_calendar("Bevakning", [event], NOW))
    assert lines == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//NämndTUI//Bevakning//SV",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Bevakning",
        "BEGIN:VEVENT",
        "UID:1-adjusted@namndtui",
        "DTSTAMP:20261122T083000Z",
        "DTSTART;VALUE=DATE:20261231",
        "DTEND;VALUE=DATE:20270101",
        "SUMMARY:Justera",
        "DESCRIPTION:KL 5:69",
        "CATEGORIES:justering",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


@given(st.text(max_size=300))
def test_any_text_survives_and_no_line_is_too_long(title: str) -> None:
    text = write_calendar("B", [CalendarEvent("u", date(2026, 1, 1), title)], NOW)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    assert read_text(value(text, "SUMMARY")) == clean_text(title)


def test_swedish_letters_are_never_split_between_lines() -> None:
    text = write_calendar("B", [CalendarEvent("u", date(2026, 1, 1), "å" * 200)], NOW)
    for line in text.encode().split(b"\r\n"):
        line.decode()


def test_the_same_moment_gives_the_same_file() -> None:
    event = CalendarEvent("u", date(2026, 1, 1), "Kallelsen ska ut")
    assert write_calendar("B", [event], NOW) == write_calendar("B", [event], NOW.astimezone(UTC))


def test_a_moment_without_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        write_calendar("B", [], datetime(2026, 1, 1))
