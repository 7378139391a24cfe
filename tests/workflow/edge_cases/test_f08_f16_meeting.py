"""F 8–16: breaks, midnight, jäv and quorum."""

from __future__ import annotations

from datetime import date, time

import pytest

from nämndtui.model.agenda.meeting import Meeting
from nämndtui.model.agenda.meeting_states import NEXT_STATES
from nämndtui.model.attendance.presence import Override
from nämndtui.model.calendar.calendar_days import adjust_target
from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.minutes.parts import presided
from nämndtui.model.record.minutes_serving import meeting_serving
from nämndtui.model.text.errors import RefusedError
from nämndtui.store.agenda.items import waiting_items
from nämndtui.workflow.agenda.meetings import plan_meeting
from nämndtui.workflow.attendance.disqualifications import declare_disqualified
from nämndtui.workflow.attendance.roll import come_in, leave
from nämndtui.workflow.attendance.serving_choices import choose_serving
from nämndtui.workflow.attendance.sittings import adjourn, resume
from nämndtui.workflow.delegation.delegated_decisions import register_delegated_decision
from nämndtui.workflow.minutes.adjustment import mark_adjusted, set_adjusters
from nämndtui.workflow.minutes.minutes import call_roll, close_meeting, postpone_without_quorum
from nämndtui.workflow.summons.summons import mark_summoned
from tests.workflow.edge_cases.conftest import HELD, Desk

NBSP = "\u00a0"


def test_f8_a_break_and_someone_leaves(desk: Desk) -> None:
    first, second, third = desk.item("Avgifter"), desk.item("Riktlinjer"), desk.item("Plan")
    desk.open()
    desk.decide(first)
    adjourn(desk.store, desk.actor, desk.meeting_id, time(19, 10))
    assert desk.record.dossier.meeting.state == "adjourned"
    leave(desk.store, desk.actor, desk.meeting_id, desk.ids["Siv Dahl"])
    resume(desk.store, desk.actor, desk.meeting_id, time(19, 25), item_id=second)
    desk.decide(second)
    come_in(desk.store, desk.actor, desk.meeting_id, desk.ids["Siv Dahl"])
    desk.decide(third)
    assert [len(desk.record.sittings), "Siv Dahl" in desk.serving(3)] == [2, False]
    sentence = f"Sammanträdet ajourneras kl.{NBSP}19.10–19.25."
    procedure = desk.paragraph(2).procedure
    assert procedure.startswith(f"{sentence}\n\nOrdföranden ställer proposition")


def test_f9_continued_another_day_it_is_the_same_meeting(desk: Desk) -> None:
    first, second = desk.item("Avgifter"), desk.item("Riktlinjer")
    desk.open()
    desk.decide(first)
    adjourn(desk.store, desk.actor, desk.meeting_id, time(22, 0))
    resume(desk.store, desk.actor, desk.meeting_id, time(18, 0), date(2026, 12, 10))
    assert desk.decide(second) == 2
    desk.close()
    meeting = desk.record.dossier.meeting
    assert meeting.end_date == date(2026, 12, 10)
    assert adjust_target(meeting.end_date) == date(2026, 12, 24)
    assert meeting.date == HELD


