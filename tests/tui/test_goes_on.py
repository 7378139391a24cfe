"""One fault in a handler is told in a line and noted in a file, and the program goes on."""

from __future__ import annotations

import re
import sys
from datetime import datetime

import pytest
from textual.app import ComposeResult
from textual.events import Key
from textual.widgets import Input

from nämndtui.tui.app import NamndApp
from nämndtui.tui.kit.dialogs.confirm import ConfirmDialog
from nämndtui.tui.kit.dialogs.dialog import Dialog, text_line
from nämndtui.tui.kit.work import fault_log
from nämndtui.tui.kit.work.fault_log import FaultLog, record_of
from nämndtui.tui.kit.work.going_on import NOTICE_SECONDS, Storm, Told

# Fixtures come from conftest.py, which importlib mode keeps out of reach for annotations.
# mypy: disable-error-code="no-untyped-def,no-untyped-call,attr-defined,union-attr"

MOMENT = datetime(2026, 12, 9, 10, 11, 12)
NAME = "Rut Åkesson"
TOLD = "Programmet gjorde fel (KeyError) men fortsätter. Saknas något, gör om det."


class FaultyBox(Dialog[bool]):
    """A box with a field; a key in the field, or the place named, goes wrong."""

    def __init__(self, fault: str = "") -> None:
        super().__init__("Fel")
        self._fault = fault
        self.reached: list[str] = []

    def content(self) -> ComposeResult:
        if self._fault == "compose":
            self._go_wrong()
        yield text_line("Här går något fel.")
        yield Input(id="field")

    def on_mount(self) -> None:
        if self._fault == "mount":
            self._go_wrong()
        if self._fault == "timer":
            self.set_timer(0.001, self._go_wrong)
        if self._fault == "worker":
            self.run_worker(self._go_wrong, thread=True)
        if self._fault == "callback":
            self.call_next(self._go_wrong)
            self.call_next(self.reached.append, "nästa")

    def on_key(self, event: Key) -> None:
        if event.key == "f12":
            self._go_wrong()
        self.reached.append(event.key)

    def _go_wrong(self) -> None:
        raise KeyError(NAME)


@pytest.fixture
def log(monkeypatch, tmp_path) -> FaultLog:
    """As a user has the program: without debugging; faults are noted in a file."""
    monkeypatch.delenv("NAMNDTUI_DEBUG")
    return FaultLog(str(tmp_path / "logg" / "fel.txt"))


async def show(desk, log: FaultLog, fault: str = "") -> FaultyBox:
    desk.app.fault_log = log
    box = FaultyBox(fault)
    desk.app.push_screen(box)
    await desk.calm()
    return box


async def test_a_fault_at_a_key_leaves_the_box_answering_keys(open_program, log) -> None:
    async with open_program() as desk:
        box = await show(desk, log)
        await desk.press("f12", "å", "tab")
        assert box.query_one("#field", Input).value == "å"
        assert "tab" in box.reached
        assert [n for n in desk.notices if n.startswith(TOLD)]
        await desk.press("escape", "3")
        assert desk.app.screen.SECTION == "cases"


async def test_a_fault_is_told_once_though_it_comes_again(open_program, log) -> None:
    async with open_program() as desk:
        await show(desk, log)
        await desk.press("f12", "f12", "f12")
        assert len([n for n in desk.notices if n.startswith(TOLD)]) == 1
        with open(log.path, encoding="utf-8") as noted:
            assert noted.read().count("\nKeyError\n") == 3


@pytest.mark.parametrize("fault", ["timer", "worker", "callback"])
async def test_a_fault_outside_the_keys_is_told_too(open_program, log, fault) -> None:
    async with open_program() as desk:
        box = await show(desk, log, fault)
        while not desk.notices:
            await desk.calm()
        assert desk.notices[0].startswith(TOLD)
        assert box.reached == (["nästa"] if fault == "callback" else [])
        await desk.press("escape")
        assert len(desk.app.screen_stack) == 1


@pytest.mark.parametrize("fault", ["compose", "mount"])
async def test_a_box_that_cannot_be_built_is_left(open_program, log, fault) -> None:
    async with open_program() as desk:
        await show(desk, log, fault)
        assert len(desk.app.screen_stack) == 1
        assert desk.notices[0].startswith(TOLD)
        await desk.press("3")
        assert desk.app.screen.SECTION == "cases"


