"""A case, a meeting and a § are found however the user writes their names."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import pytest

from nämndtui.model.people.committee import CommitteeSettings
from nämndtui.model.text.errors import NotFoundError, RefusedError
from nämndtui.store.light.lookup import (
    DEFAULT_PATTERN,
    case_by_dnr,
    committee_ids,
    meeting_on,
    paragraph_by_number,
)

New = Callable[..., int]


@pytest.mark.parametrize(
    "written",
    [
        "on/2026:106",
        "ON 2026/106",
        "on2026:106",
        "dnr on/2026:106",
        "2026:106",
        "106/2026",
        "On-2026-00106",
    ],
)
def test_a_case_is_found_however_its_number_is_written(
    reader: sqlite3.Connection, new_case: New, written: str
) -> None:
    new_case(106, "Delårsrapport 2")
    new_case(107, "Något annat")
    assert case_by_dnr(reader, written)["title"] == "Delårsrapport 2"


def test_a_number_without_prefix_that_fits_two_cases_names_both(
    reader: sqlite3.Connection, new_case: New
) -> None:
    new_case(5, "Ett", prefix="on")
    new_case(5, "Två", prefix="LSS")
    with pytest.raises(RefusedError, match="LSS/2026:5, on/2026:5"):
        case_by_dnr(reader, "2026:5")


def test_a_wrong_prefix_is_answered_with_the_nearest_number(
    reader: sqlite3.Connection, new_case: New
) -> None:
    new_case(5, "Ett")
    with pytest.raises(NotFoundError, match="Menade du on/2026:5"):
        case_by_dnr(reader, "om/2026:5")


def test_another_authoritys_number_leads_to_our_case(
    reader: sqlite3.Connection, new_case: New
) -> None:
    new_case(37, "Yttrande", foreign_dnr='["KS/2026:88"]')
    assert case_by_dnr(reader, "KS 2026:88")["dnr"] == "on/2026:37"


def test_the_case_tells_where_it_was_decided(
    reader: sqlite3.Connection, insert: New, new_case: New, new_meeting: New, new_item: New
) -> None:
    case = new_case(37, "Yttrande")
    meeting = new_meeting("2026-02-10", state="closed")
    item = new_item(meeting, 6, "Yttrande", (case,), "Nämnden antar.", state="decided")
    insert("attachments", item_id=item, main_no=2, sub_no=1, title="Motionen")
    insert(
        "paragraphs",
        committee_id=1,
        year=2026,
        number=12,
        item_id=item,
        outcome="as_proposed",
        points='["Nämnden antar."]',
    )
    new_item(None, None, "Yttrande igen", (case,))
    found = case_by_dnr(reader, "on/2026:37")
    decided, waiting = found["items"]
    assert (decided["date"], decided["number"], decided["paragraph"]) == ("2026-02-10", 6, 12)
    assert decided["decision"] == ["Nämnden antar."]
    assert decided["attachments"][0]["number"] == "2:1"
    assert waiting["date"] is None


def test_a_meeting_is_found_by_date_with_its_whole_agenda(
    reader: sqlite3.Connection, insert: New, new_case: New, new_meeting: New, new_item: New
) -> None:
    meeting = new_meeting("2026-12-08")
    two = (new_case(1, "Ett"), new_case(2, "Två"))
    item = new_item(
        meeting,
        1,
        "Två nummer",
        two,
        "Förvaltningens",
        recipients='[{"name":"KLF","foreign_dnr":"KS/2026:1"}]',
    )
    insert("proposals", item_id=item, source="chair", points='["Ordförandens","Två"]')
    found = meeting_on(reader, "2026-12-08")
    (shown,) = found["items"]
    assert shown["dnrs"] == ["on/2026:1", "on/2026:2"]
    assert shown["proposal"] == ["Ordförandens", "Två"]
    assert shown["recipients"] == [{"name": "KLF", "foreign_dnr": "KS/2026:1"}]


def test_an_empty_day_names_the_nearest_meetings(
    reader: sqlite3.Connection, new_meeting: New
) -> None:
    new_meeting("2026-11-10")
    new_meeting("2026-12-08")
    with pytest.raises(NotFoundError, match="2026-11-10 och 2026-12-08"):
        meeting_on(reader, "2026-12-01")


def test_two_meetings_the_same_day_are_told_apart_by_time(
    reader: sqlite3.Connection, new_meeting: New
) -> None:
    new_meeting("2026-12-08")
    new_meeting("2026-12-08", start="08:30", place="Stora salen")
    with pytest.raises(RefusedError, match="2026-12-08 08:30"):
        meeting_on(reader, "2026-12-08")
    assert meeting_on(reader, "2026-12-08", start="08:30")["place"] == "Stora salen"


def test_two_committees_the_same_day_are_told_apart_by_code(
    reader: sqlite3.Connection, insert: New, new_meeting: New
) -> None:
    other = insert("committees", code="SN", name="Socialnämnden")
    new_meeting("2026-12-08")
    new_meeting("2026-12-08", committee_id=other, place="Rum 2")
    with pytest.raises(RefusedError, match="--nämnd: ON, SN"):
        meeting_on(reader, "2026-12-08")
    assert meeting_on(reader, "2026-12-08", "sn")["place"] == "Rum 2"


def test_a_paragraph_without_year_is_the_newest(
    reader: sqlite3.Connection, insert: New, new_meeting: New, new_item: New
) -> None:
    for year in (2025, 2026):
        item = new_item(new_meeting(f"{year}-02-10"), 1, f"Beslut {year}")
        insert("paragraphs", committee_id=1, year=year, number=1, item_id=item, outcome="noted")
    assert paragraph_by_number(reader, 1, None)["title"] == "Beslut 2026"
    assert paragraph_by_number(reader, 1, 2025)["title"] == "Beslut 2025"
    with pytest.raises(NotFoundError, match="§ 2/2026 finns inte"):
        paragraph_by_number(reader, 2, 2026)


def test_a_long_agenda_takes_no_more_queries_than_a_short_one(
    reader: sqlite3.Connection, new_meeting: New, new_item: New
) -> None:
    def queries(day: str) -> int:
        said: list[str] = []
        reader.set_trace_callback(said.append)
        meeting_on(reader, day)
        reader.set_trace_callback(None)
        return len(said)

    new_item(new_meeting("2026-11-10"), 1, "Ensam", (), "Ja")
    long = new_meeting("2026-12-08")
    for number in range(1, 30):
        new_item(long, number, f"Punkt {number}", (), "Ja")
    assert queries("2026-11-10") == queries("2026-12-08")


def test_an_unknown_committee_is_answered_with_those_there_are(
    reader: sqlite3.Connection, committee: int
) -> None:
    with pytest.raises(NotFoundError, match="Välj bland: ON"):
        committee_ids(reader, "XX")


def test_the_default_pattern_is_the_settings_own() -> None:
    assert CommitteeSettings().dnr_pattern == DEFAULT_PATTERN
