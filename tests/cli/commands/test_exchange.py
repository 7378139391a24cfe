"""``importera`` and ``exportera``: everything out and in again, all or nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_out_and_in_and_out_again_gives_the_same_bytes(run: Run, tmp_path: Path) -> None:
    first, second, other = (tmp_path / name for name in ("1.json", "2.json", "annan.db"))
    assert run("exportera", "-o", str(first)).code == 0
    assert run("importera", "paket", str(first), "--db", str(other)).code == 0
    assert run("exportera", "paket", "--ut", str(second), "--db", str(other)).code == 0
    assert first.read_bytes() == second.read_bytes()
    assert run("kontrollera", "--db", str(other)).code == 0


def test_the_package_goes_to_stdout_as_utf8(run_apart: Run) -> None:
    shown = run_apart("exportera", PYTHONIOENCODING="ascii")
    assert shown.json["nämnder"][0]["namn"] == "Omsorgsnämnden"


def test_the_import_tells_what_it_added(run: Run, package_file: Path, tmp_path: Path) -> None:
    new = ("--db", str(tmp_path / "ny.db"))
    shown = run("importera", "paket", str(package_file), *new)
    assert "ärenden 2" in shown.out
    assert run("lista", "ärenden", "--json", *new).json


def test_a_trial_reports_and_changes_nothing(run: Run, package_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "ny.db"
    shown = run("importera", "paket", str(package_file), "--prova", "--json", "--db", str(path))
    assert shown.json["prov"] is True
    assert shown.json["tillagt"]["ärenden"] == 2
    assert not path.exists()
    again = run("importera", "paket", str(package_file), "--prova")
    assert again.code == 1
    assert "finns redan" in again.err


def test_what_is_odd_in_a_package_is_said_and_taken_in(run: Run, tmp_path: Path) -> None:
    item = {"rubrik": "A\x1b", "bilagor": [{"nummer": "2:1", "rubrik": "B"}]}
    committee = {"kod": "BN", "namn": "Byggnämnden", "kommun": "N", "väntande_punkter": [item]}
    package = tmp_path / "paket.json"
    content = {"format": "namndtui-paket", "version": 1, "nämnder": [committee]}
    package.write_text(json.dumps(content))
    new = ("--db", str(tmp_path / "ny.db"))
    for more in (("--prova",), ()):
        shown = run("importera", "paket", str(package), *more, *new)
        assert shown.code == 0
        assert "Anmärkning: nämnder › BN › väntande punkt ”A”: Bilaga 1 saknas" in shown.err
        assert "Anmärkning: Ett tecken som inte kan stå i en text" in shown.err
    told = run("importera", "paket", str(package), "--prova", "--json", "--db", str(tmp_path / "x"))
    assert len(told.json["anmärkningar"]) == 2


def test_a_faulty_package_leaves_no_database_behind(run: Run, tmp_path: Path) -> None:
    package = tmp_path / "paket.json"
    package.write_text(json.dumps({"format": "namndtui-paket", "version": 1, "nämder": []}))
    for database in (tmp_path / "ny.db", tmp_path / "mapp" / "ny.db"):
        shown = run("importera", "paket", str(package), "--db", str(database))
        assert shown.code == 1
        assert "nämder" in shown.err
        assert not database.exists()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("importera", "paket", "finns-inte.json"), 1, "finns inte"),
        (("importera", "pakett", "x"), 2, "Menade du paket?"),
        (("importera", "paket"), 2, "FIL saknas"),
        (("importera", "foo.json"), 2, "Menade du: namndtui importera paket foo.json?"),
        (("importera", "foo.csv"), 2, "namndtui importera delegationsbeslut foo.csv"),
        (("importera", "paket", "x.json", "--läs"), 1, "utan --läs"),
        (("exportera", "allt"), 2, "Välj bland: paket"),
        (("exportera", "--nämnd", "XX"), 1, "Välj bland: ON"),
    ],
)
def test_what_cannot_be_done_is_explained(
    run: Run, arguments: tuple[str, ...], code: int, said: str
) -> None:
    shown = run(*arguments)
    assert (shown.code, shown.out) == (code, "")
    assert said in shown.err


def test_an_export_makes_no_folder_nobody_asked_for(run: Run, tmp_path: Path) -> None:
    shown = run("exportera", "-o", str(tmp_path / "ny mapp" / "allt.json"))
    assert shown.code == 1
    assert "ny mapp finns inte. Skapa den först." in shown.err
    assert not (tmp_path / "ny mapp").exists()


@pytest.mark.parametrize(
    "command", [("exportera",), ("visa", "on/2026:37"), ("kontrollera",), ("historik",)]
)
def test_reading_leaves_nothing_beside_the_database(
    run: Run, database: Path, command: tuple[str, ...]
) -> None:
    run(*command)
    assert [path.name for path in database.parent.glob("nämnd.db?*")] == []


def test_one_kind_as_csv(run: Run, tmp_path: Path) -> None:
    assert run("exportera", "ärenden").out.splitlines()[0].startswith("diarienummer;rubrik;")
    target = tmp_path / "ledamöter.csv"
    assert run("exportera", "ledamoter", "-o", str(target)).code == 0
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")


def test_the_export_never_replaces_the_database(run: Run, database: Path) -> None:
    shown = run("exportera", "-o", str(database))
    assert shown.code == 1
    assert database.read_bytes().startswith(b"SQLite format 3")
