"""A decision made on the committee's behalf by delegation (delegationsbeslut)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

DECISION_STATES = ("registered", "listed", "reported", "exempt", "posted")
"""D3: registered → listed on an agenda → reported when the minutes are adjusted; or exempt from
reporting → posted on the notice board."""


@dataclass(frozen=True)
class DelegatedDecision:
    """One decision. ``point`` is the rule in the order valid on ``decided_on``.

    ``urgent`` is a chair decision under KL 6:39; ``urgent_reason`` why it could not wait.
    ``item_id`` is the agenda item that lists it, ``reported_at`` where it was reported before
    the program (``§ 71/2025``). ``doubts`` are codes of ``delegation_checks``; ``accepted``
    means that somebody has chosen to list it despite them.
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
    state: str = "registered"
    item_id: int | None = None
    reported_at: str = ""
    posted_on: date | None = None
    doubts: tuple[str, ...] = ()
    accepted: bool = False
    version: int = 1

    @property
    def key(self) -> tuple[str, str, date]:
        """What a duplicate shares: dnr, point and date (F 28)."""
        return (self.dnr.casefold(), self.point, self.decided_on)
