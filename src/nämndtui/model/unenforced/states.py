"""Where a row of the register of unenforced decisions stands, from plain values (D3).

The fast look-ups load this module, so typing stays out of it at run time.
"""

from __future__ import annotations

from datetime import date

from nämndtui.model.calendar.calendar_days import add_months

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    UnenforcedState = Literal[
        "open",
        "reportable",
        "reported",
        "executed",
        "closed",
        "final_notice_sent",
        "superseded",
    ]

MONTHS_TO_EXECUTE = 3
"""After so long a decision not executed is to be reported (SoL 34:1, LSS 28 f)."""


def reportable_from(start: date) -> date:
    """Three months after the decision or the interruption."""
    return add_months(start, MONTHS_TO_EXECUTE)


def unenforced_state_of(
    start: date,
    executed_on: date | None,
    closed_on: date | None,
    today: date,
    *,
    notified: bool = False,
    superseded: bool = False,
    reported: bool = False,
) -> UnenforcedState:
    """Which of its states a row with these values is in (D3).

    ``notified``: IVO has had the final notice; ``superseded``: another row corrects it;
    ``reported``: it stands in a compiled quarter report.
    """
    if superseded:
        return "superseded"
    if executed_on is not None or closed_on is not None:
        if notified:
            return "final_notice_sent"
        return "executed" if executed_on is not None else "closed"
    if reported:
        return "reported"
    return "reportable" if reportable_from(start) <= today else "open"
