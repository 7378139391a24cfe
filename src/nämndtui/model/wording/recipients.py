"""Who a decision is sent to: the item's recipients, or of one that returns only the administration.

A tabled or referred back item is not settled: the proposer of a motion is told when it is (F 6).
Whoever else the committee wants told is added to the dispatch list.
"""

from __future__ import annotations

from nämndtui.model.agenda.agenda_item import Recipient
from nämndtui.model.agenda.meeting import Outcome
from nämndtui.model.wording.breaks import POSTPONED


def decision_recipients(
    outcome: Outcome, recipients: tuple[Recipient, ...], administration: str
) -> tuple[Recipient, ...]:
    """The recipients of a § with that outcome; ``administration`` is its name, maybe empty."""
    if outcome not in POSTPONED:
        return recipients
    if not administration.strip():
        return ()
    own = tuple(one for one in recipients if one.name.casefold() == administration.casefold())
    return own or (Recipient(administration),)
