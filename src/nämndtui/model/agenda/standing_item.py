"""Standing items: what every meeting of a committee repeats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from nämndtui.model.agenda.agenda_item import ItemKind

Placement = Literal["opening", "first", "last"]
PLACEMENTS: tuple[Placement, ...] = get_args(Placement)
"""``opening`` before the numbered items, ``first`` and ``last`` among them."""


@dataclass(frozen=True)
class StandingItem:
    """A template for an agenda item put on each meeting by one key.

    ``case_title`` names the standing case, re-created every January, that the item belongs
    to; empty when the item has none.
    """

    id: int
    committee_id: int
    position: int
    kind: ItemKind
    title: str
    placement: Placement = "last"
    case_title: str = ""
    proposal: tuple[str, ...] = ()
    summary: str = ""
    version: int = 1
