"""Whatever stands in the data is text on every screen: never markup, never a terminal command."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from nämndtui.tui.kit.safe_text import cell, one_line, plain, visible

HOSTILE = (
    "[/ slut",
    "avser [/] x",
    "[bold]fet[/bold]",
    "[utkast]",
    "[@click=app.quit]klicka[/]",
    "{{ 7*7 }}",
    "<w:p>&",
    "\x1b[31mröd\x1b[0m \x9b1m",
    "rad\x0bbrytning",
    "a\u030al i a\u030a",
    "x" * 100_000,
)
WAYS = (("2",), ("2", "e"), ("3", "enter"), ("3", "f4"), ("6",), ("6", "p"))
DIALOGS = (("ctrl+f", "k", "l"), ("7",), ("7", "enter"), ("1",))


def poison(path: Path, turn: int) -> None:
    """Put hostile text wherever a user's text may stand, past every check a verb makes.

    Every row gets another string; ``turn`` shifts which one.
    """
    connection = sqlite3.connect(path)
    connection.create_collation("svensk", lambda a, b: (a > b) - (a < b))
    connection.create_function("h", 1, lambda row: HOSTILE[(row + turn) % len(HOSTILE)])
    with connection:
        connection.execute("UPDATE committees SET name = h(id), municipality = h(id + 1)")
        connection.execute("UPDATE cases SET title = h(id), note = h(id + 2)")
        connection.execute("UPDATE persons SET name = h(id) || ' ' || id, party = h(id + 3)")
        connection.execute("UPDATE mandates SET party = h(id + 4)")
        connection.execute("UPDATE meetings SET place = h(id), remark = h(id + 5)")
        connection.execute("UPDATE agenda_items SET title = h(id)")
    connection.close()


@pytest.mark.parametrize("turn", [0, 4, 8])
async def test_every_section_shows_it_as_text(open_program, database, turn) -> None:  # type: ignore[no-untyped-def]
    poison(database, turn)
    async with open_program(size=(100, 30)) as desk:
        for keys in (*WAYS, *DIALOGS):
            await desk.press(*keys)
            assert not set(desk.text) & {"\x1b", "\x9b", "\x0b", "\x07"}
            if desk.app.screen.is_modal:
                await desk.press("escape")
        await desk.press("3")
        for case_id in range(1, 6):
            title = one_line(HOSTILE[(case_id + turn) % len(HOSTILE)], 20).rstrip("…")
            assert title in desk.text


async def test_notices_and_errors_show_it_as_text(open_program) -> None:  # type: ignore[no-untyped-def]
    async with open_program() as desk:
        for text in HOSTILE:
            desk.app.say(text)
        await desk.calm()
        assert any("[utkast]" in notice for notice in desk.notices)
        assert not set(desk.text) & {"\x1b", "\x9b", "\x0b"}


@given(st.text(), st.integers(1, 50))
def test_nothing_a_terminal_obeys_is_left(text: str, limit: int) -> None:
    shown = visible(text, limit)
    assert len(shown) <= limit * 8
    assert not any((ord(c) < 32 and c not in "\n\t") or 0x7F <= ord(c) < 0xA0 for c in shown)


@given(st.text(alphabet="[]/@=ab\\ "))
def test_markup_is_kept_letter_by_letter(text: str) -> None:
    assert str(plain(text)) == text
    assert isinstance(cell(text), Text)
    assert cell(text).plain == " ".join(text.split())
