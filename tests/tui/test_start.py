"""Starting: what is imported, which committee is shown, what another window does."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime

import pytest

from nämndtui.model.people.committee import Committee
from nämndtui.store.database import Store
from nämndtui.tui.kit.work.going_on import Storm
from nämndtui.workflow.agenda.cases import edit_case
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.people.committees import create_committee

# Fixtures come from conftest.py, which importlib mode keeps out of reach for annotations.
# mypy: disable-error-code="no-untyped-def,no-untyped-call,attr-defined,union-attr"

NOT_NEEDED = {"docx", "docxtpl", "jinja2", "markdown_it", "sqlite_utils", "click", "jsonschema"}
PROBE = """
import sys
from nämndtui.cli.main import main
assert main([]) == 1  # no terminal here, but everything on the way to the program is loaded
import nämndtui.tui.app
from nämndtui.tui.doors import screen_of
screen_of("overview")
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def test_the_first_frame_needs_neither_word_nor_the_writer() -> None:
    environment = {**os.environ, "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", PROBE], capture_output=True, check=False, env=environment
    )
    assert done.returncode == 0, done.stderr.decode()
    assert not NOT_NEEDED & set(done.stdout.decode().split())


@pytest.fixture
def two_committees(database):
    with Store(str(database)) as store:
        new = Committee(0, "KN", "Kulturnämnden", "Norrviks kommun")
        create_committee(store, Actor("anna", datetime(2026, 11, 21, 8, 0)), new)
    return database


async def test_one_can_change_committee(open_program, two_committees) -> None:
    async with open_program() as desk:
        assert "Kulturnämnden, Norrviks kommun  ▾" in desk.text
        await desk.press("f10")
        await desk.write("omsorg")
        await desk.press("enter")
        assert "Omsorgsnämnden, Norrviks kommun  ▾" in desk.text
        await desk.press("3")
        assert "Motion om nattvandring" in desk.text


@pytest.mark.parametrize("code", ["ON", "on", "KN"])
async def test_the_committee_asked_for_is_shown(open_program, two_committees, code) -> None:
    async with open_program(code=code) as desk:
        assert desk.app.session.committee.code == code.upper()
        assert not desk.notices


async def test_a_committee_that_does_not_exist_is_told(open_program, two_committees) -> None:
    async with open_program(code="XN") as desk:
        assert desk.notices == ["Nämnden XN finns inte här. Du ser Kulturnämnden."]


async def test_coming_back_to_the_window_shows_what_others_saved(open_program, database) -> None:
    from textual.events import AppFocus

    async with open_program() as desk:
        await desk.press("3")
        with Store(str(database)) as store:
            edit_case(store, Actor("bo", datetime(2026, 11, 22, 14, 3)), 5, 2, title="Nytt namn")
        assert "Nytt namn" not in desk.text
        desk.app.post_message(AppFocus())
        await desk.calm()
        assert "Nytt namn" in desk.text


async def test_a_fault_in_the_program_is_told_and_the_writer_lives_on(open_program) -> None:
    def broken(store, actor):
        raise ZeroDivisionError("oj [/]")

    heard: list[str] = []
    async with open_program() as desk:
        desk.app.write(broken)
        await desk.calm()
        assert "Något gick fel" in desk.text and "oj [/]" in desk.text
        await desk.press("escape")
        desk.app.write(lambda store, actor: "hej", then=heard.append, quiet=True)
        await desk.calm()
    assert heard == ["hej"]


async def test_a_fault_while_reading_is_told_and_the_program_lives_on(
    open_program, monkeypatch
) -> None:
    monkeypatch.delenv("NAMNDTUI_DEBUG")
    async with open_program() as desk:
        desk.app.read("fel", lambda connection: 1 // 0, lambda answer: None)
        await desk.calm()
        assert any("Programmet gjorde fel när det skulle läsa" in said for said in desk.notices)


async def test_a_fatal_fault_shows_no_traceback_and_no_data(
    open_program, monkeypatch, capsys
) -> None:
    monkeypatch.delenv("NAMNDTUI_DEBUG")
    with pytest.raises(ZeroDivisionError):
        async with open_program() as desk:
            for _ in range(Storm.MOST):  # fewer are survived
                desk.app.call_later(lambda: 1 // 0)
            await desk.pilot.pause()
    said = capsys.readouterr().err
    assert "NämndTUI fick ett fel och stängdes (ZeroDivisionError" in said
    assert "Traceback" not in said


async def test_a_database_that_disappears_is_told_in_swedish(open_program, database) -> None:
    async with open_program() as desk:
        database.unlink()
        await desk.press("3")
        assert any("Det finns ingen databas" in notice for notice in desk.notices)


async def test_a_row_of_what_is_missing_leads_to_the_field_that_mends_it(open_program) -> None:
    async with open_program() as desk:
        await desk.press("f6", "down", "enter")
        assert type(desk.app.screen).__name__ == "MeetingWorkspace"
        await desk.write("Omsorgsnämnden avslår motionen.")
        await desk.press("escape", "escape", "escape")
        assert desk.app.current_mode == "overview"


async def test_a_row_of_what_is_due_leads_to_its_case(open_program) -> None:
    async with open_program() as desk:
        await desk.press("down", "down", "enter")
        assert desk.app.current_mode == "cases"
        assert desk.app.screen.case["title"] == "Motion om nattvandring"
