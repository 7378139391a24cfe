"""F 1–7: the agenda that changes at the meeting."""

from __future__ import annotations

from datetime import date, time

import pytest

from nämndtui.model.agenda.agenda_item import StaffMemo
from nämndtui.model.agenda.meeting import Meeting, MeetingKind
from nämndtui.model.agenda.sending import SentFile, SentMemo
from nämndtui.model.minutes.completeness import paragraph_meter
from nämndtui.model.summons.readiness import readiness
from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.store.agenda.items import item as load_item
from nämndtui.store.agenda.items import waiting_items
from nämndtui.store.minutes.minutes_records import load_record
from nämndtui.workflow.agenda.agenda import (
    move_item,
    place_item,
    restore_item,
    withdraw_item,
)
from nämndtui.workflow.agenda.attachments import NewAttachment, add_attachment, attach_file
from nämndtui.workflow.agenda.item_content import edit_item, edit_memo
from nämndtui.workflow.agenda.meetings import plan_meeting
from nämndtui.workflow.attendance.roll import leave
from nämndtui.workflow.deadlines.overview import overview
from nämndtui.workflow.decisions.yrkanden import move_proposal
from nämndtui.workflow.minutes.minutes import (
    call_roll,
    decide_item,
    edit_paragraph,
    note_withdrawn,
    take_back_decision,
)
from nämndtui.workflow.people.committees import change_settings
from nämndtui.workflow.summons.summons import mark_summoned
from nämndtui.workflow.summons.supplement import mark_supplement_sent
from tests.workflow.edge_cases.conftest import HELD, Desk, references

SUMMONED = date(2026, 12, 1)


def test_f1_an_extra_item_is_appended_and_the_opening_paragraph_says_so(desk: Desk) -> None:
    opening = desk.item(
        "Dagordningen", kind="opening", staff_proposal=("Omsorgsnämnden godkänner dagordningen.",)
    )
    desk.item("Avgifter")
    desk.open()
    extra = desk.item("Brådskande ärende")
    item = load_item(desk.store.connection, extra)
    assert (item.number, item.late) == (2, "at_meeting")
    desk.decide(opening)
    assert desk.paragraph(1).points == (
        "Omsorgsnämnden godkänner dagordningen.",
        "Ärende 2 Brådskande ärende läggs till dagordningen.",
    )


OPENING = "Omsorgsnämnden godkänner dagordningen."


def fixed(desk: Desk) -> int:
    """The agenda is fixed in § 1, then an extra item comes; the opening item's id."""
    desk.item("Val av justerare", kind="opening", staff_proposal=("Omsorgsnämnden utser Eva.",))
    opening = desk.item("Dagordningen", kind="opening", staff_proposal=(OPENING,))
    desk.open()
    desk.decide(opening)
    return opening


def test_f1_an_extra_item_after_the_agenda_is_fixed_reaches_its_paragraph(desk: Desk) -> None:
    fixed(desk)
    extra = desk.item("Brådskande ärende")
    added = "Ärende 1 Brådskande ärende läggs till dagordningen."
    assert desk.paragraph(1).points == (OPENING, added)
    withdraw_item(desk.store, desk.actor, extra)
    assert desk.paragraph(1).points == (OPENING, "Ärende 1 Brådskande ärende utgår.")
    restore_item(desk.store, desk.actor, extra)
    assert desk.paragraph(1).points == (OPENING, added)


def test_f1_an_opening_paragraph_written_by_hand_stays_and_is_pointed_out(desk: Desk) -> None:
    fixed(desk)
    paragraph = desk.paragraph(1)
    own = ("Omsorgsnämnden godkänner dagordningen efter en ändring.",)
    edit_paragraph(desk.store, desk.actor, paragraph.id, paragraph.version, points=own)
    desk.item("Brådskande ärende")
    assert desk.paragraph(1).points == own
    (missing,) = paragraph_meter(desk.record, 1).missing
    assert "läggs till dagordningen" in missing.text and not missing.by_law


def test_f1_only_the_paragraph_that_fixes_the_agenda_tells_of_it(desk: Desk) -> None:
    fixed(desk)
    desk.item("Brådskande ärende")
    desk.decide(desk.record.dossier.items[0].id)
    assert desk.paragraph(2).points == ("Omsorgsnämnden utser Eva.",)


