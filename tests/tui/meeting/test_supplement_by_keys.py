"""F 2 by keys: something new after the kallelse, its file, and marking it as sent."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from nämndtui.store.database import Store
from nämndtui.workflow.agenda.attachments import NewAttachment, add_attachment, attach_file
from nämndtui.workflow.agenda.item_content import edit_item, edit_memo, set_proposal
from nämndtui.workflow.summons.summons import mark_summoned
from nämndtui.workflow.summons.supplement import mark_supplement_sent
from tests.tui.meeting.conftest import BEFORE, dossier_on

SENT = date(2026, 11, 20)


@pytest.fixture
def called(database: Path) -> Path:
    """The December meeting with a memo and an attachment, its kallelse sent two days ago."""
    found = dossier_on(database)
    with Store(str(database)) as store:
        report = found.items[3].id
        edit_memo(store, BEFORE, report, body="Första texten.")
        draft = NewAttachment("Rapport", file_name="rapport.pdf", content=b"gammal")
        add_attachment(store, BEFORE, report, draft)
        mark_summoned(store, BEFORE, found.meeting.id, SENT)
    return database


async def open_at(desk: Any, path: Path, place: int) -> None:
    found = dossier_on(path)
    desk.app.open_meeting(found.meeting.id, found.items[place].id)
    await desk.calm()


async def test_a_changed_proposal_is_written_as_a_supplement_and_marked_as_sent(
    open_program: Any, called: Path
) -> None:
    async with open_program(size=(120, 40)) as desk:
        await open_at(desk, called, 2)
        assert "F9 Kallelse" in desk.text
        await desk.press("enter")
        await desk.write("Omsorgsnämnden avslår motionen.")
        await desk.press("escape")
        assert "F9 Tillägg" in desk.text and "ändrad" in desk.text
        assert "ändrad, inte skickad" in desk.text
        assert "2 Ändrad sedan kallelsen: Ordförandef" in desk.text
        await desk.press("f9")
        shown = desk.text.replace("\u00a0", " ")
        assert "Nytt sedan kallelsen den 20 november 2026:" in shown
        assert "2 Motion om nattvandring" in shown
        assert "Ändrad handling: Ordförandeförslaget, version 2" in shown
        await desk.press("enter")
        (written,) = (called.parent / "dokument").glob("*.docx")
        assert written.name == "2026-12-08 ON tilläggskallelse.docx"
        await desk.press("tab", "enter")
        assert "Tillägget tis" in desk.text
        await desk.press("ctrl+s")
        summons, supplement = dossier_on(called).sendings
        assert (supplement.kind, supplement.sent_on) == ("supplement", date(2026, 11, 22))
        assert "Ctrl+Z ångrar" in desk.notices[-1]
        shown = desk.text.replace("\u00a0", " ")
        assert "kallat fre 20 nov, tillägg sön 22 nov" in shown
        assert "ny version" in shown and "version 2, skickad sön 22 nov" in shown
        assert "Skicka tillägg" not in shown and "F9 Kallelse" in shown
        await desk.press("ctrl+z")
        assert dossier_on(called).sendings == (summons,)
        assert "F9 Tillägg" in desk.text


async def test_attachments_say_which_version_they_are(open_program: Any, called: Path) -> None:
    found = dossier_on(called)
    (attachment,) = found.items[3].attachments
    async with open_program(size=(120, 40)) as desk:
        await open_at(desk, called, 3)
        await desk.press("right", "right", "right")
        assert "rapport.pdf, 6 byte" in desk.text and "inte skickad" not in desk.text
        with Store(str(called)) as store:
            attach_file(store, BEFORE, attachment.id, 1, b"ny rapport", "rapport 2.pdf")
            draft = NewAttachment("Karta", file_name="karta.pdf", content=b"karta")
            add_attachment(store, BEFORE, found.items[3].id, draft)
        desk.app.data_changed()
        await desk.calm()
        assert "ändrad, inte skickad · rapport 2.pdf" in desk.text
        assert "ny, inte skickad · karta.pdf" in desk.text
        with Store(str(called)) as store:
            mark_supplement_sent(store, BEFORE, found.meeting.id, date(2026, 11, 21))
        desk.app.data_changed()
        await desk.calm()
        shown = desk.text.replace("\u00a0", " ")
        assert "version 2, skickad lör 21 nov · rapport 2.pdf" in shown
        assert "inte skickad" not in shown


async def test_a_row_of_the_readiness_list_leads_to_the_supplement(
    open_program: Any, called: Path
) -> None:
    found = dossier_on(called)
    with Store(str(called)) as store:
        edit_memo(store, BEFORE, found.items[3].id, body="Andra texten.")
    async with open_program(size=(120, 40)) as desk:
        await open_at(desk, called, 1)
        await desk.press("f6", "home")
        rows = [one.text for one in desk.app.screen.view.findings]
        place = next(i for i, text in enumerate(rows) if "Skicka tillägg" in text)
        await desk.press(*["down"] * place, "enter")
        assert "Nytt sedan kallelsen" in desk.text
        assert "3 Delårsrapport 2" in desk.text


async def test_a_day_before_the_kallelse_is_refused_at_the_field(
    open_program: Any, called: Path
) -> None:
    found = dossier_on(called)
    with Store(str(called)) as store:
        edit_memo(store, BEFORE, found.items[3].id, body="Andra texten.")
    async with open_program(size=(80, 24)) as desk:
        await open_at(desk, called, 1)
        await desk.press("ctrl+p")
        await desk.write("tillägget är skickat")
        await desk.press("enter")
        await desk.write("2026-11-19")
        await desk.press("ctrl+s")
        assert "kallelsen (2026-11-20). Rätta dagen." in desk.text
        assert len(dossier_on(called).sendings) == 1


async def test_the_kallelse_can_still_be_written_when_something_is_new(
    open_program: Any, called: Path
) -> None:
    found = dossier_on(called)
    with Store(str(called)) as store:
        set_proposal(store, BEFORE, found.items[2].id, "staff", ["Omsorgsnämnden avslår."])
    async with open_program(size=(120, 40)) as desk:
        await open_at(desk, called, 2)
        await desk.press("ctrl+p")
        await desk.write("kallelsen på nytt")
        await desk.press("enter")
        assert "Kallelsen går att skriva ändå" in desk.text
        await desk.press("escape")
        with Store(str(called)) as store:
            mark_supplement_sent(store, BEFORE, found.meeting.id, date(2026, 11, 21))
        desk.app.data_changed()
        await desk.calm()
        await desk.press("ctrl+p")
        await desk.write("tillägget på nytt")
        await desk.press("enter")
        assert "Filen blir som den skickades" in desk.text
        await desk.press("enter")
        (written,) = (called.parent / "dokument").glob("*.docx")
        created = Document(str(written)).core_properties.created
        assert created is not None and created.date() == date(2026, 11, 21)


async def test_a_kallelse_of_unknown_content_is_told_on_screen(
    open_program: Any, called: Path
) -> None:
    with Store(str(called)) as store:
        store.connection.execute("UPDATE sendings SET sealed = 0")
        store.connection.execute("DELETE FROM sent_documents")
        store.connection.execute("DELETE FROM sendings")
        store.connection.commit()
    async with open_program(size=(120, 40)) as desk:
        await open_at(desk, called, 2)
        await desk.press("f9")
        assert "Programmet vet inte vad kallelsen innehöll" in desk.text
        await desk.press("escape", "f2")
        await desk.write("Brådskande ärende")
        await desk.press("ctrl+s")
        assert "nytt tillägg" in desk.text
        await desk.press("f9")
        assert "Programmet vet inte vad kallelsen innehöll" in desk.text
        assert "Ny punkt" in desk.text
        await desk.press("enter", "tab", "enter", "ctrl+s")
        assert "nytt tillägg" not in desk.text and "tillägg" in desk.text


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_what_the_supplement_looks_like(
    open_program: Any, called: Path, size: tuple[int, int]
) -> None:
    found = dossier_on(called)
    with Store(str(called)) as store:
        edit_memo(store, BEFORE, found.items[3].id, body="Andra texten.")
        draft = NewAttachment("Karta", file_name="karta.pdf", content=b"karta")
        add_attachment(store, BEFORE, found.items[3].id, draft)
    async with open_program(size=size) as desk:
        await open_at(desk, called, 3)
        await desk.press("right", "right")
        desk.looks_like("sammanträde-ändrat-efter-kallelsen")
        await desk.press("f9")
        folder = desk.app.screen.query_one("#paper-folder")
        folder.value = "/hem/anna/dokument"
        await desk.calm()
        desk.looks_like("sammanträde-tillägg")


async def test_a_duration_changed_after_the_kallelse_is_a_row_that_leads_to_it(
    open_program: Any, called: Path
) -> None:
    item = dossier_on(called).items[2]
    with Store(str(called)) as store:
        edit_item(store, BEFORE, item.id, item.version, duration=20)
    async with open_program(size=(120, 40)) as desk:
        await open_at(desk, called, 0)
        assert "? Tiderna i kallelsen har ändrats" in desk.text
        await desk.press("f6", "enter")
        assert desk.app.screen.item.id == item.id
        assert desk.app.focused.source.label == "Tidsåtgång"
