"""When each item of an agenda is expected to begin, in minutes of the day of the meeting.

No law asks for it: it helps those who come to present an item, and whoever plans the evening.
The fast look-ups load this module.
"""

from __future__ import annotations

DAY = 24 * 60
"""Midnight after the meeting has begun, in minutes."""


def time_needed(kind: str, state: str, duration: int | None) -> int | None:
    """Minutes an item takes: 0 without duration, None for a heading and what is withdrawn."""
    return None if kind == "heading" or state == "withdrawn" else duration or 0


def start_minutes(start: int, needed: list[int | None]) -> list[int | None]:
    """When each item begins, from the meeting's start and what each needs in turn.

    None for an item that takes no time, for all when no item has a duration, and from midnight
    on: a clock time without its day would mislead.
    """
    if not any(needed):
        return [None] * len(needed)
    begins: list[int | None] = []
    minute = start
    for length in needed:
        begins.append(None if length is None or minute >= DAY else minute)
        minute += length or 0
    return begins


def minute_of(clock: str) -> int:
    """The minute of the day of ``18:30``."""
    return int(clock[:2]) * 60 + int(clock[3:5])


def clock_text(minute: int | None) -> str | None:
    """``18:30``; None for what is not known."""
    return None if minute is None else f"{minute // 60:02d}:{minute % 60:02d}"
