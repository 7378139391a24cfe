"""A delegation order, two decisions by it, and a meeting where they are reported."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from nämndtui.model.agenda.meeting import Outcome
from nämndtui.model.delegation.order import DelegationOrder, DelegationRule
from nämndtui.model.people.persons import Mandate, Person
from nämndtui.store.database import Store
from nämndtui.store.delegation.delegated_decisions import decision as load_decision
from nämndtui.store.minutes.dossiers import load_dossier
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.delegation.delegated_decisions import (
    enter_decision,
)
from nämndtui.workflow.delegation.orders import (
    add_order,
)
from nämndtui.workflow.minutes.adjustment import set_adjusters
from nämndtui.workflow.minutes.minutes import call_roll, decide_item
from nämndtui.workflow.people.persons import add_mandate
from nämndtui.workflow.registers.item_links import settle_meeting
from nämndtui.workflow.summons.summons import mark_summoned

HELD = datetime(2026, 12, 8, 19, 0)


@pytest.fixture
def order_id(store: Store, actor: Actor, committee_id: int) -> int:
    rules = (
        DelegationRule(0, 0, 0, "b36", "Yttrande till IVO", ("Verksamhetschef",), "KL 7:5"),
        DelegationRule(0, 0, 0, "B 4", "Särskilt boende", ("Biståndshandläggare",)),
        DelegationRule(0, 0, 0, "G 9", "Visstidsanställning", ("Enhetschef",), report=False),
    )
    order = DelegationOrder(
        0, committee_id, "Delegationsordning 2026", date(2026, 1, 1), rules=rules
    )
    return add_order(store, actor, order)


def line(store: Store, actor: Actor, committee_id: int, text: str) -> int:
    return enter_decision(store, actor, committee_id, text).decision_id


@pytest.fixture
def two(store: Store, actor: Actor, committee_id: int, order_id: int) -> list[int]:
    return [
        line(store, actor, committee_id, text)
        for text in (
            "3/11 B 36 verksamhetschef (Eva Berg) on/2026:88 Yttrande till IVO",
            "2026-11-05 B 4 biståndshandläggare (Per Ahl) on/2026:1 Beslut om särskilt boende",
        )
    ]


def states(store: Store, ids: list[int]) -> list[str]:
    return [load_decision(store.connection, one).state for one in ids]


def listed_item(store: Store, meeting_id: int) -> str:
    items = load_dossier(store.connection, meeting_id).items
    return next(item.summary for item in items if item.kind == "delegated_decisions")


def hold(store: Store, actor: Actor, meeting_id: int, outcome: Outcome = "noted") -> None:
    committee_id = load_dossier(store.connection, meeting_id).committee.id
    for office, name in (("chair", "Ali Saadi"), ("member", "Per Ahl")):
        mandate = Mandate(0, committee_id, Person(0, name), office, "S", date(2023, 1, 1))
        add_mandate(store, actor, mandate)
    mark_summoned(store, actor, meeting_id, date(2026, 11, 30))
    call_roll(store, actor, meeting_id)
    for item in load_dossier(store.connection, meeting_id).items:
        if item.state == "listed":
            decide_item(store, replace(actor, now=HELD), item.id, outcome)
    set_state(store, actor, meeting_id, "closed")
    set_adjusters(store, actor, meeting_id, ["Per Ahl"])


def set_state(store: Store, actor: Actor, meeting_id: int, state: str) -> None:
    """What else a meeting must have before it is held is told in test_minutes.py."""
    with store.change("test", actor.user, actor.now) as change:
        change.update("meetings", meeting_id, {"state": state})


def adjust(store: Store, actor: Actor, meeting_id: int) -> None:
    """Who signs and what the minutes must hold is told in the tests of adjustment."""
    with store.change("test", actor.user, actor.now) as change:
        for part in load_dossier(change.connection, meeting_id).minutes_parts:
            change.update("minutes_parts", part.id, {"adjusted_on": "2026-12-15"})
        settle_meeting(change, meeting_id)
