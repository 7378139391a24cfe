"""The registers' rules hold even for someone with a SQL prompt."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import pytest

from nämndtui.model.text.errors import RefusedError

Insert = Callable[..., int]
DECISION = {
    "decided_on": "2026-11-03",
    "point": "B 36",
    "role": "Verksamhetschef",
    "decider": "Eva Berg",
    "dnr": "on/2026:88",
    "description": "Yttrande till IVO",
}
SUPPORT = {
    "local_key": "A1",
    "law": "sol",
    "measure": "Särskilt boende",
    "start": "2026-03-01",
}


def test_two_orders_may_not_be_in_force_the_same_day(insert: Insert, committee: int) -> None:
    base = {"committee_id": committee, "name": "Delegationsordning"}
    insert("delegation_orders", **base, valid_from="2025-01-01", valid_to="2025-12-31")
    insert("delegation_orders", **base, valid_from="2026-01-01")
    with pytest.raises(RefusedError, match="överlappar"):
        insert("delegation_orders", **base, valid_from="2025-06-01", valid_to="2025-06-30")


@pytest.mark.parametrize(
    "changes",
    [
        {"state": "listed"},
        {"state": "reported"},
        {"state": "posted"},
        {"state": "exempt", "urgent": 1},
        {"decided_on": "3 nov"},
    ],
)
def test_a_decision_cannot_stand_in_an_impossible_state(
    insert: Insert, committee: int, changes: dict[str, object]
) -> None:
    with pytest.raises(RefusedError):
        insert("delegated_decisions", committee_id=committee, **(DECISION | changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"executed_on": "2026-02-28"},
        {"closed_on": "2026-02-28"},
        {"executed_on": "2026-05-01", "closed_on": "2026-05-01"},
        {"kind": "interruption"},
        {"law": "hsl"},
    ],
)
def test_a_support_decision_cannot_have_impossible_dates(
    insert: Insert, committee: int, changes: dict[str, object]
) -> None:
    with pytest.raises(RefusedError):
        insert("support_decisions", committee_id=committee, **(SUPPORT | changes))


def test_a_compiled_report_is_frozen_and_keeps_its_rows_in_the_register(
    store: object, insert: Insert, committee: int, connection: sqlite3.Connection
) -> None:
    row = insert("support_decisions", committee_id=committee, **SUPPORT)
    insert(
        "quarter_reports",
        committee_id=committee,
        law="sol",
        year=2026,
        quarter=2,
        compiled_on="2026-08-03",
        elapsed_rule="completed",
        rows=f'[{{"support_id":{row}}}]',
    )
    with pytest.raises(sqlite3.IntegrityError, match="ändras inte"):
        connection.execute("UPDATE quarter_reports SET rows = '[]'")
    with pytest.raises(sqlite3.IntegrityError, match="kan inte tas bort"):
        connection.execute("DELETE FROM support_decisions")
    connection.execute("UPDATE quarter_reports SET sent_ivo_on = '2026-08-04'")
    with pytest.raises(sqlite3.IntegrityError, match="skickad"):
        connection.execute("DELETE FROM quarter_reports")
    connection.rollback()


@pytest.fixture
def connection(store: object) -> sqlite3.Connection:
    return store.connection  # type: ignore[attr-defined,no-any-return]
