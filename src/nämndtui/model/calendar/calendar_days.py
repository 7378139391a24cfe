"""Swedish free days and the dates the law counts with.

Sources: lag (1930:173) om beräkning av lagstadgad tid, lag (1989:253) om allmänna helgdagar,
kommunallagen (2017:725). The holidays are those in force since 2005, for every year.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

APPEAL_DAYS = 21
"""Three weeks from the day of notice (KL 13:5)."""
ADJUST_DAYS = 14
"""Minutes are adjusted at the latest 14 days after the meeting (KL 5:69, 6:35)."""
POST_DAYS = 2
"""The notice is posted at the latest the second day after adjustment (KL 8:12)."""

_ONE_DAY = timedelta(days=1)


@lru_cache(maxsize=256)
def easter(year: int) -> date:
    """Easter Sunday (påskdagen) in the Gregorian calendar, year 1583 and on."""
    golden = year % 19
    century, year_of_century = divmod(year, 100)
    moon_shift = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + moon_shift + 15) % 30
    leaps = 32 + 2 * (century % 4) + 2 * (year_of_century // 4) - year_of_century % 4
    to_sunday = (leaps - epact) % 7
    late_moon = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late_moon + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=256)
def public_holidays(year: int) -> frozenset[date]:
    """The public holidays (allmänna helgdagar, 1989:253) of ``year``; ordinary Sundays aside."""
    easter_day = easter(year)
    fixed = ((1, 1), (1, 6), (5, 1), (6, 6), (12, 25), (12, 26))
    from_easter = (-2, 0, 1, 39, 49)
    return frozenset(
        [date(year, month, day) for month, day in fixed]
        + [easter_day + timedelta(days=days) for days in from_easter]
        + [_saturday_from(date(year, 6, 20)), _saturday_from(date(year, 10, 31))]
    )


def is_free_day(d: date) -> bool:
    """True when an act due on ``d`` may wait (1930:173 2 §).

    That is Saturdays, Sundays, public holidays, midsommarafton, julafton and nyårsafton.
    """
    return (
        d.weekday() >= 5
        or (d.month, d.day) in ((12, 24), (12, 31))
        or d in public_holidays(d.year)
        or (d.month == 6 and d + _ONE_DAY == _saturday_from(date(d.year, 6, 20)))
    )


def legal_last(d: date) -> date:
    """``d``, or when that is a free day the first day after it that is not (1930:173 2 §)."""
    while is_free_day(d):
        d += _ONE_DAY
    return d


def add_months(d: date, n: int) -> date:
    """Same day number ``n`` months later, else that month's last day (1930:173 1 §)."""
    months = d.year * 12 + d.month - 1 + n
    year, month = divmod(months, 12)
    return date(year, month + 1, min(d.day, _month_length(year, month + 1)))


def _month_length(year: int, month: int) -> int:
    # Not ``calendar.monthrange``: the fast look-ups load this module and calendar is heavy.
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def last_appeal_day(posted_on: date) -> date:
    """The last day an appeal may reach the court (KL 13:5), moved past free days."""
    return legal_last(posted_on + timedelta(days=APPEAL_DAYS))


def take_down_day(posted_on: date) -> date:
    """The day the notice may be taken down: the day after the last appeal day (KL 8:12)."""
    return last_appeal_day(posted_on) + _ONE_DAY


def adjust_target(last_day: date) -> date:
    """The day minutes should be adjusted, from the meeting's last day (KL 5:69)."""
    return last_day + timedelta(days=ADJUST_DAYS)


def adjust_outer_limit(last_day: date) -> date:
    """``adjust_target`` moved past free days: information only, the shift is untested in law."""
    return legal_last(adjust_target(last_day))


def post_target(adjusted_on: date) -> date:
    """The day the notice should be posted (KL 8:12)."""
    return adjusted_on + timedelta(days=POST_DAYS)


def post_outer_limit(adjusted_on: date) -> date:
    """``post_target`` moved past free days: information only, the shift is untested in law."""
    return legal_last(post_target(adjusted_on))


def working_days_before(d: date, n: int) -> date:
    """The ``n``-th day before ``d`` that is not free; ``d`` itself when ``n`` is 0."""
    for _ in range(n):
        d = last_weekday_before(d)
    return d


def working_days_after(d: date, n: int) -> date:
    """The ``n``-th day after ``d`` that is not free; ``d`` itself when ``n`` is 0."""
    for _ in range(n):
        d = legal_last(d + _ONE_DAY)
    return d


def summons_deadline(meeting_date: date, lead_days: int, working_days: bool) -> date:
    """The last day to send the summons (kallelse), from the committee's own rules.

    ``lead_days`` are working days (free days skipped) or calendar days before the meeting.
    """
    if working_days:
        return working_days_before(meeting_date, lead_days)
    return meeting_date - timedelta(days=lead_days)


def last_weekday_before(d: date) -> date:
    """The nearest day before ``d`` that is not free."""
    d -= _ONE_DAY
    while is_free_day(d):
        d -= _ONE_DAY
    return d


def _saturday_from(d: date) -> date:
    """The first Saturday on or after ``d``."""
    return d + timedelta(days=(5 - d.weekday()) % 7)
