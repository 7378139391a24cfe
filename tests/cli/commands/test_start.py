"""Beginning: the demonstration committee, a new database, and no terminal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from nämndtui.store.database import Store

Run = Callable[..., Any]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demonstration made once; tests that change it copy it."""
    from nämndtui.cli.main import main

    folder = tmp_path_factory.mktemp("exempel") / "min demo"
    assert main(["demo", str(folder), "--utan-tui"]) == 0
    return folder


def test_the_demonstration_puts_database_and_documents_in_the_folder(demo: Path) -> None:
    for name in ("demo.db", "kallelse.docx", "protokoll.docx"):
        assert (demo / name).is_file()
    assert len(Document(str(demo / "kallelse.docx")).paragraphs) > 50
    assert len(Document(str(demo / "protokoll.docx")).paragraphs) > 50


def test_the_demonstration_can_be_looked_up_at_once(run: Run, demo: Path) -> None:
    database = str(demo / "demo.db")
    meeting = run("visa", "2026-12-08", "--json", "--db", database).json
    assert meeting["nämnd"] == "Omsorgsnämnden"
    assert len(meeting["punkter"]) >= 10
    assert run("kontrollera", "--db", database).code == 0


def test_it_prints_where_everything_is(run: Run, tmp_path: Path) -> None:
    shown = run("demo", str(tmp_path / "d"))
    assert shown.code == 0
    for name in ("demo.db", "kallelse.docx", "protokoll.docx"):
        assert str(tmp_path / "d" / name) in shown.out


def test_a_second_time_nothing_the_user_did_is_lost(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "d"
    run("demo", str(folder))
    with Store(str(folder / "demo.db")) as store:
        store.connection.execute("UPDATE cases SET title = 'Min egen rubrik' WHERE id = 1")
        store.connection.commit()
    (folder / "kallelse.docx").write_bytes(b"min egen kallelse")
    shown = run("demo", str(folder))
    assert shown.code == 0
    assert "finns redan" in shown.err
    assert "kallelse.docx är ändrad för hand" in shown.err
    assert (folder / "kallelse.docx").read_bytes() == b"min egen kallelse"
    with Store(str(folder / "demo.db")) as store:
        row = store.connection.execute("SELECT title FROM cases WHERE id = 1").fetchone()
    assert row[0] == "Min egen rubrik"


def test_the_demonstration_does_not_take_another_database(run: Run) -> None:
    assert run("demo", "--db", "x.db").code == 2


def test_a_folder_that_is_a_file_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("x")
    shown = run("demo", str(tmp_path / "fil"))
    assert shown.code == 1
    assert "kan inte användas som mapp" in shown.err


def test_without_a_terminal_the_program_says_what_can_be_done(run: Run) -> None:
    shown = run()
    assert shown.code == 1
    assert "namndtui --hjälp" in shown.err


def test_a_new_database_by_options(run: Run, tmp_path: Path) -> None:
    path = str(tmp_path / "ny mapp" / "nämnd.db")
    shown = run(
        *("ny", "--namn", "Socialnämnden", "--kod", "SN", "--kommun", "Norrviks kommun"),
        *("--monster", "{prefix} {year}/{serial:05d}", "--installning", "antal_platser=11"),
        *("--inställning", "kallelse_dagslag=arbetsdagar", "--db", path),
    )
    assert shown.code == 0, shown.err
    package = run("exportera", "--db", path).json
    assert package["nämnder"][0]["inställningar"] == {
        "diarieprefix": "sn",
        "diarienummermönster": "{prefix} {year}/{serial:05d}",
        "antal_platser": 11,
        "kallelse_dagslag": "arbetsdagar",
    }


@pytest.mark.parametrize(
    ("extra", "code", "said"),
    [
        (("--mönster", "{prefix}"), 1, "går inte att använda"),
        (("--inställning", "platser=3"), 2, "Inställningen platser finns inte"),
        (("--inställning", "antal_platser=många"), 2, "ska vara ett heltal"),
        (("--inställning", "antal_platser"), 2, "namn=värde"),
    ],
)
def test_a_new_database_that_fails_leaves_nothing_behind(
    run: Run, tmp_path: Path, extra: tuple[str, ...], code: int, said: str
) -> None:
    path = tmp_path / "ny.db"
    basic = ("ny", "--namn", "Nämnden", "--kod", "N", "--kommun", "", "--db", str(path))
    shown = run(*basic, *extra)
    assert shown.code == code
    assert said in shown.err
    assert not path.exists()


def test_without_options_and_terminal_one_is_told_what_is_missing(run: Run) -> None:
    shown = run("ny")
    assert shown.code == 2
    assert "--namn saknas" in shown.err


def test_a_code_in_use_is_refused(run: Run) -> None:
    shown = run("ny", "--namn", "Omsorg", "--kod", "on", "--kommun", "")
    assert shown.code == 1
    assert "används redan" in shown.err
