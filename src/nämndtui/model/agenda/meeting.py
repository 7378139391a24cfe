"""The meeting (sammanträde), who took part, and the minutes it leaves behind."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, get_args

from nämndtui.model.people.persons import Person

MeetingState = Literal[
    "planned",
    "preparing",
    "summoned",
    "in_session",
    "adjourned",
    "closed",
    "minutes_drafted",
    "partly_adjusted",
    "adjusted",
    "posted",
    "final",
    "archived",
    "cancelled",
]
MEETING_STATES: tuple[MeetingState, ...] = get_args(MeetingState)
MeetingKind = Literal["ordinary", "extra"]
MEETING_KINDS: tuple[MeetingKind, ...] = get_args(MeetingKind)
AttendanceRole = Literal[
    "member",
    "serving_substitute",
    "substitute",
    "official",
    "union_representative",
    "guest",
]
ATTENDANCE_ROLES: tuple[AttendanceRole, ...] = get_args(AttendanceRole)
Outcome = Literal["as_proposed", "own_decision", "rejected", "tabled", "referred_back", "noted"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
Undecided = Literal[""]
"""Stands where an outcome is not known yet."""


@dataclass(frozen=True)
class GroupMeeting:
    """A party group's own meeting before the committee's; several parties may share one."""

    parties: tuple[str, ...]
    place: str = ""
    date: dt.date | None = None
    time: dt.time | None = None


@dataclass(frozen=True)
class Meeting:
    """One meeting; ``date`` is its first day, which also gives the year of its §§."""

    id: int
    committee_id: int
    date: dt.date
    start: dt.time
    place: str
    end: dt.time | None = None
    end_date: dt.date | None = None
    kind: MeetingKind = "ordinary"
    state: MeetingState = "planned"
    remark: str = ""
    summons_date: dt.date | None = None
    group_meetings: tuple[GroupMeeting, ...] = ()
    absence_contact: str = ""
    cancelled_reason: str = ""
    version: int = 1


@dataclass(frozen=True)
class Attendance:
    """One person's presence. ``replaces`` is the member a serving substitute stands in for.

    ``from_paragraph``/``to_paragraph`` bound the presence when it was not the whole meeting;
    ``not_paragraphs`` are §§ the person stepped out of because of jäv.
    ``replaced`` is at which §§ for whom, and ``remote_at`` at which §§ at a distance: derived from
    the facts when there are any, and not stored. ``partly_remote``: not at all of them.
    """

    id: int
    person: Person
    role: AttendanceRole
    party: str = ""
    office: str = ""
    replaces: str = ""
    title: str = ""
    remote: bool = False
    from_paragraph: int | None = None
    to_paragraph: int | None = None
    not_paragraphs: tuple[int, ...] = ()
    replaced: tuple[tuple[str, tuple[int, ...]], ...] = ()
    remote_at: tuple[int, ...] = ()
    partly_remote: bool = False

    @property
    def serves(self) -> bool:
        """True when the person takes part in decisions (beslutande)."""
        return self.role in ("member", "serving_substitute")


@dataclass(frozen=True)
class Paragraph:
    """One § of the minutes: the decision of one item. Texts are Markdown.

    ``points`` are the decision's numbered points.
    """

    id: int
    item_id: int
    year: int
    number: int
    outcome: Outcome
    points: tuple[str, ...] = ()
    motions: str = ""
    procedure: str = ""
    vote: str = ""
    disqualification: str = ""
    reservations: str = ""
    notes: str = ""
    immediate: bool = False
    version: int = 1


@dataclass(frozen=True)
class MinutesPart:
    """A part of the minutes adjusted at one time: the main part, or an immediate one (F 24).

    Dates follow each other: meeting ≤ adjusted ≤ posted (D2.7).
    """

    id: int
    immediate: bool = False
    adjusters: tuple[Person, ...] = ()
    adjust_place: str = ""
    adjust_date: dt.date | None = None
    adjust_time: dt.time | None = None
    adjusted_on: dt.date | None = None
    posted_on: dt.date | None = None
    storage_place: str = ""
    paragraph_numbers: tuple[int, ...] = ()
    version: int = 1
