"""Recording the meeting: roll, decisions with § numbers, and closing."""

from __future__ import annotations

from datetime import date, time

import pytest

from nämndtui.model.agenda.agenda_item import AgendaItem, ItemKind
from nämndtui.model.minutes.completeness import unhandled_titles
from nämndtui.model.people.persons import Mandate, Person
from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.store.agenda.items import waiting_items
from nämndtui.store.database import Store
from nämndtui.store.minutes.dossiers import load_dossier
from nämndtui.store.minutes.minutes_records import load_record
from nämndtui.workflow.agenda.agenda import add_item, withdraw_item
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.minutes.minutes import (
    call_roll,
    close_meeting,
    decide_item,
    edit_paragraph,
    take_back_decision,
)
from nämndtui.workflow.people.committees import change_settings
from nämndtui.workflow.people.persons import add_mandate
from nämndtui.workflow.summons.summons import mark_summoned, recall_summons

PROPOSAL = "Omsorgsnämnden godkänner rapporten."


@pytest.fixture
def items(store: Store, actor: Actor, committee_id: int, meeting_id: int) -> list[int]:
    def add(kind: ItemKind, title: str, *points: str) -> int:
        draft = AgendaItem(0, committee_id, meeting_id, 0, None, kind, title, staff_proposal=points)
        return add_item(store, actor, draft)

    ids = [
        add("decision", "Delårsrapport", PROPOSAL),
        add("information", "Information"),
        add("decision", "Avgifter", "Omsorgsnämnden antar avgifterna."),
    ]
    for office, name in (("chair", "Ali Saadi"), ("member", "Karin Ek"), ("substitute", "Bo Lind")):
        mandate = Mandate(0, committee_id, Person(0, name), office, "C", date(2023, 1, 1))
        add_mandate(store, actor, mandate)
    mark_summoned(store, actor, meeting_id, date(2026, 12, 1))
    return ids


def test_the_roll_proposes_members_as_serving_and_substitutes_as_present(
    store: Store, actor: Actor, meeting_id: int, items: list[int]
) -> None:
    call_roll(store, actor, meeting_id)
    dossier = load_dossier(store.connection, meeting_id)
    assert [(a.person.name, a.role, a.office) for a in dossier.attendances] == [
        ("Ali Saadi", "member", "chair"),
        ("Karin Ek", "member", "member"),
        ("Bo Lind", "substitute", "substitute"),
    ]
    assert dossier.meeting.state == "in_session"


def test_one_key_decides_by_the_proposal(
    store: Store, actor: Actor, meeting_id: int, items: list[int]
) -> None:
    assert decide_item(store, actor, items[0], "as_proposed") == 1
    (paragraph,) = load_dossier(store.connection, meeting_id).paragraphs
    assert paragraph.points == (PROPOSAL,)
    assert paragraph.procedure.startswith("Ordföranden ställer proposition")


def test_paragraphs_follow_the_order_of_handling(
    store: Store, actor: Actor, meeting_id: int, items: list[int]
) -> None:
    assert decide_item(store, actor, items[2], "as_proposed") == 1
    assert decide_item(store, actor, items[0], "as_proposed") == 2


def test_deciding_again_keeps_the_number(
    store: Store, actor: Actor, meeting_id: int, items: list[int]
) -> None:
    decide_item(store, actor, items[0], "as_proposed")
    assert decide_item(store, actor, items[0], "own_decision", ["Nämnden avvaktar."]) == 1
    (paragraph,) = load_dossier(store.connection, meeting_id).paragraphs
    assert (paragraph.points, paragraph.procedure) == (("Nämnden avvaktar.",), "")


def test_a_referred_back_item_waits_linked_for_a_later_meeting(
    store: Store, actor: Actor, committee_id: int, meeting_id: int, items: list[int]
) -> None:
    decide_item(store, actor, items[0], "referred_back")
    (waiting,) = waiting_items(store.connection, committee_id)
    assert (waiting.title, waiting.proposal) == ("Delårsrapport", (PROPOSAL,))
    (paragraph,) = load_dossier(store.connection, meeting_id).paragraphs
    assert paragraph.points == ("Omsorgsnämnden återremitterar ärendet till förvaltningen.",)


def test_only_the_last_paragraph_can_be_taken_back(
    store: Store, actor: Actor, meeting_id: int, items: list[int]
) -> None:
    decide_item(store, actor, items[0], "as_proposed")
    decide_item(store, actor, items[2], "as_proposed")
    with pytest.raises(RefusedError, match="lucka"):
        take_back_decision(store, actor, items[0])
    take_back_decision(store, actor, items[2])
    assert [p.number for p in load_dossier(store.connection, meeting_id).paragraphs] == [1]


def test_the_meeting_closes_only_when_every_item_is_handled(
    store: Store, actor: Actor, meeting_id: int, items: list[int]
) -> None:
    call_roll(store, actor, meeting_id)
    decide_item(store, actor, items[0], "as_proposed")
    with pytest.raises(RefusedError, match="3 Avgifter"):
        close_meeting(store, actor, meeting_id, time(20, 0))
    withdraw_item(store, actor, items[2])
    close_meeting(store, actor, meeting_id, time(20, 0))
    assert load_dossier(store.connection, meeting_id).meeting.state == "closed"


def test_an_item_without_content_needs_a_paragraph_only_where_the_committee_wants_one(
    store: Store, actor: Actor, committee_id: int, meeting_id: int, items: list[int]
) -> None:
    decide_item(store, actor, items[0], "as_proposed")
    decide_item(store, actor, items[2], "as_proposed")
    assert unhandled_titles(load_record(store.connection, meeting_id)) == []
    change_settings(store, actor, committee_id, 1, paragraph_for_empty_items=True)
    assert unhandled_titles(load_record(store.connection, meeting_id)) == ["2 Information"]


def test_a_withdrawn_item_gets_no_decision(
    store: Store, actor: Actor, meeting_id: int, items: list[int]
) -> None:
    withdraw_item(store, actor, items[0])
    with pytest.raises(RefusedError, match="utgår"):
        decide_item(store, actor, items[0], "as_proposed")


def test_without_a_proposal_the_decision_must_be_written(
    store: Store, actor: Actor, committee_id: int, meeting_id: int, items: list[int]
) -> None:
    late = AgendaItem(0, committee_id, meeting_id, 0, None, "decision", "Extra ärende")
    item_id = add_item(store, actor, late)
    with pytest.raises(InvalidInputError, match="skriv beslutet"):
        decide_item(store, actor, item_id, "as_proposed")


def test_no_decision_before_the_summons(
    store: Store, actor: Actor, meeting_id: int, items: list[int]
) -> None:
    recall_summons(store, actor, meeting_id)
    with pytest.raises(RefusedError, match="inte skickad"):
        decide_item(store, actor, items[0], "as_proposed")


def test_what_was_said_is_kept_with_the_paragraph(
    store: Store, actor: Actor, meeting_id: int, items: list[int]
) -> None:
    decide_item(store, actor, items[0], "as_proposed")
    (paragraph,) = load_dossier(store.connection, meeting_id).paragraphs
    text = "Karin Ek (C): bifall till motionen"
    edit_paragraph(store, actor, paragraph.id, paragraph.version, motions=text)
    assert load_dossier(store.connection, meeting_id).paragraphs[0].motions == text
