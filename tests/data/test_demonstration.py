"""The demonstration committee holds what a careful secretary would see to (A4, C1–C2, D2.4–5, D2.7).

Reads the files themselves, not through the import, so that a fault in one cannot hide the other.
"""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections import Counter
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import REPOSITORY
from nämndtui.model.calendar.calendar_days import add_months
from nämndtui.model.text.diary_number import parse_diary_number
from nämndtui.model.text.personal_number import find_personal_number

DATA = REPOSITORY / "data"
TODAY = "2026-11-22"
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
MONTHS = [
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
]

Raw = dict[str, Any]


def _json(name: str) -> Any:
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _committee() -> Raw:
    found: Raw = _json("paket.json")["nämnder"][0]
    return found


@cache
def _meetings() -> list[Raw]:
    entries = [_json(m["$fil"]) if "$fil" in m else m for m in _committee()["sammanträden"]]
    return sorted(entries, key=lambda meeting: str(meeting["datum"]))


def _held() -> list[Raw]:
    return [meeting for meeting in _meetings() if "protokollsdelar" in meeting]


def _paragraphs(meeting: Raw) -> dict[int, Raw]:
    """§ number → its item."""
    return {p["paragraf"]["nummer"]: p for p in meeting["punkter"] if "paragraf" in p}


def _serving(meeting: Raw, paragraph: int) -> list[str]:
    return [
        row["namn"]
        for row in meeting["närvaro"]
        if row["roll"] in ("ledamot", "tjänstgörande ersättare")
        and row.get("från_paragraf", 0) <= paragraph <= row.get("till_paragraf", 9999)
        and paragraph not in row.get("ej_paragrafer", [])
    ]


def _valid(day: str) -> list[dict[str, str]]:
    return [m for m in _rows("mandat.csv") if m["från"] <= day <= (m["till"] or "9999")]


def _referenced(value: Any) -> list[str]:
    """Every file a value points at, through ``$fil`` and ``fil``, also in files pointed at."""
    if isinstance(value, list):
        return [name for part in value for name in _referenced(part)]
    if not isinstance(value, dict):
        return []
    own = [value[key] for key in ("$fil", "fil") if isinstance(value.get(key), str)]
    inner = [name for key, part in value.items() if key != "fil" for name in _referenced(part)]
    deeper = [found for name in own if name.endswith(".json") for found in _referenced(_json(name))]
    return own + inner + deeper


by_meeting = pytest.mark.parametrize("meeting", _held(), ids=lambda m: str(m["datum"]))


def test_every_file_named_exists_and_every_file_is_named() -> None:
    named = set(_referenced(_json("paket.json")))
    paths = [path.relative_to(DATA).as_posix() for path in DATA.rglob("*") if path.is_file()]
    files = {unicodedata.normalize("NFC", path) for path in paths}
    assert files == named | {"paket.json", "LÄSMIG.md"}
    assert all(unicodedata.is_normalized("NFC", name) for name in named)


def test_diary_numbers_are_unique_and_every_item_has_its_case() -> None:
    cases = [row["diarienummer"] for row in _rows("ärenden.csv")]
    keys = [parse_diary_number(dnr).key for dnr in cases]
    assert len(cases) >= 60 and len(set(keys)) == len(keys)
    waiting = _committee()["väntande_punkter"]
    items = [item for meeting in _meetings() for item in meeting.get("punkter", [])]
    used = {dnr for item in items + waiting for dnr in item.get("diarienummer", [])}
    assert used <= set(cases)


def test_ten_ordinary_meetings_none_in_january_or_july() -> None:
    ordinary = [m["datum"] for m in _meetings() if m.get("slag", "ordinarie") == "ordinarie"]
    for year in ("2026", "2027"):
        months = [day[5:7] for day in ordinary if day.startswith(year)]
        assert len(months) == 10 and not {"01", "07"} & set(months)


def test_paragraphs_run_from_one_without_gaps_over_the_year() -> None:
    numbers = [number for meeting in _held() for number in sorted(_paragraphs(meeting))]
    assert numbers == list(range(1, len(numbers) + 1))


