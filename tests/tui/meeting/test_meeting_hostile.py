"""Whatever is typed or imported is text in every widget of a meeting."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from nämndtui.model.agenda.agenda_item import AgendaItem, MemoSignature, Presenter, Recipient
from nämndtui.model.agenda.meeting import Attendance, GroupMeeting
from nämndtui.model.people.persons import Person
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.store.core.connection import open_reader
from nämndtui.store.database import Store
from nämndtui.store.minutes.dossiers import load_dossier, meeting_id_on
from nämndtui.workflow.agenda.agenda import add_item
from nämndtui.workflow.agenda.attachments import NewAttachment, add_attachment
from nämndtui.workflow.agenda.item_content import edit_item, edit_memo, set_proposal
from nämndtui.workflow.agenda.meetings import edit_meeting
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.minutes.minutes import call_roll, decide_item, edit_paragraph, set_attendance
from nämndtui.workflow.summons.summons import mark_summoned

BEFORE = Actor("bo", datetime(2026, 11, 22, 13, 0))


STRINGS = (
    "[/] [bold]fet[/bold] [utkast] [@click=app.quit]x[/] {{ 7*7 }} {% raw %} <w:p>&amp;</w:p>"
    " \x1b[31mröd\x1b[0m a\u030aldre",
    "[/ " + "x" * 100_000,
)


def dossier_on(path: Path) -> MeetingDossier:
    connection = open_reader(str(path))
    try:
        return load_dossier(connection, meeting_id_on(connection, 1, "2026-12-08"))
    finally:
        connection.close()


def fill(path: Path, text: str) -> None:
    """Put ``text`` (or its beginning) in every place of a meeting that takes text."""
    meeting = dossier_on(path).meeting
    short = text[:1000]
    with Store(str(path)) as store:
        groups = (GroupMeeting((text[:40],), short),)
        edit_meeting(
            store, BEFORE, meeting.id, meeting.version, place=short, remark=short,
            group_meetings=groups, absence_contact=short,
        )  # fmt: skip
        draft = AgendaItem(0, 1, meeting.id, 0, None, "decision", text)
        item_id = add_item(store, BEFORE, draft)
        set_proposal(store, BEFORE, item_id, "staff", [text, f"{text[:50]} 2"])
        set_proposal(store, BEFORE, item_id, "chair", [f"{short} 3"])
        item = next(one for one in dossier_on(path).items if one.id == item_id)
        edit_item(
            store, BEFORE, item_id, item.version, summary=text, chair_summary=f"{short} 4",
            presenters=(Presenter(short, short, short),), recipients=(Recipient(short, short),),
            remark=short,
        )  # fmt: skip
        edit_memo(
            store, BEFORE, item_id, date=date(2026, 11, 1), references=(short,), addressee=short,
            body=text, signatures=(MemoSignature(short, short),),
        )  # fmt: skip
        add_attachment(
            store, BEFORE, item_id, NewAttachment(short, file_name=text[:60], content=b"x")
        )
        add_attachment(store, BEFORE, item_id, NewAttachment(short, dnr=short))


def record(path: Path, text: str) -> None:
    """Decide the item, with ``text`` in every field of its § and in the roll."""
    found = dossier_on(path)
    short = text[:1000]
    item = found.items[-1]
    with Store(str(path)) as store:
        mark_summoned(store, BEFORE, found.meeting.id, date(2026, 12, 1))
        call_roll(store, BEFORE, found.meeting.id)
        guest = Attendance(0, Person(0, f"Gäst {short}"[:200], "guest"), "guest", title=short)
        present = (*dossier_on(path).attendances, guest)
        set_attendance(store, BEFORE, found.meeting.id, present)
        decide_item(store, BEFORE, item.id, "own_decision", [short])
        paragraph = dossier_on(path).paragraphs[-1]
        edit_paragraph(
            store, BEFORE, paragraph.id, paragraph.version, motions=short, procedure=short,
            vote=short, disqualification=short, reservations=short, notes=short,
        )  # fmt: skip


@pytest.mark.parametrize("text", STRINGS, ids=lambda text: repr(text[:12]))
async def test_hostile_text_is_text(open_program: Any, database: Path, text: str) -> None:
    fill(database, text)
    item_id = dossier_on(database).items[-1].id
    shown = text[:6]
    async with open_program() as desk:
        desk.app.open_meeting(dossier_on(database).meeting.id, item_id)
        await desk.calm()
        assert shown in desk.text
        await desk.press("right", "right", "right", "right")
        assert shown in desk.text
        await desk.press("m", "escape", "e", "escape", "f9", "escape", "f3", "escape")
        await desk.press("left", "enter", "enter")
        assert shown in desk.text
    record(database, text)
    async with open_program() as desk:
        desk.app.open_meeting(dossier_on(database).meeting.id, item_id)
        await desk.calm()
        assert shown in desk.text
        await desk.press("f6", "end", "enter")
        assert desk.app.is_running


@pytest.mark.parametrize("text", STRINGS, ids=lambda text: repr(text[:12]))
async def test_hostile_text_in_a_supplement_is_text(
    open_program: Any, database: Path, text: str
) -> None:
    fill(database, text)
    found = dossier_on(database)
    item_id = found.items[-1].id
    with Store(str(database)) as store:
        mark_summoned(store, BEFORE, found.meeting.id, date(2026, 11, 20))
        edit_memo(store, BEFORE, item_id, body=f"Ny text. {text[:1000]}")
        draft = NewAttachment(text[:200], file_name=text[:60], content=b"y")
        add_attachment(store, BEFORE, item_id, draft)
    async with open_program() as desk:
        desk.app.open_meeting(found.meeting.id, item_id)
        await desk.calm()
        await desk.press("f9")
        assert "Ny handling: Bilaga" in desk.text and text[:6] in desk.text
        await desk.press("enter")
        assert "Tilläggskallelsen är skriven" in desk.text
