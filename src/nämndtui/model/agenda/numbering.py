"""Which items get a printed number, and in which order items stand (A1, D2.17, F 1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nämndtui.model.agenda.agenda_item import ItemKind, LateKind
from nämndtui.model.agenda.meeting import MeetingState
from nämndtui.model.agenda.meeting_states import OPEN_AGENDA, SITTING, SUPPLEMENT

SECTIONS: dict[ItemKind, int] = {"opening": 0}
"""Opening items stand before all others."""


def is_numbered(kind: ItemKind, opening_items: str) -> bool:
    """True when an item of this kind gets a number; ``opening_items`` is the setting."""
    if kind == "heading":
        return False
    return kind != "opening" or opening_items == "numbered"


def numbers(kinds: Iterable[ItemKind], opening_items: str) -> list[int | None]:
    """Printed numbers for items in agenda order: 1..n, None where there is none."""
    result: list[int | None] = []
    count = 0
    for kind in kinds:
        if is_numbered(kind, opening_items):
            count += 1
            result.append(count)
        else:
            result.append(None)
    return result


def lateness(meeting_state: MeetingState) -> LateKind | None:
    """How an item added now comes in; None once the meeting is over or cancelled."""
    if meeting_state in OPEN_AGENDA:
        return "no"
    if meeting_state in SUPPLEMENT:
        return "supplement"
    if meeting_state in SITTING:
        return "at_meeting"
    return None


def moved(order: Sequence[int], item_id: int, steps: int) -> list[int]:
    """``order`` with one id moved ``steps`` places down (negative = up), kept inside the list."""
    rest = [other for other in order if other != item_id]
    place = max(0, min(len(rest), order.index(item_id) + steps))
    return [*rest[:place], item_id, *rest[place:]]
