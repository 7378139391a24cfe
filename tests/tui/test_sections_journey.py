"""Planning meetings, keeping mandates and settings, and starting from nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from textual.widgets import Input, Select

# Fixtures come from conftest.py, which importlib mode keeps out of reach for annotations.
# mypy: disable-error-code="no-untyped-def,no-untyped-call,attr-defined,union-attr"


def rows(path, question):
    connection = sqlite3.connect(path)
    try:
        return connection.execute(question).fetchall()
    finally:
        connection.close()


async def test_a_meeting_is_planned_with_the_usual_time_and_place(open_program, database) -> None:
    async with open_program() as desk:
        await desk.press("2", "n")
        await desk.write("12 jan")
        assert "tisdagen den 12 januari 2027" in desk.text.replace("\u00a0", " ")
        await desk.press("ctrl+s")
        assert "Sammanträdet är planerat. Enter öppnar det." in desk.notices
    assert rows(database, "SELECT start, place FROM meetings WHERE date = '2027-01-12'") == [
        ("18:30", "Lilla salen")
    ]


async def test_a_day_that_is_no_day_is_refused_at_its_field(open_program) -> None:
    async with open_program() as desk:
        await desk.press("2", "n")
        await desk.write("31 feb")
        await desk.press("ctrl+s")
        assert "▲ Dagen" in desk.text


async def test_a_meeting_is_cancelled_only_with_a_reason(open_program, database) -> None:
    async with open_program() as desk:
        await desk.press("2", "i", "ctrl+s")
        assert "behöver fyllas i" in desk.text
        await desk.write("För få ärenden")
        await desk.press("ctrl+s")
    assert rows(database, "SELECT state, cancelled_reason FROM meetings WHERE id = 2") == [
        ("cancelled", "För få ärenden")
    ]


async def test_ended_mandates_are_shown_on_demand(open_program) -> None:
    async with open_program() as desk:
        await desk.press("6")
        assert "Gun Öst" not in desk.text
        await desk.press("v")
        assert "Gun Öst" in desk.text and "2025-12-31" in desk.text


async def test_the_list_can_be_about_another_day(open_program) -> None:
    async with open_program() as desk:
        await desk.press("6", "d")
        await desk.write("2024-05-01")
        await desk.press("ctrl+s")
        assert "Gun Öst" in desk.text
        assert "▲ 6 av 5 platser" in desk.text


async def test_a_mandate_is_added_and_ended(open_program, database) -> None:
    async with open_program() as desk:
        await desk.press("6", "f2")
        await desk.write("Siv Ågren")
        await desk.press("ctrl+s")
        assert "Siv Ågren" in desk.text
        await desk.press("a")
        await desk.write("2026-12-31")
        await desk.press("ctrl+s")
    ended = "SELECT p.name FROM mandates m JOIN persons p ON p.id = m.person_id"
    assert rows(database, f"{ended} WHERE m.valid_to = '2026-12-31'") == [("Ali Saadi",)]


async def test_settings_are_checked_and_saved(open_program, database) -> None:
    async with open_program() as desk:
        await desk.press("7", "down", "down", "down", "enter")
        assert isinstance(desk.app.focused, Input)
        await desk.write("tolv")
        await desk.press("ctrl+s")
        assert "▲ ”tolv” är inget antal" in desk.text
        await desk.write("7")
        await desk.press("ctrl+s")
        assert desk.app.session.committee.settings.seats == 7
    assert rows(database, "SELECT settings ->> '$.seats' FROM committees") == [(7,)]


async def test_the_first_start_makes_a_file_and_a_committee(open_program, tmp_path: Path) -> None:
    path = tmp_path / "mapp" / "ny.db"
    async with open_program(path=path, size=(100, 30)) as desk:
        code = desk.app.screen.query("FormRow Input").results(Input)
        fields = list(code)
        fields[0].value, fields[1].value, fields[2].value = "Granby kommun", "Kulturnämnden", "KN"
        await desk.calm()
        assert "Ser ut så här: KN/2026:88" in desk.text
        desk.app.screen.query_one(Select).value = "{prefix} {year}/{serial:05d}"
        await desk.calm()
        assert "Ser ut så här: KN 2026/00088" in desk.text
        await desk.press("ctrl+s")
        assert desk.app.current_mode == "overview"
        assert "Kulturnämnden, Granby kommun" in desk.text
    assert rows(path, "SELECT code, settings ->> '$.dnr_prefix' FROM committees") == [("KN", "KN")]


async def test_the_first_start_creates_nothing_that_nobody_has_written(
    open_program, tmp_path: Path
) -> None:
    path = tmp_path / "ny.db"
    async with open_program(path=path, size=(100, 30)) as desk:
        assert "till exempel Norrviks kommun" in desk.text
        assert "Ser ut så här: ON/2026:88" in desk.text
        await desk.press("ctrl+s")
        for label in ("Kommun", "Nämnd", "Förkortning"):
            assert f"▲ {label} behöver fyllas i." in desk.text
    assert not path.exists()


async def test_a_code_with_other_signs_than_letters_and_digits_is_refused_at_its_field(
    open_program, tmp_path: Path
) -> None:
    path = tmp_path / "ny.db"
    async with open_program(path=path, size=(100, 30)) as desk:
        for text in ("Granby kommun", "Kulturnämnden", "K/N"):
            await desk.write(text)
            await desk.press("enter")
        await desk.press("ctrl+s")
        assert "▲ ”K/N” går inte som förkortning." in desk.text
        await desk.write("KÄN2")
        await desk.press("ctrl+s")
        assert desk.app.session.committee.code == "KÄN2"


async def test_the_example_can_be_looked_at_first(open_program, tmp_path: Path) -> None:
    path = tmp_path / "ny.db"
    async with open_program(path=path) as desk:
        await desk.press("f2")
        assert desk.app.current_mode == "overview", desk.text
        assert desk.app.session.path.endswith("exempelnämnden.db")
        told = str(desk.app.screen.query_one("#changed-empty").content)
        assert told == "Importerade ett paket: ON, 14.02. Inget har ändrats sedan dess."
    assert not path.exists()


async def test_a_file_that_is_no_database_is_explained(open_program, tmp_path: Path) -> None:
    path = tmp_path / "brev.txt"
    path.write_text("Hej!" * 400, encoding="utf-8")
    async with open_program(path=path, size=(100, 30)) as desk:
        assert "är ingen NämndTUI-databas" in desk.text.replace("\n", " ")
        for text in ("Granby kommun", "Kulturnämnden", "KN"):
            await desk.write(text)
            await desk.press("enter")
        await desk.press("ctrl+s")
        assert "▲" in desk.text
    assert path.read_text(encoding="utf-8") == "Hej!" * 400
