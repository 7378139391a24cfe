"""Registering delegated decisions: one at a time, checked against the order of their day."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from nämndtui.model.delegation.checks import AUTHORITY_DOUBTS, DecisionFinding, check_decision
from nämndtui.model.delegation.columns import DECISION_TEXTS
from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.delegation.entry import Completion, complete_entry, entry_day, parse_entry
from nämndtui.model.delegation.order import canonical_point
from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.store.agenda.meetings import meeting as load_meeting
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns
from nämndtui.store.database import Store
from nämndtui.store.delegation.delegated_decisions import decision as load_decision
from nämndtui.store.delegation.delegated_decisions import (
    decision_columns,
    duplicates,
    insert_decision,
    latest_decider,
    meeting_held_between,
    recent_case_numbers,
    to_be_posted,
)
from nämndtui.store.delegation.orders import order_on
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.checked_text import checked_fields
from nämndtui.workflow.delegation.on_agenda import put_urgent_on_next, refresh_list

ASKED = (*AUTHORITY_DOUBTS, "duplicate")
"""Doubts the user has to say yes to; a late decision is only flagged."""


class DoubtfulDecisionError(RefusedError):
    """The decision can be registered, but somebody has to say so first (F 28).

    ``findings`` are the doubts; call again with ``despite_doubts=True`` to go on.
    """

    def __init__(self, findings: Iterable[DecisionFinding]) -> None:
        self.findings = tuple(findings)
        super().__init__(" ".join(finding.text for finding in self.findings))


@dataclass(frozen=True)
class Registered:
    """``item_id`` is set when an urgent decision was put on the next meeting at once."""

    decision_id: int
    findings: tuple[DecisionFinding, ...]
    item_id: int | None = None


def findings_of(
    connection: sqlite3.Connection, decision: DelegatedDecision, today: date
) -> tuple[DecisionFinding, ...]:
    """What there is to say about a decision, stored or not, stops first."""
    order = order_on(connection, decision.committee_id, decision.decided_on)
    known = bool(duplicates(connection, decision))
    held = meeting_held_between(connection, decision.committee_id, decision.decided_on, today)
    if decision.state != "registered":
        held = None
    return check_decision(decision, order, today, lambda _: known, held)


def register_delegated_decision(
    store: Store, actor: Actor, draft: DelegatedDecision, despite_doubts: bool = False
) -> Registered:
    """Register a decision. An urgent one goes on the next meeting's agenda at once (KL 6:39).

    Raises InvalidInputError for what cannot be stored, DoubtfulDecisionError for a doubt nobody
    has said yes to.
    """
    new = _cleaned(draft)
    with store.change("register_delegated_decision", actor.user, actor.now) as change:
        findings = _checked(change, new, actor.today, despite_doubts)
        new = replace(new, state="registered", item_id=None, doubts=_codes(findings))
        decision_id = insert_decision(change, new)
        item_id = None
        if new.urgent:
            put_urgent_on_next(change, new.committee_id, actor.today)
            item_id = load_decision(change.connection, decision_id).item_id
        change.summary = f"Delegationsbeslut {new.point}: {new.description} ({new.dnr})"
    return Registered(decision_id, findings, item_id)


def enter_decision(
    store: Store, actor: Actor, committee_id: int, line: str, despite_doubts: bool = False
) -> Registered:
    """Register the decision typed on one line (see ``model/delegation/entry.py``).

    The decider not given is the one who last decided in that role. Raises as
    ``register_delegated_decision``.
    """
    draft = read_entry(store.connection, committee_id, line, actor.today)
    return register_delegated_decision(store, actor, draft, despite_doubts)


def read_entry(
    connection: sqlite3.Connection, committee_id: int, line: str, today: date
) -> DelegatedDecision:
    """The decision a line stands for, with its decider filled in. Raises InvalidInputError."""
    order = order_on(connection, committee_id, entry_day(line, today))
    draft = parse_entry(line, committee_id, order.roles if order else (), today)
    if draft.decider:
        return draft
    return replace(draft, decider=latest_decider(connection, committee_id, draft.role))


def completions(
    connection: sqlite3.Connection, committee_id: int, line: str, today: date
) -> tuple[Completion, ...]:
    """How the line being typed can go on, by the order of its day: points, roles, numbers."""
    try:
        order = order_on(connection, committee_id, entry_day(line, today))
    except InvalidInputError:
        return ()  # read_entry says what is wrong with the day
    return complete_entry(line, order, recent_case_numbers(connection, committee_id), today)


def edit_delegated_decision(
    store: Store, actor: Actor, decision_id: int, version: int, **changes: object
) -> tuple[DecisionFinding, ...]:
    """Change fields of a decision not yet in adjusted minutes; returns the findings it now has.

    The list of an agenda item it stands on is generated anew. Raises StaleVersionError,
    InvalidInputError.
    """
    with store.change("edit_delegated_decision", actor.user, actor.now) as change:
        old = load_decision(change.connection, decision_id)
        given: dict[str, Any] = dict(changes)
        new = _cleaned(replace(old, **given))
        findings = _checked(change, new, actor.today, despite_doubts=True)
        new = replace(new, doubts=_codes(findings))
        change.update("delegated_decisions", decision_id, decision_columns(new), version)
        _refresh(change, old)
        if new.urgent:
            put_urgent_on_next(change, new.committee_id, actor.today)
        change.summary = f"Ändrade delegationsbeslut {new.point} ({new.dnr})"
    return findings


def accept_decision(store: Store, actor: Actor, decision_id: int, accepted: bool = True) -> None:
    """Say that a decision of doubtful authority is to be listed all the same, or take it back.

    An urgent one then goes on the next meeting's agenda at once (KL 6:39).
    """
    with store.change("accept_delegated_decision", actor.user, actor.now) as change:
        old = load_decision(change.connection, decision_id)
        change.update("delegated_decisions", decision_id, columns({"accepted": accepted}))
        if old.urgent:
            put_urgent_on_next(change, old.committee_id, actor.today)
        word = "Godkände" if accepted else "Godkände inte"
        change.summary = f"{word} anmälan av {old.point} ({old.dnr})"


def remove_delegated_decision(store: Store, actor: Actor, decision_id: int, version: int) -> None:
    """Delete a decision on no agenda; undo brings it back. Raises RefusedError otherwise."""
    with store.change("remove_delegated_decision", actor.user, actor.now) as change:
        old = load_decision(change.connection, decision_id)
        if old.item_id is not None:
            raise RefusedError("Beslutet står på en dagordning. Ta bort det därifrån först.")
        change.delete("delegated_decisions", decision_id, version)
        change.summary = f"Tog bort delegationsbeslut {old.point} ({old.dnr})"


def exempt_decision(store: Store, actor: Actor, decision_id: int, exempt: bool = True) -> None:
    """Let a decision be announced on the notice board instead of reported (KL 6:40, 8:10)."""
    with store.change("exempt_delegated_decision", actor.user, actor.now) as change:
        old = load_decision(change.connection, decision_id)
        if old.urgent:
            raise RefusedError("Ett brådskande beslut ska alltid anmälas (KL 6:39).")
        wanted, expected = ("exempt", "registered") if exempt else ("registered", "exempt")
        if old.state not in (expected, wanted):
            raise RefusedError("Beslutet är redan anmält, anslaget eller på en dagordning.")
        change.update("delegated_decisions", decision_id, {"state": wanted})
        change.summary = f"{'Anmäls inte' if exempt else 'Ska anmälas'}: {old.point} ({old.dnr})"


def mark_decision_posted(store: Store, actor: Actor, decision_id: int, posted_on: date) -> None:
    """Record the notice of a decision exempt, itself or by its point, from reporting (KL 8:10)."""
    with store.change("post_delegated_decision", actor.user, actor.now) as change:
        old = load_decision(change.connection, decision_id)
        silent = {one.id for one in to_be_posted(change.connection, old.committee_id)}
        if old.id not in silent:
            raise RefusedError("Bara beslut som inte ska anmälas anslås för sig.")
        if posted_on < old.decided_on:
            raise InvalidInputError("Anslaget kan inte ligga före beslutet.", "posted_on")
        values = columns({"state": "posted", "posted_on": posted_on})
        change.update("delegated_decisions", decision_id, values)
        change.summary = f"Anslog {old.point} ({old.dnr})"


def _cleaned(draft: DelegatedDecision) -> DelegatedDecision:
    point = canonical_point(draft.point)
    one = replace(draft, point=point)
    texts = {name: " ".join(str(getattr(one, name)).split()) for name in DECISION_TEXTS}
    return checked_fields(replace(one, **texts))  # type: ignore[arg-type]


def _checked(
    change: Change, new: DelegatedDecision, today: date, despite_doubts: bool
) -> tuple[DecisionFinding, ...]:
    findings = findings_of(change.connection, new, today)
    for finding in findings:
        if finding.stop:
            raise InvalidInputError(finding.text, finding.field)
    asked = [finding for finding in findings if finding.code in ASKED]
    if asked and not despite_doubts:
        raise DoubtfulDecisionError(asked)
    return findings


def _codes(findings: Iterable[DecisionFinding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(finding.code for finding in findings))


def _refresh(change: Change, old: DelegatedDecision) -> None:
    if old.state != "listed" or old.item_id is None:
        return
    meeting_id = change.read("agenda_items", old.item_id)["meeting_id"]
    if meeting_id is not None:
        refresh_list(change, old.item_id, load_meeting(change.connection, meeting_id).date)
