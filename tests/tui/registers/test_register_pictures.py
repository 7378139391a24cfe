"""What the registers and their boxes look like, at the two sizes we draw for."""

from __future__ import annotations

import pytest

# Fixtures come from conftest.py, which importlib mode keeps out of reach for annotations.
# mypy: disable-error-code="no-untyped-def,no-untyped-call"

SIZES = [(80, 24), (120, 40)]
PLACES = (
    ("register-delegationsbeslut", ("4",)),
    ("register-anmälningsärenden", ("right",)),
    ("register-delegationsordning", ("right",)),
    ("register-ej-verkställda", ("5",)),
    ("register-kvartal", ("right",)),
    ("register-utveckling", ("right",)),
)
DIALOGS = (
    ("register-nytt-beslut", ("4", "f2")),
    ("register-beslut-formulär", ("4", "f")),
    ("register-nytt-ej-verkställt", ("5", "f2")),
    ("register-verkställt", ("5", "v")),
    ("register-läs-kvartal", ("5", "right", "enter")),
)


@pytest.mark.parametrize("size", SIZES)
async def test_the_registers(open_program, size) -> None:
    async with open_program(size=size) as desk:
        for name, keys in PLACES:
            await desk.press(*keys)
            desk.looks_like(name)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("name", "keys"), DIALOGS)
async def test_the_boxes(open_program, size, name, keys) -> None:
    async with open_program(size=size) as desk:
        await desk.press(*keys)
        desk.looks_like(name)


@pytest.mark.parametrize("size", SIZES)
async def test_before_a_quarter_is_fixed(open_program, size) -> None:
    async with open_program(size=size) as desk:
        await desk.press("5", "right", "down", "f2", "ctrl+s")
        desk.looks_like("register-sammanställ")


async def test_empty_registers_say_what_to_do(open_program, empty_registers) -> None:
    async with open_program(path=empty_registers) as desk:
        for section, expected in (
            ("4", ("F2 för att skriva in", "F2 när något kommer in", "I för att importera")),
            ("5", ("F2 för att", "när kvartalet är slut", "Sammanställ ett kvartal")),
        ):
            await desk.press(section)
            for words in expected:
                assert words in " ".join(desk.text.replace("│", " ").split())
                await desk.press("right")
        await desk.press("4", "f9")
        assert "Det finns inga delegationsbeslut att anmäla" in " ".join(desk.notices)


async def test_a_database_only_read_offers_no_changes(open_program) -> None:
    async with open_program(read_only=True) as desk:
        for keys in (("4",), ("right",), ("right",), ("5",), ("right",), ("right",)):
            await desk.press(*keys)
            bottom = desk.text.splitlines()[-1]
            assert not {"Nytt", "Redigera", "Anmäl", "Sammanställ", "Ny"} & set(bottom.split())
            await desk.press("f2", "f4", "f9", "delete")
            assert not desk.app.screen.is_modal
        await desk.press("left", "enter")
        assert "Rapporten SoL · kvartal 3 2026" in desk.text
