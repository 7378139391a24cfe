"""Quorum lost in mid-meeting is no dead end (KL 6:27, F 16)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nämndtui.store.core.connection import open_reader
from nämndtui.store.database import Store
from nämndtui.store.minutes.minutes_records import load_record
from nämndtui.workflow.minutes.minutes import decide_item
from tests.tui.meeting.conftest import BEFORE

LEAVE_THREE = ("f6", "space", "down", "space", "down", "space", "end", "up", "space", "escape")


def record(path: Path) -> Any:
    connection = open_reader(str(path))
    try:
        return load_record(connection, 2)
    finally:
        connection.close()


async def without_quorum(desk: Any) -> None:
    desk.app.open_meeting(2)
    await desk.calm()
    await desk.press("f5", "p", *LEAVE_THREE)


async def test_an_item_for_decision_goes_to_the_next_meeting(
    open_program: Any, summoned: Path
) -> None:
    """F 16: blocked, and tabled to the next meeting without a §."""
    async with open_program(size=(120, 40)) as desk:
        await without_quorum(desk)
        await desk.press("down")
        assert "▲ Nämnden är inte beslutsför: 2 tjänstgör, det behövs 3 (KL 6:27)" in desk.text
        await desk.press("o")
        assert record(summoned).numbers == ()
        assert "D Skjut upp utan beslut" in desk.text
        await desk.press("d")
        assert "skjuts upp" in desk.text
        assert "Uppskjuten till nästa sammanträde utan beslut" in desk.text
        found = record(summoned)
        assert found.numbers == ()
        assert found.dossier.items[2].state == "tabled"
        await desk.press("n")
        assert desk.app.screen.item.title == "Delårsrapport 2"
    with Store(str(summoned)) as store:
        later = store.connection.execute(
            "SELECT m.date FROM agenda_items i JOIN meetings m ON m.id = i.meeting_id"
            " WHERE i.title = 'Motion om nattvandring' AND m.id <> 2"
        ).fetchall()
    assert [row[0] for row in later] == ["2027-02-09"]


async def test_information_is_given_without_a_decision(open_program: Any, summoned: Path) -> None:
    """F 16: information may be given, but the § must not say that the committee noted it."""
    async with open_program(size=(120, 40)) as desk:
        await without_quorum(desk)
        assert "O  ger en paragraf som säger att informationen lämnas utan beslut" in desk.text
        await desk.press("o")
        (paragraph,) = record(summoned).dossier.paragraphs
        assert paragraph.points == (
            "Informationen lämnas utan beslut. Nämnden är inte beslutsför: 2 tjänstgör, det "
            "behövs 3.",
        )
        assert "? tveksamt: Nämnden är inte beslutsför i paragrafen" in desk.text
        await desk.press("f4")
        await desk.write("Omsorgsnämnden noterar informationen.")
        await desk.press("escape")
        assert "▲ KL 6:27: nämnden är inte beslutsför. Skriv att informationen" in desk.text


async def test_when_somebody_comes_back_the_item_can_be_decided(
    open_program: Any, summoned: Path
) -> None:
    async with open_program(size=(120, 40)) as desk:
        await without_quorum(desk)
        await desk.press("down", "d", "f6", "home", "space", "down", "space", "escape", "b")
        found = record(summoned)
        assert found.dossier.items[2].state == "decided"
    with Store(str(summoned)) as store:
        left = store.connection.execute(
            "SELECT count(*) FROM agenda_items WHERE title = 'Motion om nattvandring'"
        ).fetchone()
    assert left[0] == 1


async def test_a_quorum_lost_at_a_noted_item_for_decision_is_told(
    open_program: Any, summoned: Path
) -> None:
    async with open_program(size=(120, 40)) as desk:
        desk.app.open_meeting(2)
        await desk.calm()
        await desk.press("f5", "p", "down")
        with Store(str(summoned)) as store:
            decide_item(store, BEFORE, record(summoned).dossier.items[2].id, "noted")
        desk.app.data_changed()
        await desk.calm()
        await desk.press(*LEAVE_THREE)
        assert "▲ KL 6:27: nämnden är inte beslutsför" in desk.text
