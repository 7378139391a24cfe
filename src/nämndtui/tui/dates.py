"""Days and times as a Swedish reader wants them on screen."""

from __future__ import annotations

from datetime import date, time

WEEKDAYS = ("mån", "tis", "ons", "tors", "fre", "lör", "sön")
MONTHS = ("jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec")


def day_month(day: date) -> str:
    """``8 dec``."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def long_day(day: date) -> str:
    """``tis 8 dec 2026``."""
    return f"{WEEKDAYS[day.weekday()]} {day_month(day)} {day.year}"


def near_day(day: date, today: date) -> str:
    """``i dag``, ``i går``, ``i morgon``, else ``tis 8 dec``; the year only when it is another."""
    near = {0: "i dag", 1: "i morgon", -1: "i går"}.get((day - today).days)
    if near:
        return near
    text = f"{WEEKDAYS[day.weekday()]} {day_month(day)}"
    return text if day.year == today.year else f"{text} {day.year}"


def clock_time(moment: time) -> str:
    """``18.30``."""
    return f"{moment.hour:02d}.{moment.minute:02d}"


def distance(day: date, today: date) -> str:
    """How far away a deadline is: ``försenat``, ``i dag``, ``i morgon``, ``9 dagar``."""
    days = (day - today).days
    if days < 0:
        return "försenat"
    return {0: "i dag", 1: "i morgon"}.get(days, f"{days} dagar")
