"""Agenda items with their expected start times, for those who have the items whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.start_times import DAY, start_minutes, time_needed


def with_start_times(start: dt.time, items: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
    """The items with ``starts``, when some item has a ``duration``; else without.

    An item without duration is taken to need no time. A heading and an item that is withdrawn
    take none, and have no start. Nor has what would begin after midnight.
    """
    items = tuple(items)
    begins = start_minutes(_minute(start), [_needed(item) for item in items])
    return tuple(
        replace(item, starts=None if minute is None else _clock(minute))
        for item, minute in zip(items, begins, strict=True)
    )


def ends(item: AgendaItem) -> dt.time | None:
    """When the item is expected to be done; None where that is not known, or after midnight."""
    if item.starts is None or not item.duration:
        return None
    minute = _minute(item.starts) + item.duration
    return _clock(minute) if minute <= DAY else None


def past_midnight(start: dt.time, items: Sequence[AgendaItem]) -> AgendaItem | None:
    """The item during which midnight is expected to pass; None when all is done by then."""
    minute = _minute(start)
    for item in items:
        minute += _needed(item) or 0
        if minute > DAY:
            return item
    return None


def _needed(item: AgendaItem) -> int | None:
    return time_needed(item.kind, item.state, item.duration)


def _minute(clock: dt.time) -> int:
    return clock.hour * 60 + clock.minute


def _clock(minute: int) -> dt.time:
    return dt.time(minute % DAY // 60, minute % 60)
