"""When an item begins follows from the meeting's start and what stands before it."""

from __future__ import annotations

from datetime import time
from typing import Any

from nämndtui.model.agenda.agenda_item import AgendaItem, ItemKind
from nämndtui.model.agenda.timed_items import ends, past_midnight, with_start_times


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


def test_nothing_has_a_time_once_midnight_has_passed() -> None:
    assert starts(item(90), item(5), start=time(23, 0)) == ["23.00", ""]
    assert starts(*[item(600)] * 12, start=time(8, 0)) == ["08.00", "18.00", *[""] * 10]


def test_an_item_that_ends_after_midnight_has_no_end_but_may_end_at_it() -> None:
    (late,) = with_start_times(time(23, 45), (item(30),))
    (just,) = with_start_times(time(23, 45), (item(15),))
    assert (ends(late), ends(just)) == (None, time(0, 0))


def test_it_is_known_during_which_item_midnight_passes() -> None:
    short, long = item(15), item(90)
    assert past_midnight(time(23, 0), (short, long, item(5))) is long
    assert past_midnight(time(23, 0), (short, item(45))) is None
    assert past_midnight(time(23, 0), (item(90, state="withdrawn"), short)) is None


def test_the_end_is_known_only_with_both_start_and_duration() -> None:
    first, second = with_start_times(time(18, 30), (item(15), item()))
    assert (ends(first), ends(second), ends(item(15))) == (time(18, 45), None, None)
