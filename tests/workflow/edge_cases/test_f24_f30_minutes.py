"""F 24–30: parts, signatures, corrections, secrecy, notices."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, time
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from nämndtui.model.agenda.agenda_item import Recipient
from nämndtui.model.agenda.meeting import Meeting, MeetingKind
from nämndtui.model.calendar.calendar_days import adjust_target
from nämndtui.model.deadlines.deadlines import minutes_deadlines
from nämndtui.model.decisions.vote import Vote
from nämndtui.model.minutes.completeness import meeting_meter
from nämndtui.model.minutes.parts import legal_force, part_range
from nämndtui.model.people.committee import Committee, CommitteeSettings
from nämndtui.model.people.persons import Mandate
from nämndtui.model.record.correction import correction_mark
from nämndtui.model.record.part_log import part_state
from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.store.agenda.items import waiting_items
from nämndtui.store.minutes.minutes_records import load_record
from nämndtui.tui.meeting.minutes.todo import todo_content, todo_rows
from nämndtui.workflow.agenda.meetings import plan_meeting
from nämndtui.workflow.attendance.roll import leave
from nämndtui.workflow.core.undo import undo_last
from nämndtui.workflow.deadlines.minutes_overview import minutes_dues
from nämndtui.workflow.deadlines.overview import overview
from nämndtui.workflow.decisions.votes import hold_vote
from nämndtui.workflow.decisions.yrkanden import move_proposal
from nämndtui.workflow.documents.making import DocumentRequest, make_document
from nämndtui.workflow.documents.writing import write_document
from nämndtui.workflow.minutes.adjustment import mark_adjusted, mark_posted, set_adjusters
from nämndtui.workflow.minutes.corrections import correct
from nämndtui.workflow.minutes.immediate import declare_immediate
from nämndtui.workflow.minutes.part_notice import mark_final, post_part, take_down
from nämndtui.workflow.minutes.part_signing import (
    adjust_part,
    refuse_signature,
    replace_adjuster,
    return_part,
    send_for_signing,
    sign_part,
)
from nämndtui.workflow.people.committees import create_committee
from nämndtui.workflow.people.persons import add_mandate
from nämndtui.workflow.summons.cancelling import cancel_meeting
from tests.workflow.edge_cases.conftest import HELD, Desk

AFTER = date(2026, 12, 31)


def held(desk: Desk, count: int = 5) -> None:
    """Decide ``count`` items in a row."""
    items = [desk.item(f"Ärende {number}") for number in range(1, count + 1)]
    desk.open()
    for item in items:
        desk.decide(item)


def test_f24_immediate_adjustment_of_one_paragraph(desk: Desk) -> None:
    held(desk)
    set_adjusters(desk.store, desk.actor, desk.meeting_id, ["Karin Ek"])
    part_id = declare_immediate(desk.store, desk.actor, desk.meeting_id, [3])
    adjust_part(desk.store, desk.actor, part_id, HELD)
    before = desk.record.dossier.meeting.state
    desk.close()
    assert (before, desk.record.dossier.meeting.state) == ("in_session", "partly_adjusted")
    immediate, main = desk.record.dossier.minutes_parts
    assert (part_range(immediate), part_range(main)) == ("§\u00a03", "§§\u00a01–2, 4–5")
    assert desk.paragraph(3).immediate
    post_part(desk.store, desk.on(AFTER), part_id, date(2026, 12, 9))
    mark_adjusted(desk.store, desk.on(AFTER), desk.meeting_id, date(2026, 12, 17))
    mark_posted(desk.store, desk.on(AFTER), desk.meeting_id, date(2026, 12, 18))
    assert desk.record.dossier.meeting.state == "posted"
    force = legal_force(desk.record)
    assert (force[3], force[1]) == (date(2026, 12, 31), date(2027, 1, 9))


def test_f24_its_attendance_is_fixed_while_the_meeting_goes_on(desk: Desk) -> None:
    held(desk, 2)
    set_adjusters(desk.store, desk.actor, desk.meeting_id, ["Karin Ek"])
    part_id = declare_immediate(desk.store, desk.actor, desk.meeting_id, [1])
    adjust_part(desk.store, desk.actor, part_id, HELD)
    with pytest.raises(RefusedError, match="justerad"):
        leave(desk.store, desk.actor, desk.meeting_id, desk.ids["Siv Dahl"], 0)
    leave(desk.store, desk.actor, desk.meeting_id, desk.ids["Siv Dahl"], 1)
    assert [("Siv Dahl" in desk.serving(number)) for number in (1, 2)] == [True, False]


def test_f24_the_immediate_part_is_due_at_the_meeting(desk: Desk) -> None:
    held(desk, 1)
    declare_immediate(desk.store, desk.actor, desk.meeting_id, [1])
    part = next(part for part in desk.record.dossier.minutes_parts if part.immediate)
    (deadline,) = minutes_deadlines(HELD, part)
    assert (deadline.kind, deadline.due) == ("immediate_adjusted", HELD)


def test_f25_the_signatures_arrive_one_by_one(desk: Desk) -> None:
    held(desk, 2)
    desk.close("Karin Ek")
    part = desk.main
    send_for_signing(desk.store, desk.on(AFTER), part.id, date(2026, 12, 10))
    ali, karin = desk.ids["Ali Saadi"], desk.ids["Karin Ek"]
    assert not sign_part(desk.store, desk.on(AFTER), part.id, ali, date(2026, 12, 11))
    with pytest.raises(RefusedError, match="ska inte justera"):
        sign_part(desk.store, desk.on(AFTER), part.id, desk.ids["Per Ahl"], date(2026, 12, 11))
    assert sign_part(desk.store, desk.on(AFTER), part.id, karin, date(2026, 12, 14))
    assert desk.main.adjusted_on == date(2026, 12, 14)
    assert desk.record.dossier.meeting.state == "adjusted"


def test_f25_an_adjuster_is_ill_or_disagrees(desk: Desk) -> None:
    held(desk, 2)
    desk.close("Karin Ek")
    part = desk.main
    karin, per = desk.ids["Karin Ek"], desk.ids["Per Ahl"]
    send_for_signing(desk.store, desk.on(AFTER), part.id, date(2026, 12, 10))
    return_part(desk.store, desk.on(AFTER), part.id, date(2026, 12, 11), karin, "Fel namn i § 1")
    today = desk.actor.today
    assert part_state(desk.main, desk.record.log(part.id), today) == "returned"
    refuse_signature(
        desk.store, desk.on(AFTER), part.id, date(2026, 12, 12), karin, "Håller inte med"
    )
    with pytest.raises(InvalidInputError, match="beslut i nämnden"):
        replace_adjuster(desk.store, desk.on(AFTER), part.id, [per], date(2026, 12, 14), "")
    day = date(2026, 12, 14)
    replace_adjuster(desk.store, desk.on(AFTER), part.id, [per], day, "Nämndens beslut § 3")
    adjust_part(desk.store, desk.on(AFTER), part.id, date(2026, 12, 15))
    log = desk.record.log(part.id)
    assert [step.kind for step in log.steps] == ["sent", "returned", "refused", "replaced"]
    assert {one.person.name for one in log.signatures} == {"Ali Saadi", "Per Ahl"}


@pytest.mark.parametrize(
    ("day", "urgency"),
    [(1, "info"), (9, "info"), (10, "warn"), (13, "warn"), (14, "warn"), (15, "late")],
)
def test_f25_it_escalates_until_the_fourteenth_day(desk: Desk, day: int, urgency: str) -> None:
    held(desk, 1)
    desk.close()
    (deadline,) = minutes_deadlines(HELD, desk.main)
    assert deadline.due == adjust_target(HELD) == date(2026, 12, 22)
    assert deadline.urgency(date(2026, 12, 8 + day)) == urgency


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (9, "Justera protokollet tis 8 dec"),
        (10, "Justera protokollet tis 8 dec – påminn den som inte har justerat, 4 dagar kvar"),
        (13, "sista dagen är i morgon: kan någon inte justera, byt justerare genom beslut"),
        (14, "sista dagen är i dag: justera, eller låt nämnden justera"),
    ],
)
def test_f25_the_overview_says_what_to_do_about_it(desk: Desk, day: int, told: str) -> None:
    held(desk, 1)
    desk.close()
    rows = overview(desk.store.connection, desk.committee_id, date(2026, 12, 8 + day)).todo
    (text,) = [row.text.replace("\u00a0", " ") for row in rows if row.kind == "adjusted"]
    assert told in text and (day > 9 or text == told)


def test_f24_two_parts_of_one_meeting_are_told_apart_in_the_overview(desk: Desk) -> None:
    held(desk, 2)
    set_adjusters(desk.store, desk.actor, desk.meeting_id, ["Karin Ek"])
    part_id = declare_immediate(desk.store, desk.actor, desk.meeting_id, [1])
    desk.close()
    after = desk.on(AFTER)
    adjust_part(desk.store, after, part_id, date(2026, 12, 15))
    mark_adjusted(desk.store, after, desk.meeting_id, date(2026, 12, 15))
    rows = overview(desk.store.connection, desk.committee_id, date(2026, 12, 15)).todo
    texts = [row.text.replace("\u00a0", " ") for row in rows if row.kind == "posted"]
    assert texts == ["Anslå protokollet tis 8 dec", "Anslå protokollet tis 8 dec § 1"]


def test_f25_an_adjuster_who_was_not_there_is_pointed_out(desk: Desk) -> None:
    held(desk, 3)
    leave(desk.store, desk.actor, desk.meeting_id, desk.ids["Karin Ek"], 1)
    set_adjusters(desk.store, desk.actor, desk.meeting_id, ["Karin Ek"])
    texts = [one.text for one in meeting_meter(desk.record).missing]
    assert "Karin Ek justerar §§\u00a02–3 utan att ha tjänstgjort där." in texts


def adjusted(desk: Desk, count: int = 1) -> None:
    held(desk, count)
    desk.close()
    mark_adjusted(desk.store, desk.on(date(2026, 12, 15)), desk.meeting_id, date(2026, 12, 15))


def test_f26_an_error_found_afterwards_is_corrected_visibly(desk: Desk) -> None:
    adjusted(desk)
    paragraph = desk.paragraph(1)
    later = desk.on(date(2026, 12, 20))
    text = "Omsorgsnämnden antar ärende ett."
    assert correct(desk.store, later, paragraph.id, "points", text, "Skrivfel i rubriken")
    (correction,) = desk.record.corrections
    assert (correction.before, correction.after) == (paragraph.points[0], text)
    assert correction_mark(correction) == "Rättat 2026-12-20 av anna: Skrivfel i rubriken"
    assert desk.paragraph(1) == paragraph
    assert not correct(desk.store, later, paragraph.id, "notes", "Rätt.", "Fel bilaga nämnd")
    for statement in ("DELETE FROM corrections", "UPDATE corrections SET reason = 'x'"):
        with pytest.raises(sqlite3.IntegrityError, match="rättelse"):
            desk.store.connection.execute(statement)


def test_f26_before_adjustment_there_is_nothing_to_correct(desk: Desk) -> None:
    held(desk, 1)
    with pytest.raises(RefusedError, match="inte justerad"):
        correct(desk.store, desk.actor, desk.paragraph(1).id, "notes", "x", "y")


def test_f27_a_secret_item_keeps_its_place_and_its_mark(desk: Desk) -> None:
    item = desk.item("Enskilt ärende", publish="no")
    desk.open()
    assert desk.decide(item) == 1
    assert desk.record.item_at(1).publish == "no"


def test_f27_who_got_the_secrecy_annex_stands_in_the_ledger(desk: Desk) -> None:
    secret = desk.item("Enskilt [[Kim]]", publish="no", recipients=(Recipient("[[Kim Kimsson]]"),))
    desk.open()
    desk.decide(secret)
    desk.close()
    mark_adjusted(desk.store, desk.on(date(2026, 12, 15)), desk.meeting_id, date(2026, 12, 15))
    (dispatch,) = desk.record.dispatches
    assert dispatch.what == "sekretessbilaga"
    (row,) = [one for one in todo_rows(desk.record) if one.dispatch]
    assert todo_content(row).plain == "○ § 1 Sekretessbilaga till Kim Kimsson"
    dues = minutes_dues(desk.store.connection, desk.committee_id, date(2026, 12, 16), True)
    assert "Expediera § 1/2026 till Kim Kimsson" in [one.text for one in dues]


def test_f27_lists_of_the_meeting_do_not_say_what_a_secret_item_is_about(desk: Desk) -> None:
    secret = desk.item("Enskilt ärende", publish="no")
    desk.open()
    own = move_proposal(desk.store, desk.actor, secret, "own", [desk.ids["Tore Falk"]], "Ge Kim.")
    ref = desk.record.moved_in(secret)[-1].ref
    assert own
    vote = Vote(0, secret, 1, yes_ref="staff", no_ref=ref, no_means="Kims stöd")
    hold_vote(desk.store, desk.actor, vote, {desk.ids["Tore Falk"]: "no"}, rest="yes")
    desk.decide(secret, "", winner="staff")
    for kind in ("närvarolista", "voteringslista", "protokoll", "kallelse"):
        request = DocumentRequest(kind, desk.meeting_id)
        made = make_document(desk.store.connection, request, desk.actor.today)
        with ZipFile(BytesIO(made.content)) as package:
            text = package.read("word/document.xml").decode()
        assert "Kim" not in text and "Enskilt" not in text, kind


def test_f29_two_committees_meeting_together_have_their_own_paragraphs(desk: Desk) -> None:
    settings = CommitteeSettings(dnr_prefix="kn", seats=1, place="Lilla salen")
    other_id = create_committee(
        desk.store, desk.actor, Committee(0, "KN", "Kulturnämnden", "Norrviks kommun", settings)
    )
    person = desk.record.dossier.mandates[0].person
    add_mandate(
        desk.store, desk.actor, Mandate(0, other_id, person, "chair", "S", date(2023, 1, 1))
    )
    meeting = Meeting(0, other_id, HELD, time(18, 30), "")
    other = replace(
        desk, committee_id=other_id, meeting_id=plan_meeting(desk.store, desk.actor, meeting)
    )
    held(desk, 2)
    held(other, 1)
    assert (desk.record.numbers, other.record.numbers) == ((1, 2), (1,))
    assert (desk.at(1).quorum, other.at(1).quorum) == (3, 1)


def test_f30_a_cancelled_meeting_gives_its_items_back(desk: Desk) -> None:
    desk.item("Avgifter")
    version = desk.record.dossier.meeting.version
    cancel_meeting(desk.store, desk.actor, desk.meeting_id, version, "Sjukdom")
    assert [one.title for one in waiting_items(desk.store.connection, desk.committee_id)] == [
        "Avgifter"
    ]
    assert desk.record.numbers == ()


def test_f30_the_items_of_a_cancelled_meeting_move_to_the_next_ordinary_one(desk: Desk) -> None:
    def plan(day: date, kind: MeetingKind) -> int:
        draft = Meeting(0, desk.committee_id, day, time(18, 30), "", kind=kind)
        return plan_meeting(desk.store, desk.actor, draft)

    plan(date(2026, 12, 14), "extra")
    january = plan(date(2027, 1, 19), "ordinary")
    desk.item("Information", kind="information", meeting_id=january)
    desk.item("Avgifter")
    desk.item("Information", kind="information")
    version = desk.record.dossier.meeting.version
    with pytest.raises(InvalidInputError, match="varför"):
        cancel_meeting(desk.store, desk.actor, desk.meeting_id, version, " ")
    told = cancel_meeting(desk.store, desk.actor, desk.meeting_id, version, "Sjukdom")
    assert told.replace("\u00a0", " ") == (
        "1 punkt ligger nu på tis 19 jan 2027. 1 punkt väntar på ett sammanträde."
    )
    next_agenda = load_record(desk.store.connection, january).dossier.items
    assert [(one.title, one.number) for one in next_agenda] == [("Information", 1), ("Avgifter", 2)]
    assert not desk.record.dossier.items


def test_d3_writing_the_minutes_of_a_closed_meeting_drafts_them(desk: Desk, tmp_path: Path) -> None:
    held(desk, 1)
    request = DocumentRequest("protokoll", desk.meeting_id)
    write_document(desk.store, desk.actor, request, tmp_path)
    before = desk.record.dossier.meeting.state
    desk.close()
    write_document(desk.store, desk.actor, request, tmp_path)
    assert (before, desk.record.dossier.meeting.state) == ("in_session", "minutes_drafted")
    with pytest.raises(RefusedError, match="kan inte öppnas igen"):
        undo_last(desk.store, desk.actor)
    mark_adjusted(desk.store, desk.on(AFTER), desk.meeting_id, AFTER)
    assert desk.record.dossier.meeting.state == "adjusted"


def test_f30_posted_late_the_dates_move_and_it_is_said(desk: Desk) -> None:
    adjusted(desk)
    (warning,) = mark_posted(desk.store, desk.on(AFTER), desk.meeting_id, date(2026, 12, 21))
    assert "senare än andra dagen" in warning and "2027-01-12" in warning


def test_f30_taken_down_too_early_the_appeal_period_has_not_run(desk: Desk) -> None:
    adjusted(desk)
    mark_posted(desk.store, desk.on(AFTER), desk.meeting_id, date(2026, 12, 16))
    part_id = desk.main.id
    assert legal_force(desk.record) == {1: date(2027, 1, 8)}
    (warning,) = take_down(desk.store, desk.on(AFTER), part_id, date(2026, 12, 28))
    assert "anslå på nytt" in warning
    assert legal_force(desk.record) == {1: None}
    with pytest.raises(RefusedError, match="togs ned för tidigt"):
        mark_final(desk.store, desk.on(date(2027, 2, 1)), desk.meeting_id)
    assert post_part(desk.store, desk.on(AFTER), part_id, date(2026, 12, 29)) != ()
    assert legal_force(desk.record) == {1: date(2027, 1, 20)}
    with pytest.raises(RefusedError, match="överklagas till och med 2027-01-19"):
        mark_final(desk.store, desk.on(date(2027, 1, 19)), desk.meeting_id)
    mark_final(desk.store, desk.on(date(2027, 1, 20)), desk.meeting_id)
    assert desk.record.dossier.meeting.state == "final"


def test_f30_a_notice_is_not_posted_twice(desk: Desk) -> None:
    adjusted(desk)
    mark_posted(desk.store, desk.on(AFTER), desk.meeting_id, date(2026, 12, 16))
    with pytest.raises(RefusedError, match="redan anslagen"):
        post_part(desk.store, desk.on(AFTER), desk.main.id, date(2026, 12, 17))


def test_recipients_wait_in_the_ledger_once_adjusted(desk: Desk) -> None:
    desk.item("Avgifter", recipients=(Recipient("Kommunstyrelsen", "KS/2026:175"),))
    items = desk.record.dossier.items
    desk.open()
    desk.decide(items[0].id)
    desk.close()
    listed = len(desk.record.dispatches)
    assert listed == 0
    mark_adjusted(desk.store, desk.on(date(2026, 12, 15)), desk.meeting_id, date(2026, 12, 15))
    (dispatch,) = desk.record.dispatches
    assert (dispatch.recipient, dispatch.foreign_dnr, dispatch.sent_on) == (
        "Kommunstyrelsen",
        "KS/2026:175",
        None,
    )
