"""What the verbs refuse or put right on the way: urgent decisions, adjusters, drafts, winners."""

from __future__ import annotations

from datetime import date, time

import pytest

from nämndtui.model.agenda.meeting import Meeting
from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.minutes.completeness import meeting_meter
from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.store.minutes.dossiers import load_dossier
from nämndtui.workflow.agenda.meetings import plan_meeting
from nämndtui.workflow.decisions.yrkanden import move_proposal, set_standing
from nämndtui.workflow.delegation.delegated_decisions import (
    accept_decision,
    register_delegated_decision,
)
from nämndtui.workflow.minutes.adjustment import set_adjusters
from nämndtui.workflow.people.committees import change_settings
from tests.workflow.edge_cases.conftest import HELD, Desk

ADJUSTERS = "Justerare är inte valda."


def urgent(desk: Desk, day: date) -> int:
    """An urgent decision by somebody without authority, registered that day; its id."""
    draft = DelegatedDecision(
        0,
        desk.committee_id,
        day,
        "Z 99",
        "Enhetschef",
        "Eva Berg",
        "on/2026:91",
        "Avtal om evakuering",
        urgent=True,
        urgent_reason="Vattenläcka på Lyktan",
    )
    made = register_delegated_decision(desk.store, desk.on(day), draft, despite_doubts=True)
    return made.decision_id


def state(desk: Desk) -> str:
    return desk.record.dossier.meeting.state


def test_a_meeting_does_not_close_while_an_urgent_decision_waits_for_its_say(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open()
    desk.decide(item)
    decision_id = urgent(desk, HELD)
    with pytest.raises(RefusedError, match=r"6 kap\. 39 §.*on/2026:91.*Ta ställning till det"):
        desk.close()
    assert state(desk) == "in_session"
    accept_decision(desk.store, desk.actor, decision_id)
    desk.decide(desk.record.dossier.items[-1].id, "noted")
    desk.close()
    assert state(desk) == "closed"


def test_an_urgent_decision_made_after_the_meeting_waits_for_the_next(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open()
    desk.decide(item)
    urgent(desk, date(2026, 12, 9))
    desk.close()
    assert desk.record.dossier.meeting.state == "closed"


@pytest.mark.parametrize(
    ("wanted", "chosen", "missing"),
    [
        (2, ["Karin Ek"], True),
        (2, ["Karin Ek", "Per Ahl"], False),
        (1, ["Karin Ek"], False),
        (1, [], True),
        (0, [], False),
    ],
)
def test_the_meter_asks_for_as_many_adjusters_as_the_committee_has(
    desk: Desk, wanted: int, chosen: list[str], missing: bool
) -> None:
    committee = desk.record.dossier.committee
    change_settings(desk.store, desk.actor, committee.id, committee.version, adjusters=wanted)
    item = desk.item("Avgifter")
    desk.open()
    desk.decide(item)
    if chosen:
        set_adjusters(desk.store, desk.actor, desk.meeting_id, chosen)
    assert (ADJUSTERS in [one.text for one in meeting_meter(desk.record).missing]) is missing


def test_an_item_that_returns_and_goes_leaves_the_next_agenda_numbered_without_gaps(
    desk: Desk,
) -> None:
    next_id = plan_meeting(
        desk.store, desk.actor, Meeting(0, desk.committee_id, date(2027, 1, 19), time(18, 30), "")
    )
    desk.item("Budget", meeting_id=next_id)
    first, second = desk.item("Avgifter"), desk.item("Taxor")
    desk.open()

    def numbered() -> list[tuple[int | None, str]]:
        items = load_dossier(desk.store.connection, next_id).items
        return [(one.number, one.title) for one in items]

    desk.decide(first, "tabled", reason="Tid saknas.")
    desk.decide(second, "tabled", reason="Tid saknas.")
    assert numbered() == [(1, "Budget"), (2, "Avgifter"), (3, "Taxor")]
    desk.decide(first)
    assert numbered() == [(1, "Budget"), (2, "Taxor")]
    desk.decide(second)
    assert numbered() == [(1, "Budget")]


def test_a_kept_proposal_without_text_does_not_become_a_rejection(desk: Desk) -> None:
    item = desk.item("Avgifter", staff_proposal=())
    desk.open()
    set_standing(desk.store, desk.actor, item, maintained=["staff"])
    with pytest.raises(InvalidInputError, match="skriv beslutet själv"):
        desk.decide(item, "", winner="staff")
    assert desk.record.numbers == ()
    own = ["Omsorgsnämnden antar avgifterna."]
    desk.decide(item, "", winner="staff", points=own)
    paragraph = desk.paragraph(1)
    assert (paragraph.outcome, paragraph.points) == ("as_proposed", tuple(own))


def test_a_yrkande_to_reject_becomes_a_rejection(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open()
    move_proposal(desk.store, desk.actor, item, "reject", [desk.ids["Karin Ek"]], "")
    (moved,) = desk.record.moved_in(item)
    desk.decide(item, "", winner=moved.ref)
    paragraph = desk.paragraph(1)
    assert paragraph.outcome == "rejected"
    assert paragraph.points == ("Omsorgsnämnden avslår förslaget.",)
