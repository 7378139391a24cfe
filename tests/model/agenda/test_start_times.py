"""When an item begins follows from the meeting's start and what stands before it."""

from __future__ import annotations

from datetime import time
from typing import Any

from nämndtui.model.agenda.agenda_item import AgendaItem, ItemKind
from nämndtui.model.agenda.timed_items import ends, with_start_times


def item(duration: int | None = None, kind: ItemKind = "decision", **more: Any) -> AgendaItem:
    return AgendaItem(0, 1, 1, 0, None, kind, "En punkt", duration=duration, **more)


def starts(*items: AgendaItem, start: time = time(18, 30)) -> list[str]:
    timed = with_start_times(start, items)
    return [f"{one.starts:%H.%M}" if one.starts else "" for one in timed]


def test_no_item_has_a_time_until_some_item_has_a_duration() -> None:
    assert starts(item(), item()) == ["", ""]


def test_each_item_begins_when_those_before_it_are_done() -> None:
    assert starts(item(), item(30), item(15), item()) == ["18.30", "18.30", "19.00", "19.15"]


def test_a_heading_and_a_withdrawn_item_take_no_time_and_have_none() -> None:
    withdrawn = item(45, state="withdrawn")
    found = starts(item(10), withdrawn, item(20, kind="heading"), item(5))
    assert found == ["18.30", "", "", "18.40"]


def test_the_only_duration_being_of_a_withdrawn_item_gives_no_times() -> None:
    assert starts(item(), item(45, state="withdrawn")) == ["", ""]


def test_after_midnight_the_clock_begins_again() -> None:
    assert starts(item(90), item(5), start=time(23, 0)) == ["23.00", "00.30"]


def test_the_end_is_known_only_with_both_start_and_duration() -> None:
    first, second = with_start_times(time(18, 30), (item(15), item()))
    assert (ends(first), ends(second), ends(item(15))) == (time(18, 45), None, None)