@by_meeting
def test_every_paragraph_belongs_to_one_part_of_the_minutes(meeting: Raw) -> None:
    listed = [n for part in meeting["protokollsdelar"] for n in part["paragrafer"]]
    assert sorted(listed) == sorted(_paragraphs(meeting))


@by_meeting
def test_minutes_are_adjusted_and_announced_in_time(meeting: Raw) -> None:
    day = date.fromisoformat(meeting["datum"])
    for part in meeting["protokollsdelar"]:
        planned = date.fromisoformat(part["justeringsdatum"])
        assert day <= planned <= day + timedelta(days=14)
        if "justerat" in part:
            adjusted, posted = (date.fromisoformat(part[k]) for k in ("justerat", "anslaget"))
            assert adjusted == planned and adjusted <= posted <= adjusted + timedelta(days=2)
        else:
            assert meeting["status"] == "protokoll skrivet" and part["justeringsdatum"] > TODAY


def test_weekdays_named_are_the_dates_own() -> None:
    for meeting in _meetings():
        named = [day for day in WEEKDAYS if day in meeting.get("anmärkning", "")]
        assert named in ([], [WEEKDAYS[date.fromisoformat(meeting["datum"]).weekday()]])
    calendar = next(
        item["förslag"][0]
        for meeting in _held()
        for item in meeting["punkter"]
        if item["rubrik"] == "Sammanträdesordning 2027"
    )
    days = re.findall(r"- (\w+) (\d+) (\w+)", calendar)
    dates = [date(2027, MONTHS.index(month) + 1, int(day)) for _, day, month in days]
    assert [WEEKDAYS[day.weekday()] for day in dates] == [name for name, _, _ in days]
    planned = [m["datum"] for m in _meetings() if m["datum"].startswith("2027")]
    assert [day.isoformat() for day in dates] == planned


def test_thirteen_members_and_eight_substitutes_from_six_parties_on_every_day() -> None:
    for meeting in _meetings():
        valid = _valid(meeting["datum"])
        offices = Counter("ersättare" if m["uppdrag"] == "ersättare" else "plats" for m in valid)
        assert offices == {"plats": 13, "ersättare": 8}
        assert len({m["parti"] for m in valid}) == 6


@by_meeting
def test_those_serving_hold_a_mandate_and_replace_someone_absent(meeting: Raw) -> None:
    seats = {m["namn"] for m in _valid(meeting["datum"]) if m["uppdrag"] != "ersättare"}
    substitutes = {m["namn"] for m in _valid(meeting["datum"])} - seats
    for number in _paragraphs(meeting):
        serving = _serving(meeting, number)
        assert 7 <= len(serving) == len(set(serving)) <= 13
    for row in meeting["närvaro"]:
        if row["roll"] == "ledamot":
            assert row["namn"] in seats
        elif row["roll"] == "tjänstgörande ersättare":
            assert row["namn"] in substitutes and row["ersätter"] in seats
            first = row.get("från_paragraf", min(_paragraphs(meeting)))
            assert row["ersätter"] not in _serving(meeting, first)


@by_meeting
def test_votes_are_cast_by_those_serving_and_add_up(meeting: Raw) -> None:
    for number, item in _paragraphs(meeting).items():
        text = item["paragraf"].get("omröstning", "")
        if not text:
            continue
        result = re.search(r"(\d+) ja-röster, (\d+) nej-röster, (\d+) som avstår", text)
        assert result is not None
        groups = [re.search(rf"\*\*{word}:\*\* (.*)", text) for word in ("Ja", "Nej", "Avstår")]
        names = [re.findall(r"(\w[^,]*?) \(\w+\)", g[1]) if g else [] for g in groups]
        names = [[name.removeprefix("och ") for name in group] for group in names]
        assert [len(group) for group in names] == [int(count) for count in result.groups()]
        everyone = [name for group in names for name in group]
        assert sorted(everyone) == sorted(_serving(meeting, number))


