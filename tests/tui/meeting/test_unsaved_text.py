"""Nothing half-written is closed, adjusted or lost: votes, choices and texts wait to be settled."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path
from typing import Any

from nämndtui.store.core.connection import open_reader
from nämndtui.store.database import Store
from nämndtui.store.drafts.draft_key import PARAGRAPHS, DraftKey
from nämndtui.store.drafts.drafts import save_draft
from nämndtui.store.minutes.minutes_records import load_record
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.minutes.adjustment import mark_adjusted, set_adjusters
from nämndtui.workflow.minutes.minutes import call_roll, close_meeting, decide_item
from tests.tui.meeting.conftest import BEFORE, dossier_on

LATER = Actor("bo", datetime(2026, 12, 15, 9, 0))
TYPED = "Omsorgsnämnden godkänner halvskrivet."


def record(path: Path) -> Any:
    connection = open_reader(str(path))
    try:
        return load_record(connection, 2)
    finally:
        connection.close()


def decide_all(path: Path) -> None:
    """Everything is decided; only closing is left."""
    with Store(str(path)) as store:
        call_roll(store, BEFORE, 2)
        for item in dossier_on(path).items[1:]:
            decide_item(store, BEFORE, item.id, "as_proposed" if item.proposal else "noted")
        set_adjusters(store, BEFORE, 2, ["Karin Ek"])


def typed_by(path: Path, user: str, number: int = 1) -> None:
    """Somebody has typed in the decision of a § and not saved it."""
    paragraph = record(path).paragraph(number)
    with Store(str(path)) as store:
        key = DraftKey(PARAGRAPHS, paragraph.id, "points")
        save_draft(store, user, BEFORE.now, key, TYPED, paragraph.version)


def drafts(path: Path) -> list[str]:
    with Store(str(path)) as store:
        rows = store.connection.execute("SELECT text FROM drafts WHERE \"table\" <> 'place'")
        return [row[0] for row in rows]


async def at_the_end(desk: Any) -> None:
    desk.app.open_meeting(2)
    await desk.calm()
    await desk.press("end", "f8")
    await desk.write("20.45")
    await desk.press("ctrl+s")


async def test_a_meeting_is_not_closed_over_anothers_unsaved_text(
    open_program: Any, summoned: Path
) -> None:
    decide_all(summoned)
    typed_by(summoned, "bo")
    async with open_program(size=(120, 40)) as desk:
        await at_the_end(desk)
        assert "Det finns text som inte är sparad" in desk.text
        shown = desk.text.replace("\u00a0", " ")
        assert "§ 1 beslut (bo, sön 22 nov kl. 13.00)" in shown
        await desk.press("enter")
        assert record(summoned).dossier.meeting.state == "in_session"
        await desk.press("ctrl+s", "tab", "tab", "enter")
        found = record(summoned)
        assert found.dossier.meeting.state == "closed"
        assert found.paragraph(1).points == (TYPED,)
    assert drafts(summoned) == []


async def test_unsaved_text_can_be_thrown_away(open_program: Any, summoned: Path) -> None:
    decide_all(summoned)
    before = record(summoned).paragraph(1).points
    async with open_program(size=(120, 40)) as desk:
        desk.app.open_meeting(2)
        await desk.calm()
        typed_by(summoned, "anna")
        desk.app.data_changed()
        await at_the_end(desk)
        await desk.press("tab", "enter")
        assert record(summoned).dossier.meeting.state == "closed"
        await desk.press("home", "down", "end")
    assert record(summoned).paragraph(1).points == before
    assert drafts(summoned) == []


async def test_a_part_is_not_adjusted_over_unsaved_text(open_program: Any, summoned: Path) -> None:
    decide_all(summoned)
    with Store(str(summoned)) as store:
        close_meeting(store, BEFORE, 2, time(20))
    typed_by(summoned, "bo")
    async with open_program(size=(120, 40), now=LATER.now) as desk:
        desk.app.open_meeting(2)
        await desk.calm()
        await desk.press("end", "f8")
        await desk.write("2026-12-15")
        await desk.press("ctrl+s")
        assert "Det finns text som inte är sparad" in desk.text
        await desk.press("tab", "tab", "enter")
        found = record(summoned)
        assert found.dossier.meeting.state == "adjusted"
        assert found.paragraph(1).points == (TYPED,)


async def test_text_left_in_an_adjusted_paragraph_becomes_a_correction(
    open_program: Any, summoned: Path
) -> None:
    decide_all(summoned)
    with Store(str(summoned)) as store:
        close_meeting(store, BEFORE, 2, time(20))
        mark_adjusted(store, LATER, 2, LATER.today)
    typed_by(summoned, "anna")
    async with open_program(size=(120, 40)) as desk:
        desk.app.open_meeting(2, dossier_on(summoned).items[1].id)
        await desk.calm()
        field = desk.app.screen.pane.fields[0].editor
        assert field.text == "Omsorgsnämnden godkänner information."
        assert "text som inte sparades före" in desk.text
        await desk.press("delete", "escape")
        assert drafts(summoned) == [TYPED]
        await desk.press("f4")
        await desk.write("halvskrivet ska stå där")
        await desk.press("ctrl+s")
        (correction,) = record(summoned).corrections
        assert correction.after == TYPED
        assert "text som inte sparades före" not in desk.text
    assert drafts(summoned) == []


async def test_a_half_entered_vote_comes_back(open_program: Any, summoned: Path) -> None:
    async with open_program(size=(120, 40)) as desk:
        desk.app.open_meeting(2)
        await desk.calm()
        await desk.press("f5", "p", "down", "v", "ctrl+s", "j", "n", "n")
        assert "Ja = bifall till förslaget" in desk.text
        desk.app.screen.save_draft()
        await desk.calm()
        # killed: the dialogs are never left
    async with open_program(size=(120, 40)) as desk:
        assert "halvifylld" in desk.text
        await desk.press("enter", "v", "ctrl+s")
        assert "3 ja, 2 nej, 0 avstår" in desk.text
        assert "återställda" in desk.text
        await desk.press("ctrl+s")
        assert len(record(summoned).votes) == 1
    assert drafts(summoned) == []


async def test_leaving_a_half_entered_vote_asks_first(open_program: Any, summoned: Path) -> None:
    async with open_program(size=(120, 40)) as desk:
        desk.app.open_meeting(2)
        await desk.calm()
        await desk.press("f5", "p", "down", "v", "ctrl+s", "n", "escape")
        assert "Lämna utan att spara?" in desk.text
        await desk.press("tab", "enter")
        assert "Ja betyder" in desk.text
    assert drafts(summoned) == []
