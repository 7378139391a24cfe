"""After the meeting: what is sent to whom, and the assignments the decisions give."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

EXTRACT = "protokollsutdrag"
"""What is sent of a decision when nothing else is said."""
DISPATCH_WAYS = ("email", "post", "digital_mailbox", "by_hand", "case_system")
ASSIGNMENT_STATES = ("open", "reported", "done", "cancelled")


@dataclass(frozen=True)
class Dispatch:
    """One extract to one recipient; ``sent_on`` None is still to do. ``way`` is how it went."""

    id: int
    paragraph_id: int
    recipient: str
    foreign_dnr: str = ""
    what: str = EXTRACT
    sent_on: dt.date | None = None
    way: str = ""
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
    state: str = "open"
    answered_item_id: int | None = None
    note: str = ""
    version: int = 1
