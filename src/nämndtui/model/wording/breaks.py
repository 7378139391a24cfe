"""Adjournments, immediate adjustment and postponement in words (C3, F 6, F 8–9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.meeting import Outcome
from nämndtui.model.attendance.presence import Sitting
from nämndtui.model.calendar.swedish_dates import (
    TIME_STYLES,
    format_time,
    format_time_span,
    weekday_date,
)
from nämndtui.model.wording.reasons import with_reason

IMMEDIATE = "Paragrafen förklaras omedelbart justerad."
WITHDRAWN = "Ärendet utgår."
POSTPONED: dict[Outcome, str] = {
    "tabled": "bordlägger ärendet",
    "referred_back": "återremitterar ärendet till förvaltningen",
}
"""Outcome → what the committee does."""


def adjournments_at(
    number: int,
    sittings: Sequence[Sitting],
    numbers: Mapping[int, int],
    style: str = TIME_STYLES[0],
) -> tuple[str, ...]:
    """The breaks told in § ``number``: one sentence each; ``numbers`` is item id → §.

    A break belongs to the § it was noted at. One noted at no item, or at one that never got a §,
    belongs to the § before it, or to the first when there is none (F 8).
    """
    return tuple(
        adjournment_text(before, after, style)
        for before, after in pairwise(sittings)
        if before.end is not None and _told_at(after, numbers) == number
    )


def _told_at(after: Sitting, numbers: Mapping[int, int]) -> int | None:
    own = numbers.get(after.item_id or 0)
    if own is not None:
        return own
    first = after.first_paragraph or 0
    earlier = [number for number in numbers.values() if number < first]
    return max(earlier, default=min(numbers.values(), default=None))


def adjournment_text(before: Sitting, after: Sitting, style: str = TIME_STYLES[0]) -> str:
    """The break between two sittings; one that goes over to another day names it (F 9)."""
    if before.end is None:
        return ""
    if before.day == after.day:
        return f"Sammanträdet ajourneras {format_time_span(before.end, after.start, style)}."
    return (
        f"Sammanträdet ajourneras {format_time(before.end, style)} och fortsätter "
        f"{weekday_date(after.day)} {format_time(after.start, style)}."
    )


def postponed_points(outcome: Outcome, committee_name: str, reason: str) -> tuple[str, ...]:
    """The decision to table or refer back with its reason (F 6)."""
    return (f"{committee_name} {POSTPONED[outcome]}{with_reason(reason)}",)


def agenda_changes(items: Iterable[AgendaItem]) -> tuple[str, ...]:
    """How the agenda was changed at the meeting, for the opening § (F 1, F 3); empty if not."""
    shown = [item for item in items if item.kind not in ("opening", "heading")]
    added = [_named(item) for item in shown if item.late == "at_meeting" and not item.withdrawn]
    gone = [_named(item) for item in shown if item.withdrawn]
    return (
        *(f"Ärende {name} läggs till dagordningen." for name in added),
        *(f"Ärende {name} utgår." for name in gone),
    )


def _named(item: AgendaItem) -> str:
    return f"{item.number} {item.title}" if item.number else item.title
