"""Delegation orders at rest: dated versions with their rules."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Any

from nämndtui.model.delegation.order import DelegationOrder, DelegationRule, point_key
from nämndtui.model.text.errors import NotFoundError
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns, day, marks, texts


def orders_of(connection: sqlite3.Connection, committee_id: int) -> tuple[DelegationOrder, ...]:
    """Every version of a committee's order with its rules, newest first."""
    rows = connection.execute(
        "SELECT * FROM delegation_orders WHERE committee_id = ? ORDER BY valid_from DESC",
        [committee_id],
    ).fetchall()
    return _orders(connection, rows)


def order(connection: sqlite3.Connection, order_id: int) -> DelegationOrder:
    """One version. Raises NotFoundError."""
    row = connection.execute("SELECT * FROM delegation_orders WHERE id = ?", [order_id]).fetchall()
    if not row:
        raise NotFoundError("Delegationsordningen finns inte i databasen.")
    return _orders(connection, row)[0]


def order_on(connection: sqlite3.Connection, committee_id: int, on: date) -> DelegationOrder | None:
    """The version in force on a day."""
    rows = connection.execute(
        "SELECT * FROM delegation_orders WHERE committee_id = ? AND valid_from <= ?"
        " AND ifnull(valid_to, '9999-12-31') >= ? LIMIT 1",
        [committee_id, on.isoformat(), on.isoformat()],
    ).fetchall()
    return _orders(connection, rows)[0] if rows else None


def rule(connection: sqlite3.Connection, rule_id: int) -> DelegationRule:
    """One rule. Raises NotFoundError."""
    row = connection.execute("SELECT * FROM delegation_rules WHERE id = ?", [rule_id]).fetchone()
    if row is None:
        raise NotFoundError("Punkten finns inte längre i delegationsordningen.")
    return _rule(row)


def insert_order(change: Change, new: DelegationOrder) -> int:
    """Store a version with its rules; returns its id."""
    values = {
        "committee_id": new.committee_id,
        "name": new.name,
        "valid_from": new.valid_from,
        "valid_to": new.valid_to,
        "adopted": new.adopted,
        "role_order": new.role_order,
    }
    order_id = change.insert("delegation_orders", columns(values))
    for position, one in enumerate(new.rules, 1):
        insert_rule(change, order_id, one, position)
    return order_id


def insert_rule(change: Change, order_id: int, new: DelegationRule, position: int) -> int:
    """Store a rule; returns its id."""
    return change.insert(
        "delegation_rules",
        {"order_id": order_id, "position": position, **rule_columns(new)},
    )


def rule_columns(new: DelegationRule) -> dict[str, Any]:
    """A rule's own fields as columns."""
    names = ("point", "text", "roles", "legal_source", "report")
    return columns({name: getattr(new, name) for name in names})


def _orders(
    connection: sqlite3.Connection, rows: Sequence[sqlite3.Row]
) -> tuple[DelegationOrder, ...]:
    ids = [row["id"] for row in rows]
    rules: dict[int, list[DelegationRule]] = {order_id: [] for order_id in ids}
    for row in connection.execute(
        f"SELECT * FROM delegation_rules WHERE order_id IN ({marks(ids)})", ids
    ):
        rules[row["order_id"]].append(_rule(row))
    return tuple(_order(row, rules[row["id"]]) for row in rows)


def _order(row: sqlite3.Row, rules: list[DelegationRule]) -> DelegationOrder:
    return DelegationOrder(
        id=row["id"],
        committee_id=row["committee_id"],
        name=row["name"],
        valid_from=date.fromisoformat(row["valid_from"]),
        valid_to=day(row["valid_to"]),
        adopted=row["adopted"],
        role_order=texts(row["role_order"]),
        rules=tuple(sorted(rules, key=lambda one: point_key(one.point))),
        version=row["version"],
    )


def _rule(row: sqlite3.Row) -> DelegationRule:
    return DelegationRule(
        id=row["id"],
        order_id=row["order_id"],
        position=row["position"],
        point=row["point"],
        text=row["text"],
        roles=tuple(json.loads(row["roles"])),
        legal_source=row["legal_source"],
        report=bool(row["report"]),
        version=row["version"],
    )
