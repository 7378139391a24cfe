"""A save reads what is shown, once, and nothing of what lies hidden beneath."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nämndtui.tui.kit.work import reading
from tests.tui.meeting.test_build_agenda import open_meeting


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of what is read, as it is read."""
    found: list[str] = []
    read_now = reading.read_now

    def noted(path: str, query: Callable[[sqlite3.Connection], Any]) -> Any:
        found.append(getattr(query, "__qualname__", repr(query)))
        return read_now(path, query)

    monkeypatch.setattr(reading, "read_now", noted)
    return found


async def test_a_save_in_a_meeting_reads_the_meeting_and_not_the_overview(
    open_program: Any, database: Path, asked: list[str]
) -> None:
    async with open_program() as desk:
        assert any("overview" in one.casefold() for one in asked), asked
        await open_meeting(desk, database)
        asked.clear()
        await desk.press("f2")
        await desk.write("Verksamhetsplan 2027")
        await desk.press("ctrl+s")
        assert "Verksamhetsplan 2027" in desk.text
        # The meeting, the committees, and what was begun in the form: once each.
        assert len(asked) == len(set(asked)) == 3, asked
        assert not [one for one in asked if "overview" in one.casefold()], asked


async def test_the_overview_is_read_when_it_comes_into_sight_again(
    open_program: Any, database: Path, asked: list[str]
) -> None:
    async with open_program() as desk:
        await open_meeting(desk, database)
        await desk.press("f2")
        await desk.write("Verksamhetsplan 2027")
        await desk.press("ctrl+s")
        asked.clear()
        await desk.press("escape")
        assert len([one for one in asked if "overview" in one.casefold()]) == 1, asked
