"""Dates and times as Swedish documents write them, and as users type them.

Printed forms have a no-break space between day and month and after ``kl.``.
"""

from __future__ import annotations

import re
from datetime import date, time

from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.errors import InvalidInputError

WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
TIME_STYLES = ("kl. 18.30", "kl 18.30", "kl. 18:30", "kl 18:30", "18.30", "18:30")
"""How a time may be printed, each shown by its own example; the first is the default."""

_NBSP = "\u00a0"
_TIME = re.compile(r"(?:kl\.?\s*)?([0-9]{1,2})(?:[.:]?([0-9]{2}))?(?::[0-9]{2})?", re.IGNORECASE)
_ISO = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})")
_NUMERIC = re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})\.?(?:[\s/.-]*([0-9]{4}|[0-9]{2}))?")
_WORDS = re.compile(
    r"(?:([a-zåäö]+)\s+)??(?:den\s+)?([0-9]{1,2})(?::?e|\.)?\s*([a-z]{3,9})\.?(?:\s+([0-9]{4}))?"
)


def iso(d: date) -> str:
    """``2017-09-26``."""
    return d.isoformat()


def long_date(d: date) -> str:
    """``den 26 september 2017``."""
    return f"den {d.day}{_NBSP}{MONTHS[d.month - 1]} {d.year:04d}"


def weekday_date(d: date) -> str:
    """``tisdagen den 26 september 2017``."""
    return f"{WEEKDAYS[d.weekday()]}en {long_date(d)}"


def calendar_date(d: date) -> str:
    """``tisdag 20 februari``: for calendars whose heading gives the year."""
    return f"{WEEKDAYS[d.weekday()]} {d.day}{_NBSP}{MONTHS[d.month - 1]}"


def short_date(d: date, year: bool = False) -> str:
    """``tis 8 dec``, or with ``year`` ``tis 8 dec 2026``."""
    text = f"{WEEKDAYS[d.weekday()][:3]} {d.day}{_NBSP}{MONTHS[d.month - 1][:3]}"
    return f"{text} {d.year:04d}" if year else text


def format_time(t: time, style: str = TIME_STYLES[0]) -> str:
    """``t`` in one of ``TIME_STYLES``. Raises InvalidInputError for another style."""
    if style not in TIME_STYLES:
        raise InvalidInputError(
            f"Tidsformatet ”{style}” finns inte. Välj ett av {', '.join(TIME_STYLES)}."
        )
    word, _, sample = style.rpartition(" ")
    return f"{word}{_NBSP if word else ''}{t.hour:02d}{sample[2]}{t.minute:02d}"


def format_time_span(start: time, end: time, style: str = TIME_STYLES[0]) -> str:
    """``kl. 19.10–19.25``."""
    bare = style.rpartition(" ")[2]
    return f"{format_time(start, style)}–{format_time(end, bare)}"


def parse_time(text: str) -> time:
    """The time in ``18:30``, ``18.30``, ``kl. 18.30``, ``1830`` or ``18``.

    Raises InvalidInputError.
    """
    line = clean_line(text)
    found = _TIME.fullmatch(line)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    if hour > 23 or minute > 59:
        raise InvalidInputError(f"”{line[:40]}” är inget klockslag. Skriv till exempel 18.30.")
    return time(hour, minute)


def parse_date(text: str, today: date | None = None, past: bool = False) -> date:
    """The date in ``2026-12-08``, ``20261208``, ``8/12``, ``8 dec`` or ``8 december 2026``.

    All that this module prints is read too. Without a year the date nearest ``today`` is meant,
    or with ``past``, for what has happened, the latest that is not after ``today``.
    Raises InvalidInputError: not a date, no such day, wrong weekday, or year needed.
    """
    line = clean_line(text)
    weekday, year, month, day = _date_parts(line)
    if year is None:
        found = _nearest(today, month, day, line, past)
    else:
        try:
            found = date(year, month, day)
        except ValueError:
            raise _no_such_day(line) from None
    if weekday is not None and found.weekday() != weekday:
        raise InvalidInputError(
            f"”{line[:40]}” stämmer inte: {found.isoformat()} är en {WEEKDAYS[found.weekday()]}. "
            "Rätta veckodagen eller datumet."
        )
    return found


def _date_parts(line: str) -> tuple[int | None, int | None, int, int]:
    """Weekday (0 = Monday), year, month and day as written; what is not written is None."""
    if found := _ISO.fullmatch(line):
        return None, int(found[1]), int(found[2]), int(found[3])
    if found := _NUMERIC.fullmatch(line):
        return None, _full_year(found[3]), int(found[2]), int(found[1])
    found = _WORDS.fullmatch(line.lower())
    month = _month(found[3]) if found else None
    weekday = _weekday(found[1]) if found and found[1] else None
    if not found or month is None or (found[1] and weekday is None):
        raise InvalidInputError(
            f"”{line[:40]}” är inget datum. Skriv till exempel 2026-12-08, 8/12 eller 8 dec 2026."
        )
    return weekday, _full_year(found[4]), month, int(found[2])


def _full_year(digits: str | None) -> int | None:
    if not digits:
        return None
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _month(word: str) -> int | None:
    """1–12 for a month's name, or its beginning of at least three letters."""
    return next((n for n, name in enumerate(MONTHS, 1) if name.startswith(word)), None)


def _weekday(word: str) -> int | None:
    """0–6 for a weekday's name, also definite, or its beginning of at least three letters."""
    if len(word) < 3:
        return None
    return next((n for n, name in enumerate(WEEKDAYS) if f"{name}en".startswith(word)), None)


def _nearest(today: date | None, month: int, day: int, line: str, past: bool) -> date:
    if today is None:
        raise InvalidInputError(f"Året saknas i ”{line[:40]}”. Skriv till exempel 2026-12-08.")
    candidates = []
    # 29 February exists in some of the years only; one has always been within eight years.
    for year in range(today.year - (8 if past else 1), today.year + (1 if past else 2)):
        try:
            candidate = date(year, month, day)
        except ValueError:
            continue
        if not past or candidate <= today:
            candidates.append(candidate)
    if not candidates:
        raise _no_such_day(line)
    return min(candidates, key=lambda candidate: abs(candidate - today))


def _no_such_day(line: str) -> InvalidInputError:
    return InvalidInputError(
        f"Dagen ”{line[:40]}” finns inte i almanackan. Kontrollera dag, månad och år."
    )