async def test_a_fault_after_an_answer_leaves_the_screen_below(open_program, log) -> None:
    def go_wrong(_: object) -> None:
        raise KeyError(NAME)

    async with open_program() as desk:
        desk.app.fault_log = log
        desk.app.push_screen(ConfirmDialog("Ta bort?", "Det går att ångra.", "Ta bort"), go_wrong)
        await desk.calm()
        await desk.press("escape")
        assert len(desk.app.screen_stack) == 1
        assert desk.notices[0].startswith(TOLD)


async def test_what_is_saved_is_shown_though_its_screen_went_wrong(open_program, log) -> None:
    def go_wrong(_: object) -> None:
        raise KeyError(NAME)

    async with open_program() as desk:
        desk.app.fault_log = log
        desk.app.write(lambda store, actor: 1, then=go_wrong, notice="Det är sparat.")
        await desk.calm()
        assert "Det är sparat." in desk.notices


async def test_a_fault_in_a_verb_is_noted(open_program, log) -> None:
    def go_wrong(*_: object) -> None:
        raise KeyError(NAME)

    async with open_program() as desk:
        desk.app.fault_log = log
        desk.app.write(go_wrong)
        await desk.calm()
        with open(log.path, encoding="utf-8") as noted:
            assert "KeyError\n" in noted.read()


async def test_a_storm_of_faults_ends_the_program(open_program, log) -> None:
    with pytest.raises(KeyError):
        async with open_program() as desk:
            await show(desk, log)
            for _ in range(Storm.MOST):
                desk.app.call_next(desk.app.screen._go_wrong)
            await desk.calm()


def test_a_fault_while_the_program_starts_ends_it(database, log) -> None:
    app = NamndApp(str(database), "anna", lambda: MOMENT, fault_file=log.path)
    assert not app.survives(fault_about(NAME))
    with open(log.path, encoding="utf-8") as noted:
        assert "KeyError\n" in noted.read()


def test_a_storm_is_many_faults_in_a_short_time() -> None:
    storm = Storm()
    spread = [storm.breaks_out(float(second)) for second in range(100)]
    assert not any(spread)
    close = [storm.breaks_out(200 + n / 100) for n in range(Storm.MOST)]
    assert close == [False] * (Storm.MOST - 1) + [True]


def test_a_fault_is_told_anew_after_a_while() -> None:
    told, place = Told(), ("KeyError", "app.py", 1)
    assert not told.again(place, 0)
    assert told.again(place, NOTICE_SECONDS - 1)
    assert not told.again(("KeyError", "app.py", 2), 1)
    assert not told.again(place, NOTICE_SECONDS)


def fault_about(name: str) -> KeyError:
    """A fault whose own words, and local values, hold a name."""
    ages: dict[str, int] = {}
    try:
        ages[name]
    except KeyError as error:
        return error
    raise AssertionError


def test_a_note_says_where_in_the_code_and_nothing_about_anybody(tmp_path) -> None:
    record = record_of(fault_about(NAME), MOMENT)
    assert record.startswith("── 2026-12-09 10:11:12  namndtui ")
    assert "KeyError\n  tui/test_goes_on.py:" in record
    assert "    ages[name]\n" in record
    assert NAME not in record
    assert str(tmp_path.home()) not in record


def test_notes_are_for_their_owner_alone(tmp_path) -> None:
    log = FaultLog(str(tmp_path / "ny mapp" / "fel.txt"))
    assert log.note(fault_about(NAME), MOMENT)
    if sys.platform != "win32":
        assert (tmp_path / "ny mapp" / "fel.txt").stat().st_mode & 0o777 == 0o600


def test_notes_never_grow_beyond_their_room_and_keep_the_newest(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(fault_log, "MOST_BYTES", 2_000)
    log = FaultLog(str(tmp_path / "fel.txt"))
    for year in range(2000, 2050):
        assert log.note(fault_about(NAME), MOMENT.replace(year=year))
    text = (tmp_path / "fel.txt").read_text(encoding="utf-8")
    years = [int(year) for year in re.findall(r"^── (\d{4})-", text, re.MULTILINE)]
    assert len(text.encode()) <= 2_000
    assert text.startswith("── 20")
    assert years == list(range(years[0], 2050))
    assert len(years) > 3
    if sys.platform != "win32":
        assert (tmp_path / "fel.txt").stat().st_mode & 0o777 == 0o600


def test_where_nothing_can_be_noted_nothing_is_lost(tmp_path) -> None:
    (tmp_path / "fil").write_text("")
    assert not FaultLog(str(tmp_path / "fil" / "fel.txt")).note(fault_about(NAME), MOMENT)
    assert not FaultLog("").note(fault_about(NAME), MOMENT)
