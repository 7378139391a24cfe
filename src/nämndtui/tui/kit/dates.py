"""Days as one thinks of them when looking at a screen: near ones in words."""

from __future__ import annotations

from datetime import date, datetime, time

from nämndtui.model.calendar.swedish_dates import short_date


def near_day(day: date, today: date) -> str:
    """``i dag``, ``i går``, ``i morgon``, else ``tis 8 dec``; the year only when it is another."""
    near = {0: "i dag", 1: "i morgon", -1: "i går"}.get((day - today).days)
    return near or short_date(day, year=day.year != today.year)


def near_moment(moment: datetime, today: date) -> str:
    """``14.02`` today, ``i går``, else ``20 nov``; the year alone when it is another."""
    day = moment.date()
    if day == today:
        return clock_time(moment.time())
    if day.year != today.year:
        return str(day.year)
    near = near_day(day, today)
    return near if near.startswith("i ") else near.partition(" ")[2]


def clock_time(moment: time) -> str:
    """``18.30``."""
    return f"{moment.hour:02d}.{moment.minute:02d}"


def days_left(days: int) -> str:
    """How far away a deadline is: ``försenat``, ``i dag``, ``i morgon``, ``9 dagar``."""
    if days < 0:
        return "försenat"
    return {0: "i dag", 1: "i morgon"}.get(days, f"{days} dagar")
