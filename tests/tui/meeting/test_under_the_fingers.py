"""Small things at the desk: who is back, where the cursor stands, what fits a narrow terminal."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from nämndtui.model.people.persons import Person
from nämndtui.store.core.connection import open_reader
from nämndtui.store.database import Store
from nämndtui.store.minutes.minutes_records import load_record
from nämndtui.tui.meeting.shared.people_names import NameSuggester, read_people
from nämndtui.workflow.agenda.item_content import set_proposal
from tests.tui.meeting.conftest import BEFORE, dossier_on

PEOPLE = [Person(1, "Ann-Charlotte Brodén", party="S"), Person(2, "Bo Lind", party="C")]


def record(path: Path) -> Any:
    connection = open_reader(str(path))
    try:
        return load_record(connection, 2)
    finally:
        connection.close()


async def at_the_desk(desk: Any, *keys: str) -> None:
    desk.app.open_meeting(2)
    await desk.calm()
    await desk.press("f5", "p", *keys)


async def break_over(desk: Any) -> None:
    await desk.press("m")
    await desk.write("19.10")
    await desk.press("ctrl+s", "m")
    await desk.write("19.25")
    await desk.press("ctrl+s")


async def test_after_a_break_the_roll_is_checked(open_program: Any, summoned: Path) -> None:
    """F 8: somebody left during the break, and may not serve again that day."""
    async with open_program(size=(120, 40)) as desk:
        await at_the_desk(desk, "b", "n")
        await break_over(desk)
        assert "Alla som var här är tillbaka?" in desk.text
        assert "Ali Saadi (S), Karin Ek (C), Per Ahl (M)" in desk.text
        await desk.press("enter")
        assert desk.app.focused.id == "roll"
        await desk.press("end", "up", "space", "escape", "b")
        rows = {one.person.name: one for one in record(summoned).dossier.attendances}
        assert rows["Bo Lind"].to_paragraph == 1


async def test_when_all_are_back_one_goes_on(open_program: Any, summoned: Path) -> None:
    async with open_program(size=(120, 40)) as desk:
        await at_the_desk(desk, "b", "n")
        await break_over(desk)
        await desk.press("tab", "enter", "b")
        assert record(summoned).numbers == (1, 2)


@pytest.mark.parametrize("way", ["palette", "search"])
async def test_per_capsulam_is_answered(open_program: Any, way: str) -> None:
    """F 12: not offered; the three ways there are instead."""
    async with open_program(size=(80, 24)) as desk:
        await desk.press("ctrl+p" if way == "palette" else "ctrl+f")
        await desk.write("per capsulam")
        await desk.press("enter")
        for words in ("extra sammanträde", "på distans", "KL 6:39"):
            assert words in desk.text


async def test_a_guest_who_comes_in_is_there_from_this_paragraph(
    open_program: Any, summoned: Path
) -> None:
    async with open_program(size=(120, 40)) as desk:
        await at_the_desk(desk, "b", "n", "f6", "l")
        await desk.write("Lena Chef")
        await desk.press("ctrl+s")
        stay = next(one for one in record(summoned).presences if one.person.name == "Lena Chef")
        assert stay.from_paragraph == 2


async def test_one_writes_on_at_the_end_of_a_text(open_program: Any, summoned: Path) -> None:
    async with open_program(size=(120, 40)) as desk:
        await at_the_desk(desk, "down", "b", "g", *" Klart.", "escape")
        assert record(summoned).paragraph(1).procedure.endswith("beslutar enligt det. Klart.")


async def test_two_votes_can_be_told_apart_in_80_columns(open_program: Any, summoned: Path) -> None:
    """F 21: three proposals, so several votes."""
    async with open_program(size=(80, 24)) as desk:
        await at_the_desk(desk, "down")
        for who in ("per", "karin", "eva"):
            await desk.press("y")
            await desk.write(who)
            await desk.press("tab", "enter", "down", "down", "enter", "tab", "tab")
            await desk.write(f"Omsorgsnämnden gör som {who} vill.")
            await desk.press("ctrl+s")
        await desk.press("v")
        assert "nej Karin Eks (C) yrkande" in desk.text
        assert "nej Eva Bergs (S) yrkande" in desk.text


async def test_a_long_proposal_leaves_the_decision_in_sight(
    open_program: Any, summoned: Path
) -> None:
    points = [f"Omsorgsnämnden antar punkt {n} i riktlinjerna för avgifter." for n in range(30)]
    with Store(str(summoned)) as store:
        set_proposal(store, BEFORE, dossier_on(summoned).items[2].id, "staff", points)
    async with open_program(size=(80, 24)) as desk:
        await at_the_desk(desk, "down", "b")
        assert "hela förslaget: F5" in desk.text
        assert "Beslut" in desk.text and "1  Omsorgsnämnden antar punkt 0" in desk.text


async def test_the_next_paragraph_is_told_when_a_vice_chair_leads(
    open_program: Any, summoned: Path
) -> None:
    """F 15: the chair is absent and the first vice chair leads."""
    async with open_program(size=(120, 40)) as desk:
        await at_the_desk(desk, "f6", "home", "space", "escape", "b", "up")
        line = desk.text.splitlines()[2]
        assert "§ 2 →" in line and "Karin Ek leder" in line


@pytest.mark.parametrize("written", ["acb", "ab", "ann-ch", "brod"])
def test_a_double_name_is_found_by_its_initials(written: str) -> None:
    assert read_people(PEOPLE)(written) == (PEOPLE[0],)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("bo,an", "bo,ann-Charlotte Brodén"), ("bo, an", "bo, ann-Charlotte Brodén")],
)
async def test_the_grey_text_goes_on_where_one_types(typed: str, offered: str) -> None:
    assert await NameSuggester(PEOPLE).get_suggestion(typed) == offered
