"""Översikt says what needs doing today, and leads there."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date

from nämndtui.workflow.deadlines.due import Due
from nämndtui.workflow.deadlines.overview import overview

New = Callable[..., int]
TODAY = date(2026, 11, 22)


def due(rows: tuple[Due, ...], kind: str) -> Due:
    (found,) = [row for row in rows if row.kind == kind]
    return found


def test_an_empty_committee_has_nothing_to_do(reader: sqlite3.Connection, committee: int) -> None:
    shown = overview(reader, committee, TODAY)
    assert (shown.todo, shown.next_meeting, shown.changed) == ((), None, ())


def test_the_next_meeting_tells_how_many_items_are_ready(
    reader: sqlite3.Connection, new_meeting: New, new_item: New
) -> None:
    new_meeting("2026-11-10", state="closed")
    new_meeting("2026-11-30", state="cancelled")
    meeting = new_meeting("2026-12-08", state="preparing")
    new_item(meeting, 1, "Klar", state="ready")
    new_item(meeting, 2, "Utkast")
    new_item(meeting, 3, "Utgår", state="withdrawn")
    coming = overview(reader, 1, TODAY).next_meeting
    assert coming is not None
    assert (coming.date, coming.items, coming.ready) == (date(2026, 12, 8), 2, 1)


def test_the_summons_is_due_a_week_before_the_meeting(
    reader: sqlite3.Connection, new_meeting: New, new_item: New
) -> None:
    meeting = new_meeting("2026-12-08", state="preparing")
    new_item(meeting, 1, "Utkast")
    rows = overview(reader, 1, TODAY).todo
    summons = due(rows, "summons")
    assert (summons.urgency, summons.days, summons.target_id) == ("info", 9, meeting)
    assert due(rows, "memo_stop").urgency == "late"


def test_a_passed_stop_date_is_forgotten_when_everything_is_ready(
    reader: sqlite3.Connection, new_meeting: New, new_item: New
) -> None:
    new_item(new_meeting("2026-12-08", state="preparing"), 1, "Klar", state="ready")
    todo = overview(reader, 1, TODAY).todo
    assert [row.kind for row in todo if row.target == "meeting"] == ["summons"]


def test_minutes_are_followed_until_the_notice_comes_down(
    reader: sqlite3.Connection, insert: New, new_meeting: New
) -> None:
    begun = new_meeting("2026-11-10", state="closed")
    posted = new_meeting("2026-10-20", state="posted")
    insert("minutes_parts", meeting_id=posted, adjusted_on="2026-10-27", posted_on="2026-10-28")
    adjusted = new_meeting("2026-11-03", state="adjusted")
    insert("minutes_parts", meeting_id=adjusted, adjusted_on="2026-11-10")
    old = new_meeting("2026-02-10", state="posted")
    insert("minutes_parts", meeting_id=old, adjusted_on="2026-02-17", posted_on="2026-02-18")
    rows = overview(reader, 1, TODAY).todo
    assert due(rows, "adjusted").target_id == begun
    assert (due(rows, "posted").urgency, due(rows, "posted").target_id) == ("late", adjusted)
    assert due(rows, "taken_down").due == date(2026, 11, 19)
    assert [row.due for row in rows] == sorted(row.due for row in rows)


def test_an_undecided_motion_turns_one_year(reader: sqlite3.Connection, new_case: New) -> None:
    case = new_case(37, "Trygghetslarm", case_type="motion", raised_on="2025-11-25")
    new_case(38, "Klar", case_type="motion", raised_on="2025-11-25", state="decided")
    (row,) = overview(reader, 1, TODAY).todo
    assert (row.text, row.days, row.target, row.target_id) == (
        "Svar på motion on/2026:37",
        3,
        "case",
        case,
    )


def test_what_was_last_changed_comes_first_and_once(
    reader: sqlite3.Connection, insert: New, new_case: New, new_meeting: New, new_item: New
) -> None:
    case = new_case(1, "Riktlinjer")
    item = new_item(new_meeting("2026-12-08"), 1, "Budget", (case,), "Antas")
    insert("memos", item_id=item, body="Text")
    changed = overview(reader, 1, TODAY).changed
    assert [(row.kind, row.id, row.label) for row in changed] == [
        ("item", item, "on/2026:1"),
        ("case", case, "on/2026:1"),
    ]
