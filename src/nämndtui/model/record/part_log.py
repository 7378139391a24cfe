"""What has happened to a part of the minutes: sent, returned, signed, posted (D3)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, get_args

from nämndtui.model.agenda.meeting import MinutesPart
from nämndtui.model.calendar.calendar_days import last_appeal_day, take_down_day
from nämndtui.model.people.persons import Person

PartState = Literal[
    "draft",
    "sent_for_signing",
    "returned",
    "adjusted",
    "posted",
    "appeal_expired",
    "archived",
]
PART_STATES: tuple[PartState, ...] = get_args(PartState)
StepKind = Literal["sent", "returned", "refused", "replaced", "archived"]
STEP_KINDS: tuple[StepKind, ...] = get_args(StepKind)
"""Steps in the log: sent for signing, returned by an adjuster, a signature refused with its
reason, an adjuster replaced by the committee, archived."""


@dataclass(frozen=True)
class PartStep:
    """One step of one part; ``note`` says why."""

    id: int
    kind: StepKind
    day: dt.date
    person: Person | None = None
    note: str = ""


@dataclass(frozen=True)
class Signature:
    """Who signed the part, and when."""

    person: Person
    signed_on: dt.date


@dataclass(frozen=True)
class Notice:
    """One time on the notice board; ``taken_down_on`` None while it is up.

    ``wrong`` when the day was noted wrongly: it stays in the ledger and counts for nothing.
    """

    id: int
    posted_on: dt.date
    taken_down_on: dt.date | None = None
    wrong: bool = False

    @property
    def too_short(self) -> bool:
        """True when it came down before the appeal period was over (KL 8:12, F 30)."""
        return self.taken_down_on is not None and self.taken_down_on < take_down_day(self.posted_on)


@dataclass(frozen=True)
class PartLog:
    """Everything logged about one part, in time order."""

    part_id: int
    steps: tuple[PartStep, ...] = ()
    signatures: tuple[Signature, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def latest_notice(self) -> Notice | None:
        """The notice that counts: the last one, whose day is right."""
        return next((one for one in reversed(self.notices) if not one.wrong), None)


def part_state(part: MinutesPart, log: PartLog, today: dt.date) -> PartState:
    """The part's state on a day, from what is noted of it."""
    if any(step.kind == "archived" for step in log.steps):
        return "archived"
    legal = legal_force_on(part, log)
    if legal is not None and legal <= today:
        return "appeal_expired"
    if part.posted_on is not None:
        return "posted"
    if part.adjusted_on is not None:
        return "adjusted"
    last = [step.kind for step in log.steps if step.kind in ("sent", "returned")]
    if not last:
        return "draft"
    return "sent_for_signing" if last[-1] == "sent" else "returned"


def legal_force_on(part: MinutesPart, log: PartLog) -> dt.date | None:
    """The first day the part's decisions can no longer be appealed (laga kraft, KL 13:5).

    None before the notice, and when the notice came down too early: the period has not run.
    """
    if part.posted_on is None or any(
        notice.too_short for notice in log.notices if notice.posted_on == part.posted_on
    ):
        return None
    return take_down_day(part.posted_on)


def appeal_day(part: MinutesPart, log: PartLog) -> dt.date | None:
    """The last day to appeal, as ``legal_force_on``."""
    if part.posted_on is None or legal_force_on(part, log) is None:
        return None
    return last_appeal_day(part.posted_on)
