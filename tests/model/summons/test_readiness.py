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
from nämndtui.model.agenda.meeting import Meeting
from nämndtui.model.people.committee import Committee, CommitteeSettings
from nämndtui.model.people.persons import Mandate, Person
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.summons.readiness import readiness

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
