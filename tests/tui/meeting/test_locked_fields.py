"""Texts that may be read but not written say so when one types in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual import events

from tests.tui.meeting.conftest import dossier_on


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
