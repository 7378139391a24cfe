"""Search finds Swedish text by its words, and takes any text as text."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import pytest

from nämndtui.store.light.lists import case_page
from nämndtui.store.light.search import search

New = Callable[..., int]


def titles(connection: sqlite3.Connection, text: str) -> list[str]:
    return [row["title"] for row in search(connection, text).rows]


@pytest.mark.parametrize("typed", ["ärende", "ÄRENDE", "ären", "a\u0308rende", "om ären"])
def test_words_are_found_from_their_beginning_in_any_case(
    reader: sqlite3.Connection, new_case: New, typed: str
) -> None:
    new_case(1, "Ett ärende om nattvandring")
    new_case(2, "Något annat")
    assert titles(reader, typed) == ["Ett ärende om nattvandring"]


def test_swedish_letters_are_letters_and_the_folded_spelling_is_offered(
    reader: sqlite3.Connection, new_case: New
) -> None:
    new_case(1, "Mål och ärenden")
    found = search(reader, "arende")
    assert found.rows == []
    assert found.spelling == "ärende"
    assert search(reader, "mal arende").spelling == "mål ärende"


def test_no_spelling_is_offered_when_it_would_find_nothing(
    reader: sqlite3.Connection, new_case: New
) -> None:
    new_case(1, "Ärenden")
    new_case(2, "Hemtjänst")
    assert search(reader, "arenden hemtjanst").spelling == ""


def test_compounds_are_found_by_their_parts(reader: sqlite3.Connection, new_case: New) -> None:
    new_case(1, "Översyn av natthemtjänsten")
    new_case(2, "Byggnadslov")
    assert titles(reader, "hemtjänst") == ["Översyn av natthemtjänsten"]
    assert titles(reader, "lov") == ["Byggnadslov"]


@pytest.mark.parametrize("typed", ["on/2026:106", "ON 2026/106", "2026:106", "106/2026"])
def test_a_diary_number_comes_first_however_it_is_written(
    reader: sqlite3.Connection, new_case: New, typed: str
) -> None:
    new_case(106, "Delårsrapport 2")
    new_case(107, "Följer på on/2026:106")
    assert titles(reader, typed)[0] == "Delårsrapport 2"


def test_a_paragraph_and_a_date_are_understood(
    reader: sqlite3.Connection, insert: New, new_meeting: New, new_item: New
) -> None:
    item = new_item(new_meeting("2026-02-10"), 3, "Riktlinjer")
    insert("paragraphs", committee_id=1, year=2026, number=12, item_id=item, outcome="noted")
    assert titles(reader, "§12") == ["Riktlinjer"]
    assert search(reader, "12 § / 2026").rows[0]["paragraph"] == 12
    assert search(reader, "2026-02-10").rows[0]["kind"] == "meeting"


def test_title_hits_stand_before_hits_in_the_text(
    reader: sqlite3.Connection, new_case: New
) -> None:
    new_case(1, "Nattvandring")
    new_case(2, "Annat", note="Handlar också om nattvandring och mycket annat")
    assert titles(reader, "nattvandring") == ["Nattvandring", "Annat"]


def test_changed_text_is_found_and_the_old_is_not(
    store: object, reader: sqlite3.Connection, new_case: New
) -> None:
    from datetime import datetime

    from nämndtui.store.database import Store

    assert isinstance(store, Store)
    case = new_case(1, "Gammal rubrik")
    with store.change("test", "test", datetime(2026, 1, 1)) as change:
        change.update("cases", case, {"title": "Ny rubrik"})
    assert titles(reader, "gammal") == []
    assert titles(reader, "ny rubrik") == ["Ny rubrik"]


@pytest.mark.parametrize(
    "hostile",
    [
        '"',
        "*",
        "AND",
        "NOT ärende",
        "title:ärende",
        'a" OR "b',
        "(",
        "^",
        "NEAR(a b)",
        "{{ 7*7 }}",
        "[bold]",
        "\x00\x1b[31m",
        "%",
        "_",
        "–",
        "",
        " ",
        "§",
        "x" * 100_000,
        "å " * 50_000,
        "'; DROP TABLE cases; --",
        "\ud800",
    ],
)
def test_any_text_is_text(reader: sqlite3.Connection, new_case: New, hostile: str) -> None:
    new_case(1, "Ett ärende")
    search(reader, hostile)
    case_page(reader, 1, text=hostile)


def test_hostile_titles_are_found_by_their_words(reader: sqlite3.Connection, new_case: New) -> None:
    title = "[bold] {{ 7*7 }} <w:p>& räv"
    new_case(1, title)
    assert titles(reader, "räv") == [title]
    assert titles(reader, title) == [title]


def test_search_keeps_to_one_committee(
    reader: sqlite3.Connection, insert: New, new_case: New
) -> None:
    other = insert("committees", code="SN", name="Socialnämnden")
    new_case(1, "Riktlinjer här")
    new_case(1, "Riktlinjer där", committee_id=other, prefix="sn")
    assert len(search(reader, "riktlinjer").rows) == 2
    assert [row["title"] for row in search(reader, "riktlinjer", other).rows] == ["Riktlinjer där"]
