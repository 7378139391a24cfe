"""What a secretary does in Ej verkställda."""

from __future__ import annotations

import sqlite3

import pytest

from nämndtui.model.calendar.quarter import Quarter
from nämndtui.model.unenforced.quarter_trend import TrendPoint
from nämndtui.tui.registers.quarters.trend_text import Series, spark, trend_chart

# Fixtures come from conftest.py, which importlib mode keeps out of reach for annotations.
# mypy: disable-error-code="no-untyped-def,no-untyped-call,attr-defined,union-attr"


def rows(path, question):
    connection = sqlite3.connect(path)
    try:
        return connection.execute(question).fetchall()
    finally:
        connection.close()


async def test_a_row_is_added_and_its_provision_follows(open_program, database) -> None:
    async with open_program() as desk:
        await desk.press("5", "f2")
        assert "Till exempel Särskilt boende" in desk.text
        await desk.write("S7")
        await desk.press("tab", "tab")
        await desk.write("Hemtjänst")
        assert "11 kap. 1 § SoL" in desk.text
        await desk.press("tab", "tab")
        await desk.write("2025-06-30")
        assert "4 kap. 1 § SoL (2001:453)" in desk.text
        await desk.press("ctrl+s")
        assert "Sparat" in " ".join(desk.notices)
        assert "S7 · beslut enligt SoL" in desk.text
    found = rows(database, "SELECT law, measure, start FROM support_decisions WHERE id = 5")
    assert found == [("sol", "Hemtjänst", "2025-06-30")]


async def test_a_row_that_is_there_already_is_asked_about(open_program, database) -> None:
    async with open_program() as desk:
        await desk.press("5", "f2")
        await desk.write("S1")
        await desk.press("tab", "tab")
        await desk.write("Särskilt boende")
        await desk.press("tab", "tab")
        await desk.write("2026-09-01")
        await desk.press("ctrl+s")
        assert "S1 har redan Särskilt boende från 2026-09-01" in " ".join(desk.text.split())
        assert rows(database, "SELECT count(*) FROM support_decisions") == [(4,)]
        await desk.press("tab", "enter")
    assert rows(database, "SELECT count(*) FROM support_decisions") == [(5,)]


async def test_a_name_is_refused_at_its_field(open_program) -> None:
    async with open_program() as desk:
        await desk.press("5", "f2")
        await desk.write("Anna Ek")
        await desk.press("tab", "tab")
        await desk.write("Hemtjänst")
        await desk.press("ctrl+s")
        assert "ser ut som ett namn" in desk.text
        assert desk.app.focused.value == "Anna Ek"


async def test_executed_interrupted_and_told_to_ivo(open_program, database) -> None:
    async with open_program(size=(120, 40)) as desk:
        await desk.press("5", "down", "down", "down", "v")
        await desk.write("2026-11-02")
        await desk.press("ctrl+s")
        assert "Verkställt 2026-11-02" in desk.text
        assert "▲ Slutanmälan till IVO är inte antecknad." in desk.text
        await desk.press("s", "ctrl+s")
        assert "slutanmält" in desk.text
        await desk.press("b")
        await desk.write("2026-11-20")
        await desk.press("ctrl+s")
        assert "avbrott: Bostad" in desk.text
    assert rows(
        database, "SELECT executed_on, final_notice_on FROM support_decisions WHERE id = 1"
    ) == [("2026-11-02", "2026-11-22")]


async def test_a_refused_offer_keeps_the_row(open_program, database) -> None:
    async with open_program() as desk:
        await desk.press("5", "down", "down", "down", "t")
        await desk.write("2026-06-04")
        await desk.press("ctrl+s")
        assert "Tackat nej: 2026-06-04" in desk.text
        await desk.press("a")
        await desk.write("2026-01-01")
        await desk.press("ctrl+s")
        assert "2026-01-01 ligger före beslutet" in " ".join(desk.text.split())
    assert rows(database, "SELECT closed_on FROM support_decisions WHERE id = 1") == [(None,)]


async def test_a_reported_row_is_corrected_beside_the_old(open_program, database) -> None:
    async with open_program(size=(120, 40)) as desk:
        await desk.press("5", "down", "down", "down", "f4", "tab", "tab", "tab", "tab")
        await desk.write("2026-02-12")
        await desk.press("ctrl+s")
        assert "Skriv varför den rättas" in " ".join(desk.text.split())
        await desk.write("Fel dag i beslutet")
        await desk.press("ctrl+s")
        assert "rättat" in desk.text
    assert rows(database, "SELECT count(*) FROM support_decisions") == [(5,)]


