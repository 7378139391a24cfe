"""What each section and dialog looks like, at the two sizes we draw for."""

from __future__ import annotations

from pathlib import Path

import pytest

SIZES = [(80, 24), (120, 40)]
SECTIONS = (
    ("översikt", "1"),
    ("sammanträden", "2"),
    ("ärenden", "3"),
    ("delegationsbeslut", "4"),
    ("ej-verkställda", "5"),
    ("förtroendevalda", "6"),
    ("inställningar", "7"),
)
DIALOGS = (
    ("hjälp", ("f1",)),
    ("kommandon", ("ctrl+p",)),
    ("nytt-sammanträde", ("2", "f2")),
    ("nytt-ärende", ("3", "f2")),
    ("redigera-ärende", ("3", "f4")),
    ("nytt-uppdrag", ("6", "f2")),
    ("ändra-diarium", ("7", *["down"] * 6, "enter")),
)


@pytest.mark.parametrize("size", SIZES)
async def test_sections_and_their_dialogs(open_program, size) -> None:  # type: ignore[no-untyped-def]
    async with open_program(size=size) as desk:
        for name, key in SECTIONS:
            await desk.press(key)
            desk.looks_like(name)
        await desk.press("1")
        for name, keys in DIALOGS:
            await desk.press(*keys)
            desk.looks_like(name)
            await desk.press("escape")


@pytest.mark.parametrize("size", SIZES)
async def test_first_start(open_program, size, monkeypatch, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    async with open_program(path=Path("ny.db"), size=size) as desk:
        desk.looks_like("första-starten")


async def test_read_only_is_said_at_the_top(open_program) -> None:  # type: ignore[no-untyped-def]
    async with open_program(read_only=True) as desk:
        await desk.press("3")
        desk.looks_like("skrivskyddad")
