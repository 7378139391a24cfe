"""Keys that arrive together (a bundled SSH line, tmux send-keys) land where they were meant to."""

from __future__ import annotations

import pytest
from textual import events
from textual.keys import _character_to_key

from nämndtui.tui.kit.dialogs.form_dialog import FormDialog
from nämndtui.tui.kit.forms.form_field import FormField
from nämndtui.tui.kit.work import key_turns

# Fixtures come from conftest.py, which importlib mode keeps out of reach for annotations.
# mypy: disable-error-code="no-untyped-def,no-untyped-call,attr-defined,union-attr"


async def burst(desk, *keys: str) -> None:
    """All keys at once, as a terminal delivers one bundled line."""
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 else key
        event = events.Key(name, key if len(key) == 1 else None)
        event.set_sender(desk.app)
        desk.app._driver.send_message(event)
    await desk.calm()


@pytest.mark.parametrize("onward", ["tab", "enter"])
async def test_keys_after_tab_or_enter_land_in_the_next_field(open_program, onward) -> None:
    fields = [FormField("a", "A"), FormField("b", "B"), FormField("c", "C")]
    async with open_program() as desk:
        await desk.app.push_screen(FormDialog("Tre fält", fields))
        await desk.calm()
        await burst(desk, "Q", "q", onward, "W", "w", onward, "E", "shift+tab", "!")
        assert [row.entered for row in desk.app.screen.form.rows] == ["Qq", "Ww!", "E"]


async def test_keys_after_tab_land_in_the_next_text_of_an_item(open_program) -> None:
    async with open_program() as desk:
        desk.app.open_meeting(2, 3)
        await desk.calm()
        desk.app.screen.pane.focus_field("title")
        await desk.calm()
        first = desk.app.focused
        await burst(desk, "end", "X", "tab", "Y", "shift+tab", "Z")
        assert first.value.endswith("XZ")


async def test_a_whole_form_can_come_in_one_burst(open_program, database) -> None:
    async with open_program() as desk:
        await desk.press("3")
        await burst(desk, "f2", *"Cykelvägar", "tab", "tab", *"2026-09-01", "ctrl+s")
        assert "on/2026:6 är registrerat." in desk.notices
        assert desk.app.screen.case["title"] == "Cykelvägar"
        assert desk.app.screen.case["raised_on"] == "2026-09-01"


async def test_pasted_text_keeps_its_place_among_the_keys(open_program) -> None:
    fields = [FormField("a", "A"), FormField("b", "B")]
    async with open_program() as desk:
        await desk.app.push_screen(FormDialog("Två fält", fields))
        await desk.calm()
        for event in (events.Key("tab", None), events.Paste("inklistrat")):
            event.set_sender(desk.app)
            desk.app._driver.send_message(event)
        await desk.calm()
        assert [row.entered for row in desk.app.screen.form.rows] == ["", "inklistrat"]


async def test_keys_go_on_when_the_widget_that_had_one_is_gone(open_program, monkeypatch) -> None:
    monkeypatch.setattr(key_turns, "LONGEST_TURN", 0.01)
    fields = [FormField("a", "A"), FormField("b", "B")]
    async with open_program() as desk:
        await desk.app.push_screen(FormDialog("Två fält", fields))
        await desk.calm()
        monkeypatch.setattr(desk.app, "_follow", lambda round, target=None: None)
        await burst(desk, "tab", "B")
        while desk.app._waiting_keys:
            await desk.calm()
        assert [row.entered for row in desk.app.screen.form.rows] == ["", "B"]
