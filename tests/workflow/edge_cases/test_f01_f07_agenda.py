"""F 1–7: the agenda that changes at the meeting."""

from __future__ import annotations

from datetime import date, time

import pytest

from nämndtui.model.completeness import paragraph_meter
from nämndtui.model.errors import RefusedError
from nämndtui.model.meeting import Meeting
from nämndtui.store.items import item as load_item
from nämndtui.store.items import waiting_items
from nämndtui.workflow.agenda import move_item, withdraw_item
from nämndtui.workflow.committees import change_settings
from nämndtui.workflow.meetings import plan_meeting
from nämndtui.workflow.minutes import note_withdrawn, take_back_decision
from nämndtui.workflow.moved_proposals import move_proposal
from nämndtui.workflow.overview import overview
from nämndtui.workflow.roll import leave
from nämndtui.workflow.summons import mark_summoned

from .conftest import HELD, Desk, references


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
    mark_summoned(desk.store, desk.actor, desk.meeting_id, date(2026, 12, 1))
    late = load_item(desk.store.connection, desk.item("Tilläggsbudget"))
    assert (late.late, late.number, late.state) == ("supplement", 2, "listed")


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
