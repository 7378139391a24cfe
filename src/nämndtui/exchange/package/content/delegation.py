"""Delegation orders and delegated decisions between the package and the model."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from nämndtui.exchange.package.item_places import ItemPlaces
from nämndtui.exchange.package.register_values import read_columns, write_columns
from nämndtui.exchange.package.values import (
    OMIT,
    LocalIds,
    Raw,
    day,
    iso_day,
    kept,
    line,
    lines,
    listed,
    said,
    unless,
    unless_line,
    word,
)
from nämndtui.model.delegation.columns import DECISION_COLUMNS
from nämndtui.model.delegation.delegated_decision import DelegatedDecision, DelegatedState
from nämndtui.model.delegation.order import DelegationOrder, DelegationRule, canonical_point
from nämndtui.model.text.clean_text import clean_line

_KIND = "delegated_decisions"


def read_order(raw: Raw, committee_id: int, ids: LocalIds) -> DelegationOrder:
    """One version of the delegation order with its points."""
    order_id = ids.next("delegation_order")
    rules = tuple(
        DelegationRule(
            ids.next("delegation_rule"),
            order_id,
            position,
            canonical_point(part["punkt"]),
            part["text"],
            lines(part["roller"]),
            line(part, "lagrum"),
            part.get("anmäls", True),
        )
        for position, part in enumerate(raw.get("punkter", ()), 1)
    )
    return DelegationOrder(
        order_id,
        committee_id,
        line(raw, "namn"),
        date.fromisoformat(raw["från"]),
        day(raw, "till"),
        line(raw, "antagen"),
        lines(raw.get("rollordning")),
        rules,
    )


def write_order(order: DelegationOrder) -> Raw:
    """The inverse of ``read_order``."""
    return kept(
        {
            "namn": clean_line(order.name),
            "från": order.valid_from.isoformat(),
            "till": iso_day(order.valid_to),
            "antagen": unless_line(order.adopted),
            "rollordning": listed(map(clean_line, order.role_order)),
            "punkter": listed(map(_write_rule, order.rules)),
        }
    )


def _write_rule(rule: DelegationRule) -> Raw:
    return kept(
        {
            "punkt": rule.point,
            "text": rule.text,
            "roller": list(map(clean_line, rule.roles)),
            "lagrum": unless_line(rule.legal_source),
            "anmäls": unless(rule.report, True),
        }
    )


def read_decision(
    raw: Raw, committee_id: int, places: ItemPlaces, ids: LocalIds
) -> DelegatedDecision:
    """One delegated decision, on the item of ``places`` that lists it."""
    return DelegatedDecision(
        id=ids.next("delegated_decision"),
        committee_id=committee_id,
        state=word(raw, "status", "delegated_state", assumed_state(raw)),
        item_id=places.read(raw, _KIND),
        **read_columns(raw, DECISION_COLUMNS),
    )


def assumed_state(raw: Raw) -> DelegatedState:
    """The state of a decision whose state is not written."""
    if "anslaget" in raw:
        return "posted"
    if "anmält" in raw:
        return "reported"
    return "listed" if "sammanträde" in raw else "registered"


def write_decision(one: DelegatedDecision, places: ItemPlaces, keys: Mapping[int, str]) -> Raw:
    """The inverse of ``read_decision``; ``keys`` are id → what an imported row is known by."""
    own = {
        "status": OMIT,
        **places.fields(one.item_id, _KIND),
        "importnyckel": unless(keys.get(one.id, ""), ""),
    }
    fields = write_columns(one, DECISION_COLUMNS, own)
    state = said("delegated_state", one.state, assumed_state(kept(fields)))
    return kept(fields | {"status": state})
