"""A decision made on the committee's behalf by delegation (delegationsbeslut)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

DelegatedState = Literal["registered", "listed", "reported", "exempt", "posted"]
DECISION_STATES: tuple[DelegatedState, ...] = get_args(DelegatedState)
"""D3: registered → listed on an agenda → reported when the minutes are adjusted; or exempt from
reporting → posted on the notice board."""

Content = tuple[str, ...]


@dataclass(frozen=True)
class DelegatedDecision:
    """One decision. ``point`` is the rule in the order valid on ``decided_on``.

    ``urgent`` is a chair decision under KL 6:39; ``urgent_reason`` why it could not wait.
    ``item_id`` is the agenda item that lists it, ``reported_at`` where it was reported before
    the program (``§ 71/2025``). ``doubts`` are codes of ``delegation_checks``; ``accepted``
    means that somebody has chosen to list it despite them. ``operation`` is the part of the
    organisation it belongs to, when the committee keeps them apart.
    """

    id: int
    committee_id: int
    decided_on: date
    point: str
    role: str
    decider: str
    dnr: str
    description: str
    urgent: bool = False
    urgent_reason: str = ""
    state: DelegatedState = "registered"
    item_id: int | None = None
    reported_at: str = ""
    posted_on: date | None = None
    doubts: tuple[str, ...] = ()
    accepted: bool = False
    operation: str = ""
    version: int = 1

    @property
    def key(self) -> tuple[str, str, date]:
        """What a duplicate shares: dnr, point and date (F 28)."""
        return (self.dnr.casefold(), self.point, self.decided_on)

    @property
    def content(self) -> Content:
        """What two entries of one and the same decision share, in any letter case (F 28)."""
        return decision_content(
            self.decided_on.isoformat(),
            self.point,
            self.role,
            self.decider,
            self.dnr,
            self.description,
        )


def decision_content(*values: str) -> Content:
    """Day, point, role, decider, dnr and description, letter case and extra spaces aside."""
    return tuple(" ".join(value.casefold().split()) for value in values)