async def test_a_quarter_is_seen_before_it_is_fixed_then_reported(open_program, database) -> None:
    compiled = "SELECT count(*) FROM quarter_reports WHERE quarter = 3"
    async with open_program(size=(120, 40)) as desk:
        await desk.press("5", "right")
        assert "▲ Inte sammanställd." in desk.text
        await desk.press("f2")
        form = desk.app.screen
        form.form.rows[0].set_entered("lss")
        await desk.calm()
        await desk.press("ctrl+s")
        assert "Ingenting är fastställt än." in desk.text
        assert "Totalt har tre beslut enligt 9 § LSS" in desk.text
        assert "Kontaktperson, 9 § 4 LSS" in desk.text
        assert "Jämfört med kvartal 2 2026" in desk.text
        assert "1 ny: A3" in desk.text
        assert "1 verkställt, slutanmäls: A2" in desk.text
        assert rows(database, compiled) == [(0,)]
        await desk.press("ctrl+s")
        assert rows(database, compiled) == [(1,)]
        await desk.press("s", "ctrl+s")
        assert "IVO 22" in desk.text
        await desk.press("f9")
        assert "På dagordning." in desk.text
        await desk.press("ctrl+z")
        assert "Inte på någon dagordning." in desk.text
        await desk.press("p")
    titles = rows(database, "SELECT title FROM agenda_items ORDER BY id DESC LIMIT 1")
    assert titles == [("Ej verkställda beslut enligt LSS, tredje kvartalet 2026",)]


async def test_a_quarter_that_has_not_ended_cannot_be_compiled(open_program) -> None:
    async with open_program() as desk:
        await desk.press("5", "right", "f2", "tab")
        await desk.write("2026K4")
        await desk.press("ctrl+s")
        assert "tar slut 2026-12-31" in desk.text
        await desk.press("enter")
        assert not desk.app.screen.is_modal


async def test_the_trend_says_in_words_what_it_draws(open_program) -> None:
    async with open_program(size=(120, 40)) as desk:
        await desk.press("5", "left")
        assert "Alla insatser" in desk.text
        assert "2026K2" in desk.text and "pågår efter kvartal 2 2026" in desk.text


@pytest.mark.parametrize(
    ("counts", "drawn"), [([], ""), ([0], "·"), ([1, 2, 8], "▁▂█"), ([5, 0, 5], "█·█")]
)
def test_small_bars(counts, drawn) -> None:
    assert spark(counts) == drawn


def test_the_chart_compares_with_the_quarter_before() -> None:
    points = tuple(
        TrendPoint(Quarter(2026, number), "Hemtjänst", waiting, 1, 0, 0)
        for number, waiting in ((1, 40), (2, 25))
    )
    text = str(trend_chart(Series("sol", "Hemtjänst", points)))
    assert "████████████████████ 40" in text
    assert "25 pågår efter kvartal 2 2026, 15 färre än efter kvartal 1 2026." in text


async def test_overview_leads_to_the_registers(open_program) -> None:
    async with open_program(size=(120, 40)) as desk:
        screen = desk.app.screen
        screen.open_row("delegated_decision:3::x")
        await desk.calm()
        assert desk.app.current_mode == "delegation"
        assert desk.app.screen.pane.search.value == "on/2026:91"
        screen.open_row("unenforced_decision:4::x")
        await desk.calm()
        assert "S1 · beslut enligt SoL" in desk.text
        screen.open_row("quarter_report:1::x")
        await desk.calm()
        assert "[Kvartal]" in desk.text and "LSS · kvartal 2 2026" in desk.text
        screen.open_row("delegated_decision:0::x")
        await desk.calm()
        assert "3 · att anmäla" in desk.text


async def test_the_quarter_is_written_as_word(open_program, database) -> None:
    async with open_program(size=(120, 40)) as desk:
        await desk.press("5", "right", "w")
        await desk.write("statistik")
        await desk.press("enter", "enter")
        assert "Statistikrapporten är skriven" in desk.text
        await desk.press("escape")
    (written,) = (database.parent / "dokument").glob("*.docx")
    assert written.read_bytes()[:2] == b"PK"