def test_f1_paragraphs_are_given_in_handling_order_and_a_missing_memo_is_warned(desk: Desk) -> None:
    planned = desk.item("Avgifter")
    desk.open()
    extra = desk.item("Brådskande ärende")
    assert (desk.decide(extra), desk.decide(planned)) == (1, 2)
    missing = paragraph_meter(desk.record, 1).missing
    assert [(one.text, one.by_law) for one in missing] == [
        ("§\u00a01 Extra ärende utan tjänsteskrivelse.", False)
    ]


def test_f2_what_comes_after_the_summons_is_a_supplement(desk: Desk) -> None:
    desk.item("Avgifter")
    mark_summoned(desk.store, desk.actor, desk.meeting_id, SUMMONED)
    late = load_item(desk.store.connection, desk.item("Tilläggsbudget"))
    assert (late.late, late.number, late.state) == ("supplement", 2, "listed")


def test_f2_a_changed_document_gets_a_new_version_and_the_old_is_kept(desk: Desk) -> None:
    item = desk.item("Avgifter", memo=StaffMemo(date(2026, 11, 20), body="Första texten."))
    mark_summoned(desk.store, desk.actor, desk.meeting_id, SUMMONED)
    edit_memo(desk.store, desk.actor, item, body="Andra texten.")
    assert desk.news == [
        "Ändrad handling: Tjänsteskrivelsen, version 2, ersätter den som skickades den "
        "1 december 2026"
    ]
    mark_supplement_sent(desk.store, desk.actor, desk.meeting_id, date(2026, 12, 4))
    summons, supplement = desk.record.dossier.sendings
    assert (supplement.kind, supplement.sent_on) == ("supplement", date(2026, 12, 4))
    memos = [
        (one.version, one.content.body)
        for sending in (summons, supplement)
        for one in sending.documents
        if isinstance(one.content, SentMemo)
    ]
    assert memos == [(1, "Första texten."), (2, "Andra texten.")]
    assert desk.news == []


def test_f2_the_list_of_what_is_new_goes_item_by_item(desk: Desk) -> None:
    first, gone = desk.item("Avgifter"), desk.item("Riktlinjer")
    mark_summoned(desk.store, desk.actor, desk.meeting_id, SUMMONED)
    desk.item("Tilläggsbudget")
    withdraw_item(desk.store, desk.actor, gone)
    map_of = NewAttachment("Karta", file_name="karta.pdf", content=b"%PDF")
    add_attachment(desk.store, desk.actor, first, map_of)
    assert desk.news == ["Ny handling: Bilaga 1: Karta", "Utgår", "Ny punkt"]
    assert [
        one.text for one in readiness(desk.record.dossier, HELD) if one.field == "supplement"
    ] == [
        "1 Ny sedan kallelsen: Bilaga 1: Karta. Skicka tillägg.",
        "2 Utgår sedan kallelsen. Skicka tillägg.",
        "3 Ny punkt sedan kallelsen. Skicka tillägg.",
    ]


def test_f2_an_attachment_that_is_exchanged_keeps_both_files(desk: Desk) -> None:
    item = desk.item("Avgifter")
    draft = NewAttachment("Karta", file_name="karta.pdf", content=b"gammal")
    attachment = add_attachment(desk.store, desk.actor, item, draft)
    mark_summoned(desk.store, desk.actor, desk.meeting_id, SUMMONED)
    attach_file(desk.store, desk.actor, attachment, 1, b"ny", "karta 2.pdf")
    mark_supplement_sent(desk.store, desk.actor, desk.meeting_id, date(2026, 12, 4))
    files = [
        desk.store.files.read(one.content.sha256)
        for sending in desk.record.dossier.sendings
        for one in sending.documents
        if isinstance(one.content, SentFile)
    ]
    assert files == [b"gammal", b"ny"]


@pytest.mark.parametrize(
    ("sent_on", "said"),
    [
        (date(2026, 11, 30), "före kallelsen \\(2026-12-01\\)"),
        (date(2026, 12, 3), "före förra tillägget \\(2026-12-04\\)"),
    ],
)
def test_f2_a_supplement_goes_out_after_what_it_adds_to(
    desk: Desk, sent_on: date, said: str
) -> None:
    desk.item("Avgifter")
    mark_summoned(desk.store, desk.actor, desk.meeting_id, SUMMONED)
    desk.item("Tilläggsbudget")
    if "tillägget" in said:
        mark_supplement_sent(desk.store, desk.actor, desk.meeting_id, date(2026, 12, 4))
        desk.item("Yttrande")
    with pytest.raises(InvalidInputError, match=said):
        mark_supplement_sent(desk.store, desk.actor, desk.meeting_id, sent_on)


