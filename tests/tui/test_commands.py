"""Commands cannot drift: key, footer, palette and help come from one class each."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any

import pytest
from textual.binding import Binding

from nämndtui import tui
from nämndtui.tui.app import NamndApp
from nämndtui.tui.kit.commands.command import Command, CommandHost, key_name
from nämndtui.tui.kit.frame.top_bar import SectionTab
from nämndtui.tui.kit.widgets.key_bar import MOST_KEYS, KeyBar

# Fixtures come from conftest.py, which importlib mode keeps out of reach for annotations.
# mypy: disable-error-code="no-untyped-def,no-untyped-call,attr-defined,union-attr"

FORBIDDEN = ("alt+", "ctrl+enter", "shift+enter", "ctrl+m", "ctrl+i", "ctrl+h", "ctrl+j", "ctrl+[")


def every_host() -> list[type[CommandHost]]:
    for module in pkgutil.walk_packages(tui.__path__, "nämndtui.tui."):
        importlib.import_module(module.name)
    found: list[type[CommandHost]] = []
    waiting = [CommandHost]
    while waiting:
        for host in waiting.pop().__subclasses__():
            found.append(host)
            waiting.append(host)
    return found


def every_command() -> set[type[Command[object]]]:
    return {command for host in every_host() for command in host.all_commands()}


def test_every_command_explains_itself_in_swedish() -> None:
    for command in every_command():
        assert command.label, command
        text = command.__doc__ or ""
        assert text.strip().endswith((".", "!", "?")), command
        assert len(command.explanation()) > 10, command


def test_every_command_does_something_where_it_is_offered() -> None:
    for host in every_host():
        for command in host.all_commands():
            if command.run.__func__ is Command.run.__func__:
                act = getattr(host, command.act) if isinstance(command.act, str) else command.act
                assert callable(act), (host, command)


def test_keys_can_be_sent_by_every_terminal() -> None:
    for command in every_command():
        for key in filter(None, command.key.split(",")):
            assert not key.startswith(FORBIDDEN), (command, key)
            assert key == key.strip(), command


def test_commands_that_share_a_key_say_when_each_is_possible() -> None:
    for host in every_host():
        by_key: dict[str, list[type[Command[Any]]]] = {}
        for command in host.__dict__.get("OFFERED", ()):
            for key in filter(None, command.key.split(",")):
                by_key.setdefault(key, []).append(command)
        for sharing in (commands for commands in by_key.values() if len(commands) > 1):
            always = [c for c in sharing if c.available.__func__ is Command.available.__func__]
            assert not always, (host, always)


def test_bindings_are_made_from_the_commands() -> None:
    bindings = [b for b in NamndApp.BINDINGS if isinstance(b, Binding)]
    assert {b.tooltip for b in bindings} == {c.explanation() for c in NamndApp.OFFERED if c.key}


@pytest.mark.parametrize(
    ("key", "name"),
    [("f2", "F2"), ("ctrl+s", "^S"), ("n", "N"), ("question_mark", "?"), ("shift+f6", "Skift+F6")],
)
def test_keys_are_shown_as_a_user_knows_them(key: str, name: str) -> None:
    assert key_name(key) == name


async def test_the_key_bar_fits_in_80_columns_everywhere(open_program) -> None:
    async with open_program(size=(80, 24)) as desk:
        for keys in ("1", "2", "3", "4", "5", "6", "7", "f1", "ctrl+p", "f2"):
            await desk.press(keys)
            bar = desk.app.screen.query_one(KeyBar)
            assert 0 < len(bar.keys) <= MOST_KEYS
            assert sum(key.width for key in bar.keys) <= 80, (keys, bar.keys)
            if desk.app.screen.is_modal:
                await desk.press("escape")


async def test_help_asked_for_in_the_help_stays_one_box(open_program) -> None:
    async with open_program() as desk:
        await desk.press("f1")
        depth = len(desk.app.screen_stack)
        await desk.press("f1", "f1")
        assert len(desk.app.screen_stack) == depth
        assert "Hjälp: Hjälp" not in desk.text
        await desk.press("escape")
        assert not desk.app.screen.is_modal


async def test_a_click_in_the_key_bar_presses_the_key(open_program) -> None:
    async with open_program() as desk:
        await desk.pilot.click(KeyBar, offset=(3, 0))
        await desk.calm()
        assert "Hjälp: Översikt" in desk.text


async def test_a_click_on_a_section_goes_there(open_program) -> None:
    async with open_program() as desk:
        await desk.pilot.click(desk.app.screen.query(SectionTab)[2])
        await desk.calm()
        assert desk.app.current_mode == "cases"


async def test_the_palette_runs_what_is_chosen(open_program) -> None:
    async with open_program() as desk:
        await desk.press("3", "ctrl+p")
        await desk.write("nytt")
        await desk.press("enter")
        assert "Nytt ärende" in desk.text


async def test_f6_goes_round_the_panes(open_program) -> None:
    async with open_program() as desk:
        seen = [desk.app.focused.id]
        for _ in range(3):
            await desk.press("f6")
            seen.append(desk.app.focused.id)
        assert seen == ["todo", "findings", "changed", "todo"]


async def test_digits_are_text_while_typing(open_program) -> None:
    async with open_program() as desk:
        await desk.press("3", "/", "2", "0", "2", "6")
        assert desk.app.current_mode == "cases"
        assert desk.app.focused.value == "2026"


async def test_colours_can_be_turned_dark(open_program) -> None:
    async with open_program() as desk:
        await desk.press("ctrl+p")
        await desk.write("mörkt")
        await desk.press("enter")
        assert desk.app.theme == "namnd-mork"
    async with open_program() as desk:
        assert desk.app.theme == "namnd-mork", "remembered till the next start"
