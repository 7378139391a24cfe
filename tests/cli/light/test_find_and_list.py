"""``sök`` and ``lista``: tables that fit, JSON and CSV that scripts can trust."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.mark.parametrize("command", ["sök", "sok", "so\u0308k", "SÖK"])
def test_search_shows_cases_and_items(run: Run, command: str) -> None:
    shown = run(command, "nattvandring")
    assert shown.code == 0
    assert "Motion om nattvandring" in shown.out
    assert "§ 12" in shown.out


def test_search_as_json(run: Run) -> None:
    shown = run("sök", "hemtjänst", "--json").json
    assert shown["antal"] == 2
    assert {hit["slag"] for hit in shown["träffar"]} == {"ärende", "punkt"}


def test_search_without_hits_offers_the_swedish_spelling(run: Run) -> None:
    shown = run("sök", "hemtjanst")
    assert (shown.code, shown.out) == (1, "")
    assert "Menade du ”hemtjänst”?" in shown.err


def test_search_says_when_not_all_hits_are_shown(run: Run) -> None:
    shown = run("sök", "nattvandring", "--antal", "1")
    assert len(shown.out.splitlines()) == 2
    assert "Visar 1 av 2 träffar" in shown.err


def test_search_words_may_look_like_options(run: Run) -> None:
    assert run("sök", "--", "--nattvandring").code == 0
    assert run("sök", "--", "--json").code == 1


@pytest.mark.parametrize("kind", ["ärenden", "arenden", "a\u0308renden"])
def test_cases_are_listed_newest_first(run: Run, kind: str) -> None:
    rows = run("lista", kind, "--json").json
    assert [row["diarienummer"] for row in rows] == ["on/2026:38", "on/2026:37"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("ärenden", "--status", "beslutat"), ["on/2026:37"]),
        (("ärenden", "--status=OPPET"), ["on/2026:38"]),
        (("ärenden", "--text", "hemtjänst"), ["on/2026:38"]),
        (("ärenden", "--år", "2025"), []),
        (("ärenden", "--ar", "2026", "--antal", "1"), ["on/2026:38"]),
    ],
)
def test_cases_are_filtered(run: Run, arguments: tuple[str, ...], expected: list[str]) -> None:
    rows = run("lista", *arguments, "--json").json
    assert [row["diarienummer"] for row in rows] == expected


def test_meetings_items_and_members(run: Run) -> None:
    meetings = run("lista", "sammanträden", "--json").json
    assert [(row["datum"], row["status"], row["punkter"]) for row in meetings] == [
        ("2026-12-08", "under beredning", 2),
        ("2026-02-10", "avslutat", 1),
    ]
    items = run("lista", "punkter", "--sammanträde", "2026-02-10", "--json").json
    assert [(row["nummer"], row["paragraf"], row["antal_bilagor"]) for row in items] == [
        (None, None, 0),
        (1, 12, 2),
    ]
    members = run("lista", "ledamöter", "--json").json
    assert [(row["namn"], row["uppdrag"]) for row in members] == [
        ("Ada Ek", "ordförande"),
        ("Bo Ahl", "ledamot"),
        ("Östen Öst", "ersättare"),
    ]
    assert run("lista", "ledamöter", "--datum", "2022-12-31", "--json").json == []


@pytest.mark.parametrize("kind", ["ärenden", "sammanträden", "punkter", "ledamöter"])
def test_json_and_csv_say_the_same(run: Run, kind: str) -> None:
    rows = run("lista", kind, "--json").json
    text = run("lista", kind, "--csv").out
    table = list(csv.DictReader(StringIO(text), delimiter=";"))
    assert len(table) == len(rows)
    assert list(table[0]) == list(rows[0])


def test_a_table_is_aligned_and_fits(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "44")
    lines = run("lista", "ärenden").out.splitlines()
    assert max(map(len, lines)) <= 44
    place = lines[0].index("Rubrik")
    assert all(line[place - 1] == " " and line[place] != " " for line in lines)


def test_what_is_left_out_is_said(run: Run) -> None:
    shown = run("lista", "ärenden", "--antal", "1")
    assert "Visar 1 av 2" in shown.err
    assert run("lista", "ärenden", "--antal", "2").err == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Skriv vad som ska listas"),
        (("ärendena",), "Menade du ärenden?"),
        (("ärenden", "--status", "glömt"), "Välj bland: öppet, berett"),
        (("ärenden", "--datum", "2026-01-01"), "--datum kan inte användas med lista ärenden"),
        (("punkter", "--sammanträde", "i går"), "är inget datum"),
        (("ärenden", "--antal", "många"), "ska vara ett tal"),
        (("ärenden", "--antal"), "--antal behöver ett värde"),
        (("ärenden", "--json", "--csv"), "inte båda"),
    ],
)
def test_wrong_usage_is_explained(run: Run, arguments: tuple[str, ...], said: str) -> None:
    shown = run("lista", *arguments)
    assert (shown.code, shown.out) == (2, "")
    assert said in shown.err
