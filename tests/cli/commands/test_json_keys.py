"""The keys of every ``--json`` are those that the handbook names, and the other way round.

A key added to an answer is written into its table under "Nycklar i JSON" in kommandon.md; one that
the demonstration never gives needs a fact recorded in ``recorded`` below.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
import pytest

from nämndtui.cli.light.completion import COMMANDS
from nämndtui.cli.light.hot_options import KINDS
from nämndtui.cli.main import main
from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.store.database import Store
from nämndtui.store.minutes.minutes_records import load_record
from nämndtui.workflow.agenda.agenda import add_item
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.minutes.assignments import add_assignment
from nämndtui.workflow.minutes.corrections import correct
from nämndtui.workflow.minutes.dispatch import add_dispatch
from tests.conftest import REPOSITORY

Keys = dict[str, set[str]]
"""Where in an answer (``punkter.bilagor``; empty for the answer itself) → the keys there."""
Ask = Callable[..., Any]

PAGE = REPOSITORY / "docs" / "handbok" / "kommandon.md"
QUARTER_KINDS = ("ej-verkställda", "statistikrapport", "ej-verkställda-offentlig")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration, with what it lacks recorded."""
    folder = tmp_path_factory.mktemp("demo")
    assert main(["demo", str(folder), "--utan-tui"]) == 0
    with Store(str(folder / "demo.db")) as store:
        recorded(store)
    return folder


