"""Reading what is written in a field, where nothing written may also be an answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from nämndtui.model.calendar.swedish_dates import parse_date, parse_time
from nämndtui.model.text.errors import InvalidInputError


def day_reader(today: date) -> Callable[[str], date]:
    """Reads a day the ways people write it; without a year the nearest to ``today`` is meant."""
    return lambda text: parse_date(text, today)


def past_day_reader(today: date) -> Callable[[str], date]:
    """As ``day_reader`` for what has happened: without a year the latest such day is meant."""
    return lambda text: parse_date(text, today, past=True)


def optional_day_reader(today: date) -> Callable[[str], date | None]:
    """As ``day_reader``; nothing written gives None."""
    return lambda text: parse_date(text, today) if text.strip() else None


def read_optional_time(text: str) -> time | None:
    """Reads a time of day; nothing written gives None."""
    return parse_time(text) if text.strip() else None


def read_count(text: str) -> int:
    """Reads a whole number from 0 up. Raises InvalidInputError."""
    written = text.strip()
    if not (written.isascii() and written.isdigit()) or len(written) > 6:
        raise InvalidInputError(f"”{written}” är inget antal. Skriv ett heltal, till exempel 7.")
    return int(written)


def read_list(text: str) -> tuple[str, ...]:
    """Reads words separated by comma."""
    return tuple(part.strip() for part in text.split(",") if part.strip())
