"""What is due when, by law and by the committee's own rules (D4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from nämndtui.model.agenda.meeting import MinutesPart
from nämndtui.model.calendar.calendar_days import (
    add_months,
    adjust_outer_limit,
    adjust_target,
    last_appeal_day,
    last_weekday_before,
    post_outer_limit,
    post_target,
    summons_deadline,
    take_down_day,
    working_days_after,
)
from nämndtui.model.deadlines.adjustment_reminder import REMIND_AFTER
from nämndtui.model.people.committee import CommitteeSettings

INFO_DAYS = 14
"""A deadline is shown this many days ahead."""
WARN_DAYS = 3
"""A deadline is urgent this many days ahead."""
ONE_YEAR_WARNING_MONTHS = 9
"""A motion or medborgarförslag is urgent nine months after it was raised."""


@dataclass(frozen=True)
class Deadline:
    """One thing to do at the latest on ``due``.

    ``basis`` is the legal source (``KL 8:12``), empty for the committee's own rule. ``limit`` is
    the due day moved past free days where that differs; information only. ``warn_from`` replaces
    the usual three days, ``shown_from`` the usual two weeks; before ``earliest`` it cannot be
    done, so it is not urgent. A ``passive`` deadline happens by itself and is never late.
    """

    kind: str
    due: date
    basis: str = ""
    limit: date | None = None
    warn_from: date | None = None
    passive: bool = False
    shown_from: date | None = None
    earliest: date | None = None

    def days_left(self, today: date) -> int:
        """Days until it is due; negative when it has passed."""
        return (self.due - today).days

    def urgency(self, today: date) -> str:
        """``late``, ``warn``, ``info``, or ``""`` when it need not be shown."""
        left = self.days_left(today)
        if left < 0:
            return "" if self.passive else "late"
        if left <= WARN_DAYS or (self.warn_from is not None and self.warn_from <= today):
            waits = self.earliest is not None and today < self.earliest
            return "info" if self.passive or waits else "warn"
        shown = left <= INFO_DAYS or (self.shown_from is not None and self.shown_from <= today)
        return "info" if shown else ""


def agenda_deadlines(meeting_date: date, settings: CommitteeSettings) -> tuple[Deadline, Deadline]:
    """Memo stop date and the day the summons must be out, by the committee's own rules."""
    working = settings.summons_lead_kind == "working"
    out = summons_deadline(meeting_date, settings.summons_lead, working)
    stop = out - timedelta(days=settings.memo_stop_days)
    return Deadline("memo_stop", stop), Deadline("summons", out, "reglementet")


def minutes_deadlines(
    last_day: date, part: MinutesPart | None, taken_down: date | None = None
) -> tuple[Deadline, ...]:
    """What remains to do with one part of a meeting's minutes; ``last_day`` is the meeting's.

    None stands for minutes not begun. Adjusting: KL 5:69, an immediate part at the meeting.
    Posting: KL 8:12. The appeal period and the day after it, when the decisions have gained legal
    force (laga kraft) and the notice is taken down: KL 13:5, 8:12. ``taken_down`` is when it was;
    too early, the period has not run and the notice is to be posted again (F 30).
    """
    if part is None or part.adjusted_on is None:
        if part is not None and part.immediate:
            return (Deadline("immediate_adjusted", last_day, "reglementet"),)
        due, outer = adjust_target(last_day), adjust_outer_limit(last_day)
        remind = last_day + timedelta(days=REMIND_AFTER)
        limit = None if outer == due else outer
        return (Deadline("adjusted", due, "KL 5:69", limit, warn_from=remind),)
    if part.posted_on is None:
        due, outer = post_target(part.adjusted_on), post_outer_limit(part.adjusted_on)
        return (Deadline("posted", due, "KL 8:12", None if outer == due else outer),)
    after = take_down_day(part.posted_on)
    if taken_down is not None and taken_down < after:
        return (Deadline("posted", taken_down, "KL 8:12"),)
    appeals = (
        Deadline("last_appeal_day", last_appeal_day(part.posted_on), "KL 13:5", passive=True),
        Deadline("legal_force", after, "KL 13:5", passive=True),
    )
    if taken_down is not None:
        return appeals
    return (*appeals, Deadline("taken_down", after, "KL 8:12", earliest=after))


def one_year_deadline(raised_on: date) -> Deadline:
    """A motion or medborgarförslag is to be decided within a year (KL 5:35, 6:34)."""
    return Deadline(
        "one_year",
        add_months(raised_on, 12),
        "KL 5:35",
        warn_from=add_months(raised_on, ONE_YEAR_WARNING_MONTHS),
    )


def supplement_deadline(meeting_date: date) -> Deadline:
    """A supplement (tilläggskallelse) goes out the last weekday before, by the own rules."""
    return Deadline("supplement", last_weekday_before(meeting_date))


def dispatch_deadline(adjusted_on: date, settings: CommitteeSettings) -> Deadline:
    """Decisions are dispatched within the committee's own number of working days."""
    return Deadline("dispatch", working_days_after(adjusted_on, settings.dispatch_days))


def report_decisions_deadline(next_meeting: date, urgent: bool) -> Deadline:
    """Delegated decisions are reported at the next meeting: urgent ones by law (KL 6:39–40)."""
    return Deadline("report_decisions", next_meeting, "KL 6:40" if urgent else "")


def assignment_deadline(due: date) -> Deadline:
    """An assignment is to be reported back by the day the decision says."""
    return Deadline("assignment", due)


def year_deadlines(year: int) -> tuple[Deadline, ...]:
    """What recurs every year: next year's calendar, medborgarförslag to KF, the new year's start.

    The council is told at least yearly about medborgarförslag not decided (KL 6:34).
    """
    return (
        Deadline("meeting_calendar", date(year, 10, 31), warn_from=date(year, 10, 1)),
        Deadline("citizen_proposals", date(year, 12, 31), "KL 6:34"),
        Deadline("new_year", date(year + 1, 1, 1), passive=True),
    )
