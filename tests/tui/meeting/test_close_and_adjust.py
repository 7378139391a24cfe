"""After the last §: F8 takes the step the panel tells, for the part it tells of."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path
from typing import Any

from nämndtui.store.core.connection import open_reader
from nämndtui.store.database import Store
from nämndtui.store.minutes.minutes_records import load_record
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.minutes.adjustment import mark_adjusted, set_adjusters
from nämndtui.workflow.minutes.immediate import declare_immediate
from nämndtui.workflow.minutes.minutes import call_roll, close_meeting, decide_item
from tests.tui.meeting.conftest import BEFORE, dossier_on

LATER = Actor("bo", datetime(2026, 12, 15, 9, 0))


def record(path: Path) -> Any:
    connection = open_reader(str(path))
    try:
        return load_record(connection, 2)
    finally:
        connection.close()


def decided(path: Path) -> None:
    with Store(str(path)) as store:
        call_roll(store, BEFORE, 2)
        for item in dossier_on(path).items[1:]:
            decide_item(store, BEFORE, item.id, "as_proposed" if item.proposal else "noted")


async def at_the_end(desk: Any) -> None:
    desk.app.open_meeting(2)
    await desk.calm()
    await desk.press("end")


async def test_an_immediate_part_left_behind_is_the_next_step(
    open_program: Any, summoned: Path
) -> None:
    """F 24: the main part is adjusted, the § adjusted at the meeting is not noted yet."""
    decided(summoned)
    with Store(str(summoned)) as store:
        set_adjusters(store, BEFORE, 2, ["Karin Ek"])
        declare_immediate(store, BEFORE, 2, [2])
        close_meeting(store, BEFORE, 2, time(20))
        mark_adjusted(store, LATER, 2, LATER.today)
    async with open_program(size=(120, 40), now=datetime(2026, 12, 17, 9, 0)) as desk:
        await at_the_end(desk)
        shown = desk.text.replace("\u00a0", " ")
        assert "→ F8 när justeringen av" in shown, shown
        await desk.press("f8")
        await desk.write("2026-12-16")
        await desk.press("ctrl+s")
        shown = desk.text.replace("\u00a0", " ")
        assert "F8 när den omedelbara delen § 2 är justerad." in shown
        await desk.press("f8")
        assert "Justerad: § 2" in desk.text.replace("\u00a0", " ")
        await desk.write("2026-12-16")
        await desk.press("ctrl+s", "f8")
        await desk.write("2026-12-17")
        await desk.press("ctrl+s")
        found = record(summoned)
        assert found.dossier.meeting.state == "posted"
        assert [one.posted_on.day for one in found.dossier.minutes_parts] == [17, 16]
        assert "laga kraft fre 8 jan 2027" in desk.text.replace("\u00a0", " ")
        assert "F8" not in desk.text.splitlines()[-1]


async def test_without_an_adjuster_f8_waits_for_f7(open_program: Any, summoned: Path) -> None:
    """F 25: nobody is elected yet, so there is nobody who can adjust."""
    decided(summoned)
    with Store(str(summoned)) as store:
        close_meeting(store, BEFORE, 2, time(20))
    async with open_program(size=(120, 40)) as desk:
        await at_the_end(desk)
        assert "→ F7 anger vem som justerar" in desk.text
        await desk.press("f8")
        assert not desk.app.screen.is_modal


async def test_custom_is_doubtful_and_law_is_missing(open_program: Any, summoned: Path) -> None:
    decided(summoned)
    with Store(str(summoned)) as store:
        close_meeting(store, BEFORE, 2, time(20))
    async with open_program(size=(120, 40)) as desk:
        await at_the_end(desk)
        assert "? Justerare är inte valda." in desk.text
        assert "▲" not in desk.text


async def test_the_adjuster_elected_in_the_opening_paragraph_is_filled_in(
    open_program: Any, summoned: Path
) -> None:
    with Store(str(summoned)) as store:
        call_roll(store, BEFORE, 2)
        opening = dossier_on(summoned).items[0].id
        words = "Omsorgsnämnden utser Karin Ek (C) att jämte ordföranden justera protokollet."
        decide_item(store, BEFORE, opening, "own_decision", points=[words])
    async with open_program(size=(120, 40)) as desk:
        await at_the_end(desk)
        await desk.press("f7")
        assert desk.app.focused.value == "Karin Ek"
        await desk.press("ctrl+s")
        assert [one.name for one in record(summoned).dossier.main_part.adjusters] == ["Karin Ek"]
