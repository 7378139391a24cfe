"""When each item of an agenda is expected to begin, from the meeting's start and the durations.

No law asks for it: it helps those who come to present an item, and whoever plans the evening.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from nämndtui.model.agenda.agenda_item import AgendaItem

_DAY = 24 * 60


def with_start_times(start: dt.time, items: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
    """The items with ``starts``, when some item has a ``duration``; else as they are.

    An item without duration is taken to need no time. A heading and an item that is withdrawn
    take none, and have no start.
    """
    items = tuple(items)
    if not any(_length(item) for item in items):
        return items
    minute = start.hour * 60 + start.minute
    timed = []
    for item in items:
        takes_time = item.kind != "heading" and not item.withdrawn
        timed.append(replace(item, starts=_clock(minute) if takes_time else None))
        minute += _length(item)
    return tuple(timed)


def ends(item: AgendaItem) -> dt.time | None:
    """When the item is expected to be done; None where start or duration is not known."""
    if item.starts is None or not item.duration:
        return None
    return _clock(item.starts.hour * 60 + item.starts.minute + item.duration)


def _length(item: AgendaItem) -> int:
    return 0 if item.withdrawn or item.kind == "heading" else item.duration or 0


def _clock(minute: int) -> dt.time:
    hour, rest = divmod(minute % _DAY, 60)
    return dt.time(hour, rest)
