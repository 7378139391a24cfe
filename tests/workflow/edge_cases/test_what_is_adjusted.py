"""What the program refuses, and still lets one do, once a § is adjusted (D2.3, B4, F 24)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest

from nämndtui.model.agenda.agenda_item import Recipient
from nämndtui.model.text.errors import RefusedError
from nämndtui.store.minutes.minutes_records import load_record
from nämndtui.store.people.persons import all_persons
from nämndtui.workflow.agenda.attachments import (
    NewAttachment,
    add_attachment,
    attach_file,
    edit_attachment,
    remove_attachment,
)
from nämndtui.workflow.agenda.item_content import (
    edit_item,
    edit_memo,
    remove_memo,
    set_item_cases,
    set_proposal,
)
from nämndtui.workflow.agenda.meetings import edit_meeting
from nämndtui.workflow.core.undo import undo_last
from nämndtui.workflow.documents.making import DocumentRequest, make_document
from nämndtui.workflow.minutes.adjustment import (
    edit_main_part,
    mark_adjusted,
    mark_posted,
    set_adjusters,
)
from nämndtui.workflow.minutes.dispatch import add_dispatch, mark_sent
from nämndtui.workflow.minutes.immediate import declare_immediate
from nämndtui.workflow.minutes.minutes import close_meeting
from nämndtui.workflow.minutes.part_notice import take_down
from nämndtui.workflow.minutes.part_signing import adjust_part
from nämndtui.workflow.people.persons import edit_person
from tests.workflow.edge_cases.conftest import HELD, Desk, references

Try = Callable[[Desk, int], object]
DAY = date(2026, 12, 15)


@pytest.fixture
def adjusted(desk: Desk) -> int:
    """The item of § 1 with everything an item can have; the minutes are adjusted."""
    case = desk.case("Avgifter")
    item = desk.item("Avgifter", cases=references(case), recipients=(Recipient("KF"),))
    edit_memo(desk.store, desk.actor, item, body="Skrivelsen.")
    new = NewAttachment("Taxa", file_name="a.txt", content=b"a")
    add_attachment(desk.store, desk.actor, item, new)
    desk.open()
    desk.decide(item)
    desk.close()
    mark_adjusted(desk.store, desk.on(DAY), desk.meeting_id, DAY)
    return item


def version(desk: Desk, table: str, row_id: int) -> int:
    row = desk.store.connection.execute(f"SELECT version FROM {table} WHERE id = ?", [row_id])
    return int(row.fetchone()[0])


def attachment(desk: Desk, item: int) -> int:
    return next(one for one in desk.record.dossier.items if one.id == item).attachments[0].id


REFUSED: dict[str, Try] = {
    "rubrik": lambda d, i: edit_item(
        d.store, d.actor, i, version(d, "agenda_items", i), title="Ny rubrik"
    ),
    "sammanfattning": lambda d, i: edit_item(
        d.store, d.actor, i, version(d, "agenda_items", i), summary="Ny"
    ),
    "mottagare": lambda d, i: edit_item(
        d.store, d.actor, i, version(d, "agenda_items", i), recipients=()
    ),
    "förslag": lambda d, i: set_proposal(d.store, d.actor, i, "staff", ["Ett annat."]),
    "ordförandens förslag": lambda d, i: set_proposal(d.store, d.actor, i, "chair", ["Nytt."]),
    "diarienummer": lambda d, i: set_item_cases(d.store, d.actor, i, []),
    "skrivelsen": lambda d, i: edit_memo(d.store, d.actor, i, body="Ny text."),
    "skrivelsen bort": lambda d, i: remove_memo(d.store, d.actor, i),
    "ny bilaga": lambda d, i: add_attachment(d.store, d.actor, i, NewAttachment("Till")),
    "bilagans rubrik": lambda d, i: edit_attachment(
        d.store, d.actor, attachment(d, i), 1, title="Annan"
    ),
    "bilagans fil": lambda d, i: attach_file(
        d.store, d.actor, attachment(d, i), 1, b"annan", "b.txt"
    ),
    "bilagan bort": lambda d, i: remove_attachment(d.store, d.actor, attachment(d, i)),
    "platsen": lambda d, _: edit_meeting(
        d.store, d.actor, d.meeting_id, version(d, "meetings", d.meeting_id), place="Annan sal"
    ),
    "sluttiden": lambda d, _: edit_meeting(
        d.store, d.actor, d.meeting_id, version(d, "meetings", d.meeting_id), end=time(23, 0)
    ),
    "justeringens plats": lambda d, _: edit_main_part(
        d.store, d.actor, d.meeting_id, adjust_place="Annanstans"
    ),
    "ny punkt": lambda d, _: d.item("Glömd punkt"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_the_adjusted_minutes_print_is_refused(desk: Desk, adjusted: int, what: str) -> None:
    before = desk.record.dossier
    with pytest.raises(RefusedError, match=r"justera[dt]|avslutat"):
        REFUSED[what](desk, adjusted)
    assert desk.record.dossier == before


def test_what_lives_on_after_the_adjustment_may_still_change(desk: Desk, adjusted: int) -> None:
    later = desk.on(date(2026, 12, 16))
    number = version(desk, "agenda_items", adjusted)
    edit_item(desk.store, later, adjusted, number, publish="no")
    edit_attachment(desk.store, later, attachment(desk, adjusted), 1, publish="masked")
    edit_main_part(desk.store, later, desk.meeting_id, storage_place="Kommunarkivet")
    add_dispatch(desk.store, later, desk.paragraph(1).id, "Revisorerna")
    mark_posted(desk.store, later, desk.meeting_id, date(2026, 12, 16))
    with pytest.raises(RefusedError, match="justerat"):
        edit_main_part(desk.store, later, desk.meeting_id, storage_place="Någon annanstans")


def test_a_sending_noted_by_mistake_is_undone(desk: Desk, adjusted: int) -> None:
    row = desk.record.dispatches[0].id
    mark_sent(desk.store, desk.on(DAY), [row], DAY, "email")
    undo_last(desk.store, desk.on(DAY))
    assert desk.record.dispatches[0].sent_on is None


def test_a_notice_stays_in_the_ledger_but_a_day_of_taking_it_down_is_undone(
    desk: Desk, adjusted: int
) -> None:
    mark_posted(desk.store, desk.on(DAY), desk.meeting_id, DAY)
    down = date(2027, 1, 8)
    take_down(desk.store, desk.on(down), desk.main.id, down)
    undo_last(desk.store, desk.on(down))
    (notice,) = desk.record.log(desk.main.id).notices
    assert notice.taken_down_on is None
    with pytest.raises(RefusedError, match=r"liggaren|justerat"):
        undo_last(desk.store, desk.on(DAY))


def test_with_one_paragraph_adjusted_at_once_the_others_are_still_written(desk: Desk) -> None:
    first, second = desk.item("Ärende 1"), desk.item("Ärende 2")
    desk.open()
    desk.decide(first)
    desk.decide(second)
    set_adjusters(desk.store, desk.actor, desk.meeting_id, ["Karin Ek"])
    part = declare_immediate(desk.store, desk.actor, desk.meeting_id, [1])
    adjust_part(desk.store, desk.actor, part, HELD)
    edit_item(
        desk.store, desk.actor, second, version(desk, "agenda_items", second), title="Ärende två"
    )
    with pytest.raises(RefusedError, match="justerad"):
        edit_item(
            desk.store, desk.actor, first, version(desk, "agenda_items", first), title="Annat"
        )
    late = desk.item("Extra ärende", late="at_meeting")
    assert desk.decide(late) == 3
    close_meeting(desk.store, desk.actor, desk.meeting_id, time(20, 30))
    assert desk.record.dossier.meeting.end == time(20, 30)


def test_who_changes_name_keeps_the_old_one_in_adjusted_minutes(desk: Desk, adjusted: int) -> None:
    def printed() -> bytes:
        request = DocumentRequest("protokoll", desk.meeting_id)
        return make_document(desk.store.connection, request, date(2026, 12, 8)).content

    before = printed()
    karin = next(one for one in all_persons(desk.store.connection) if one.name == "Karin Ek")
    edit_person(desk.store, desk.actor, karin.id, karin.version, name="Karin Ek Lund")
    assert printed() == before
    assert (
        load_record(desk.store.connection, desk.meeting_id)
        .dossier.minutes_parts[0]
        .adjusters[0]
        .name
        == "Karin Ek Lund"
    )
    undo_last(desk.store, desk.actor)
    assert printed() == before
