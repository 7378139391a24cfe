"""Texts that may be read but not written say so when one types in them."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from textual import events

from nämndtui.store.database import Store
from nämndtui.tui.kit.forms.form_row import FormRow
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.minutes.adjustment import mark_adjusted, set_adjusters
from nämndtui.workflow.minutes.minutes import call_roll, close_meeting, decide_item
from tests.tui.meeting.conftest import BEFORE, dossier_on


@pytest.mark.parametrize("name", ["title", "staff_proposal", "summary"])
async def test_a_database_only_read_takes_no_typing(
    open_program: Any, database: Path, name: str
) -> None:
    async with open_program(read_only=True) as desk:
        desk.app.open_meeting(dossier_on(database).meeting.id)
        await desk.calm()
        await desk.press("down", "down")
        desk.app.screen.pane.focus_field(name)
        await desk.calm()
        field = desk.app.focused
        before = field.typed
        await desk.press("x", "end", "backspace", "delete", "ctrl+u", "ctrl+k", "ctrl+z", "é")
        desk.app.post_message(events.Paste("inklistrat"))
        await desk.calm()
        assert field.has_focus and field.locked
        assert field.typed == before
        assert "går inte att ändra" in desk.text


async def test_every_field_of_a_meeting_is_locked(open_program: Any, database: Path) -> None:
    async with open_program(read_only=True) as desk:
        desk.app.open_meeting(dossier_on(database).meeting.id)
        await desk.calm()
        assert desk.app.screen.pane.fields
        assert all(label.field.read_only for label in desk.app.screen.pane.fields)


@pytest.fixture
def adjusted(summoned: Path) -> int:
    """The December meeting held and its minutes adjusted; its id."""
    found = dossier_on(summoned)
    meeting_id = found.meeting.id
    with Store(str(summoned)) as store:
        call_roll(store, BEFORE, meeting_id)
        for item in found.items[1:]:
            decide_item(store, BEFORE, item.id, "noted", ["Omsorgsnämnden noterar informationen."])
        set_adjusters(store, BEFORE, meeting_id, ["Karin Ek"])
        close_meeting(store, BEFORE, meeting_id, time(20, 15))
        day = date(2026, 12, 15)
        later = Actor("bo", datetime.combine(day, time(12, 0)))
        mark_adjusted(store, later, meeting_id, day)
    return meeting_id


async def test_an_adjusted_item_is_read_not_written(open_program: Any, adjusted: int) -> None:
    async with open_program() as desk:
        desk.app.open_meeting(adjusted)
        await desk.calm()
        await desk.press("f5", "down", "down")
        screen = desk.app.screen
        assert all(label.field.locked for label in screen.pane.fields)
        await desk.press("m")
        assert desk.app.screen is screen
        await desk.press("e")
        assert [row.field.name for row in desk.app.screen.form.query(FormRow)] == ["publish"]


async def test_an_adjusted_meeting_is_not_edited_from_the_list(
    open_program: Any, adjusted: int
) -> None:
    async with open_program() as desk:
        await desk.press("2")
        while desk.app.screen.meeting_id != adjusted:
            await desk.press("up" if desk.app.screen.meeting_id < adjusted else "down")
        screen = desk.app.screen
        await desk.press("f4")
        assert desk.app.screen is screen
        await desk.press("down", "f4")
        assert desk.app.screen is not screen
