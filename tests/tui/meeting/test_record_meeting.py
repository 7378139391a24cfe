"""A meeting recorded from upprop to anslag, by keys."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.store.database import Store
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.minutes.adjustment import mark_adjusted, set_adjusters
from nämndtui.workflow.minutes.minutes import call_roll, close_meeting, decide_item

BEFORE = Actor("bo", datetime(2026, 11, 22, 13, 0))
AFTER = Actor("bo", datetime(2026, 12, 15, 13, 0))


async def open_minutes(desk: Any, found: MeetingDossier) -> None:
    desk.app.open_meeting(found.meeting.id)
    await desk.calm()
    await desk.press("f5")


async def test_a_whole_meeting(open_program: Any, summoned: Path, saved: Any) -> None:
    async with open_program(size=(120, 40), now=datetime(2026, 12, 16, 9, 0)) as desk:
        await open_minutes(desk, saved())
        assert "upprop saknas" in desk.text
        await desk.press("p")
        assert "5 beslutande av 5 · beslutsför · § 1 →" in desk.text
        await desk.press("b")
        assert saved().paragraphs[0].points == ("Omsorgsnämnden godkänner information.",)
        assert "§ 2 →" in desk.text
        await desk.press("n", "b", "n", "t")
        assert [p.outcome for p in saved().paragraphs] == [
            "as_proposed",
            "as_proposed",
            "referred_back",
        ]
        assert "Skriv varför ärendet återremitteras" in desk.text
        await desk.press("n")
        assert "F8 avslutar sammanträdet" in desk.text
        await desk.press("f7")
        await desk.write("Karin Ek")
        await desk.press("tab")
        await desk.write("Kommunhuset")
        await desk.press("tab")
        await desk.write("2026-12-15")
        await desk.press("ctrl+s", "f8")
        await desk.write("20.45")
        await desk.press("ctrl+s")
        found = saved()
        assert (found.meeting.state, found.meeting.end) == ("closed", time(20, 45))
        assert found.main_part.adjusters[0].name == "Karin Ek"
        assert found.main_part.adjust_date == date(2026, 12, 15)
        await desk.press("f9", "enter")
        assert "Protokollet är skrivet" in desk.text
        await desk.press("escape", "f8")
        await desk.write("2026-12-15")
        await desk.press("ctrl+s", "f8")
        await desk.write("2026-12-16")
        shown = desk.text.replace("\u00a0", " ")
        assert "Överklagas senast tor 7 jan 2027" in shown
        await desk.press("ctrl+s")
        assert saved().meeting.state == "posted"
        assert "fre 8 jan 2027" in desk.text.replace("\u00a0", " ")


async def test_minutes_wait_for_the_summons(open_program: Any, database: Path, saved: Any) -> None:
    async with open_program() as desk:
        await open_minutes(desk, saved())
        await desk.press("b", "p")
        assert saved().paragraphs == ()
        assert "Kallelsen är inte skickad" in desk.text or "kallelsen" in desk.text


async def test_absence_calls_in_a_substitute_and_says_why(
    open_program: Any, summoned: Path, saved: Any
) -> None:
    async with open_program(size=(120, 40)) as desk:
        await open_minutes(desk, saved())
        await desk.press("p", "f6", "down", "down", "down", "space")
        assert "○ Eva Berg (S)  → Rut Åkesson" in desk.text
        assert "Rut Åkesson: först i tur av ersättarna för S" in desk.text
        assert "5 beslutande av 5" in desk.text
        serving = [one for one in saved().attendances if one.role == "serving_substitute"]
        assert [(one.person.name, one.replaces) for one in serving] == [("Rut Åkesson", "Eva Berg")]
        await desk.press("space")
        assert [one.role for one in saved().attendances if one.person.name == "Rut Åkesson"] == [
            "substitute"
        ]


async def test_another_choice_than_the_order_needs_a_reason(
    open_program: Any, summoned: Path, saved: Any
) -> None:
    async with open_program(size=(120, 40)) as desk:
        await open_minutes(desk, saved())
        await desk.press("p", "f6", "down", "space")
        assert "är inte här; ingen ersättare står på tur" in desk.text
        await desk.press("t", "enter", "down", "enter", "ctrl+s")
        assert "Ange skälet till valet" in desk.text
        await desk.write("Enligt överenskommelse mellan S och C")
        await desk.press("ctrl+s")
        assert "○ Karin Ek (C)  → Rut Åkesson" in desk.text
        assert "Rut Åkesson: Enligt överenskommelse" in desk.text


async def test_arriving_late_and_leaving_is_said_once(
    open_program: Any, summoned: Path, saved: Any
) -> None:
    async with open_program(size=(120, 40)) as desk:
        await open_minutes(desk, saved())
        await desk.press("p", "f6", "end", "up", "space", "escape", "b", "n", "b", "n")
        await desk.press("f6", "space")
        assert "● Bo Lind (C)  fr.o.m. § 3" in desk.text
        await desk.press("home", "down", "down", "space")
        assert "○ Per Ahl (M)  frånv., ut efter § 2" in desk.text
        await desk.press("escape", "o")
        rows = {one.person.name: one for one in saved().attendances}
        assert rows["Bo Lind"].from_paragraph == 3
        assert rows["Per Ahl"].to_paragraph == 2
        await desk.press("home", "down")
        assert "§ 1: 4 beslutande av 5" in desk.text


async def test_without_quorum_it_is_said(open_program: Any, summoned: Path, saved: Any) -> None:
    async with open_program(size=(120, 40)) as desk:
        await open_minutes(desk, saved())
        await desk.press("p", "f6", "space", "down", "space", "down", "space", "end", "up", "space")
        assert "▲ inte beslutsför" in desk.text
        assert "ingen leder" in desk.text
        await desk.press("escape", "down", "b")
        assert "KL 6:27" in desk.text


async def test_guests_and_jav(open_program: Any, summoned: Path, saved: Any) -> None:
    async with open_program(size=(120, 40)) as desk:
        await open_minutes(desk, saved())
        await desk.press("p", "f6", "l")
        await desk.write("Lena Chef")
        await desk.press("tab")
        await desk.write("Förvaltningschef")
        await desk.press("ctrl+s")
        assert "Lena Chef  Förvaltningschef" in desk.text
        await desk.press("home", "down", "down", "down", "j")
        assert "– Eva Berg (S)  jäv, → Rut Åkesson" in desk.text
        await desk.press("escape", "b", "n", "b", "home", "down")
        paragraph = saved().paragraphs[0]
        assert paragraph.disqualification == (
            "Eva Berg (S) anmäler jäv och deltar inte i handläggningen av ärendet.\n\n"
            "Rut Åkesson (S) tjänstgör i stället för Eva Berg (S)."
        )
        eva = next(one for one in saved().attendances if one.person.name == "Eva Berg")
        assert eva.from_paragraph == 2


async def test_own_decision_starts_from_the_proposal(
    open_program: Any, summoned: Path, saved: Any
) -> None:
    async with open_program() as desk:
        await open_minutes(desk, saved())
        await desk.press("p", "e")
        assert desk.app.focused.text == "Omsorgsnämnden godkänner information."
        await desk.write("Omsorgsnämnden beslutar något annat.")
        await desk.press("escape")
        paragraph = saved().paragraphs[0]
        assert (paragraph.outcome, paragraph.points) == (
            "own_decision",
            ("Omsorgsnämnden beslutar något annat.",),
        )


async def test_a_decision_is_taken_back_and_undone(
    open_program: Any, summoned: Path, saved: Any
) -> None:
    async with open_program() as desk:
        await open_minutes(desk, saved())
        await desk.press("p", "b")
        await desk.press("delete")
        assert saved().paragraphs == ()
        await desk.press("ctrl+z")
        assert len(saved().paragraphs) == 1


async def test_a_motion_without_procedure_is_told(
    open_program: Any, summoned: Path, saved: Any
) -> None:
    async with open_program(size=(120, 40)) as desk:
        await open_minutes(desk, saved())
        await desk.press("p", "o")
        desk.app.screen.pane.focus_field("motions")
        await desk.calm()
        await desk.write("Karin Ek (C): avslag")
        await desk.press("escape")
        assert "KL 5:67" in desk.text
        await desk.press("g")
        await desk.write("Ordföranden ställer förslagen mot varandra.")
        await desk.press("escape")
        assert "KL 5:67" not in desk.text


async def test_a_meeting_under_way_opens_in_the_minutes(
    open_program: Any, summoned: Path, saved: Any
) -> None:
    async with open_program() as desk:
        await open_minutes(desk, saved())
        await desk.press("p", "escape", "escape")
        desk.app.open_meeting(saved().meeting.id)
        await desk.calm()
        assert desk.app.screen.TITLE == "Protokoll"
        await desk.press("f5")
        assert desk.app.screen.TITLE == "Dagordning"
        await desk.press("escape")
        assert "Att göra" in desk.text


async def test_adjusted_minutes_can_be_read_but_not_written(
    open_program: Any, summoned: Path, saved: Any
) -> None:
    with Store(str(summoned)) as store:
        items = saved().items
        call_roll(store, BEFORE, items[0].meeting_id)
        for item in items[1:]:
            decide_item(store, BEFORE, item.id, "noted")
        close_meeting(store, BEFORE, items[0].meeting_id, time(20))
        set_adjusters(store, BEFORE, items[0].meeting_id, ["Karin Ek"])
        mark_adjusted(store, AFTER, items[0].meeting_id, date(2026, 12, 15))
    async with open_program() as desk:
        desk.app.open_meeting(saved().meeting.id, saved().items[1].id)
        await desk.calm()
        await desk.press("f4", "escape", "b", "delete", "f6", "space", "escape")
        assert [p.outcome for p in saved().paragraphs] == ["noted"] * 3
        assert "x" not in saved().paragraphs[0].points[0]
        assert len(saved().attendances) == 6
        assert "F8 Anslaget" in desk.text