@pytest.fixture
def ask(demo: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """``ask("visa", "§12")``: what the program answers, read as JSON."""
    monkeypatch.setenv("NAMNDTUI_DB", str(demo / "demo.db"))

    def run_here(*arguments: str) -> Any:
        capsys.readouterr()
        main([*arguments])
        captured = capsys.readouterr()
        assert captured.out, captured.err
        return json.loads(captured.out)

    return run_here


def recorded(store: Store) -> None:
    """A waiting item of a case, an interruption, a correction, an assignment and a dispatch."""
    actor = Actor("anna", datetime(2026, 11, 22, 9, 30))
    row = store.connection.execute("SELECT id FROM meetings WHERE state = 'posted'")
    meeting_id = row.fetchone()["id"]
    record = load_record(store.connection, meeting_id)
    paragraph = next(one for one in record.dossier.paragraphs if one.points)
    correct(store, actor, paragraph.id, "notes", "Rättat.", "Skrivfel")
    add_assignment(store, actor, paragraph.id, "förvaltningen", "återkomma")
    add_dispatch(store, actor, paragraph.id, "Kommunstyrelsen")
    case = next(one for item in record.dossier.items for one in item.cases)
    add_item(
        store,
        actor,
        AgendaItem(
            0,
            record.dossier.committee.id,
            None,
            0,
            None,
            "decision",
            "Uppföljning",
            cases=(case,),
        ),
    )


def keys_of(answer: Any, place: str = "", found: Keys | None = None) -> Keys:
    """The keys of an answer by place; lists are gone through."""
    there: Keys = {} if found is None else found
    if isinstance(answer, list):
        for one in answer:
            keys_of(one, place, there)
    elif isinstance(answer, dict):
        there.setdefault(place, set()).update(answer)
        for key, value in answer.items():
            keys_of(value, f"{place}.{key}".lstrip("."), there)
    return there


def documented() -> dict[str, Keys]:
    """Answer → its keys, as the chapter's tables have them."""
    chapter = PAGE.read_text(encoding="utf-8").partition("\n## Nycklar i JSON\n")[2]
    chapter = re.split(r"\n## ", chapter)[0]
    found: dict[str, Keys] = {}
    for section in chapter.split("\n### ")[1:]:
        heading, _, body = section.partition("\n")
        rows = re.findall(r"^\| (svaret|`[\w.]+`) \| (.+) \|$", body, re.MULTILINE)
        found[heading.strip()] = {
            "" if place == "svaret" else place.strip("`"): set(re.findall(r"`(\w+)`", keys))
            for place, keys in rows
        }
    return found


def asked(ask: Ask, demo: Path, folder: Path) -> dict[str, list[Any]]:
    """Answer → what the program gives, of everything the demonstration has."""
    days = [one["datum"] for one in ask("lista", "sammanträden", "--json")]
    numbers = [one["diarienummer"] for one in ask("lista", "ärenden", "--json")]
    corrected = ask("lista", "uppdrag", "--json")[0]
    with_annex = next(one for one in ask("lista", "punkter", "--json") if has_annex(one))
    sections = [f"§{one['paragraf']}/{one['datum'][:4]}" for one in (corrected, with_annex)]
    return {
        "visa ärende": [ask("visa", number, "--json") for number in numbers],
        "visa sammanträde": [ask("visa", day, "--json") for day in days],
        "visa paragraf": [ask("visa", section, "--json") for section in sections],
        "sök": [ask("sök", "motion", "--json")],
        **{f"lista {kind}": [ask("lista", kind, "--json")] for kind in KINDS},
        "historik": [ask("historik", "--json")],
        "läs-tillbaka": [read_back(ask, demo, folder)],
        "importera paket": [take_in(ask, folder)],
        "importera register": [register(ask, folder)],
        **{f"skriv {kind}": quarters(ask, kind) for kind in QUARTER_KINDS},
    }


def has_annex(item: Any) -> bool:
    return bool(item["paragraf"] and item["antal_bilagor"])


def quarters(ask: Ask, kind: str) -> list[Any]:
    """The report of both acts: the demonstration's interruption is one of them."""
    return [
        ask("skriv", kind, "--lag", law, "--kvartal", f"2026K{number}", "--json")
        for law in ("LSS", "SoL")
        for number in (1, 2, 3)
    ]


def read_back(ask: Ask, demo: Path, folder: Path) -> Any:
    """A difference in minutes written by the program and changed in Word."""
    path = folder / "protokoll.docx"
    assert main(["skriv", "protokoll", "2026-11-10", "-o", str(path)]) == 0
    document = docx.Document(str(path))
    point = next(one for one in document.paragraphs if one.text.startswith("Omsorgsnämnden "))
    point.text = "Omsorgsnämnden gör tvärtom."
    document.save(str(path))
    return ask("läs-tillbaka", str(path), "--prova", "--json")


def take_in(ask: Ask, folder: Path) -> Any:
    """The demonstration's package in a new database; its counts have what is counted for keys."""
    package = str(REPOSITORY / "data" / "paket.json")
    new = ("--db", str(folder / "ny.db"), "--prova", "--json")
    answer = ask("importera", "paket", package, *new)
    assert answer["tillagt"]["ärenden"] and answer["fanns"] == {}
    return {**answer, "tillagt": None, "fanns": None}


def register(ask: Ask, folder: Path) -> Any:
    """A row with a fault, and one that is doubtful."""
    path = folder / "beslut.csv"
    path.write_text(
        "beslutsdatum;punkt;roll;beslutsfattare;diarienummer;beskrivning\n"
        "31/11 2026;B 1;Handläggare;Eva Öst;on/2026:37;Omöjlig dag\n"
        "2026-11-04;Z 9;Handläggare;Eva Öst;on/2026:38;Utan punkt\n",
        encoding="utf-8",
    )
    return ask("importera", "delegationsbeslut", str(path), "--prova", "--json")


def test_every_key_that_comes_out_is_in_the_handbook_and_every_one_there_comes_out(
    ask: Ask, demo: Path, tmp_path: Path
) -> None:
    """All at once: the demonstration is made for it, and one fault hides no other."""
    found = {name: keys_of(answer) for name, answer in asked(ask, demo, tmp_path).items()}
    written = documented()
    assert list(written) == list(found)
    assert list(differences(found, written)) == []


def differences(found: dict[str, Keys], written: dict[str, Keys]) -> Iterator[str]:
    for name, places in found.items():
        for place in sorted({*places, *written[name]}):
            here, there = places.get(place, set()), written[name].get(place, set())
            where = f"{name}, {place or 'svaret'}"
            yield from (f"{where}: {key} saknas i handboken" for key in sorted(here - there))
            yield from (f"{where}: {key} kommer aldrig ut" for key in sorted(there - here))


def test_every_command_that_gives_json_has_its_keys_in_the_handbook() -> None:
    given = {name for name, options in COMMANDS.items() if "--json" in options}
    assert given == {heading.split()[0] for heading in documented()}
    assert {f"lista {kind}" for kind in KINDS} <= set(documented())


def test_a_key_that_is_forgotten_or_left_over_is_told() -> None:
    found = {"sök": {"": {"sökt", "antal"}, "träffar": {"slag"}}}
    written = {"sök": {"": {"sökt", "fler"}, "träffar": {"slag"}}}
    assert list(differences(found, written)) == [
        "sök, svaret: antal saknas i handboken",
        "sök, svaret: fler kommer aldrig ut",
    ]
