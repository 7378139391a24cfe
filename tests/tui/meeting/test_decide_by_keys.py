"""Yrkanden, proposition, votering, reservation and jäv at the desk, by keys (F 14–23)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nämndtui.store.core.connection import open_reader
from nämndtui.store.minutes.minutes_records import load_record

# Fixtures come from conftest.py, which importlib mode keeps out of reach for annotations.
MOTION = ("down",)
"""From the first item to the motion."""


def record(path: Path) -> Any:
    connection = open_reader(str(path))
    try:
        return load_record(connection, 2)
    finally:
        connection.close()


async def at_the_motion(desk: Any, path: Path) -> None:
    desk.app.open_meeting(2)
    await desk.calm()
    await desk.press("f5", "p", *MOTION)
    assert record(path).dossier.meeting.state == "in_session"


async def move(desk: Any, who: str, kind_downs: int, text: str = "") -> None:
    await desk.press("y")
    await desk.write(who)
    await desk.press("tab", *(["enter", *["down"] * kind_downs, "enter"] if kind_downs else []))
    await desk.press("tab", "tab")
    await desk.write(text)
    await desk.press("ctrl+s")


async def test_f6_goes_only_to_what_is_shown(open_program: Any, summoned: Path) -> None:
    async with open_program(size=(80, 24)) as desk:
        await at_the_motion(desk, summoned)
        await desk.press("b")
        for _ in range(6):
            await desk.press("f6")
            assert desk.app.focused.id not in ("parts", "todo-after")
            assert desk.app.focused.region.height


async def test_two_proposals_a_vote_and_a_reservation(open_program: Any, summoned: Path) -> None:
    async with open_program(size=(120, 40)) as desk:
        await at_the_motion(desk, summoned)
        await move(desk, "ka, bl", 2, "Omsorgsnämnden bifaller motionen.")
        assert "Yrkande     Karin Ek (C) och Bo Lind (C) – eget förslag" in desk.text
        await desk.press("v")
        assert "Ja = förvaltningens förslag" in desk.text
        await desk.press("j", "n", "down", "down", "n")
        assert "3 ja, 2 nej, 0 avstår → förvaltningens förslag" in desk.text
        await desk.press("ctrl+s")
        await desk.press("r")
        await desk.write("karin, bo")
        await desk.press("ctrl+s")
        found = record(summoned)
        paragraph = found.dossier.paragraphs[0]
        assert paragraph.outcome == "as_proposed"
        assert "Omröstningsresultat: 3 ja-röster, 2 nej-röster, 0 som avstår." in paragraph.vote
        assert paragraph.reservations == (
            "Karin Ek (C) och Bo Lind (C) reserverar sig mot beslutet till förmån för eget yrkande."
        )
        assert "KL 5:67" not in desk.text
        desk.looks_like("protokoll-votering")


async def test_a_tie_shows_the_casting_vote(open_program: Any, summoned: Path) -> None:
    async with open_program(size=(120, 40)) as desk:
        await at_the_motion(desk, summoned)
        await move(desk, "karin", 1)
        await desk.press("v", "j", "n", "n", "j", "a")
        desk.looks_like("protokoll-lika-röstetal")
        assert "Lika röstetal" in desk.text
        await desk.press("ctrl+s")
        (vote,) = record(summoned).votes
        assert (vote.casting, vote.winner) == ("yes", "staff")


async def test_the_chair_puts_the_question_without_a_vote(
    open_program: Any, summoned: Path
) -> None:
    async with open_program(size=(80, 24)) as desk:
        await at_the_motion(desk, summoned)
        await move(desk, "per", 2, "Omsorgsnämnden bifaller motionen.")
        await desk.press("p", "enter", "down", "down", "enter")
        desk.looks_like("protokoll-proposition")
        await desk.press("ctrl+s")
        paragraph = record(summoned).dossier.paragraphs[0]
        assert paragraph.points == ("Omsorgsnämnden bifaller motionen.",)
        assert "Per Ahls (M) yrkande" in paragraph.procedure


async def test_a_withdrawn_yrkande_leaves_the_minutes(open_program: Any, summoned: Path) -> None:
    async with open_program(size=(120, 40)) as desk:
        await at_the_motion(desk, summoned)
        await move(desk, "per", 1)
        desk.app.screen.query_one("#facts").focus()
        await desk.press("w")
        assert "(återtaget)" in desk.text
        await desk.press("escape", "b")
        assert record(summoned).dossier.paragraphs[0].motions == ""


async def test_jav_calls_the_substitute_for_that_paragraph_only(
    open_program: Any, summoned: Path
) -> None:
    async with open_program(size=(120, 40)) as desk:
        await at_the_motion(desk, summoned)
        await desk.press("j")
        await desk.write("eva")
        assert "Eva Berg (S)" in desk.text
        await desk.press("ctrl+s")
        assert "– Eva Berg (S)  jäv, → Rut Åkesson" in desk.text
        await desk.press("b", "n")
        assert "● Eva Berg (S)" in desk.text


async def test_who_does_not_serve_cannot_move(open_program: Any, summoned: Path) -> None:
    async with open_program(size=(120, 40)) as desk:
        await at_the_motion(desk, summoned)
        await desk.press("y")
        await desk.write("rut")
        assert "Ingen som kan menas heter ”rut”" in desk.text
        await desk.press("ctrl+s")
        assert record(summoned).moved == ()


async def test_postponed_with_its_reason(open_program: Any, summoned: Path) -> None:
    async with open_program(size=(120, 40)) as desk:
        await at_the_motion(desk, summoned)
        await desk.press("d")
        await desk.write("inhämta polisens synpunkter")
        await desk.press("tab", "enter", "down", "enter", "ctrl+s")
        found = record(summoned)
        assert found.dossier.paragraphs[0].outcome == "referred_back"
        assert found.handling(found.dossier.items[2].id).reason == "inhämta polisens synpunkter"


async def test_a_break_and_a_paragraph_adjusted_at_once(open_program: Any, summoned: Path) -> None:
    async with open_program(size=(120, 40)) as desk:
        await at_the_motion(desk, summoned)
        await desk.press("b", "i")
        parts = record(summoned).dossier.minutes_parts
        assert [part.paragraph_numbers for part in parts if part.immediate] == [(1,)]
        await desk.press("m")
        await desk.write("19.10")
        await desk.press("ctrl+s", "down", "b")
        assert "ajournerat" in desk.text
        await desk.press("m")
        await desk.write("19.25")
        await desk.press("ctrl+s")
        assert [one.start.minute for one in record(summoned).sittings] == [30, 25]


async def test_a_text_changed_by_hand_is_put_back(open_program: Any, summoned: Path) -> None:
    async with open_program(size=(120, 40)) as desk:
        await at_the_motion(desk, summoned)
        await move(desk, "karin", 1)
        await desk.press("b", "g")
        await desk.write("Något annat. ")
        await desk.press("escape")
        assert record(summoned).dossier.paragraphs[0].procedure.startswith("Något annat.")
        await desk.press("c")
        assert "Återställ text i § 1" in desk.text
        assert "− Något annat." in desk.text
        await desk.press("ctrl+s")
        assert record(summoned).dossier.paragraphs[0].procedure.startswith("Ordföranden ställer")


async def test_short_words_become_phrases_in_a_yrkande_a_reservation_and_a_reason(
    open_program: Any, summoned: Path
) -> None:
    async with open_program(size=(120, 40)) as desk:
        await at_the_motion(desk, summoned)
        await desk.press("y")
        await desk.write("per")
        await desk.press("tab", "enter", "down", "down", "enter", "tab", "tab")
        await desk.press(*"nbif", "tab", *"motionen.", "ctrl+s")
        (moved,) = record(summoned).moved
        assert moved.text == "Omsorgsnämnden bifaller motionen."
        await desk.press("b", "r")
        await desk.write("per")
        await desk.press("tab", *"nav", "tab")
        assert desk.app.focused.text == "Omsorgsnämnden avslår "
        await desk.press("ctrl+s", "d", *"op", "tab")
        assert desk.app.focused.text.startswith("Ordföranden ställer proposition")
