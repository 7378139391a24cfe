"""The case (ärende): what a diary number stands for, across all the meetings it visits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

CaseType = Literal[
    "decision",
    "information",
    "standing",
    "motion",
    "citizen_proposal",
    "referral",
    "report",
]
CASE_TYPES: tuple[CaseType, ...] = get_args(CaseType)
CaseState = Literal["open", "prepared", "decided", "dispatched", "closed"]
CASE_STATES: tuple[CaseState, ...] = get_args(CaseState)


@dataclass(frozen=True)
class Case:
    """A case in the committee's own diary.

    ``dnr`` is the canonical printed form; ``raised_on`` starts the one-year clock of a motion or
    medborgarförslag (KL 5:35, 6:34); ``foreign_dnr`` are other authorities' numbers, kept raw.
    """

    id: int
    committee_id: int
    dnr: str
    year: int
    serial: int
    title: str
    case_type: CaseType = "decision"
    state: CaseState = "open"
    opened: date | None = None
    closed: date | None = None
    raised_on: date | None = None
    foreign_dnr: tuple[str, ...] = ()
    note: str = ""
    version: int = 1


@dataclass(frozen=True)
class CaseReference:
    """A case as an agenda item refers to it."""

    case_id: int
    dnr: str
    title: str = ""