def test_f3_a_withdrawn_item_keeps_its_number_and_gets_no_paragraph(desk: Desk) -> None:
    gone, kept = desk.item("Avgifter"), desk.item("Riktlinjer")
    desk.open()
    withdraw_item(desk.store, desk.actor, gone)
    assert desk.decide(kept) == 1
    item = load_item(desk.store.connection, gone)
    assert (item.number, item.state) == (1, "withdrawn")
    with pytest.raises(RefusedError, match="paragraf_för_utgår"):
        note_withdrawn(desk.store, desk.actor, gone)


def test_f3_a_setting_gives_it_one(desk: Desk) -> None:
    gone = desk.item("Avgifter")
    version = desk.record.dossier.committee.version
    change_settings(
        desk.store, desk.actor, desk.committee_id, version, paragraph_for_withdrawn=True
    )
    desk.open()
    withdraw_item(desk.store, desk.actor, gone)
    assert note_withdrawn(desk.store, desk.actor, gone) == 1
    assert desk.paragraph(1).points == ("Ärendet utgår.",)
    assert load_item(desk.store.connection, gone).state == "withdrawn"


def test_f4_renumbering_after_dispatch_is_refused(desk: Desk) -> None:
    desk.item("Avgifter")
    second = desk.item("Riktlinjer")
    desk.open()
    with pytest.raises(RefusedError, match="nummer ligger fast"):
        move_item(desk.store, desk.actor, second, -1)


def test_f5_another_order_gives_other_paragraphs_and_presence_is_by_paragraph(desk: Desk) -> None:
    first, second = desk.item("Avgifter"), desk.item("Riktlinjer")
    desk.open()
    assert desk.decide(second) == 1
    leave(desk.store, desk.actor, desk.meeting_id, desk.ids["Siv Dahl"])
    assert desk.decide(first) == 2
    assert load_item(desk.store.connection, first).number == 1
    assert "Siv Dahl" in desk.serving(1)
    assert "Siv Dahl" not in desk.serving(2)


@pytest.mark.parametrize(
    ("outcome", "reason", "text"),
    [
        (
            "referred_back",
            "för att utreda kostnaderna",
            "Omsorgsnämnden återremitterar ärendet till förvaltningen för att utreda kostnaderna.",
        ),
        (
            "tabled",
            "kostnaderna är oklara",
            "Omsorgsnämnden bordlägger ärendet. Skäl: kostnaderna är oklara.",
        ),
        (
            "tabled",
            "Underlaget kom sent.",
            "Omsorgsnämnden bordlägger ärendet. Underlaget kom sent.",
        ),
    ],
)
def test_f6_postponing_has_its_own_paragraph_with_reason(
    desk: Desk, outcome: str, reason: str, text: str
) -> None:
    item = desk.item("Avgifter")
    desk.open()
    assert desk.decide(item, outcome, reason=reason) == 1
    assert desk.paragraph(1).points == (text,)
    assert not paragraph_meter(desk.record, 1).missing


def test_f6_a_linked_draft_stands_on_the_next_agenda(desk: Desk) -> None:
    following = Meeting(0, desk.committee_id, date(2027, 1, 19), time(18, 30), "")
    next_id = plan_meeting(desk.store, desk.actor, following)
    item = desk.item("Avgifter", cases=references(desk.case("Avgifter")))
    desk.open()
    desk.decide(item, "referred_back", reason="utreda kostnaderna")
    row = desk.store.connection.execute(
        "SELECT * FROM agenda_items WHERE continues_item_id = ?", [item]
    ).fetchone()
    assert (row["meeting_id"], row["number"], row["state"]) == (next_id, 1, "draft")
    desk.decide(item)
    assert not desk.store.connection.execute(
        "SELECT 1 FROM agenda_items WHERE continues_item_id = ?", [item]
    ).fetchone()


