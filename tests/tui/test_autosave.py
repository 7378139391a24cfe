"""Typing is never lost: drafts, saving on leaving, conflicts, another terminal, undo."""

from __future__ import annotations

import sqlite3

from textual.app import ComposeResult
from textual.widgets import Button

from nämndtui.model.agenda.case import Case
from nämndtui.store.agenda.cases import case as load_case
from nämndtui.store.database import Store
from nämndtui.store.drafts.draft_key import DraftKey
from nämndtui.store.drafts.drafts import drafts_of
from nämndtui.tui.kit.fields.autosave import FieldStatus, LineField, TextField
from nämndtui.tui.kit.fields.source import Draft, FieldSource
from nämndtui.tui.kit.work.changes import LiveScreen
from nämndtui.workflow.agenda.cases import edit_case
from nämndtui.workflow.core.actor import Actor

# Fixtures come from conftest.py, which importlib mode keeps out of reach for annotations.
# mypy: disable-error-code="no-untyped-def,no-untyped-call,attr-defined,union-attr"


class CaseSheet(LiveScreen):
    """A title and a note of case 1, as a workspace would hold them."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def compose(self) -> ComposeResult:
        yield LineField(id="title")
        yield TextField(id="note")
        yield Button("Klar")

    def load(self) -> None:
        user = self.app.session.user

        def query(connection: sqlite3.Connection) -> tuple[Case, list[sqlite3.Row]]:
            return load_case(connection, 1), drafts_of(connection, user)

        self.read("ärende", query, self._bind)

    def _bind(self, answer: tuple[Case, list[sqlite3.Row]]) -> None:
        case, drafts = answer
        kept = {row["field"]: Draft(row["text"], row["base_version"]) for row in drafts}
        for name in ("title", "note"):

            def save(store: Store, actor: Actor, version: int, text: str, name: str = name) -> None:
                edit_case(store, actor, 1, version, **{name: text})

            source = FieldSource(
                DraftKey("cases", 1, name),
                case.version,
                getattr(case, name),
                name,
                save,
                draft=kept.get(name),
            )
            self.query_one(f"#{name}").bind_to(source)

    def on_field_status(self, event: FieldStatus) -> None:
        self.said.append(event.text)


def case_row(path):
    connection = sqlite3.connect(path)
    try:
        return connection.execute("SELECT title, note, version FROM cases WHERE id = 1").fetchone()
    finally:
        connection.close()


def count(path, table):
    connection = sqlite3.connect(path)
    try:
        return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    finally:
        connection.close()


async def open_sheet(desk) -> CaseSheet:
    sheet = CaseSheet()
    await desk.app.push_screen(sheet)
    await desk.calm()
    sheet.query_one("#title").focus()
    await desk.calm()
    return sheet


async def wait_for_draft(desk, path, text):
    """The timer runs by itself; wait until what it does is on disk."""
    for _ in range(2000):
        await desk.calm()
        connection = sqlite3.connect(path)
        found = connection.execute("SELECT text FROM drafts").fetchall()
        connection.close()
        if (text,) in found:
            return
    raise AssertionError("no draft was saved")


async def test_typing_becomes_a_draft_and_no_history(open_program, database) -> None:
    before = count(database, "history")
    async with open_program() as desk:
        await open_sheet(desk)
        await desk.write("Motion om nattvandring i hela")
        await wait_for_draft(desk, database, "Motion om nattvandring i hela")
        assert case_row(database)[0] == "Motion om nattvandring"
        assert count(database, "history") == before


async def test_leaving_the_field_saves_it_as_one_history_entry(open_program, database) -> None:
    before = count(database, "history")
    async with open_program() as desk:
        sheet = await open_sheet(desk)
        await desk.write("Motion om nattvandring i hela kommunen")
        await desk.press("tab")
        assert sheet.said[-1] == "sparat 14.02.00"
    assert case_row(database)[0] == "Motion om nattvandring i hela kommunen"
    assert count(database, "history") == before + 1
    assert count(database, "drafts") == 0


async def test_ctrl_s_saves_and_nothing_changed_saves_nothing(open_program, database) -> None:
    before = count(database, "history")
    async with open_program() as desk:
        await open_sheet(desk)
        await desk.press("ctrl+s", "tab")
        assert count(database, "history") == before
        await desk.write("Ny anteckning\nmed två rader")
        await desk.press("ctrl+s")
        assert case_row(database)[1] == "Ny anteckning\nmed två rader"


async def test_a_draft_comes_back_after_a_killed_terminal(open_program, database) -> None:
    async with open_program() as desk:
        await open_sheet(desk)
        await desk.write("Halvfärdig tanke")
        await wait_for_draft(desk, database, "Halvfärdig tanke")
        desk.app.screen.query_one("#title").source = None  # killed: nothing more is saved
    async with open_program() as desk:
        sheet = await open_sheet(desk)
        assert sheet.query_one("#title").value == "Halvfärdig tanke"
        assert "återställt: ^S sparar" in sheet.said
        await desk.press("ctrl+s")
    assert case_row(database)[0] == "Halvfärdig tanke"
    assert count(database, "drafts") == 0


async def test_quitting_saves_what_stands_in_the_field(open_program, database) -> None:
    async with open_program() as desk:
        await open_sheet(desk)
        await desk.write("Sista ordet")
        desk.app.set_focus(None)
        await desk.app.action_quit()
    assert case_row(database)[0] == "Sista ordet"


async def test_suspending_keeps_a_draft_at_once(open_program, database, monkeypatch) -> None:
    monkeypatch.setattr(LineField, "DRAFT_DELAY", 3600)
    async with open_program() as desk:
        await open_sheet(desk)
        await desk.write("Mitt i en mening")
        desk.app.app_suspend_signal.publish(desk.app)
        connection = sqlite3.connect(database)
        assert connection.execute("SELECT text FROM drafts").fetchall() == [("Mitt i en mening",)]
        connection.close()


async def test_two_fields_of_one_row_do_not_disturb_each_other(open_program, database) -> None:
    async with open_program() as desk:
        sheet = await open_sheet(desk)
        title, note = sheet.query_one("#title"), sheet.query_one("#note")
        title.value, note.text = "Ny rubrik", "Ny anteckning"
        title.save()
        note.save()
        await desk.calm()
        assert not desk.app.screen.is_modal
    assert case_row(database)[:2] == ("Ny rubrik", "Ny anteckning")


async def test_a_conflict_shows_both_and_keeps_the_typing(open_program, database) -> None:
    async with open_program(size=(100, 30)) as desk:
        sheet = await open_sheet(desk)
        with Store(str(database)) as store:
            other = Actor("bo", desk.app.session.clock())
            edit_case(store, other, 1, sheet.query_one("#title").source.version, title="Deras")
        await desk.write("Min")
        await desk.press("tab")
        assert "Någon annan har sparat" in desk.text
        assert "Deras" in desk.text and "Min" in desk.text
        await desk.press("escape")
        assert sheet.query_one("#title").value == "Min"
        assert case_row(database)[0] == "Deras"
        sheet.query_one("#title").focus()
        await desk.press("ctrl+s", "tab", "enter")
        assert sheet.query_one("#title").value == "Deras"
    assert count(database, "drafts") == 0


async def test_a_refused_value_is_said_and_kept(open_program, database) -> None:
    async with open_program() as desk:
        sheet = await open_sheet(desk)
        await desk.write("")
        await desk.press("tab")
        assert any("behöver en rubrik" in text for text in sheet.said)
    assert case_row(database)[0] == "Motion om nattvandring"


async def test_ctrl_z_in_a_field_is_the_fields_own_undo(open_program, database) -> None:
    before = count(database, "history")
    async with open_program() as desk:
        sheet = await open_sheet(desk)
        await desk.press("end", "x", "y", "ctrl+z")
        assert sheet.query_one("#title").value == "Motion om nattvandringx"
        await desk.press("ctrl+y")
        assert sheet.query_one("#title").value == "Motion om nattvandringxy"
        await desk.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert sheet.query_one("#title").value == "Motion om nattvandring"
    assert count(database, "history") == before


async def test_what_another_window_saves_is_shown(open_program, database) -> None:
    async with open_program() as desk:
        sheet = await open_sheet(desk)
        with Store(str(database)) as store:
            other = Actor("bo", desk.app.session.clock())
            edit_case(store, other, 1, sheet.query_one("#title").source.version, title="Deras")
        desk.app.data_changed()
        await desk.calm()
        assert sheet.query_one("#title").value == "Deras"


async def test_read_only_fields_save_nothing(open_program, database) -> None:
    async with open_program(read_only=True) as desk:
        await open_sheet(desk)
        await desk.write("Får inte sparas")
        await desk.press("tab")
    assert case_row(database)[0] == "Motion om nattvandring"
    assert count(database, "drafts") == 0
