"""F9: the box that writes a Wordfil, in a small terminal and from a database only read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.widgets import Button

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.store.database import Store
from nämndtui.workflow.agenda.agenda import add_item
from tests.tui.meeting.conftest import BEFORE, dossier_on


def crowd(path: Path) -> None:
    """A December meeting that lacks so much that it cannot be shown at once."""
    meeting_id = dossier_on(path).meeting.id
    with Store(str(path)) as store:
        for number in range(12):
            new = AgendaItem(0, 1, meeting_id, 0, None, "decision", f"Ärende utan text {number}")
            add_item(store, BEFORE, new)


async def open_box(desk: Any, path: Path) -> None:
    desk.app.open_meeting(dossier_on(path).meeting.id)
    await desk.calm()
    await desk.press("f9")


async def test_the_buttons_are_in_sight_however_much_is_missing(
    open_program: Any, database: Path
) -> None:
    crowd(database)
    async with open_program(size=(80, 24)) as desk:
        await open_box(desk, database)
        assert len(desk.app.screen._lines) >= 16
        assert "Skriv Wordfilen" in desk.text and "Avbryt" in desk.text
        assert "^S Skriv filen" in desk.text.splitlines()[-1]
        desk.app.screen._tell("▲ " + "Mappen går inte att skapa. " * 8)
        await desk.calm()
        assert "Skriv Wordfilen" in desk.text and "Avbryt" in desk.text


async def test_tab_goes_through_list_folder_and_buttons(open_program: Any, database: Path) -> None:
    crowd(database)
    async with open_program(size=(80, 24)) as desk:
        await open_box(desk, database)
        assert desk.app.focused.id == "write"
        seen = []
        for _ in range(4):
            await desk.press("tab")
            seen.append(desk.app.focused.id)
        assert seen[1:] == ["paper-folder", "cancel", "write"]
        assert isinstance(desk.app.focused, Button)


async def test_a_database_only_read_still_gives_its_documents(
    open_program: Any, database: Path, tmp_path: Path, monkeypatch: Any
) -> None:
    folder = tmp_path / "ut"
    folder.mkdir()
    monkeypatch.chdir(folder)
    before = database.read_bytes()
    async with open_program(read_only=True) as desk:
        await open_box(desk, database)
        await desk.press("ctrl+s")
        assert "Kallelsen är skriven" in desk.text
        assert "Markera som skickad" not in desk.text
    (written,) = folder.iterdir()
    assert written.suffix == ".docx"
    assert database.read_bytes() == before
