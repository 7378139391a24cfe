"""What a secretary does in Ärenden."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from textual.widgets import Input

from nämndtui.model.agenda.case import Case
from nämndtui.store.database import Store
from nämndtui.workflow.agenda.cases import edit_case, register_case
from nämndtui.workflow.core.actor import Actor

# Fixtures come from conftest.py, which importlib mode keeps out of reach for annotations.
# mypy: disable-error-code="no-untyped-def,no-untyped-call,attr-defined,union-attr"


def rows(path, question):
    connection = sqlite3.connect(path)
    try:
        return connection.execute(question).fetchall()
    finally:
        connection.close()


async def test_a_new_case_gets_the_next_number_and_is_shown(open_program, database) -> None:
    async with open_program() as desk:
        await desk.press("3", "f2")
        await desk.write("Yttrande om cykelvägar")
        await desk.press("ctrl+s")
        assert "on/2026:6 är registrerat." in desk.notices
        assert "Yttrande om cykelvägar" in desk.text
        assert desk.app.screen.case["dnr"] == "on/2026:6"
    assert rows(database, "SELECT title FROM cases WHERE serial = 6") == [
        ("Yttrande om cykelvägar",)
    ]


async def test_a_form_without_a_title_says_so_and_stays(open_program) -> None:
    async with open_program() as desk:
        await desk.press("3", "f2", "ctrl+s")
        assert "▲ Rubrik behöver fyllas i." in desk.text
        assert isinstance(desk.app.focused, Input)


async def test_what_a_verb_refuses_is_said_at_the_field(open_program) -> None:
    async with open_program() as desk:
        await desk.press("3", "f2")
        await desk.write("Fråga från 19900101-2384 om bidrag")
        await desk.press("ctrl+s")
        assert "personnummer" in desk.text
        assert "Fråga från 19900101-2384" in desk.text


async def test_search_follows_the_typing_and_counts(open_program) -> None:
    async with open_program() as desk:
        await desk.press("3", "/")
        await desk.write("nattpatrull")
        assert "1 av 5" in desk.text
        await desk.write("ON 2026/00003")
        assert "Riktlinjer för avgifter" in desk.text
        await desk.write("finns inte alls")
        assert "Inga ärenden passar sökningen." in desk.text
        await desk.press("escape")
        assert "Motion om nattvandring" in desk.text


async def test_search_starts_at_the_first_letter(open_program) -> None:
    async with open_program() as desk:
        await desk.press("3", *"nattp")
        assert desk.app.screen.query_one("#case-search").value == "nattp"
        assert "1 av 5" in desk.text and not desk.app.screen.is_modal
        await desk.press("enter", "enter", "m")
        assert desk.app.screen.query_one("#case-search").value == "m", "a new search"
        await desk.press("escape", "2")
        assert desk.app.current_mode == "meetings", "figures lead to the sections"


async def test_slash_and_ctrl_f_search_too(open_program) -> None:
    async with open_program() as desk:
        await desk.press("3", "/", "2")
        assert desk.app.focused.value == "2"
        await desk.press("escape", "ctrl+f")
        assert "Sök i allt" in desk.text


async def test_closing_can_be_undone(open_program, database) -> None:
    state = "SELECT state FROM cases WHERE serial = 4"
    async with open_program() as desk:
        await desk.press("3", "down", "f8")
        assert rows(database, state) == [("closed",)]
        await desk.press("ctrl+z")
        assert any(notice.startswith("Ångrade: Avslutade ärende") for notice in desk.notices)
    assert rows(database, state) == [("open",)]


async def test_leaving_a_form_with_text_asks_first(open_program) -> None:
    async with open_program() as desk:
        await desk.press("3", "f2")
        await desk.write("Halvskriven rubrik")
        await desk.press("escape")
        assert "Lämna utan att spara?" in desk.text
        await desk.press("enter")
        assert "Halvskriven rubrik" in desk.text


async def test_a_form_comes_back_after_a_killed_terminal(open_program, database) -> None:
    async with open_program() as desk:
        await desk.press("3", "f2")
        await desk.write("Halvskriven rubrik")
        desk.app.screen.save_draft()
        await desk.calm()
    async with open_program() as desk:
        await desk.press("3", "f2")
        assert "Halvskriven rubrik" in desk.text
        assert "Det du fyllde i förra gången är återställt." in desk.text
        await desk.press("ctrl+s")
        assert "on/2026:6 är registrerat." in desk.notices
        await desk.press("f2")
        assert "Halvskriven rubrik" not in desk.app.screen.query("FormRow Input").first().value
    assert rows(database, "SELECT count(*) FROM drafts") == [(0,)]


async def test_another_window_changing_another_field_is_no_conflict(open_program, database) -> None:
    async with open_program() as desk:
        await desk.press("3", "f4")
        with Store(str(database)) as store:
            other = Actor("bo", desk.app.session.clock())
            edit_case(store, other, 5, desk.app.screen.version, note="Skrivet i ett annat fönster")
        await desk.write("Avtal om nattpatrull 2027")
        await desk.press("ctrl+s")
    assert rows(database, "SELECT title, note FROM cases WHERE id = 5") == [
        ("Avtal om nattpatrull 2027", "Skrivet i ett annat fönster")
    ]


async def test_both_texts_are_shown_when_two_have_saved(open_program, database) -> None:
    async with open_program(size=(100, 30)) as desk:
        await desk.press("3", "f4")
        with Store(str(database)) as store:
            other = Actor("bo", desk.app.session.clock())
            edit_case(store, other, 5, desk.app.screen.version, title="Deras rubrik")
        await desk.write("Min rubrik")
        await desk.press("ctrl+s")
        assert "Någon annan har sparat samma uppgift" in desk.text
        assert "Deras rubrik" in desk.text and "Min rubrik" in desk.text
        desk.looks_like("konflikt")
        await desk.press("tab", "tab", "enter")
    assert rows(database, "SELECT title FROM cases WHERE id = 5") == [("Min rubrik",)]


async def test_the_others_text_can_be_kept(open_program, database) -> None:
    async with open_program(size=(100, 30)) as desk:
        await desk.press("3", "f4")
        with Store(str(database)) as store:
            other = Actor("bo", desk.app.session.clock())
            edit_case(store, other, 5, desk.app.screen.version, title="Deras rubrik")
        await desk.write("Min rubrik")
        await desk.press("ctrl+s", "tab", "enter")
        assert not desk.app.screen.is_modal
        assert "Deras rubrik" in desk.text
    assert rows(database, "SELECT title FROM cases WHERE id = 5") == [("Deras rubrik",)]


async def test_pages_of_200_follow_the_cursor(open_program, database) -> None:
    with Store(str(database)) as store:
        actor = Actor("anna", datetime(2026, 11, 21, 8, 0))
        for number in range(230):
            register_case(store, actor, Case(0, 1, "", 0, 0, f"Ärende {number}"))
    async with open_program() as desk:
        await desk.press("3")
        table = desk.app.screen.query_one("#case-list")
        assert table.row_count == 200
        await desk.press("end")
        assert table.row_count == 235
        assert "235" in desk.text


async def test_search_from_anywhere_leads_to_the_case(open_program) -> None:
    async with open_program() as desk:
        await desk.press("6", "/")
        await desk.write("2026:3")
        await desk.press("enter")
        assert desk.app.current_mode == "cases"
        assert desk.app.screen.case["title"] == "Riktlinjer för avgifter"


async def test_read_only_offers_no_writing(open_program) -> None:
    async with open_program(read_only=True) as desk:
        for section in "12345":
            await desk.press(section)
            await desk.press("f2", "f4", "f8", "i", "e", "ctrl+z")
            assert not desk.app.screen.is_modal
        await desk.press("3", "ctrl+p")
        assert "Nytt" not in desk.text and "Redigera" not in desk.text
