"""``importera`` of registers, and ``lista`` of what they hold."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import REPOSITORY

Run = Callable[..., Any]
PAGE = REPOSITORY / "docs" / "handbok" / "importera.md"

ORDER = "punkt;text;roller\nB 1;Hemtjänst;Biståndshandläggare\nG 5;Anställning;Verksamhetschef\n"
DECISIONS = (
    "Besluts-datum;Punkt;Roll;Namn;Dnr;Ärendemening\n"
    "2026-11-03;b1;Biståndshandläggare;Eva Öst;on/2026:37;Beslut om hemtjänst\n"
    "31/11 2026;b1;Biståndshandläggare;Eva Öst;on/2026:37;Omöjlig dag\n"
    "2026-11-04;Z 9;Biståndshandläggare;Eva Öst;on/2026:38;=1+1\n"
)
SUPPORT = (
    "nyckel;insats;beslutsdatum;kön;skäl;verkställd\n"
    "A1;Kontaktperson;2026-01-21;M;Resursbrist;\n"
    "A2;Daglig verksamhet;2026-02-01;K;;2026-03-01\n"
)


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    contents = {"ordning": ORDER, "beslut": DECISIONS, "stöd": SUPPORT}
    for name, text in contents.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return {name: str(tmp_path / f"{name}.csv") for name in contents}


def take_in(run: Run, files: dict[str, str]) -> None:
    assert (
        run("importera", "delegationsordning", files["ordning"], "--från", "2026-01-01").code == 0
    )
    assert run("importera", "delegationsbeslut", files["beslut"], "--bara-felfria").code == 0
    assert run("importera", "ej-verkstallda", files["stöd"], "--lag", "lss").code == 0


def test_bad_rows_stop_the_whole_file_and_are_told_one_by_one(
    run: Run, files: dict[str, str]
) -> None:
    shown = run("importera", "delegationsbeslut", files["beslut"])
    assert shown.code == 1
    assert "1 med fel" in shown.out
    assert "Rad 3, Besluts-datum: " in shown.err and "--bara-felfria" in shown.err
    assert run("lista", "delegationsbeslut", "--json").json == []


def test_a_thousand_faults_do_not_drown_the_terminal(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "många.csv"
    path.write_text(DECISIONS + DECISIONS.splitlines(keepends=True)[2] * 1000, encoding="utf-8")
    shown = run("importera", "delegationsbeslut", str(path))
    assert "och 901 till" in shown.err and shown.err.count("\n") < 120
    assert len(run("importera", "delegationsbeslut", str(path), "--json").json["fel"]) == 1001


def test_the_good_rows_can_be_chosen_and_the_same_file_adds_nothing(
    run: Run, files: dict[str, str]
) -> None:
    take_in(run, files)
    again = run("importera", "delegationsbeslut", files["beslut"], "--bara-felfria", "--json")
    assert again.code == 0
    assert (again.json["tillagt"], again.json["fanns"], again.json["felaktiga"]) == (0, 2, 1)
    assert again.json["fel"][0]["rad"] == 3
    rows = run("lista", "delegationsbeslut", "--json").json
    assert [row["punkt"] for row in rows] == ["Z 9", "B 1"]
    assert rows[0]["tveksamheter"] == ["okänd punkt"] and rows[1]["tveksamheter"] == []


def test_an_operation_the_register_does_not_have_is_told_beside_the_known_row(
    run: Run, files: dict[str, str], tmp_path: Path
) -> None:
    take_in(run, files)
    header, first, *_ = DECISIONS.splitlines()
    path = tmp_path / "verksamhet.csv"

    def imported(operation: str, *, description: str = "") -> Any:
        row = first.replace("Beslut om hemtjänst", description) if description else first
        path.write_text(f"{header};Enhet\n{row};{operation}\n", encoding="utf-8")
        return run("importera", "delegationsbeslut", str(path))

    told = imported("Hemtjänst")
    assert (told.code, told.out) == (0, "1 rad: 0 importerade, 1 fanns redan, 0 med fel\n")
    assert (
        "Rad 2, Enhet: Finns redan i registret, men filen säger annat om verksamhet (Hemtjänst). "
        "Registret är inte ändrat; för in ändringen där."
    ) in told.err
    assert "fanns redan" in imported("").out and "verksamhet" not in imported("").err
    assert imported("Hemtjänst", description="Nytt beslut").out.startswith("1 rad: 1 importerade")
    for same in ("Hemtjänst", "HEMTJÄNST", ""):
        assert "säger annat" not in imported(same, description="Nytt beslut").err
    assert "säger annat" in imported("Boende", description="Nytt beslut").err


def test_a_trial_says_what_would_happen_and_stores_nothing(run: Run, files: dict[str, str]) -> None:
    shown = run("importera", "ej-verkställda", files["stöd"], "--lag", "LSS", "--prova")
    assert (shown.code, shown.out) == (0, "2 rader: 2 nya, 0 fanns redan, 0 med fel\n")
    assert "Inget har sparats" in shown.err
    assert run("importera", "delegationsbeslut", files["beslut"], "--prova").code == 1
    assert run("lista", "ej-verkställda").out == ""


def test_a_column_can_be_pointed_out_and_is_remembered(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "udda.csv"
    path.write_text("Vad;nyckel;beslutsdatum\nKontaktperson;A1;2026-01-21\n", encoding="utf-8")
    refused = run("importera", "ej-verkställda", str(path), "--lag", "LSS")
    assert refused.code == 1 and "insats" in refused.err
    given = ("--lag", "LSS", "--kolumn", "insats=Vad")
    assert run("importera", "ej-verkställda", str(path), *given).code == 0
    assert (
        run("importera", "ej-verkställda", str(path), "--lag", "LSS", "--json").json["fanns"] == 1
    )


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("importera", "paket", "x.json", "--lag", "LSS"), 2, "--lag kan inte användas"),
        (("importera", "delegationsbeslut", "x.csv", "--från", "2026-01-01"), 2, "--från"),
        (("importera", "delegationsbeslt", "x.csv"), 2, "Menade du delegationsbeslut?"),
        (("importera", "delegationsbeslut", "finns-inte.csv"), 1, "finns-inte.csv"),
        (("importera", "ej-verkställda", "x.csv", "--lag", "KL"), 2, "SoL, LSS"),
        (("importera", "ej-verkställda", "x.csv", "--kolumn", "Vad"), 2, "FÄLT=RUBRIK"),
        (("lista", "ej-verkställda", "--lag", "KL"), 2, "SoL eller LSS"),
        (("lista", "ej-verkställda", "--status", "öppet"), 2, "--status"),
        (("lista", "delegationsbeslut", "--från", "i går"), 2, "inget datum"),
    ],
)
def test_what_cannot_be_done_is_said_in_swedish(
    run: Run, arguments: tuple[str, ...], code: int, said: str
) -> None:
    shown = run(*arguments)
    assert (shown.code, shown.out) == (code, "")
    assert said in shown.err


def test_an_executable_in_disguise_is_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "beslut.xlsx"
    path.write_bytes(b"MZ\x90\x00" + bytes(400))
    shown = run("importera", "delegationsbeslut", str(path))
    assert shown.code == 1 and shown.out == ""
    assert shown.err.count("\n") == 1


def test_the_lists_are_filtered(run: Run, files: dict[str, str]) -> None:
    take_in(run, files)
    decisions = ("lista", "delegationsbeslut", "--json")
    assert len(run(*decisions, "--text", "HEMTJÄNST").json) == 1
    assert len(run(*decisions, "--från", "2026-11-04", "--till", "2026-11-30").json) == 1
    assert run(*decisions, "--år", "2025").json == []
    assert len(run(*decisions, "--status", "att anmala").json) == 2
    support = ("lista", "ej-verkställda", "--json")
    assert [row["nyckel"] for row in run(*support).json] == ["A2", "A1"]
    assert [row["nyckel"] for row in run(*support, "--oppna", "--lag", "LSS").json] == ["A1"]
    assert run(*support, "--lag", "SoL").json == []


def test_a_listed_register_can_be_taken_in_again(run: Run, files: dict[str, str]) -> None:
    take_in(run, files)
    out = Path(files["stöd"]).with_name("ut.csv")
    for kind in ("ej-verkställda", "delegationsbeslut"):
        assert run("exportera", kind, "-o", str(out)).code == 0
        assert run("importera", kind, str(out), "--prova", "--json").json["fel"] == []
    cells = list(csv.DictReader(StringIO(out.read_text("utf-8-sig")), delimiter=";"))
    assert cells[0]["beskrivning"] == "'=1+1"


def test_the_tables_are_for_people(run: Run, files: dict[str, str]) -> None:
    take_in(run, files)
    shown = run("lista", "delegationsbeslut").out
    assert "att anmäla" in shown and "okänd punkt" in shown
    assert "ska rapporteras" in run("lista", "ej-verkställda").out
    assert "Inga anmälningsärenden" in run("lista", "anmälningsärenden").err


@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_handbook_examples_can_be_taken_in(run: Run, tmp_path: Path, number: int) -> None:
    block = re.findall(r"```csv\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)[number]
    path = tmp_path / "exempel.csv"
    path.write_text(block, encoding="utf-8")
    kind = ("delegationsordning", "delegationsbeslut", "ej-verkställda")[number]
    shown = run("importera", kind, str(path), "--json")
    assert (shown.code, shown.json["fel"], shown.json["tillagt"]) == (0, [], 3)
