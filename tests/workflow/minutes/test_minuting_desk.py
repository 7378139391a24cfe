"""A whole meeting at the desk: from roll call to adjusted, posted, dispatched and followed up."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from nämndtui.model.agenda.agenda_item import AgendaItem, Recipient
from nämndtui.model.agenda.case import Case, CaseReference
from nämndtui.model.agenda.meeting import Attendance
from nämndtui.model.minutes.completeness import meeting_meter, paragraph_meter
from nämndtui.model.people.persons import Person
from nämndtui.model.record.minutes_serving import meeting_serving
from nämndtui.model.text.errors import InvalidInputError, RefusedError, StaleVersionError
from nämndtui.store.agenda.cases import case as load_case
from nämndtui.store.database import Store
from nämndtui.store.minutes.minutes_records import load_record
from nämndtui.workflow.agenda.agenda import add_item
from nämndtui.workflow.attendance.roll import admit, change_stay, come_in, leave, set_remote
from nämndtui.workflow.attendance.sittings import adjourn, resume
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.deadlines.watch import watch_list
from nämndtui.workflow.decisions.statements import announce, take_back_statement
from nämndtui.workflow.decisions.yrkanden import edit_moved, move_proposal, remove_moved
from nämndtui.workflow.minutes.adjustment import mark_adjusted, mark_posted, set_adjusters
from nämndtui.workflow.minutes.assignments import add_assignment, edit_assignment, settle_assignment
from nämndtui.workflow.minutes.dispatch import add_dispatch, mark_sent, remove_dispatch
from nämndtui.workflow.minutes.immediate import declare_immediate, take_back_immediate
from nämndtui.workflow.minutes.minutes import call_roll, close_meeting, decide_item, set_attendance
from nämndtui.workflow.minutes.part_notice import archive_meeting, mark_final
from nämndtui.workflow.people.persons import add_person
from nämndtui.workflow.summons.summons import mark_summoned

TASK = "Omsorgsnämnden uppdrar åt förvaltningen att återkomma med en plan senast den 31 mars 2027."


@pytest.fixture
def item_id(
    store: Store,
    actor: Actor,
    committee_id: int,
    meeting_id: int,
    case: Case,
    members: dict[str, int],
) -> int:
    draft = AgendaItem(
        0,
        committee_id,
        meeting_id,
        0,
        None,
        "decision",
        "Motion om nattvandring",
        cases=(CaseReference(case.id, case.dnr),),
        staff_proposal=(TASK,),
        recipients=(Recipient("Kommunstyrelsen", "KS/2026:175"),),
    )
    item_id = add_item(store, actor, draft)
    mark_summoned(store, actor, meeting_id, date(2026, 12, 1))
    return item_id


def at(day: date) -> Actor:
    return Actor("anna", datetime(day.year, day.month, day.day, 9, 0))


def test_from_roll_call_to_archive(
    store: Store, actor: Actor, committee_id: int, meeting_id: int, case: Case, item_id: int
) -> None:
    call_roll(store, actor, meeting_id)
    decide_item(store, actor, item_id, "as_proposed")
    set_adjusters(store, actor, meeting_id, ["Karin Ek"])
    close_meeting(store, actor, meeting_id, time(20, 0))
    assert meeting_meter(load_record(store.connection, meeting_id)).missing == ()
    mark_adjusted(store, at(date(2026, 12, 15)), meeting_id, date(2026, 12, 15))
    assert load_case(store.connection, case.id).state == "decided"
    assert mark_posted(store, at(date(2026, 12, 16)), meeting_id, date(2026, 12, 16)) == ()
    record = load_record(store.connection, meeting_id)
    (dispatch,), (assignment,) = record.dispatches, record.assignments
    assert (assignment.assignee, assignment.due) == ("förvaltningen", date(2027, 3, 31))
    kinds = {row.kind for row in watch_list(store.connection, committee_id, date(2026, 12, 16))}
    assert {"dispatch", "assignment", "last_appeal_day", "legal_force", "taken_down"} <= kinds
    mark_sent(store, at(date(2026, 12, 17)), [dispatch.id], date(2026, 12, 17), "email")
    assert load_case(store.connection, case.id).state == "dispatched"
    settle_assignment(store, actor, assignment.id, "reported", item_id, "Planen redovisad")
    later = watch_list(store.connection, committee_id, date(2026, 12, 18))
    assert not {row.kind for row in later} & {"dispatch", "assignment"}
    with pytest.raises(RefusedError, match="laga kraft"):
        mark_final(store, at(date(2027, 1, 7)), meeting_id)
    mark_final(store, at(date(2027, 1, 8)), meeting_id)
    archive_meeting(store, at(date(2027, 6, 1)), meeting_id)
    assert load_record(store.connection, meeting_id).dossier.meeting.state == "archived"


def test_the_ledger_keeps_what_is_sent_and_sends_only_adjusted(
    store: Store, actor: Actor, meeting_id: int, item_id: int
) -> None:
    call_roll(store, actor, meeting_id)
    decide_item(store, actor, item_id, "as_proposed")
    paragraph = load_record(store.connection, meeting_id).paragraph(1)
    row_id = add_dispatch(store, actor, paragraph.id, "Revisorerna")
    with pytest.raises(RefusedError, match="inte justerad"):
        mark_sent(store, actor, [row_id], date(2026, 12, 9), "email")
    set_adjusters(store, actor, meeting_id, ["Karin Ek"])
    close_meeting(store, actor, meeting_id, time(20, 0))
    mark_adjusted(store, at(date(2026, 12, 15)), meeting_id, date(2026, 12, 15))
    mark_sent(store, at(date(2026, 12, 16)), [row_id], date(2026, 12, 16), "post")
    with pytest.raises(RefusedError, match="står kvar i liggaren"):
        remove_dispatch(store, actor, row_id)
    record = load_record(store.connection, meeting_id)
    assert [one.recipient for one in record.dispatches] == ["Revisorerna", "Kommunstyrelsen"]


def test_officials_guests_and_those_far_away(
    store: Store, actor: Actor, meeting_id: int, item_id: int, members: dict[str, int]
) -> None:
    call_roll(store, actor, meeting_id)
    chief = Person(0, "Katarina Ljung", "official", title="Förvaltningschef")
    admit(store, actor, meeting_id, chief, "official")
    set_remote(store, actor, meeting_id, members["Per Ahl"], True)
    decide_item(store, actor, item_id, "as_proposed")
    rows = {
        one.person.name: one
        for one in load_record(store.connection, meeting_id).dossier.attendances
    }
    assert (rows["Katarina Ljung"].role, rows["Katarina Ljung"].title) == (
        "official",
        "Förvaltningschef",
    )
    assert rows["Per Ahl"].remote and not rows["Karin Ek"].remote
    with pytest.raises(RefusedError, match="redan inne"):
        admit(store, actor, meeting_id, chief, "official")
    stranger = add_person(store, actor, Person(0, "Gun Alm"))
    with pytest.raises(InvalidInputError, match="inget uppdrag"):
        come_in(store, actor, meeting_id, stranger)


def test_coming_and_going_is_checked(
    store: Store, actor: Actor, meeting_id: int, item_id: int, members: dict[str, int]
) -> None:
    call_roll(store, actor, meeting_id, [members["Per Ahl"]])
    with pytest.raises(RefusedError, match="inte inne"):
        leave(store, actor, meeting_id, members["Per Ahl"])
    come_in(store, actor, meeting_id, members["Per Ahl"])
    with pytest.raises(RefusedError, match="redan inne"):
        come_in(store, actor, meeting_id, members["Per Ahl"])
    stay = load_record(store.connection, meeting_id).presences[-1]
    with pytest.raises(InvalidInputError, match="före"):
        change_stay(store, actor, meeting_id, stay.id, 5, 4)
    change_stay(store, actor, meeting_id, stay.id, None, None)
    assert not load_record(store.connection, meeting_id).presences[-1].from_paragraph


def test_a_plain_list_becomes_facts_when_the_desk_needs_them(
    store: Store, actor: Actor, meeting_id: int, item_id: int, members: dict[str, int]
) -> None:
    people = {
        one.person.name: one.person
        for one in load_record(store.connection, meeting_id).dossier.mandates
    }
    plain = [
        Attendance(0, people["Ali Saadi"], "member", "S", "chair"),
        Attendance(0, people["Karin Ek"], "member", "C", "first_vice_chair"),
        Attendance(0, people["Eva Berg"], "serving_substitute", "M", replaces="Per Ahl"),
    ]
    set_attendance(store, actor, meeting_id, plain)
    decide_item(store, actor, item_id, "as_proposed")
    record = load_record(store.connection, meeting_id)
    assert record.presences == ()
    before = meeting_serving(record).at(1).serving_ids
    assert len(before) == 3
    announce(store, actor, item_id, "note", [members["Eva Berg"]], "Bra.")
    record = load_record(store.connection, meeting_id)
    assert len(record.presences) == 3
    assert meeting_serving(record).at(1).serving_ids == before
    roles = [(one.person.name, one.role) for one in record.dossier.attendances]
    assert ("Eva Berg", "serving_substitute") in roles


def test_a_paragraph_may_leave_the_immediate_part_again(
    store: Store, actor: Actor, meeting_id: int, item_id: int
) -> None:
    call_roll(store, actor, meeting_id)
    decide_item(store, actor, item_id, "as_proposed")
    declare_immediate(store, actor, meeting_id, [1])
    take_back_immediate(store, actor, meeting_id, 1)
    (part,) = load_record(store.connection, meeting_id).dossier.minutes_parts
    assert (part.immediate, part.paragraph_numbers) == (False, (1,))
    with pytest.raises(RefusedError, match="finns inte"):
        declare_immediate(store, actor, meeting_id, [9])


def test_mistakes_can_be_put_right(
    store: Store, actor: Actor, meeting_id: int, item_id: int, members: dict[str, int]
) -> None:
    call_roll(store, actor, meeting_id)
    karin = [members["Karin Ek"]]
    first = move_proposal(store, actor, item_id, "own", karin, "Motionen bifalls.")
    with pytest.raises(InvalidInputError, match="Skriv vad"):
        edit_moved(store, actor, item_id, first, text=" ")
    edit_moved(store, actor, item_id, first, person_ids=[members["Per Ahl"]])
    decide_item(store, actor, item_id, winner="staff")
    record = load_record(store.connection, meeting_id)
    assert record.paragraph(1).motions.startswith("Per Ahl (M) yrkar")
    note = announce(store, actor, item_id, "note", karin, "Bra.")
    take_back_statement(store, actor, item_id, note)
    remove_moved(store, actor, item_id, first)
    paragraph = load_record(store.connection, meeting_id).paragraph(1)
    assert (paragraph.motions, paragraph.notes) == ("", "")


def test_breaks_follow_each_other(
    store: Store, actor: Actor, meeting_id: int, item_id: int
) -> None:
    call_roll(store, actor, meeting_id)
    with pytest.raises(RefusedError, match="inte ajournerat"):
        resume(store, actor, meeting_id, time(19, 0))
    adjourn(store, actor, meeting_id, time(19, 0))
    with pytest.raises(RefusedError, match="Återuppta det"):
        decide_item(store, actor, item_id, "as_proposed")
    with pytest.raises(RefusedError, match="redan ajournerat"):
        adjourn(store, actor, meeting_id, time(19, 5))
    with pytest.raises(InvalidInputError, match="före ajourneringen"):
        resume(store, actor, meeting_id, time(18, 50))


def test_the_meter_counts_law_and_custom_apart(
    store: Store, actor: Actor, meeting_id: int, item_id: int, members: dict[str, int]
) -> None:
    call_roll(store, actor, meeting_id)
    move_proposal(store, actor, item_id, "table", [members["Karin Ek"]])
    decide_item(store, actor, item_id, "tabled")
    meter = paragraph_meter(load_record(store.connection, meeting_id), 1)
    assert [(one.by_law, one.field) for one in meter.missing] == [
        (False, "winner"),
        (False, "reason"),
    ]
    assert meter.met == meter.total - 2


def test_an_assignment_is_edited_by_one_at_a_time(
    store: Store, actor: Actor, meeting_id: int, item_id: int
) -> None:
    call_roll(store, actor, meeting_id)
    decide_item(store, actor, item_id, "as_proposed")
    paragraph = load_record(store.connection, meeting_id).paragraph(1)
    with pytest.raises(InvalidInputError, match="Skriv vad"):
        add_assignment(store, actor, paragraph.id, "förvaltningen", " ")
    row_id = add_assignment(store, actor, paragraph.id, "förvaltningen", "se över taxan")
    edit_assignment(store, actor, row_id, 1, due=date(2027, 3, 1))
    with pytest.raises(StaleVersionError):
        edit_assignment(store, actor, row_id, 1, due=date(2027, 4, 1))