def test_f6_taking_the_decision_back_takes_the_draft_back(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open()
    desk.decide(item, "tabled", reason="Tid saknas.")
    assert len(waiting_items(desk.store.connection, desk.committee_id)) == 1
    take_back_decision(desk.store, desk.actor, item)
    assert not waiting_items(desk.store.connection, desk.committee_id)


def test_f6_a_draft_somebody_has_rewritten_stays(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open()
    desk.decide(item, "tabled", reason="Tid saknas.")
    (draft,) = waiting_items(desk.store.connection, desk.committee_id)
    edit_item(desk.store, desk.actor, draft.id, draft.version, summary="Nytt underlag.")
    desk.decide(item)
    (kept,) = waiting_items(desk.store.connection, desk.committee_id)
    assert kept.summary == "Nytt underlag."
    (missing,) = paragraph_meter(desk.record, 1).missing
    assert "ligger kvar bland det som väntar" in missing.text


def test_f6_what_returns_says_where_it_comes_from(desk: Desk) -> None:
    january = plan_meeting(
        desk.store,
        desk.actor,
        Meeting(0, desk.committee_id, date(2027, 1, 19), time(18, 30), ""),
    )
    item = desk.item("Avgifter", cases=references(desk.case("Avgifter")))
    desk.open()
    desk.decide(item, "referred_back", reason="utreda kostnaderna")
    assert desk.record.returns == {item: date(2027, 1, 19)}
    (draft,) = load_record(desk.store.connection, january).dossier.items
    (earlier,) = draft.earlier
    assert earlier.text == "§\u00a01 den 8\u00a0december 2026, återremiss: utreda kostnaderna"
    mark_summoned(desk.store, desk.actor, january, date(2027, 1, 12))
    call_roll(desk.store, desk.on(date(2027, 1, 19)), january)
    decide_item(desk.store, desk.on(date(2027, 1, 19)), draft.id, "tabled", reason="Tid saknas.")
    (third,) = waiting_items(desk.store.connection, desk.committee_id)
    later = plan_meeting(
        desk.store, desk.actor, Meeting(0, desk.committee_id, date(2027, 2, 9), time(18, 30), "")
    )
    place_item(desk.store, desk.actor, third.id, later)
    (again,) = load_record(desk.store.connection, later).dossier.items
    assert [one.state for one in again.earlier] == ["tabled", "referred_back"]


def test_f6_it_returns_on_the_next_ordinary_meeting(desk: Desk) -> None:
    def plan(day: date, kind: MeetingKind) -> int:
        draft = Meeting(0, desk.committee_id, day, time(18, 30), "", kind=kind)
        return plan_meeting(desk.store, desk.actor, draft)

    plan(date(2026, 12, 14), "extra")
    january = plan(date(2027, 1, 19), "ordinary")
    item = desk.item("Avgifter")
    desk.open()
    desk.decide(item, "tabled", reason="Tid saknas.")
    row = desk.store.connection.execute(
        "SELECT meeting_id FROM agenda_items WHERE continues_item_id = ?", [item]
    ).fetchone()
    assert row["meeting_id"] == january


def test_f6_the_one_year_clock_keeps_running(desk: Desk) -> None:
    motion = desk.case("Motion om nattvandring", "motion", raised_on=date(2025, 12, 20))
    item = desk.item("Motion om nattvandring", cases=references(motion))
    desk.open()
    desk.decide(item, "referred_back", reason="utreda kostnaderna")
    kinds = [row.kind for row in overview(desk.store.connection, desk.committee_id, HELD).todo]
    assert "one_year" in kinds


def test_f7_both_proposals_stand_and_the_decision_is_the_winners(desk: Desk) -> None:
    item = desk.item("Budget", chair_proposal=("Omsorgsnämnden antar listan.",))
    desk.open()
    karin = [desk.ids["Karin Ek"]]
    move_proposal(desk.store, desk.actor, item, "approve", karin, target="staff")
    desk.decide(item, "", winner="staff")
    paragraph = desk.paragraph(1)
    assert paragraph.points == ("Omsorgsnämnden antar budget.",)
    assert paragraph.motions == (
        "Ordförandens förslag: Omsorgsnämnden antar listan.\n\n"
        "Förvaltningens förslag: Omsorgsnämnden antar budget.\n\n"
        "Karin Ek (C) yrkar bifall till förvaltningens förslag."
    )
    assert paragraph.procedure == (
        "Ordföranden ställer förslagen mot varandra och finner att nämnden beslutar enligt "
        "förvaltningens förslag."
    )
