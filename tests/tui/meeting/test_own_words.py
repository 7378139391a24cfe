"""The secretary's own words: begun without a proposal, and never replaced without a question."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.tui.meeting.conftest import dossier_on

OWN = "Omsorgsnämnden godkänner informationen med tillägget att den återkommer i mars."


async def at_the_desk(desk: Any, *keys: str) -> None:
    desk.app.open_meeting(2)
    await desk.calm()
    await desk.press("f5", "p", *keys)


async def test_an_extra_item_without_proposal_is_decided_in_own_words(
    open_program: Any, summoned: Path, saved: Any
) -> None:
    """F 1: raised at the meeting, appended, decided in the order it is handled."""
    async with open_program(size=(120, 40)) as desk:
        await at_the_desk(desk, "b", "f2")
        await desk.write("Brand på Ängsgården")
        await desk.press("ctrl+s", "end", "up")
        assert desk.app.screen.item.title == "Brand på Ängsgården"
        await desk.press("e", *"bonu")
        field = desk.app.focused
        assert field.text == "bonu"
        assert [p.number for p in saved().paragraphs] == [1]
        await desk.write("Omsorgsnämnden uppdrar åt förvaltningen att utreda branden.")
        await desk.press("escape")
        found = saved()
        assert found.items[-1].late == "at_meeting"
        assert found.paragraph_of(found.items[-1]).number == 2
        assert found.paragraphs[1].points == (
            "Omsorgsnämnden uppdrar åt förvaltningen att utreda branden.",
        )
        assert "§ 2 · 4 Brand på Ängsgården" in desk.text


async def test_own_words_without_a_paragraph_outlive_the_program(
    open_program: Any, summoned: Path, saved: Any
) -> None:
    async with open_program(size=(120, 40)) as desk:
        await at_the_desk(desk, "end", "up", "e")
        await desk.write("Omsorgsnämnden beslutar hal")
        desk.app.focused.save_draft()
        await desk.calm()
        desk.app.focused.source = None  # killed: nothing more is saved
    async with open_program(size=(120, 40)) as desk:
        assert "Delårsrapport 2 har text" in desk.text
        await desk.press("enter")
        assert "Omsorgsnämnden beslutar hal" in desk.text
        assert saved().paragraphs == ()
        await desk.press("enter", "end", *"vt.", "ctrl+s")
        assert saved().paragraphs[0].points == ("Omsorgsnämnden beslutar halvt.",)


async def test_the_same_key_again_changes_nothing(
    open_program: Any, summoned: Path, saved: Any
) -> None:
    async with open_program(size=(120, 40)) as desk:
        await at_the_desk(desk, "b", "f4")
        await desk.write(OWN)
        await desk.press("escape", "b")
        assert not desk.app.screen.is_modal
        assert saved().paragraphs[0].points == (OWN,)


async def test_another_outcome_shows_both_texts_first(
    open_program: Any, summoned: Path, saved: Any
) -> None:
    async with open_program(size=(120, 40)) as desk:
        await at_the_desk(desk, "b", "f4")
        await desk.write(OWN)
        await desk.press("escape", "a")
        assert "Ersätta beslutet i § 1?" in desk.text
        assert "med tillägget" in desk.text and "avslår förslaget" in desk.text
        await desk.press("enter")
        assert saved().paragraphs[0].points == (OWN,)
        await desk.press("a", "tab", "enter")
        assert saved().paragraphs[0].points == ("Omsorgsnämnden avslår förslaget.",)


async def test_the_chairs_question_keeps_what_was_written_by_hand(
    open_program: Any, summoned: Path, saved: Any
) -> None:
    async with open_program(size=(120, 40)) as desk:
        await at_the_desk(desk, "down", "y")
        await desk.write("per")
        await desk.press("tab", "enter", "down", "down", "enter", "tab", "tab")
        await desk.write("Omsorgsnämnden bifaller motionen.")
        await desk.press("ctrl+s", "p", "enter", "down", "down", "enter", "ctrl+s", "f4")
        await desk.write(OWN)
        await desk.press("escape", "p", "ctrl+s")
        assert saved().paragraphs[0].points == (OWN,)
        await desk.press("p", "enter", "up", "enter", "ctrl+s")
        assert "Ersätta beslutet i § 1?" in desk.text
        await desk.press("tab", "enter")
        assert saved().paragraphs[0].outcome == "as_proposed"
        assert saved().paragraphs[0].points == dossier_on(summoned).items[2].proposal


async def test_a_vote_never_replaces_what_was_written_by_hand(
    open_program: Any, summoned: Path, saved: Any
) -> None:
    async with open_program(size=(120, 40)) as desk:
        await at_the_desk(desk, "down", "y")
        await desk.write("per")
        await desk.press("tab", "enter", "down", "down", "enter", "tab", "tab")
        await desk.write("Omsorgsnämnden bifaller motionen.")
        await desk.press("ctrl+s", "b", "f4")
        await desk.write(OWN)
        await desk.press("escape", "v", "r", "j", "ctrl+s")
        assert "Ersätta beslutet i § 1?" in desk.text
        await desk.press("enter")
        assert saved().paragraphs[0].points == (OWN,)
        assert not desk.app.screen.is_modal
