"""Delegation orders and delegated decisions between the package and the model."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from nämndtui.exchange.package.item_places import ItemPlaces
from nämndtui.exchange.package.values import (
    LocalIds,
    Raw,
    day,
    iso_day,
    kept,
    line,
    lines,
    listed,
    many,
    said,
    unless,
    unless_line,
    word,
)
from nämndtui.model.delegation.delegated_decision import DelegatedDecision, DelegatedState
from nämndtui.model.delegation.order import DelegationOrder, DelegationRule, canonical_point
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.vocabulary import english, swedish

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
        decided_on=date.fromisoformat(raw["beslutsdatum"]),
        point=canonical_point(raw["punkt"]),
        role=line(raw, "roll"),
        decider=line(raw, "beslutsfattare"),
        dnr=line(raw, "diarienummer"),
        description=line(raw, "beskrivning"),
        urgent=raw.get("brådskande", False),
        urgent_reason=line(raw, "skäl_för_brådska"),
        state=word(raw, "status", "delegated_state", assumed_state(raw)),
        item_id=places.read(raw, _KIND),
        reported_at=line(raw, "anmält"),
        posted_on=day(raw, "anslaget"),
        doubts=tuple(english("decision_doubt", name) for name in many(raw.get("tveksamheter"))),
        accepted=raw.get("godkänt", False),
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
    fields = {
        "beslutsdatum": one.decided_on.isoformat(),
        "punkt": one.point,
        "roll": clean_line(one.role),
        "beslutsfattare": clean_line(one.decider),
        "diarienummer": clean_line(one.dnr),
        "beskrivning": clean_line(one.description),
        "brådskande": unless(one.urgent, False),
        "skäl_för_brådska": unless_line(one.urgent_reason),
        **places.fields(one.item_id, _KIND),
        "anmält": unless_line(one.reported_at),
        "anslaget": iso_day(one.posted_on),
        "tveksamheter": listed(swedish("decision_doubt", code) for code in one.doubts),
        "godkänt": unless(one.accepted, False),
        "importnyckel": unless(keys.get(one.id, ""), ""),
    }
    written = kept(fields)
    state = said("delegated_state", one.state, assumed_state(written))
    at = list(fields).index("sammanträde")
    ordered = [*list(fields.items())[:at], ("status", state), *list(fields.items())[at:]]
    return kept(dict(ordered))
