"""Minutes that are not adjusted yet: reminders on day 10, 13 and 14 (KL 5:69, F 25)."""

from __future__ import annotations

import datetime as dt

from nämndtui.model.calendar.calendar_days import adjust_target

REMIND_AFTER = 10
"""Days after the meeting when the first reminder comes."""


def adjustment_reminder(last_day: dt.date, today: dt.date) -> str:
    """What to do about minutes not adjusted on ``today``; empty before the tenth day.

    ``last_day`` is the meeting's. It gets more urgent on the day before the last, and on the last.
    """
    left = (adjust_target(last_day) - today).days
    if (today - last_day).days < REMIND_AFTER:
        return ""
    if left > 1:
        return f"påminn den som inte har justerat, {left} dagar kvar"
    if left == 1:
        return "sista dagen är i morgon: kan någon inte justera, byt justerare genom beslut"
    if left == 0:
        return "sista dagen är i dag: justera, eller låt nämnden justera vid nästa sammanträde"
    return "för sent: justera nu, eller låt nämnden justera vid nästa sammanträde"