@by_meeting
def test_only_those_serving_reserve_themselves_and_the_disqualified_step_out(meeting: Raw) -> None:
    for number, item in _paragraphs(meeting).items():
        serving = _serving(meeting, number)
        reserving = item["paragraf"].get("reservationer", "").split(" reserverar sig")[0]
        names = re.findall(r"(\w[^,]*?) \(\w+\)", reserving)
        assert {name.removeprefix("och ") for name in names} <= set(serving)
        disqualified = re.match(r"(.*?) \(\w+\) anmäler jäv", item["paragraf"].get("jäv", ""))
        assert disqualified is None or disqualified[1] not in serving


@by_meeting
def test_every_item_is_handled_and_decisions_are_prepared(meeting: Raw) -> None:
    for item in meeting["punkter"]:
        if item["status"] == "utgår" or item["slag"] in ("inledning", "övrigt"):
            continue
        assert item["paragraf"]["beslut"] and item["förslag"] and item["sammanfattning"]
        if item["slag"] == "beslut" and not item.get("val"):
            memo = item["tjänsteskrivelse"]
            assert memo["datum"] <= meeting["kallelsedatum"] or item.get("sen") == "extra"
        decision = item["paragraf"]["beslut"]
        assert all(point.startswith("Omsorgsnämnden ") for point in decision)


def test_attachment_numbers_have_no_gaps() -> None:
    for meeting in _meetings():
        for item in meeting.get("punkter", []):
            numbers = [part["nummer"] for part in item.get("bilagor", [])]
            main = [number for number in numbers if ":" not in number]
            assert main == [str(n + 1) for n in range(len(main))]
            for number in main:
                subs = [n for n in numbers if n.startswith(f"{number}:")]
                assert subs == [f"{number}:{n + 1}" for n in range(len(subs))]


def test_the_december_meeting_lacks_just_one_file_and_one_proposal() -> None:
    december = next(m for m in _meetings() if m["datum"] == "2026-12-08")
    items = [item for item in december["punkter"] if item["slag"] != "inledning"]
    files = [a["nummer"] for item in items for a in item.get("bilagor", []) if "fil" not in a]
    assert len(items) == 11 and files == ["2:1"]
    assert [item["nummer"] for item in items if not item.get("förslag")] == [7]


def test_one_motion_is_answered_within_a_year_from_the_day_it_was_raised() -> None:
    raised = {row["diarienummer"]: row["väckt"] for row in _rows("ärenden.csv") if row["väckt"]}
    for meeting in _held():
        for item in meeting["punkter"]:
            for dnr in item.get("diarienummer", []):
                if dnr in raised:
                    last = add_months(date.fromisoformat(raised[dnr]), 12)
                    assert meeting["datum"] <= last.isoformat()


def _number(cell: str) -> float | None:
    text = cell.strip().strip("*").replace(" ", "").replace("−", "-").replace(",", ".")
    return float(text) if re.fullmatch(r"[+-]?\d+(\.\d+)?", text) else None


def _texts() -> dict[str, str]:
    return {
        path.relative_to(DATA).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(DATA.rglob("*"))
        if path.suffix in (".json", ".md", ".txt", ".csv")
    }


def test_no_text_holds_a_personal_number_or_a_hand_made_no_break_space() -> None:
    for name, text in _texts().items():
        assert not find_personal_number(text), name
        assert "\u00a0" not in text and unicodedata.is_normalized("NFC", text), name


@pytest.mark.parametrize("name", [n for n, text in _texts().items() if "**Summa**" in text])
def test_the_sums_of_tables_are_right(name: str) -> None:
    text = _texts()[name].replace("\\n", "\n")
    checked = 0
    for table in re.findall(r"(?:^.*?\|.*\n?)+", text, re.MULTILINE):
        rows = [line.split("|")[1:-1] for line in table.splitlines() if line.count("|") > 1]
        if not rows or rows[-1][0].strip() != "**Summa**":
            continue
        checked += 1
        for column in range(1, len(rows[0])):
            if "%" in rows[0][column]:
                continue
            cells = [_number(row[column]) for row in rows[2:]]
            numbers = [cell for cell in cells if cell is not None]
            assert sum(numbers[:-1]) == numbers[-1], rows[0][column]
    assert checked == text.count("| **Summa** |")
