r"""Days to remember as an iCalendar file (RFC 5545), for Outlook, Google and others.

Every event lasts the whole of one day and does not mark anyone as busy. Lines end in CR LF and are
folded at 75 octets, as the standard says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from nämndtui.model.text.clean_text import clean_text

_LONGEST_LINE = 75
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


@dataclass(frozen=True)
class CalendarEvent:
    """One day to remember; the same ``uid`` in a later file replaces the event."""

    uid: str
    day: date
    title: str
    description: str = ""
    category: str = ""


def write_calendar(name: str, events: Iterable[CalendarEvent], now: datetime) -> str:
    """The calendar ``name``; ``now`` (with its time zone) is when it was made.

    The same events at the same moment give the same text. Raises ValueError for a ``now`` without
    time zone.
    """
    if now.tzinfo is None:
        raise ValueError("now needs its time zone")
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//NämndTUI//Bevakning//SV",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
        *(line for event in events for line in _event(event, stamp)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(event: CalendarEvent, stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.uid)}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(event.title)}"
    if event.description:
        yield f"DESCRIPTION:{_text(event.description)}"
    if event.category:
        yield f"CATEGORIES:{_text(event.category)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(value: str) -> str:
    return clean_text(value).translate(_ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """``line`` in pieces of at most 75 octets, no letter split; later ones begin with a space."""
    piece, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _LONGEST_LINE:
            yield piece
            piece, size = " ", 1
        piece += letter
        size += octets
    yield piece