def test_f10_past_midnight_the_paragraphs_keep_the_meetings_date(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open()
    desk.decide(item)
    set_adjusters(desk.store, desk.actor, desk.meeting_id, ["Karin Ek"])
    close_meeting(desk.store, desk.actor, desk.meeting_id, time(0, 40), date(2026, 12, 9))
    meeting = desk.record.dossier.meeting
    assert (meeting.end, meeting.end_date) == (time(0, 40), date(2026, 12, 9))
    assert desk.paragraph(1).year == 2026


def test_f11_new_years_eve_belongs_to_the_old_year(desk: Desk) -> None:
    eve = Meeting(0, desk.committee_id, date(2026, 12, 31), time(20, 0), "")
    january = Meeting(0, desk.committee_id, date(2027, 1, 19), time(18, 30), "")
    desk.meeting_id = plan_meeting(desk.store, desk.actor, eve)
    item = desk.item("Avgifter")
    desk.open()
    desk.decide(item)
    set_adjusters(desk.store, desk.actor, desk.meeting_id, ["Karin Ek"])
    close_meeting(desk.store, desk.actor, desk.meeting_id, time(0, 30), date(2027, 1, 1))
    mark_adjusted(desk.store, desk.on(date(2027, 1, 11)), desk.meeting_id, date(2027, 1, 11))
    assert (desk.paragraph(1).year, desk.main.adjusted_on) == (2026, date(2027, 1, 11))
    desk.meeting_id = plan_meeting(desk.store, desk.actor, january)
    later = desk.item("Riktlinjer")
    desk.open()
    assert desk.decide(later) == 1
    assert desk.paragraph(1).year == 2027


def test_f12_there_is_no_deciding_by_mail(desk: Desk) -> None:
    item = desk.item("Avgifter")
    with pytest.raises(RefusedError, match="Kallelsen är inte skickad"):
        desk.decide(item)
    assert "in_session" not in NEXT_STATES["preparing"]
    everyone = [name for name in desk.ids if name not in ("Ali Saadi", "Karin Ek")]
    desk.open(*everyone)
    with pytest.raises(RefusedError, match=r"KL 6:27.*inte beslutsför"):
        desk.decide(item)


def test_f13_an_urgent_chair_decision_must_be_reported_before_closing(desk: Desk) -> None:
    item = desk.item("Avgifter")
    urgent = DelegatedDecision(
        0,
        desk.committee_id,
        date(2026, 11, 20),
        "A 1",
        "Ordförande",
        "Ali Saadi",
        "on/2026:91",
        "Avtal om evakuering",
        urgent=True,
        urgent_reason="Vattenläcka på Lyktan",
    )
    desk.open()
    desk.decide(item)
    register_delegated_decision(desk.store, desk.actor, urgent, despite_doubts=True)
    with pytest.raises(RefusedError, match="Kvar: 2 Delegationsbeslut"):
        desk.close()
    listed = desk.record.dossier.items[-1]
    assert "on/2026:91" in listed.summary
    desk.decide(listed.id, "noted")
    desk.close()


def test_f14_jäv_in_one_item(desk: Desk) -> None:
    items = [desk.item(title) for title in ("Avgifter", "Tomtköp", "Plan")]
    desk.open()
    desk.decide(items[0])
    declare_disqualified(desk.store, desk.actor, items[1], desk.ids["Siv Dahl"])
    desk.decide(items[1])
    desk.decide(items[2])
    assert ["Siv Dahl" in desk.serving(number) for number in (1, 2, 3)] == [True, False, True]
    assert desk.attendance("Siv Dahl", "member").not_paragraphs == (2,)
    stand_in = desk.attendance("Ida Gran", "serving_substitute")
    assert (stand_in.from_paragraph, stand_in.to_paragraph) == (2, 2)
    assert desk.paragraph(2).disqualification == (
        "Siv Dahl (S) anmäler jäv och deltar inte i handläggningen av ärendet.\n\n"
        "Ida Gran (S) tjänstgör i stället för Siv Dahl (S)."
    )


def test_f15_the_chair_disqualified_the_vice_chair_presides_and_adjusts(desk: Desk) -> None:
    items = [desk.item(title) for title in ("Avgifter", "Tomtköp", "Plan")]
    desk.open()
    desk.decide(items[0])
    declare_disqualified(desk.store, desk.actor, items[1], desk.ids["Ali Saadi"])
    desk.decide(items[1])
    desk.decide(items[2])
    assert desk.paragraph(2).procedure.startswith(
        "Karin Ek (C), 1:e vice ordförande, leder sammanträdet under paragrafen."
    )
    assert desk.paragraph(3).procedure.startswith("Ordföranden ställer")
    desk.close("Per Ahl")
    leads = presided(desk.main, meeting_serving(desk.record))
    assert [person.name for person in leads] == ["Ali Saadi", "Karin Ek"]


def test_f15_none_left_someone_is_named(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open("Ali Saadi", "Karin Ek", "Per Ahl")
    number = desk.decide(item)
    with pytest.raises(RefusedError, match=r"KL 6:22.*Ingen leder"):
        desk.close("Siv Dahl")
    named = Override(
        0, "preside", "utsedd av fullmäktige", desk.record.dossier.mandates[3].person, "", number
    )
    choose_serving(desk.store, desk.actor, desk.meeting_id, named)
    assert desk.at(number).presiding.reason == "utsedd av fullmäktige"
    desk.close("Tore Falk")


def test_f16_quorum_lost_also_through_jäv(desk: Desk) -> None:
    item = desk.item("Tomtköp")
    talk = desk.item("Information", kind="information")
    absent = ("Per Ahl", "Tore Falk", "Eva Berg", "Bo Lind", "Ida Gran", "Olof Hed")
    desk.open(*absent)
    declare_disqualified(desk.store, desk.actor, item, desk.ids["Siv Dahl"])
    with pytest.raises(RefusedError, match="2 tjänstgör, det behövs 3"):
        desk.decide(item)
    postpone_without_quorum(desk.store, desk.actor, item)
    assert [one.title for one in waiting_items(desk.store.connection, desk.committee_id)] == [
        "Tomtköp"
    ]
    leave(desk.store, desk.actor, desk.meeting_id, desk.ids["Siv Dahl"])
    assert desk.decide(talk, "noted") == 1
    desk.close("Karin Ek")


def test_f16_with_a_quorum_it_is_a_decision_to_table(desk: Desk) -> None:
    item = desk.item("Tomtköp")
    desk.open()
    with pytest.raises(RefusedError, match="Bordlägg ärendet genom beslut"):
        postpone_without_quorum(desk.store, desk.actor, item)


def test_a_meeting_not_summoned_has_no_roll(desk: Desk) -> None:
    desk.item("Avgifter")
    with pytest.raises(RefusedError):
        call_roll(desk.store, desk.actor, desk.meeting_id)
    mark_summoned(desk.store, desk.actor, desk.meeting_id, date(2026, 12, 1))
    call_roll(desk.store, desk.actor, desk.meeting_id)
