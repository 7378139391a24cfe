from __future__ import annotations

from datetime import date, time

import pytest

from nämndtui.model.agenda.agenda_item import MemoSignature, Presenter, Recipient
from nämndtui.model.agenda.meeting import GroupMeeting
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.tui.kit.text import list_text


def test_recipients_keep_their_own_diary_number() -> None:
    text = "Kommunstyrelsen (KS/2026:148)\n\n  Verksamhetscheferna\nEnheten (norr)"
    recipients = (
        Recipient("Kommunstyrelsen", "KS/2026:148"),
        Recipient("Verksamhetscheferna"),
        Recipient("Enheten (norr)"),
    )
    assert list_text.parse_recipients(text) == recipients
    assert list_text.parse_recipients(list_text.recipients_text(recipients)) == recipients


def test_presenters_have_name_title_and_topic() -> None:
    presenters = (
        Presenter("Leila Mansouri", "Verksamhetschef funktionsstöd", "Inflyttningen"),
        Presenter("Björn Tallvik", "Ekonom"),
        Presenter("Marit Sol-Haug"),
    )
    text = list_text.presenters_text(presenters)
    assert text.split("\n")[0] == "Leila Mansouri, Verksamhetschef funktionsstöd – Inflyttningen"
    assert list_text.parse_presenters(text) == presenters


def test_signatures_have_name_and_title() -> None:
    signatures = (MemoSignature("Katarina Ljungsäter", "Förvaltningschef"), MemoSignature("Bo"))
    text = list_text.signatures_text(signatures)
    assert list_text.parse_signatures(text) == signatures


def test_group_meetings_can_be_typed_as_one_says_them() -> None:
    meetings = (
        GroupMeeting(("S", "V"), "Björken, plan 2", date(2026, 12, 8), time(17)),
        GroupMeeting(("Övriga partier",), "Granen"),
    )
    text = list_text.group_meetings_text(meetings)
    assert text == "S, V: Björken, plan 2, 2026-12-08, 17.00\nÖvriga partier: Granen"
    assert list_text.parse_group_meetings(text) == meetings
    assert list_text.parse_group_meetings("S: Björken, 8/12, 17", date(2026, 11, 22)) == (
        GroupMeeting(("S",), "Björken", date(2026, 12, 8), time(17)),
    )


def test_a_group_meeting_without_colon_is_explained() -> None:
    with pytest.raises(InvalidInputError, match="saknar kolon"):
        list_text.parse_group_meetings("S och V i Björken")
