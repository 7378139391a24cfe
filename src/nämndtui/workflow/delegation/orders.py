"""Delegation orders: put in, edited point by point, and followed by new versions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from nämndtui.model.calendar.swedish_dates import iso
from nämndtui.model.delegation.compare import RuleDifference, compare_orders
from nämndtui.model.delegation.order import DelegationOrder, DelegationRule, canonical_point
from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns
from nämndtui.store.database import Store
from nämndtui.store.delegation.delegated_decisions import count_between
from nämndtui.store.delegation.orders import (
    insert_order,
    insert_rule,
    orders_of,
    rule_columns,
)
from nämndtui.store.delegation.orders import order as load_order
from nämndtui.store.delegation.orders import rule as load_rule
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.checked_text import checked_fields, checked_values, required


def add_order(store: Store, actor: Actor, draft: DelegationOrder) -> int:
    """Put in a version with its rules; returns its id.

    A version in force until further notice ends the day before the new one begins. Raises
    InvalidInputError for a name, point or text that cannot be used, RefusedError when another
    version is in force the same days.
    """
    new = _checked_order(draft)
    with store.change("add_delegation_order", actor.user, actor.now) as change:
        order_id = store_order(change, new)
        change.summary = f"Ny delegationsordning: {new.name} från {iso(new.valid_from)}"
    return order_id


def new_version(
    store: Store, actor: Actor, order_id: int, name: str, valid_from: date, adopted: str = ""
) -> int:
    """Copy a version, with all its points, into a new one from ``valid_from``; returns its id."""
    old = load_order(store.connection, order_id)
    draft = replace(
        old, id=0, name=name, valid_from=valid_from, valid_to=None, adopted=adopted, version=1
    )
    return add_order(store, actor, draft)


def edit_order(store: Store, actor: Actor, order_id: int, version: int, **changes: object) -> None:
    """Change name, valid_from, valid_to, adopted or role_order of a version.

    Raises StaleVersionError, InvalidInputError, RefusedError when versions would overlap.
    """
    values = checked_values(dict(changes))
    with store.change("edit_delegation_order", actor.user, actor.now) as change:
        order = replace(load_order(change.connection, order_id), **values)
        _check_dates(order)
        required(order.name, "name", "Delegationsordningen behöver ett namn.")
        change.update("delegation_orders", order_id, columns(values), version)
        change.summary = f"Ändrade delegationsordningen {order.name}"


def add_rule(store: Store, actor: Actor, order_id: int, draft: DelegationRule) -> int:
    """Add a point to a version; returns its id. Raises InvalidInputError when it is there."""
    new = _checked_rule(draft)
    with store.change("add_delegation_rule", actor.user, actor.now) as change:
        order = load_order(change.connection, order_id)
        if order.rule(new.point):
            raise InvalidInputError(f"{new.point} finns redan i {order.name}.", "point")
        change.summary = f"{order.name}: ny punkt {new.point}"
        return insert_rule(change, order_id, new, len(order.rules) + 1)


def edit_rule(store: Store, actor: Actor, rule_id: int, version: int, **changes: object) -> None:
    """Change point, text, roles, legal_source or report of a point. Raises StaleVersionError."""
    with store.change("edit_delegation_rule", actor.user, actor.now) as change:
        old = load_rule(change.connection, rule_id)
        given: dict[str, Any] = dict(changes)
        new = _checked_rule(replace(old, **given))
        order = load_order(change.connection, old.order_id)
        there = order.rule(new.point)
        if there is not None and there.id != rule_id:
            raise InvalidInputError(f"{new.point} finns redan i {order.name}.", "point")
        change.update("delegation_rules", rule_id, rule_columns(new), version)
        change.summary = f"{order.name}: ändrade punkt {new.point}"


def remove_rule(store: Store, actor: Actor, rule_id: int, version: int) -> None:
    """Take a point out of a version; undo brings it back."""
    with store.change("remove_delegation_rule", actor.user, actor.now) as change:
        old = load_rule(change.connection, rule_id)
        change.delete("delegation_rules", rule_id, version)
        change.summary = f"Tog bort punkt {old.point}"


def remove_order(store: Store, actor: Actor, order_id: int, version: int) -> None:
    """Remove a version with its points. Raises RefusedError when decisions were made under it."""
    with store.change("remove_delegation_order", actor.user, actor.now) as change:
        order = load_order(change.connection, order_id)
        used = count_between(
            change.connection, order.committee_id, order.valid_from, order.valid_to
        )
        if used:
            raise RefusedError(
                f"{used} beslut är fattade medan {order.name} gällde. Den behålls; "
                "ändra datum i stället om de är fel."
            )
        for rule in order.rules:
            change.delete("delegation_rules", rule.id)
        change.delete("delegation_orders", order_id, version)
        change.summary = f"Tog bort delegationsordningen {order.name}"


def compare_versions(
    connection: sqlite3.Connection, old_id: int, new_id: int
) -> tuple[RuleDifference, ...]:
    """What differs between two versions. Raises NotFoundError."""
    return compare_orders(load_order(connection, old_id), load_order(connection, new_id))


def store_order(change: Change, new: DelegationOrder) -> int:
    """Store a checked version, ending the one in force, inside an open change."""
    day_before = new.valid_from - timedelta(days=1)
    for old in orders_of(change.connection, new.committee_id):
        if old.valid_to is None and old.valid_from < new.valid_from:
            change.update("delegation_orders", old.id, columns({"valid_to": day_before}))
    return insert_order(change, new)


def checked_rules(rules: Iterable[DelegationRule]) -> tuple[DelegationRule, ...]:
    """The rules cleaned, with points spelled in one way. Raises InvalidInputError."""
    found: dict[str, DelegationRule] = {}
    for rule in rules:
        new = _checked_rule(rule)
        if new.point in found:
            raise InvalidInputError(f"{new.point} finns två gånger.", "point")
        found[new.point] = new
    return tuple(found.values())


def _checked_order(draft: DelegationOrder) -> DelegationOrder:
    new = checked_fields(replace(draft, rules=()))
    name = required(new.name, "name", "Delegationsordningen behöver ett namn.")
    _check_dates(new)
    return replace(new, name=name, rules=checked_rules(draft.rules))


def _checked_rule(draft: DelegationRule) -> DelegationRule:
    new = checked_fields(draft)
    text = required(new.text, "text", f"Punkten {new.point} saknar text.")
    roles = tuple(role for name in new.roles if (role := name.strip()))
    if not roles:
        raise InvalidInputError(f"Ange vem som får besluta enligt {new.point}.", "roles")
    return replace(new, point=canonical_point(new.point), text=text, roles=roles)


def _check_dates(order: DelegationOrder) -> None:
    if order.valid_to is not None and order.valid_to < order.valid_from:
        raise InvalidInputError("Ordningen kan inte sluta gälla innan den börjar.", "valid_to")
