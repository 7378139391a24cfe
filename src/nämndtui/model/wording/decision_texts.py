"""Stock wording of decisions (C3): generated defaults that the secretary may edit."""

from __future__ import annotations

from collections.abc import Sequence

from nämndtui.model.agenda.agenda_item import AgendaItem, ItemState
from nämndtui.model.agenda.meeting import Outcome

HANDLED_STATES: dict[Outcome, ItemState] = {
    "as_proposed": "decided",
    "own_decision": "decided",
    "rejected": "decided",
    "tabled": "tabled",
    "referred_back": "referred_back",
    "noted": "noted",
}
"""Outcome of a § → state of its item (D3)."""


def default_points(outcome: Outcome, item: AgendaItem, committee_name: str) -> tuple[str, ...]:
    """The decision's points when the secretary writes none."""
    if outcome == "tabled":
        return (f"{committee_name} bordlägger ärendet.",)
    if outcome == "referred_back":
        return (f"{committee_name} återremitterar ärendet till förvaltningen.",)
    if outcome == "rejected":
        return (f"{committee_name} avslår förslaget.",)
    if outcome == "noted" and not item.proposal:
        return (f"{committee_name} noterar till protokollet att nämnden tagit del av ärendet.",)
    return item.proposal


def information_points(serving: int, quorum: int) -> tuple[str, ...]:
    """What stands in a § when information is given without a quorum: no decision (F 16)."""
    return (
        "Informationen lämnas utan beslut. Nämnden är inte beslutsför: "
        f"{serving} tjänstgör, det behövs {quorum}.",
    )


def default_procedure(outcome: Outcome, points: Sequence[str]) -> str:
    """The decision procedure of a unanimous decision by the proposal (KL 5:67)."""
    if outcome != "as_proposed" or not points:
        return ""
    return (
        "Ordföranden ställer proposition på förslaget och finner att nämnden beslutar enligt det."
    )
