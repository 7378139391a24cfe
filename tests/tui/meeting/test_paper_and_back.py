"""The minutes as paper, and back: every document from one list, and what was changed in Word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.store.database import Store
from nämndtui.tui.meeting.documents.choices import documents
from nämndtui.workflow.minutes.adjustment import set_adjusters
from nämndtui.workflow.minutes.immediate import declare_immediate
from nämndtui.workflow.minutes.part_signing import adjust_part
from tests.tui.meeting.conftest import BEFORE

# Fixtures come from conftest.py, which importlib mode keeps out of reach for annotations.
FIRST = "Omsorgsnämnden godkänner motion om nattvandring."
SECOND = "Omsorgsnämnden noterar till protokollet att nämnden tagit del av ärendet."
IN_WORD = "Omsorgsnämnden avslår motionen helt & hållet."


async def decided(desk: Any) -> None:
    """The December meeting with §§ 1 and 2 decided as proposed."""
    desk.app.open_meeting(2)
    await desk.calm()
    await desk.press("f5", "p", "down", "b", "n", "o")


async def write_minutes(desk: Any, database: Path) -> Path:
    await desk.press("f9", "ctrl+s", "escape")
    (path,) = (database.parent / "dokument").glob("*protokoll*.docx")
    return path


def change_in_word(path: Path, before: str, after: str) -> None:
    document = docx.Document(str(path))
    next(one for one in document.paragraphs if one.text == before).text = after
    document.save(str(path))


def adjust_first(database: Path, dossier: MeetingDossier) -> None:
    """§ 1 is adjusted at the meeting."""
    with Store(str(database)) as store:
        set_adjusters(store, BEFORE, dossier.meeting.id, ["Karin Ek"])
        part_id = declare_immediate(store, BEFORE, dossier.meeting.id, [1])
        adjust_part(store, BEFORE, part_id, dossier.meeting.date)


def files(database: Path) -> list[str]:
    return sorted(path.name for path in (database.parent / "dokument").iterdir())


@pytest.mark.parametrize(
    ("words", "names", "told"),
    [
        ("anslag", ["anslag §§ 1-2"], "Anslaget är skrivet"),
        ("närvaro", ["närvarolista"], "Närvarolistan är skriven"),
        ("alla", ["utdrag § 1", "utdrag § 2"], "Filerna är skrivna"),
        ("utdrag § 2", ["utdrag § 2"], "Utdraget är skrivet"),
    ],
)
async def test_every_document_is_found_by_typing(
    open_program: Any, summoned: Path, words: str, names: list[str], told: str
) -> None:
    async with open_program() as desk:
        await decided(desk)
        await desk.press("w")
        await desk.write(words)
        await desk.press("enter", "ctrl+s")
        assert told in desk.text
        written = [f"2026-12-08 ON {name}.docx" for name in names]
        assert [name.replace("\u00a0", " ") for name in files(summoned)] == written


async def test_a_secret_paragraph_has_an_annex_and_no_extract(
    open_program: Any, summoned: Path, saved: Callable[[], MeetingDossier]
) -> None:
    item_id = saved().items[2].id
    with Store(str(summoned)) as store, store.change("x", BEFORE.user, BEFORE.now) as change:
        change.update("agenda_items", item_id, {"publish": "no"})
    async with open_program() as desk:
        await decided(desk)
        found = {one.name: one for one in documents(desk.app.screen.view)}
        assert "Sekretessbilaga §\u00a01" in found
        assert "Protokollsutdrag §\u00a01" not in found
        assert found["Protokollsutdrag, alla"].detail == "1 fil"
        await desk.press("w")
        await desk.write("sekretessbilaga")
        await desk.press("enter", "ctrl+s")
        assert files(summoned) == ["2026-12-08 ON sekretessbilaga § 1.docx"]


async def test_the_choice_as_it_looks(open_program: Any, summoned: Path) -> None:
    async with open_program() as desk:
        await decided(desk)
        await desk.press("w")
        desk.looks_like("protokoll-fler-dokument")


async def test_the_public_version_says_what_it_leaves_out(
    open_program: Any, summoned: Path
) -> None:
    async with open_program() as desk:
        await decided(desk)
        await desk.press("w")
        await desk.write("offentlig")
        await desk.press("enter")
        assert "Inget är markerat för att utelämnas" in desk.text
        await desk.press("ctrl+s")
        assert [name for name in files(summoned) if name.endswith("offentlig.docx")]


async def test_a_public_list_is_not_said_to_leave_out_what_only_the_minutes_have(
    open_program: Any, summoned: Path, saved: Callable[[], MeetingDossier]
) -> None:
    item = saved().items[2]
    texts = {"title": f"{item.title} för [[Kim Ek]]", "summary": "Bor hos [[Bo Ek]]."}
    with Store(str(summoned)) as store, store.change("x", BEFORE.user, BEFORE.now) as change:
        change.update("agenda_items", item.id, texts)
    async with open_program() as desk:
        await decided(desk)
        shown = []
        for words in ("protokoll, offentlig", "beslutslista, offentlig"):
            await desk.press("w")
            await desk.write(words)
            await desk.press("enter")
            assert "Det här utelämnas" in desk.text
            shown.append(("§ 1: Kim Ek" in desk.text, "Bo Ek" in desk.text))
            await desk.press("escape")
        assert shown == [(True, True), (True, False)]


async def test_a_change_in_word_is_shown_and_taken_in(
    open_program: Any, summoned: Path, saved: Callable[[], MeetingDossier]
) -> None:
    async with open_program(size=(120, 40)) as desk:
        await decided(desk)
        path = await write_minutes(desk, summoned)
        change_in_word(path, FIRST, IN_WORD)
        change_in_word(path, SECOND, "Omsorgsnämnden noterar rapporten.")
        await desk.press("h", "ctrl+s")
        assert f"− {FIRST}" in desk.text and f"+ {IN_WORD}" in desk.text
        desk.looks_like("protokoll-läs-in-från-word")
        await desk.press("down", "space", "ctrl+s")
        assert [one.points for one in saved().paragraphs] == [(IN_WORD,), (SECOND,)]
        assert any("Tog in 1 ändring i §" in notice for notice in desk.notices)
        await desk.press("ctrl+z")
        assert saved().paragraphs[0].points == (FIRST,)


async def test_a_file_in_the_way_can_be_kept_read_or_written_over(
    open_program: Any, summoned: Path, saved: Callable[[], MeetingDossier]
) -> None:
    async with open_program() as desk:
        await decided(desk)
        path = await write_minutes(desk, summoned)
        change_in_word(path, FIRST, "Omsorgsnämnden avslår motionen.")
        edited = path.read_bytes()
        await desk.press("f9", "ctrl+s")
        assert "Filen är ändrad i Word" in desk.text and "Läs in ändringarna" in desk.text
        await desk.press("enter")
        assert path.read_bytes() == edited
        await desk.press("ctrl+s", "tab", "enter")
        assert "+ Omsorgsnämnden avslår motionen." in desk.text
        await desk.press("ctrl+s")
        assert saved().paragraphs[0].points == ("Omsorgsnämnden avslår motionen.",)


async def test_an_adjusted_paragraph_is_left_as_it_is(
    open_program: Any, summoned: Path, saved: Callable[[], MeetingDossier]
) -> None:
    async with open_program() as desk:
        await decided(desk)
        path = await write_minutes(desk, summoned)
        change_in_word(path, FIRST, "Omsorgsnämnden avslår motionen.")
        adjust_first(summoned, saved())
        await desk.press("h", "ctrl+s")
        assert "justerat, ändras inte" in desk.text and "Ta in det förkryssade" not in desk.text
        await desk.press("space")
        assert "Gör en rättelse" in " ".join(desk.text.split())


async def test_a_file_that_is_no_protokoll_is_refused(
    open_program: Any, summoned: Path, tmp_path: Path
) -> None:
    other = tmp_path / "annat.docx"
    document = docx.Document()
    document.add_paragraph("Hej")
    document.save(str(other))
    async with open_program() as desk:
        await decided(desk)
        await desk.press("h")
        await desk.write(str(other))
        await desk.press("ctrl+s")
        assert "Filen har inga paragrafer" in desk.text
        await desk.press("enter")
        assert not desk.app.screen.is_modal
