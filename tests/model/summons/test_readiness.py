"""The readiness list: what is missing or doubtful before the summons is sent (A14, B1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from nämndtui.model.agenda.agenda_item import (
    AgendaItem,
    Attachment,
    MemoSignature,
    Recipient,
    StaffMemo,
    StoredFile,
)
from nämndtui.model.agenda.attachment_number import AttachmentNumber
from nämndtui.model.agenda.case import CaseReference
from nämndtui.model.agenda.meeting import Meeting, MeetingState
from nämndtui.model.agenda.sending import Sending
from nämndtui.model.people.committee import Committee, CommitteeSettings
from nämndtui.model.people.persons import Mandate, Person
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.summons.readiness import readiness
from nämndtui.model.summons.supplement import summons_documents

TODAY = date(2026, 11, 22)
COMMITTEE = Committee(
    1,
    "ON",
    "Omsorgsnämnden",
    "Norrviks kommun",
    CommitteeSettings(administration="Omsorgsförvaltningen"),
)
CHAIR = Mandate(1, 1, Person(1, "Ali Saadi"), "chair", "S", date(2023, 1, 1))
MEETING = Meeting(1, 1, date(2026, 12, 8), time(18, 30), "Lilla salen", state="preparing")
ITEM = AgendaItem(
    1,
    1,
    1,
    1,
    1,
    "decision",
    "Delårsrapport 2",
    cases=(CaseReference(1, "on/2026:106"),),
    staff_proposal=("Omsorgsnämnden godkänner delårsrapporten.",),
    summary="Prognosen visar ett underskott.",
    recipients=(Recipient("Kommunstyrelsen"),),
)


def texts(meeting: Meeting = MEETING, item: AgendaItem = ITEM, today: date = TODAY) -> list[str]:
    dossier = MeetingDossier(COMMITTEE, meeting, (item,), mandates=(CHAIR,))
    return [finding.text for finding in readiness(dossier, today)]


def test_a_complete_agenda_has_nothing_to_mend() -> None:
    assert texts() == []


TIMES_CHANGED = "Tiderna i kallelsen har ändrats sedan den skickades"


def times_told(state: MeetingState, *items: AgendaItem) -> list[tuple[int | None, str]]:
    """Item and field of each row on changed times, of a kallelse that gave ITEM 15 minutes."""
    was = MeetingDossier(COMMITTEE, MEETING, (replace(ITEM, duration=15), replace(ITEM, id=2)))
    sent = Sending(0, "summons", date(2026, 11, 28), summons_documents(was, ()))
    meeting = replace(MEETING, state=state)
    dossier = MeetingDossier(COMMITTEE, meeting, items, mandates=(CHAIR,), sendings=(sent,))
    found = readiness(dossier, TODAY)
    return [(one.item_id, one.field) for one in found if one.text == TIMES_CHANGED]


@pytest.mark.parametrize("duration", [None, 45])
def test_a_duration_changed_after_the_kallelse_is_told_once(duration: int | None) -> None:
    changed = replace(ITEM, duration=duration), replace(ITEM, id=2, duration=10)
    assert times_told("summoned", *changed) == [(1, "duration")]


def test_times_are_not_told_changed_when_they_are_as_sent_or_the_meeting_has_begun() -> None:
    same, changed = replace(ITEM, duration=15), replace(ITEM, duration=45)
    other = replace(ITEM, id=2)
    assert times_told("summoned", same, other) == []
    assert times_told("in_session", changed, other) == []
    assert times_told("preparing", changed, other) == []


def test_durations_of_what_is_withdrawn_or_new_do_not_move_the_times_that_were_sent() -> None:
    withdrawn = replace(ITEM, duration=None, state="withdrawn")
    new = replace(ITEM, id=3, duration=30, late="supplement")
    assert times_told("summoned", withdrawn, replace(ITEM, id=2), new) == []


def test_an_agenda_that_goes_past_midnight_is_doubtful_where_it_does() -> None:
    meeting = replace(MEETING, start=time(23, 45))
    said = "Punkterna beräknas sluta efter midnatt"
    assert texts(meeting, replace(ITEM, duration=15)) == []
    assert texts(meeting, replace(ITEM, duration=16)) == [said]


def test_a_missing_proposal_is_missing() -> None:
    assert texts(item=replace(ITEM, staff_proposal=())) == ["1 Förslag till beslut saknas"]


def test_the_administration_cannot_decide_for_the_committee() -> None:
    wrong = replace(ITEM, staff_proposal=("Omsorgsförvaltningen godkänner rapporten.",))
    assert texts(item=wrong) == [
        "1 förslaget låter Omsorgsförvaltningen besluta i stället för nämnden"
    ]


def test_a_weekday_that_is_not_the_meetings() -> None:
    wrong = replace(MEETING, remark="Obs! Onsdag.")
    assert texts(meeting=wrong) == ["Anmärkningen säger onsdag, men tis 8\u00a0dec är en tisdag"]


def test_a_listed_attachment_without_its_file_and_a_gap_in_the_numbers() -> None:
    stored = StoredFile("0" * 64, "a.pdf", "application/pdf", 1)
    item = replace(
        ITEM,
        attachments=(
            Attachment(1, AttachmentNumber(1), "Rapport", file=stored),
            Attachment(2, AttachmentNumber(3), "Tabell"),
        ),
    )
    found = texts(item=item)
    assert "1 Bilaga 3 saknar fil" in found
    assert any("2" in text and "saknas" in text for text in found)


def test_a_memo_dated_after_the_summons_needs_a_supplement() -> None:
    meeting = replace(MEETING, summons_date=date(2026, 12, 1), state="summoned")
    memo = StaffMemo(date(2026, 12, 3), body="Text", signatures=())
    found = texts(meeting=meeting, item=replace(ITEM, memo=memo))
    assert "1 Tjänsteskrivelsen är daterad efter kallelsen" in found


def test_a_withdrawn_item_needs_nothing() -> None:
    assert texts(item=replace(ITEM, state="withdrawn", staff_proposal=())) == []


def test_a_summons_that_should_have_gone_is_said() -> None:
    assert texts(today=date(2026, 12, 5)) == ["Kallelsen skulle ha gått ut tis 1\u00a0dec"]


def test_the_summons_is_not_late_on_the_last_day_to_send_it() -> None:
    assert texts(today=date(2026, 12, 1)) == []
    assert texts(today=date(2026, 12, 2)) == ["Kallelsen skulle ha gått ut tis 1\u00a0dec"]


@pytest.mark.parametrize(
    ("dated", "found"),
    [
        (date(2026, 12, 1), []),
        (date(2026, 12, 2), ["1 Tjänsteskrivelsen är daterad efter kallelsen"]),
    ],
)
def test_a_memo_may_be_dated_the_day_the_summons_is_sent(dated: date, found: list[str]) -> None:
    meeting = replace(MEETING, summons_date=date(2026, 12, 1), state="summoned")
    memo = StaffMemo(dated, body="Text", signatures=(MemoSignature("Lena Holm"),))
    told = texts(meeting=meeting, item=replace(ITEM, memo=memo), today=date(2026, 12, 3))
    assert told == found
