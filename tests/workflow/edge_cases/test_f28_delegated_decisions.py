"""F 28: a delegated decision found late, by the wrong role, under an expired order, or twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.delegation.order import DelegationOrder, DelegationRule
from nämndtui.store.delegation.delegated_decisions import decision as load_decision
from nämndtui.workflow.delegation.delegated_decisions import (
    DoubtfulDecisionError,
    accept_decision,
    findings_of,
    register_delegated_decision,
)
from nämndtui.workflow.delegation.orders import add_order
from nämndtui.workflow.delegation.reporting import reporting_queue
from tests.workflow.edge_cases.conftest import Desk


def decision(desk: Desk, **values: object) -> DelegatedDecision:
    """A decision under ``B 36`` by the head of unit, whose order held until November."""
    base = DelegatedDecision(
        0,
        desk.committee_id,
        date(2026, 11, 3),
        "B 36",
        "Verksamhetschef",
        "Eva Berg",
        "on/2026:88",
        "Yttrande till IVO",
    )
    return replace(base, **values)  # type: ignore[arg-type]


@pytest.fixture
def order(desk: Desk) -> int:
    rules = (DelegationRule(0, 0, 0, "B 36", "Yttrande till IVO", ("Verksamhetschef",), "KL 7:5"),)
    new = DelegationOrder(
        0, desk.committee_id, "Ordning", date(2026, 1, 1), date(2026, 11, 30), rules=rules
    )
    return add_order(desk.store, desk.actor, new)


@pytest.mark.usefixtures("order")
def test_found_late_it_is_reported_now_with_its_true_date_and_flagged(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open()
    desk.decide(item)
    desk.close()
    late = desk.on(date(2026, 12, 20))
    made = register_delegated_decision(desk.store, late, decision(desk))
    assert [one.code for one in made.findings] == ["late"]
    stored = load_decision(desk.store.connection, made.decision_id)
    assert stored.decided_on == date(2026, 11, 3)
    assert len(reporting_queue(desk.store.connection, desk.committee_id).ready) == 1


@pytest.mark.usefixtures("order")
@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"role": "Enhetschef"}, "Ska nämnden besluta själv"),
        ({"decided_on": date(2026, 12, 2)}, "Ingen delegationsordning gällde 2026-12-02"),
    ],
)
def test_wrong_role_or_expired_order_is_warned_of_and_not_listed_silently(
    desk: Desk, wrong: dict[str, object], told: str
) -> None:
    doubtful = decision(desk, **wrong)
    with pytest.raises(DoubtfulDecisionError, match=told):
        register_delegated_decision(desk.store, desk.actor, doubtful)
    made = register_delegated_decision(desk.store, desk.actor, doubtful, despite_doubts=True)
    queue = reporting_queue(desk.store.connection, desk.committee_id)
    assert (len(queue.ready), len(queue.held_back)) == (0, 1)
    accept_decision(desk.store, desk.actor, made.decision_id)
    assert len(reporting_queue(desk.store.connection, desk.committee_id).ready) == 1


@pytest.mark.usefixtures("order")
def test_the_same_number_point_and_date_is_asked_about(desk: Desk) -> None:
    register_delegated_decision(desk.store, desk.actor, decision(desk))
    with pytest.raises(DoubtfulDecisionError, match="Är det samma beslut"):
        register_delegated_decision(desk.store, desk.actor, decision(desk))
    assert not findings_of(
        desk.store.connection, decision(desk, dnr="on/2026:9"), date(2026, 12, 8)
    )
