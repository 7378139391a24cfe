"""Importing files into the registers: seen first, then all, the good rows, or nothing."""

from __future__ import annotations

import asyncio
import re
import sqlite3
import threading

import pytest

from nämndtui.tui.registers.shared.import_dialog import ImportDialog
from nämndtui.workflow.registers import table_imports

# Fixtures come from conftest.py, which importlib mode keeps out of reach for annotations.
# mypy: disable-error-code="no-untyped-def,no-untyped-call,attr-defined,union-attr"

HEAD = "Beslutsdatum;Punkt;Roll;Beslutsfattare;Dnr;Beslut\n"
GOOD = "2026-11-04;B 36;verksamhetschef;Eva Berg;on/2026:{};Yttrande {}\n"
COUNT = "SELECT count(*) FROM delegated_decisions"


def count(path, question=COUNT):
    connection = sqlite3.connect(path)
    try:
        return connection.execute(question).fetchone()[0]
    finally:
        connection.close()


@pytest.fixture
def file(tmp_path):
    def write(text, name="beslut.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return write


async def open_import(desk, path, *keys):
    await desk.press(*keys, "i")
    await desk.write(str(path))
    await desk.press("ctrl+s")


async def test_a_whole_file_is_seen_then_imported_then_known(open_program, database, file) -> None:
    path = file(HEAD + "".join(GOOD.format(n, n) for n in range(1, 5)), encoding="cp1252")
    async with open_program(size=(120, 40)) as desk:
        await open_import(desk, path, "4")
        assert "4 rader: 4 nya, 0 fanns redan, 0 med fel" in desk.text.replace("\u00a0", " ")
        assert "diarienummer                ← Dnr" in desk.text
        assert "2026-11-04 · B 36 · verksamhetschef, Eva Berg · on/2026:1" in desk.text
        assert count(database) == 3
        await desk.press("enter")
        assert count(database) == 7
        await open_import(desk, path)
        assert "0 nya, 4 fanns redan" in desk.text.replace("\u00a0", " ")
        await desk.press("escape", "ctrl+z")
    assert count(database) == 3


async def test_bad_rows_are_named_and_the_good_ones_can_be_taken(
    open_program, database, file
) -> None:
    bad = "31 februari 2026;B 36;verksamhetschef;Eva Berg;on/2026:9;Yttrande\n"
    bad += "2026-11-04;B 36;verksamhetschef;;on/2026:9;Om 19900101-2384\n"
    path = file(HEAD + GOOD.format(1, 1) + bad)
    async with open_program(size=(120, 40)) as desk:
        await open_import(desk, path, "4")
        assert "Fel (3)" in desk.text
        assert "▲ Rad 3, Beslutsdatum:" in desk.text
        assert "▲ Rad 4, Beslutsfattare: Beslutsfattare saknas." in desk.text
        assert "personnummer" in desk.text
        await desk.press("enter")
        assert count(database) == 3
        await open_import(desk, path)
        await desk.press("tab", "tab", "enter")
    assert count(database) == 4


async def test_three_bad_rows_in_five_hundred_are_answered_on_a_small_screen(
    open_program, database, file
) -> None:
    good = "".join(GOOD.format(n, n) for n in range(1, 498))
    bad = "31 februari 2026;B 36;verksamhetschef;Eva Berg;on/2026:9;Yttrande\n"
    path = file(HEAD + good + bad * 3)
    async with open_program(size=(80, 24)) as desk:
        await desk.press("4", "I")
        await desk.write(str(path))
        await desk.press("enter")
        shown = desk.text.replace("\u00a0", " ")
        assert "500 rader: 497 nya, 0 fanns redan, 3 med fel" in shown
        assert "Avbryt Kolumner … Bara de felfria" in " ".join(shown.split())
        assert desk.app.focused.id == "cancel"
        await desk.press("tab", "tab", "enter")
    assert count(database) == 500


async def test_an_open_list_of_choices_tells_its_key_in_swedish(open_program) -> None:
    async with open_program() as desk:
        await desk.press("5", "i", "tab", "enter")
        assert "Esc Fäll ihop" in desk.text and "Dismiss" not in desk.text
        await desk.press("escape", "escape")
        assert not desk.app.screen.is_modal


async def test_columns_are_matched_by_hand_and_remembered(open_program, database, file) -> None:
    head = HEAD.replace("Dnr", "Akt").replace("Punkt", "Var")
    path = file(head + GOOD.format(1, 1))
    async with open_program(size=(120, 40)) as desk:
        await open_import(desk, path, "4")
        assert "Ingen kolumn är kopplad till punkt, diarienummer" in desk.text
        await desk.press("enter")
        assert "Vilken kolumn är vad?" in desk.text
        rows = {row.field.name: row for row in desk.app.screen.form.rows}
        rows["point"].set_entered("Var")
        rows["dnr"].set_entered("Akt")
        await desk.press("ctrl+s")
        assert "1 rad: 1 nya" in desk.text.replace("\u00a0", " ")
        await desk.press("enter")
        assert count(database) == 4
        other = file(head + GOOD.format(2, 2), "nästa.csv")
        await open_import(desk, other)
        assert "diarienummer                ← Akt" in desk.text
        await desk.press("escape")


@pytest.mark.parametrize(
    ("name", "bytes_", "said"),
    [
        ("program.xlsx", "MZ\x90", "är ett program, ingen tabell"),
        ("tom.csv", "", "tom"),
        ("rubriker.csv", "hej\nhopp\n", "kolumnrubriker"),
    ],
)
async def test_what_is_no_table_is_refused(open_program, file, name, bytes_, said) -> None:
    path = file(bytes_, name, "latin-1")
    async with open_program(size=(120, 40)) as desk:
        await open_import(desk, path, "4")
        assert "▲" in desk.text and said in " ".join(desk.text.split())
        await desk.press("enter")
        assert not desk.app.screen.is_modal


async def test_a_file_that_is_not_there_is_said_at_its_field(open_program) -> None:
    async with open_program() as desk:
        await open_import(desk, "/saknas.csv", "5")
        assert "finns inte" in " ".join(desk.text.split())


async def test_an_import_can_be_stopped_without_a_trace(
    open_program, database, file, monkeypatch
) -> None:
    path = file(HEAD + "".join(GOOD.format(n, n) for n in range(1, 50)))
    begun, go_on = threading.Event(), threading.Event()
    real = table_imports.import_table

    def slow(store, actor, request, only_good, progress):
        def told(done, total):
            begun.set()
            go_on.wait(10)
            progress(done, total)

        return real(store, actor, request, only_good, told)

    monkeypatch.setattr(table_imports, "import_table", slow)
    async with open_program(size=(120, 40)) as desk:
        await open_import(desk, path, "4")
        dialog = desk.app.screen
        assert isinstance(dialog, ImportDialog)
        dialog.import_rows(only_good=False)
        begun.wait(10)
        dialog.close()
        go_on.set()
        await desk.calm()
        assert "Avbrutet. Inget sparades." in desk.notices
    assert count(database) == 3


async def test_many_thousand_rows_tell_how_far_they_have_come_and_can_be_stopped(
    open_program, database, file
) -> None:
    path = file(HEAD + "".join(GOOD.format(n, n) for n in range(1, 20_001)))
    told = []
    async with open_program(size=(80, 24)) as desk:
        await desk.press("4", "i")
        await desk.write(str(path))
        desk.app.screen.submit()
        while not (isinstance(desk.app.screen, ImportDialog) and desk.app.screen.report):
            await asyncio.sleep(0.05)
            told.append(" ".join(desk.text.replace("\u00a0", " ").split()))
        assert "20 000 nya" in desk.text.replace("\u00a0", " ")
        desk.app.screen.import_rows(only_good=False)
        while "Importerar: " not in desk.text or " av " not in desk.text:
            await asyncio.sleep(0.02)
        await desk.press("escape")
        assert "Avbrutet. Inget sparades." in desk.notices
    assert any(re.search(r"Läser filen: \d+ 000 rader lästa\. Esc avbryter", one) for one in told)
    assert any(re.search(r"Läser filen: \d+ 000 av 20 000 rader", one) for one in told)
    assert count(database) == 3


async def test_unenforced_decisions_of_one_law(open_program, database, file) -> None:
    path = file("Löpnummer;Insats;Beslutsdatum;Kön;Månader\nB7;Kontaktperson;2026-05-04;Kvinna;9\n")
    async with open_program(size=(120, 40)) as desk:
        await desk.press("5", "i")
        await desk.write(str(path))
        desk.app.screen.form.rows[1].set_entered("lss")
        await desk.press("ctrl+s")
        assert "B7 · LSS · Kontaktperson · beslut 2026-05-04" in desk.text
        await desk.press("enter")
        assert "B7" in desk.text
    assert count(database, "SELECT stated_months FROM support_decisions WHERE id = 5") == 9


async def test_a_delegation_order(open_program, database, file) -> None:
    path = file("Punkt;Text;Roller\nA 1;Avskrivning av fordran;ekonom\nA 2;Köp;ekonom, chef\n")
    async with open_program(size=(120, 40)) as desk:
        await desk.press("4", "left", "i")
        await desk.write(str(path))
        await desk.press("tab")
        await desk.write("Ordning 2029")
        await desk.press("tab")
        await desk.write("2029-01-01")
        await desk.press("ctrl+s")
        assert "A 2 · Köp · ekonom, chef" in desk.text
        await desk.press("enter", "v")
        assert "Ordning 2029" in desk.text
        await desk.press("escape")
    assert count(database, "SELECT count(*) FROM delegation_orders") == 3
