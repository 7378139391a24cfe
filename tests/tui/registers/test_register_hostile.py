"""Whatever stands in the registers is text on every screen."""

from __future__ import annotations

import sqlite3

import pytest

# Fixtures come from conftest.py, which importlib mode keeps out of reach for annotations.
# mypy: disable-error-code="no-untyped-def,no-untyped-call,attr-defined,union-attr"

HOSTILE = (
    "[/ slut",
    "[bold]fet[/bold]",
    "[@click=app.quit]klicka[/]",
    "{{ 7*7 }}",
    "<w:p>&",
    "\x1b[31mröd\x1b[0m \x9b1m",
    "rad\x0bbrytning",
    "a\u030al i a\u030a",
    "x" * 100_000,
)
WAYS = (
    ("4",),
    ("f4", "escape"),
    ("right",),
    ("f4", "escape"),
    ("right",),
    ("f4", "escape"),
    ("c", "enter", "escape"),
    ("5",),
    ("f4", "escape"),
    ("right",),
    ("down", "down", "enter", "escape"),
    ("right",),
)


def poison(path, turn):
    connection = sqlite3.connect(path)
    connection.create_collation("svensk", lambda a, b: (a > b) - (a < b))
    connection.create_function("casefold", 1, str.casefold)
    connection.create_function("h", 1, lambda row: HOSTILE[(row + turn) % len(HOSTILE)])
    with connection:
        connection.execute(
            "UPDATE delegated_decisions SET role = h(id), decider = h(id + 1), dnr = h(id + 2),"
            " description = h(id + 3)"
        )
        connection.execute("UPDATE delegation_orders SET name = h(id), adopted = h(id + 1)")
        connection.execute(
            "UPDATE delegation_rules SET text = h(id), legal_source = h(id + 1),"
            " roles = json_array(h(id + 2))"
        )
        connection.execute("UPDATE reported_matters SET origin = h(id), title = h(id + 1)")
        connection.execute(
            "UPDATE support_decisions SET note = h(id), local_key = h(id + 1) || id,"
            " measure = CASE law WHEN 'sol' THEN h(id + 2) ELSE measure END"
        )
    connection.close()


@pytest.mark.parametrize("turn", range(0, 9, 4))
async def test_every_register_shows_it_as_text(open_program, database, turn) -> None:
    poison(database, turn)
    async with open_program(size=(100, 30)) as desk:
        for keys in WAYS:
            for key in keys:
                await desk.press(key)
                assert not set(desk.text) & {"\x1b", "\x9b", "\x0b", "\x07"}
            assert not desk.app.screen.is_modal
        await desk.press("4")
