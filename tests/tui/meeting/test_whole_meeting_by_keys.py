"""A complete meeting minuted by keys alone: roll call to adjusted, posted and dispatched."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from nämndtui.model.agenda.agenda_item import Recipient
from nämndtui.store.core.connection import open_reader
from nämndtui.store.database import Store
from nämndtui.store.minutes.minutes_records import load_record
from nämndtui.workflow.agenda.item_content import edit_item, set_proposal
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.minutes.part_signing import return_part, send_for_signing
from nämndtui.workflow.people.committees import change_settings
from tests.tui.meeting.conftest import BEFORE, dossier_on

AFTER = datetime(2026, 12, 17, 9, 0)
TASK = "Omsorgsnämnden uppdrar åt förvaltningen att återkomma med en plan senast den 31 mars 2027."


def record(path: Path) -> Any:
    connection = open_reader(str(path))
    try:
        return load_record(connection, 2)
    finally:
        connection.close()


@pytest.fixture
def ready(summoned: Path) -> Path:
    """The summoned meeting, its motion with recipients and its report with an assignment."""
    items = dossier_on(summoned).items
    recipients = (Recipient("Kommunstyrelsen", "KS/2025:88"), Recipient("Motionären"))
    with Store(str(summoned)) as store:
        edit_item(store, BEFORE, items[2].id, items[2].version, recipients=recipients)
        set_proposal(store, BEFORE, items[3].id, "staff", [TASK])
    return summoned


async def sit(desk: Any) -> None:
    """Roll call with Eva absent; jäv, a vote with reservation, a § at once, a break."""
    await desk.press("f5", "p", "f6", "end", "up", "up", "space", "escape")
    await desk.press("b", "n", "y")
    await desk.write("ke")
    await desk.press("tab", "enter", "down", "enter", "ctrl+s")
    await desk.press("v", "down", "n", "ctrl+s", "r")
    await desk.write("karin")
    await desk.press("ctrl+s", "i", "m")
    await desk.write("19.10")
    await desk.press("ctrl+s", "m")
    await desk.write("19.25")
    await desk.press("ctrl+s", "tab", "enter", "n", "j")
    await desk.write("bo")
    await desk.press("ctrl+s", "b", "n")


async def close(desk: Any) -> None:
    """The adjuster, the end."""
    await desk.press("f7")
    await desk.write("Karin Ek")
    await desk.press("ctrl+s", "f8")
    await desk.write("20.45")
    await desk.press("ctrl+s")


async def quiet(desk: Any) -> None:
    """Notices go away with the clock; a picture must not depend on it."""
    desk.app.clear_notifications()
    await desk.calm()


async def sign(desk: Any, day: str) -> None:
    """Everyone who is left signs the part with the cursor."""
    while any(binding.binding.key == "u" for binding in desk.app.screen.active_bindings.values()):
        await desk.press("u", "tab")
        await desk.write(day)
        await desk.press("ctrl+s")


async def test_from_roll_call_to_dispatched(open_program: Any, ready: Path) -> None:
    async with open_program(size=(120, 40), now=AFTER) as desk:
        desk.app.open_meeting(2)
        await desk.calm()
        await sit(desk)
        found = record(ready)
        assert found.numbers == (1, 2, 3)
        rows = {one.person.name: one for one in found.dossier.attendances}
        assert rows["Rut Åkesson"].replaces == "Eva Berg"
        assert rows["Bo Lind"].to_paragraph == 2
        await close(desk)
        found = record(ready)
        assert found.dossier.meeting.state == "closed"
        await desk.press("f6", "f6")
        await quiet(desk)
        desk.looks_like("protokoll-delar")
        await desk.press("home")
        await sign(desk, "2026-12-14")
        await desk.press("end")
        await sign(desk, "2026-12-15")
        found = record(ready)
        assert found.dossier.meeting.state == "adjusted", desk.text
        for row in ("home", "end"):
            await desk.press(row, "a")
            await desk.write("2026-12-16")
            await desk.press("ctrl+s")
        found = record(ready)
        assert found.dossier.meeting.state == "posted"
        assert all(part.posted_on == date(2026, 12, 16) for part in found.dossier.minutes_parts)
        await desk.press("f6")
        assert "Uppdrag, förvaltningen" in desk.text
        await desk.press("a", "tab")
        await desk.write("2026-12-17")
        await desk.press("ctrl+s")
        sent = record(ready).dispatches
        assert {one.recipient for one in sent} == {"Kommunstyrelsen", "Motionären"}
        assert all(one.sent_on == date(2026, 12, 17) for one in sent)
        await quiet(desk)
        desk.looks_like("protokoll-efter-sammanträdet")
        await desk.press("escape", "home", "down", "f4")
        await desk.write("skrivfel, ordet alltid saknas")
        await desk.press("tab", "tab")
        await desk.write("Omsorgsnämnden godkänner alltid information.")
        await desk.press("ctrl+s")
        assert "Rättat 2026-12-17 av anna: skrivfel, ordet alltid saknas" in desk.text
        assert "Överväg att anslå" in " ".join(desk.notices)
        (correction,) = record(ready).corrections
        assert correction.before == "Omsorgsnämnden godkänner information."
        await quiet(desk)
        desk.looks_like("protokoll-rättat")
        await desk.press("f4")
        rows = {row.field.name: row for row in desk.app.screen.form.rows}
        assert rows["after"].entered == "Omsorgsnämnden godkänner alltid information."
        rows["field"].set_entered("title")
        await quiet(desk)
        assert rows["after"].entered == "Information"
        rows["after"].set_entered("Information från förvaltningen")
        rows["field"].set_entered("notes")
        await quiet(desk)
        assert rows["after"].entered == "Information från förvaltningen"


async def test_reopened_where_one_was(open_program: Any, ready: Path) -> None:
    async with open_program(size=(80, 24)) as desk:
        desk.app.open_meeting(2)
        await desk.calm()
        await desk.press("f5", "p", "b", "n", "b", "up", "f4")
        desk.app.focused.text = "Omsorgsnämnden godkänner halvskrivet"
        desk.app.focused.save_draft()
        desk.app.screen._keep_place()
        await desk.calm()
        for field in desk.app.screen.pane.fields:
            field.editor.source = None  # killed: nothing more is saved
    async with open_program(size=(80, 24)) as desk:
        assert "● pågår" in desk.text
        assert "Pågående sammanträde tis 8 dec" in desk.text.replace("\u00a0", " ")
        assert "§ 1 har text som inte är sparad" in desk.text.replace("\u00a0", " ")
        await desk.press("enter")
        assert desk.app.screen.TITLE == "Protokoll"
        assert "Omsorgsnämnden godkänner halvskrivet" in desk.text
        assert record(ready).dossier.paragraphs[0].points == (
            "Omsorgsnämnden godkänner information.",
        )
        await desk.press("escape", "n")
        assert desk.app.screen.TITLE == "Protokoll"


async def test_the_desk_opens_at_the_item_one_was_at(open_program: Any, ready: Path) -> None:
    async with open_program(size=(80, 24)) as desk:
        desk.app.open_meeting(2)
        await desk.calm()
        await desk.press("f5", "p", "b", "n", "b", "n", "b", "home", "down", "down")
        assert desk.app.screen.item.title == "Motion om nattvandring"
        desk.app.screen._keep_place()
        await desk.calm()
    async with open_program(size=(80, 24)) as desk:
        assert "fortsätt där du var" in desk.text
        await desk.press("enter")
        assert desk.app.screen.item.title == "Motion om nattvandring"


async def test_short_words_become_phrases(open_program: Any, ready: Path) -> None:
    with Store(str(ready)) as store:
        version = record(ready).dossier.committee.version
        change_settings(store, BEFORE, 1, version, stock_phrases="vh = {nämnd} ger i uppdrag, och")
    async with open_program(size=(80, 24)) as desk:
        desk.app.open_meeting(2)
        await desk.calm()
        await desk.press("f5", "p", "e")
        await desk.write("")
        await desk.press("n", "b", "tab", *"det.", "enter", *"vh", "tab")
        assert desk.app.focused.text == (
            "Omsorgsnämnden beslutar att det.\nOmsorgsnämnden ger i uppdrag, och "
        )
        await desk.press(*"x", "tab")
        assert desk.app.focused is not desk.app.screen.pane.fields[0].editor
        assert record(ready).dossier.paragraphs[0].points[0] == "Omsorgsnämnden beslutar att det."


async def test_a_long_note_about_a_part_is_folded_and_not_cut(
    open_program: Any, ready: Path
) -> None:
    note = "I paragraf två är antalet platser fel och Karin Ek vill att skälen skrivs ut helt"
    async with open_program(size=(120, 40)) as desk:
        desk.app.open_meeting(2)
        await desk.calm()
        await sit(desk)
        await close(desk)
        with Store(str(ready)) as store:
            actor, part = (
                Actor("anna", datetime(2026, 12, 11, 9, 0)),
                record(ready).dossier.main_part,
            )
            assert part is not None
            send_for_signing(store, actor, part.id, date(2026, 12, 10))
            return_part(store, actor, part.id, date(2026, 12, 11), part.adjusters[0].id, note)
    async with open_program(size=(120, 40)) as desk:
        desk.app.open_meeting(2)
        await desk.calm()
        await desk.press("end")
        shown = " ".join(desk.text.replace("│", " ").split())
        assert note in shown
