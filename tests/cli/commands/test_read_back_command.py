"""``läs-tillbaka``: minutes changed in Word come back by hand or all at once."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from nämndtui.cli.commands import read_back

Run = Callable[..., Any]
BEFORE = "Omsorgsnämnden tillstyrker motionen."
AFTER = "Omsorgsnämnden avstyrker motionen \x9b[31m."


@pytest.fixture
def changed(run: Run, tmp_path: Path) -> Path:
    path = Path(run("skriv", "protokoll", "2026-02-10", "-o", str(tmp_path)).out.strip())
    document = docx.Document(str(path))
    next(p for p in document.paragraphs if p.text == BEFORE).text = AFTER
    document.save(str(path))
    return path


def decision(run: Run) -> Any:
    return run("visa", "§12/2026", "--json").json["beslut"]


@pytest.mark.parametrize("command", ["läs-tillbaka", "las-tillbaka"])
def test_the_difference_is_shown_and_nothing_changes(run: Run, changed: Path, command: str) -> None:
    shown = run(command, str(changed), "--prova")
    assert shown.code == 0
    assert shown.out.splitlines() == [
        "§ 12 Yttrande över motion om nattvandring: Beslutet",
        f"  − {BEFORE}",
        "  + Omsorgsnämnden avstyrker motionen [31m.",
    ]
    assert decision(run) == [BEFORE]


def test_everything_is_taken_in_when_asked_to(run: Run, changed: Path) -> None:
    shown = run("läs-tillbaka", str(changed), "--ja")
    assert (shown.code, shown.err) == (0, "Tog in 1 skillnad i §\u00a012.\n")
    assert decision(run) == ["Omsorgsnämnden avstyrker motionen [31m."]
    again = run("läs-tillbaka", str(changed))
    assert (again.code, again.out) == (0, "")
    assert "säger detsamma" in again.err


@pytest.mark.parametrize(("answer", "kept"), [("j\n", False), ("nej\n", True), ("\n", True)])
def test_at_a_terminal_each_difference_is_asked_about(
    run: Run, changed: Path, monkeypatch: pytest.MonkeyPatch, answer: str, kept: bool
) -> None:
    monkeypatch.setattr(read_back, "at_terminal", lambda: True)
    monkeypatch.setattr(sys, "stdin", io.StringIO(answer))
    shown = run("läs-tillbaka", str(changed))
    assert shown.code == 0
    assert "Ta in? (j/n)" in shown.err
    assert (decision(run) == [BEFORE]) is kept


def test_without_a_terminal_nothing_is_taken_in_unasked(run: Run, changed: Path) -> None:
    shown = run("läs-tillbaka", str(changed))
    assert shown.code == 2
    assert "--ja" in shown.err
    assert decision(run) == [BEFORE]


def test_differences_as_json(run: Run, changed: Path) -> None:
    found = run("läs-tillbaka", str(changed), "--prova", "--json").json
    assert found["paragrafer"] == [12]
    assert found["skillnader"][0]["förut"] == BEFORE
    assert found["skillnader"][0]["justerat"] is False


def test_reading_only_shows_but_refuses_to_change(run: Run, changed: Path) -> None:
    assert run("läs-tillbaka", str(changed), "--prova", "--läs").code == 0
    assert run("läs-tillbaka", str(changed), "--ja", "--läs").code == 1
    assert decision(run) == [BEFORE]


def test_a_copy_by_another_name_is_known_or_pointed_out(run: Run, changed: Path) -> None:
    copy = changed.with_name("kopia.docx")
    copy.write_bytes(changed.read_bytes())
    assert run("läs-tillbaka", str(copy), "--prova").code == 0
    assert run("läs-tillbaka", str(copy), "--prova", "--sammanträde", "2026-02-10").code == 0
    copy.write_bytes(b"inget")
    assert "--sammanträde" in run("läs-tillbaka", str(copy)).err
    shown = run("läs-tillbaka", str(copy), "--sammanträde", "2026-02-10")
    assert (shown.code, shown.out) == (1, "")
    assert "inget läsbart Worddokument" in shown.err
    assert run("läs-tillbaka", "finns-inte.docx").code == 1
