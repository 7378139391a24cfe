"""``visa`` shows a case, a meeting or a §, for people and for scripts."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from nämndtui.store.database import Store
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.minutes.corrections import correct

Run = Callable[..., Any]


@pytest.mark.parametrize("reference", ["on/2026:37", "ON 2026/37", "37/2026", "KS/2025:88"])
def test_a_case_with_its_meetings_and_attachments(run: Run, reference: str) -> None:
    shown = run("visa", reference, "--json").json
    assert shown["diarienummer"] == "on/2026:37"
    assert shown["rubrik"] == "Motion om nattvandring"
    assert shown["nämnd"] == "Omsorgsnämnden"
    assert shown["status"] == "beslutat"
    (meeting,) = shown["sammanträden"]
    assert (meeting["datum"], meeting["punkt"], meeting["paragraf"]) == ("2026-02-10", 1, 12)
    assert meeting["beslut"] == ["Omsorgsnämnden tillstyrker motionen."]
    assert [(b["nummer"], b["filnamn"]) for b in shown["bilagor"]] == [
        ("1", "motion.txt"),
        ("2:1", None),
    ]


@pytest.mark.parametrize("date", ["2026-02-10", "20260210", "2026-02-10 18:30", "10 feb 2026"])
def test_a_meeting_with_its_agenda(run: Run, date: str) -> None:
    shown = run("visa", date, "--json").json
    assert (shown["datum"], shown["tid"], shown["plats"]) == ("2026-02-10", "18:30", "Lilla salen")
    opening, item = shown["punkter"]
    assert (opening["nummer"], opening["paragraf"], opening["diarienummer"]) == (None, None, [])
    assert (item["nummer"], item["paragraf"]) == (1, 12)
    assert item["diarienummer"] == ["on/2026:37"]
    assert item["förslag"] == item["beslut"] == ["Omsorgsnämnden tillstyrker motionen."]
    assert [b["nummer"] for b in item["bilagor"]] == ["1", "2:1"]
    assert item["expedieras_till"] == [{"namn": "Kommunstyrelsen", "diarienummer": "KS/2025:88"}]
    assert shown["närvaro"][0]["namn"] == "Ada Ek"


@pytest.mark.parametrize("reference", [("§12/2026",), ("§", "12"), ("12", "§"), ("§ 12 / 2026",)])
def test_a_paragraph(run: Run, reference: tuple[str, ...]) -> None:
    shown = run("visa", *reference, "--json").json
    assert (shown["paragraf"], shown["år"], shown["datum"]) == (12, 2026, "2026-02-10")
    assert shown["beslut"] == ["Omsorgsnämnden tillstyrker motionen."]


def test_for_people_the_decision_stands_under_its_meeting(run: Run) -> None:
    shown = run("visa", "on/2026:37")
    assert shown.code == 0
    assert "on/2026:37  Motion om nattvandring" in shown.out
    assert "2026-02-10  p. 1  § 12  beslutad" in shown.out
    assert "Omsorgsnämnden tillstyrker motionen." in shown.out
    assert "Bilaga 2:1: Kartan (filen saknas)" in shown.out
    assert shown.err == ""


def test_for_people_several_proposals_are_numbered(run: Run) -> None:
    shown = run("visa", "2026-12-08").out
    assert "  1 Avgifter i hemtjänsten (on/2026:38)" in shown
    assert "1. Nämnden antar.\n      2. Nämnden överlämnar." in shown


def test_text_fits_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    for reference in ("on/2026:37", "2026-12-08", "§12"):
        assert max(map(len, run("visa", reference).out.splitlines())) <= 40


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        ("on/2026:999", "Ärendet on/2026:999 finns inte."),
        ("om/2026:37", "Menade du on/2026:37?"),
        ("2026-02-11", "Närmast är 2026-02-10 och 2026-12-08."),
        ("§99/2026", "§ 99/2026 finns inte."),
        ("strunt", "är inget diarienummer, datum eller paragraf"),
        ("2026-13-45", "Dagen 2026-13-45 finns inte i almanackan."),
    ],
)
def test_what_is_not_found_is_said_on_one_line(run: Run, reference: str, said: str) -> None:
    shown = run("visa", reference)
    assert (shown.code, shown.out) == (1, "")
    assert said in shown.err
    assert shown.err.startswith("Fel: ")
    assert shown.err.count("\n") == 1


def test_without_a_reference_the_usage_is_explained(run: Run) -> None:
    shown = run("visa")
    assert shown.code == 2
    assert "Skriv vad som ska visas" in shown.err


def test_an_unknown_option_names_the_nearest(run: Run) -> None:
    shown = run("visa", "on/2026:37", "--jsn")
    assert shown.code == 2
    assert "Menade du --json?" in shown.err


def test_another_committee_does_not_have_the_case(run: Run) -> None:
    shown = run("visa", "on/2026:37", "--nämnd", "XX")
    assert shown.code == 1
    assert "Välj bland: ON" in shown.err


def test_a_correction_is_shown_with_both_wordings(run: Run, database: Path) -> None:
    with Store(str(database)) as store, store.change("x", "anna", datetime(2026, 2, 20)) as change:
        part_id = change.read("paragraphs", 1)["part_id"]
        change.update("minutes_parts", part_id, {"adjusted_on": "2026-02-20"})
    with Store(str(database)) as store:
        actor = Actor("anna", datetime(2026, 2, 20, 9, 30))
        correct(store, actor, 1, "motions", "Bo Ahl yrkar bifall.", "Yrkandet saknades")
    (one,) = run("visa", "§12/2026", "--json").json["rättelser"]
    assert (one["datum"], one["av"], one["grund"]) == ("2026-02-20", "anna", "skrivfel")
    assert (one["fält"], one["efter"]) == ("yrkanden", "Bo Ahl yrkar bifall.")
    text = run("visa", "§12/2026").out
    assert "Rättelse 2026-02-20 av anna: Yrkandet saknades" in text
    assert "Rättad lydelse: Bo Ahl yrkar bifall." in text


def test_a_part_says_its_own_paragraphs(run: Run) -> None:
    (part,) = run("visa", "2026-02-10", "--json").json["protokollsdelar"]
    assert (part["paragrafer"], part["paragrafspann"]) == ([12], "§\u00a012")


def test_for_people_the_brackets_of_masked_text_are_gone(run: Run, database: Path) -> None:
    with Store(str(database)) as store, store.change("x", "anna", datetime(2026, 2, 20)) as change:
        change.update("paragraphs", 1, {"motions": "För [[Kim]]."})
    assert "För Kim." in run("visa", "§12/2026").out


def test_a_case_that_returns_says_where_it_comes_from(run: Run, database: Path) -> None:
    with Store(str(database)) as store, store.change("x", "anna", datetime(2026, 2, 11)) as change:
        change.update("agenda_items", 2, {"state": "referred_back"})
        change.insert("handlings", {"item_id": 2, "reason": "utreda kostnaderna"})
        row = {"committee_id": 1, "title": "Yttrande över motion", "continues_item_id": 2}
        item_id = change.insert("agenda_items", row)
        change.insert("item_cases", {"item_id": item_id, "case_id": 1, "position": 0})
    shown = run("visa", "on/2026:37")
    assert "Skäl: utreda kostnaderna" in shown.out
    assert "Återkommer: § 12 2026-02-10, återremiss: utreda kostnaderna" in shown.out
    (waiting,) = run("visa", "on/2026:37", "--json").json["väntande_punkter"]
    assert waiting["tidigare_behandling"] == "§ 12 2026-02-10, återremiss: utreda kostnaderna"


def test_a_meeting_says_when_its_items_are_expected_to_begin(run: Run, database: Path) -> None:
    def starts() -> list[str | None]:
        items = run("visa", "2026-12-08", "--json").json["punkter"]
        return [item["beräknad_start"] for item in items]

    assert starts() == [None, None]
    assert "beräknas" not in run("visa", "2026-12-08").out
    with Store(str(database)) as store, store.change("x", "anna", datetime(2026, 11, 20)) as change:
        change.update("agenda_items", 3, {"duration": 45})
    assert starts() == ["18:30", "19:15"]
    assert "beräknas börja 19.15" in run("visa", "2026-12-08").out


def test_several_presenters_are_told_apart(run: Run, database: Path) -> None:
    two = [{"name": "Ida Berg", "title": "ekonom"}, {"name": "Kim Ask", "title": "jurist"}]
    with Store(str(database)) as store, store.change("x", "anna", datetime(2026, 11, 20)) as change:
        change.update("agenda_items", 3, {"presenters": json.dumps(two)})
    assert "Föredragande: Ida Berg, ekonom; Kim Ask, jurist" in run("visa", "2026-12-08").out
