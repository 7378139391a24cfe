"""Lists come in pages that follow on each other without loss or repetition."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from nämndtui.store.light.history import history_page
from nämndtui.store.light.lists import Page, case_page, item_rows, mandate_rows, meeting_rows

New = Callable[..., int]


def all_pages(fetch: Callable[[tuple[object, ...] | None], Page]) -> list[int]:
    page = fetch(None)
    ids = [row["id"] for row in page.rows]
    while page.after:
        page = fetch(page.after)
        ids += [row["id"] for row in page.rows]
    return ids


def test_cases_come_newest_number_first_page_by_page(
    reader: sqlite3.Connection, new_case: New
) -> None:
    new = [new_case(serial, f"Ärende {serial}", year=2025 + serial % 2) for serial in range(1, 8)]
    ids = all_pages(lambda before: case_page(reader, 1, before=before, limit=3))
    assert sorted(ids) == new
    page = case_page(reader, 1, limit=3)
    assert page.total == 7
    assert [row["dnr"] for row in page.rows] == ["on/2026:7", "on/2026:5", "on/2026:3"]


def test_cases_are_filtered_by_state_year_and_text(
    reader: sqlite3.Connection, new_case: New, new_item: New
) -> None:
    new_case(1, "Riktlinjer", state="closed")
    found = new_case(2, "Motion")
    new_item(None, None, "Yttrande om nattvandring", (found,))
    new_case(3, "Annat", year=2025)
    assert [r["id"] for r in case_page(reader, 1, text="nattvandring").rows] == [found]
    assert case_page(reader, 1, state="closed").total == 1
    assert case_page(reader, 1, year=2025).rows[0]["title"] == "Annat"
    assert case_page(reader, 1, text="on/2026:2").rows[0]["id"] == found
    assert case_page(reader, 1, text="finns inte alls").total == 0


def test_a_number_being_typed_finds_those_that_begin_so(
    reader: sqlite3.Connection, new_case: New
) -> None:
    for serial in (8, 88, 81, 9):
        new_case(serial, "Ärende")
    shown = {row["serial"] for row in case_page(reader, 1, text="on/2026:8").rows}
    assert shown == {8, 88, 81}


def test_meetings_come_latest_first_with_counts(
    reader: sqlite3.Connection, insert: New, new_meeting: New, new_item: New
) -> None:
    old = new_meeting("2026-02-10", state="closed")
    item = new_item(old, 1, "Ett", state="decided")
    insert("paragraphs", committee_id=1, year=2026, number=7, item_id=item, outcome="noted")
    coming = new_meeting("2026-12-08")
    new_item(coming, 1, "Ett")
    new_item(coming, 2, "Två", state="ready")
    new_item(coming, None, "Justering", kind="opening")
    rows = meeting_rows(reader, 1).rows
    assert [(r["date"], r["items"], r["drafts"], r["first_paragraph"]) for r in rows] == [
        ("2026-12-08", 2, 1, None),
        ("2026-02-10", 1, 0, 7),
    ]
    assert meeting_rows(reader, 1, year=2025).rows == []


def test_items_follow_the_agenda_and_pages_do_not_overlap(
    reader: sqlite3.Connection, new_case: New, new_meeting: New, new_item: New
) -> None:
    first, second = new_meeting("2026-02-10"), new_meeting("2026-12-08")
    case = new_case(1, "Ärende")
    expected = [new_item(None, None, "Väntar")]
    expected += [new_item(second, number, f"B{number}", (case,)) for number in (1, 2)]
    expected += [new_item(first, number, f"A{number}") for number in (1, 2)]
    ids = all_pages(lambda before: item_rows(reader, 1, before=before, limit=2))
    assert ids == expected
    rows = item_rows(reader, 1, meeting_id=second).rows
    assert [(row["title"], row["dnrs"]) for row in rows] == [
        ("B1", "on/2026:1"),
        ("B2", "on/2026:1"),
    ]


def test_members_come_in_office_order_and_by_day(
    reader: sqlite3.Connection, insert: New, committee: int
) -> None:
    def mandate(name: str, office: str, until: str | None = None) -> None:
        person = insert("persons", name=name)
        insert(
            "mandates",
            committee_id=committee,
            person_id=person,
            office=office,
            party="S",
            valid_from="2023-01-01",
            valid_to=until,
        )

    mandate("Östen Ek", "member")
    mandate("Åsa Ahl", "member")
    mandate("Bo Lind", "substitute")
    mandate("Cia Dahl", "chair")
    mandate("Dan Falk", "member", "2025-12-31")
    today = [row["name"] for row in mandate_rows(reader, committee, "2026-11-22").rows]
    assert today == ["Cia Dahl", "Åsa Ahl", "Östen Ek", "Bo Lind"]
    assert mandate_rows(reader, committee).total == 5
    assert [r["name"] for r in mandate_rows(reader, committee, text="ÅSA").rows] == ["Åsa Ahl"]


def test_history_comes_newest_first_and_by_text(reader: sqlite3.Connection, new_case: New) -> None:
    for serial in range(1, 6):
        new_case(serial, "Ärende")
    ids = all_pages(lambda before: history_page(reader, before=before, limit=2))
    assert ids == sorted(ids, reverse=True)
    assert len(ids) == 6  # the committee and five cases
    assert history_page(reader, text="TEST").total == 6
    assert history_page(reader, text="finns inte").total == 0


def test_items_and_those_not_ready_are_counted_among_the_same(
    reader: sqlite3.Connection, new_meeting: New, new_item: New
) -> None:
    meeting = new_meeting("2026-12-08")
    for number in range(1, 4):
        new_item(meeting, number, f"Punkt {number}")
    new_item(meeting, None, "Justering", kind="opening")
    new_item(meeting, 4, "Utgår", state="withdrawn")
    (row,) = meeting_rows(reader, 1).rows
    assert (row["items"], row["drafts"]) == (3, 3)
