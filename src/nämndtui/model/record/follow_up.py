"""After the meeting: what is sent to whom, and the assignments the decisions give."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, get_args

EXTRACT = "protokollsutdrag"
"""What is sent of a decision when nothing else is said."""
DispatchWay = Literal["email", "post", "digital_mailbox", "by_hand", "case_system"]
DISPATCH_WAYS: tuple[DispatchWay, ...] = get_args(DispatchWay)
AssignmentState = Literal["open", "reported", "done", "cancelled"]
ASSIGNMENT_STATES: tuple[AssignmentState, ...] = get_args(AssignmentState)


@dataclass(frozen=True)
class Dispatch:
    """One extract to one recipient; ``sent_on`` None is still to do. ``way`` is how it went."""

    id: int
    paragraph_id: int
    recipient: str
    foreign_dnr: str = ""
    what: str = EXTRACT
    sent_on: dt.date | None = None
    way: DispatchWay | Literal[""] = ""
    sent_by: str = ""
    version: int = 1


@dataclass(frozen=True)
class Assignment:
    """A task a decision gives (uppdrag): to whom, what, and by when it is to be reported."""

    id: int
    committee_id: int
    paragraph_id: int
    assignee: str
    task: str
    due: dt.date | None = None
    state: AssignmentState = "open"
    answered_item_id: int | None = None
    note: str = ""
    version: int = 1
