"""What holds for every command: light look-ups, quiet pipes, honest exit codes, safe text."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nämndtui.cli.light.global_options import default_path, split_global_options
from nämndtui.store.database import Store

Run = Callable[..., Any]

LIGHT = {
    *("sqlite3", "_sqlite3", "collections", "datetime", "_datetime", "time", "math", "operator"),
    *("_operator", "functools", "types", "keyword", "reprlib", "itertools", "_collections"),
    *("os", "errno", "posixpath", "genericpath", "stat", "_stat", "_collections_abc"),
    *("unicodedata", "heapq", "_heapq", "_functools", "nämndtui", "__future__"),
}
FOR_JSON = {"json", "_json", "re", "_sre", "enum", "copyreg"}


@pytest.mark.parametrize(
    ("arguments", "also"),
    [
        (("visa", "on/2026:37"), set()),
        (("visa", "2026-12-08"), set()),
        (("visa", "§12/2026"), set()),
        (("visa", "on/2026:37", "--json"), FOR_JSON),
        (("sok", "hemtjänst"), set()),
        (("lista", "ärenden"), set()),
        (("lista", "ledamöter"), set()),
        (("lista", "delegationsbeslut"), set()),
        (("lista", "ej-verkstallda"), set()),
        (("lista", "anmälningsärenden"), set()),
        (("lista", "uppdrag"), set()),
        (("lista", "expediering"), set()),
        (("_slutfor", "ord", "visa", "on/"), set()),
    ],
)
def test_a_look_up_loads_nothing_it_does_not_need(
    database: Path,
    clock_environment: dict[str, str],
    arguments: tuple[str, ...],
    also: set[str],
) -> None:
    script = (
        f"import sqlite3, sys; sys.path[:0] = {[p for p in sys.path if p]!r}\n"
        "before = set(sys.modules)  # what sqlite3 itself loads differs between Pythons\n"
        "from nämndtui.cli.main import main\n"
        f"main({arguments!r})\n"
        "roots = {name.partition('.')[0] for name in set(sys.modules) - before}\n"
        "print('\\n' + ' '.join(sorted(roots)))"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", script],
        env={"NAMNDTUI_DB": str(database), **clock_environment},
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(done.stdout.splitlines()[-1].split()) - LIGHT - also == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--db", "FIL", "visa", "on/2026:37"),
        ("visa", "--db", "FIL", "on/2026:37"),
        ("visa", "on/2026:37", "--db=FIL"),
        ("visa", "--nämnd", "on", "--las", "on/2026:37", "--db", "FIL"),
        ("--nämnd=ON", "visa", "on/2026:37", "--db", "FIL"),
    ],
)
def test_global_options_stand_before_or_after(
    run: Run, database: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.delenv("NAMNDTUI_DB")
    assert run(*(part.replace("FIL", str(database)) for part in arguments)).code == 0


def test_after_two_dashes_everything_is_text() -> None:
    options, rest = split_global_options(["sök", "--", "--db", "x"])
    assert (options.db, rest) == ("", ["sök", "--", "--db", "x"])


def test_the_database_is_sought_where_the_platform_keeps_data(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import platformdirs

    for name in ("", "/annan/plats"):
        monkeypatch.setenv("XDG_DATA_HOME", name)
        folder = platformdirs.user_data_dir("namndtui", appauthor=False)
        assert default_path() == os.path.join(folder, "namndtui.db")


def test_without_a_database_one_is_told_how_to_make_it(run: Run, tmp_path: Path) -> None:
    for command in (("visa", "on/2026:1"), ("sök", "x"), ("lista", "ärenden"), ("historik",)):
        shown = run(*command, "--db", str(tmp_path / "finns inte.db"))
        assert (shown.code, shown.out) == (1, "")
        assert "Skapa en med: namndtui ny" in shown.err
    assert not (tmp_path / "finns inte.db").exists()


def test_a_file_of_another_kind_is_refused(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "brev.docx"
    other.write_bytes(b"inte en databas " * 100)
    for command in (("visa", "on/2026:1"), ("kontrollera",), ("säkerhetskopiera",)):
        shown = run(*command, "--db", str(other))
        assert shown.code == 1
        assert "ingen NämndTUI-databas" in shown.err
    assert other.read_bytes().startswith(b"inte en databas")


def test_a_read_only_place_can_be_read(run_apart: Run, database: Path) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in database.parent.iterdir()}
    database.chmod(0o444)
    database.parent.chmod(0o555)
    try:
        assert run_apart("visa", "on/2026:37").code == 0
        assert run_apart("lista", "ärenden", "--läs").code == 0
    finally:
        database.parent.chmod(0o755)
    assert database.stat().st_mtime_ns == before[database.name]


def test_reading_beside_a_writer_shows_what_is_saved(run: Run, database: Path) -> None:
    with Store(str(database)) as store:
        store.connection.execute("BEGIN IMMEDIATE")
        store.connection.execute("UPDATE cases SET title = 'Inte sparat' WHERE serial = 37")
        assert "Motion om nattvandring" in run("visa", "on/2026:37").out
        store.connection.rollback()


HOSTILE = (
    "\x1b[31mröd\x1b[0m [bold] {{ 7*7 }} <w:p>& \x9b2J \u202eomvänd a\u030a \u2028 " + "x" * 99_000
)


def test_hostile_text_is_shown_not_obeyed(run: Run, database: Path) -> None:
    with Store(str(database)) as store:
        store.connection.execute("UPDATE cases SET title = ?, note = ?", [HOSTILE, HOSTILE])
        store.connection.execute("UPDATE agenda_items SET title = ?", [HOSTILE])
        store.connection.commit()
    forbidden = set("\x1b\x9b\u202e\u2028\x0b")
    for command in (
        ("visa", "on/2026:37"),
        ("visa", "2026-12-08"),
        ("visa", "§12"),
        ("lista", "ärenden"),
        ("lista", "punkter"),
        ("sök", "nattvandring"),
        ("visa", "on/2026:37", "--json"),
    ):
        shown = run(*command)
        assert shown.code == 0, command
        assert not forbidden & set(shown.out), command
        assert "[bold] {{ 7*7 }} <w:p>&" in shown.out
    assert json.loads(run("visa", "on/2026:37", "--json").out)["rubrik"] == HOSTILE


@pytest.mark.parametrize("hostile", ["\x1b[31m", "[/", "{{7*7}}", "x" * 100_000, "\ud800", "'--"])
def test_hostile_arguments_are_answered_in_one_calm_line(run: Run, hostile: str) -> None:
    for command in (("visa", hostile), ("sök", hostile), (hostile,), ("lista", hostile)):
        shown = run(*command)
        assert shown.code in (1, 2)
        assert "\x1b" not in shown.err
        assert shown.err.count("\n") == 1
        assert len(shown.err) < 500


def test_a_reader_that_leaves_is_not_an_error(
    database: Path, clock_environment: dict[str, str]
) -> None:
    command = f"{sys.executable} -m nämndtui lista ärenden --json | true"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        env={"NAMNDTUI_DB": str(database), "PATH": "/usr/bin:/bin", **clock_environment},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_closed_stdout_and_a_full_disk_leave_no_traceback(
    database: Path, clock_environment: dict[str, str]
) -> None:
    for redirect, code in ((">&-", 0), ("> /dev/full", 1)):
        done = subprocess.run(
            ["bash", "-c", f"{sys.executable} -m nämndtui visa on/2026:37 {redirect}"],
            env={"NAMNDTUI_DB": str(database), "PATH": "/usr/bin:/bin", **clock_environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "env", [{"LANG": "C"}, {"LC_ALL": "C.UTF-8"}, {"PYTHONIOENCODING": "ascii"}, {}]
)
def test_any_locale_gives_an_answer(run_apart: Run, env: dict[str, str]) -> None:
    shown = run_apart("visa", "on/2026:37", **env)
    assert shown.code == 0, shown.err
    as_json = run_apart("visa", "on/2026:37", "--json", **env)
    assert as_json.json["nämnd"] == "Omsorgsnämnden"


def test_a_fault_in_the_program_is_confessed_and_traced_on_request(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> int:
        raise ZeroDivisionError("delat med noll")

    monkeypatch.setattr("nämndtui.cli.light.show.find_reference", fail)
    shown = run("visa", "on/2026:37")
    assert shown.code == 1
    assert "Traceback" not in shown.err
    assert "NAMNDTUI_DEBUG=1" in shown.err
    monkeypatch.setenv("NAMNDTUI_DEBUG", "1")
    assert "Traceback" in run("visa", "on/2026:37").err


def test_interruption_ends_with_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("nämndtui.cli.light.show.find_reference", interrupt)
    shown = run("visa", "on/2026:37")
    assert (shown.code, shown.err) == (130, "")
