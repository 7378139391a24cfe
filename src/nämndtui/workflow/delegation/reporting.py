"""The queue of delegated decisions not yet reported, and putting it on a meeting's agenda."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date

from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.delegation.checks import held_back
from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.text.errors import RefusedError
from nämndtui.model.text.number_words import plural
from nämndtui.store.agenda.meetings import meeting as load_meeting
from nämndtui.store.database import Store
from nämndtui.store.delegation.delegated_decisions import decision as load_decision
from nämndtui.store.delegation.delegated_decisions import unreported, urgent_missing_from
from nämndtui.store.delegation.orders import orders_of
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.delegation.on_agenda import put_on_meeting, refresh_list


@dataclass(frozen=True)
class ReportingQueue:
    """What waits: ``ready`` to be listed, and ``held_back`` until its authority is accepted.

    ``urgent`` of the ready ones must be told at the very next meeting (KL 6:39). ``not_reported``
    are decisions under points that the order says are not reported (KL 6:40).
    """

    ready: tuple[DelegatedDecision, ...] = ()
    held_back: tuple[DelegatedDecision, ...] = ()
    urgent: tuple[DelegatedDecision, ...] = ()
    not_reported: tuple[DelegatedDecision, ...] = ()


@dataclass(frozen=True)
class ReportedOnMeeting:
    """The item they were put on, how many, and how many were held back for doubts."""

    item_id: int
    listed: int
    held_back: int


def reporting_queue(
    connection: sqlite3.Connection,
    committee_id: int,
    first: date | None = None,
    last: date | None = None,
) -> ReportingQueue:
    """What waits to be reported, oldest first; a period bounds the days of decision."""
    orders = orders_of(connection, committee_id)
    ready: list[DelegatedDecision] = []
    held: list[DelegatedDecision] = []
    silent: list[DelegatedDecision] = []
    for one in unreported(connection, committee_id, first, last):
        order = next((order for order in orders if order.valid_on(one.decided_on)), None)
        rule = order.rule(one.point) if order else None
        if rule is not None and not rule.report and not one.urgent:
            silent.append(one)
        elif held_back(one):
            held.append(one)
        else:
            ready.append(one)
    urgent = tuple(one for one in ready if one.urgent)
    return ReportingQueue(tuple(ready), tuple(held), urgent, tuple(silent))


def report_on_meeting(
    store: Store,
    actor: Actor,
    meeting_id: int,
    first: date | None = None,
    last: date | None = None,
) -> ReportedOnMeeting:
    """Put the queue, or the decisions of a period, on the meeting's agenda (A7).

    Only decisions made by the day of the meeting are taken. Urgent ones come along whatever the
    period; those of doubtful authority wait until somebody accepts them. Raises RefusedError when
    there is nothing to put there or the meeting is over.
    """
    with store.change("report_delegated_decisions", actor.user, actor.now) as change:
        meeting = load_meeting(change.connection, meeting_id)
        until = min(last or meeting.date, meeting.date)
        queue = reporting_queue(change.connection, meeting.committee_id, first, until)
        urgent = urgent_missing_from(
            change.connection, meeting.committee_id, meeting_id, meeting.date
        )
        urgent = [one for one in urgent if not held_back(one)]
        chosen = {one.id: one for one in (*urgent, *queue.ready)}
        if not chosen:
            raise RefusedError(_nothing(queue))
        item_id = put_on_meeting(change, meeting_id, tuple(chosen.values()))
        for left in {one.item_id for one in urgent if one.item_id is not None}:
            refresh_list(change, left, meeting.date)
        counted = plural(len(chosen), "delegationsbeslut", "delegationsbeslut")
        change.summary = f"{counted} till sammanträdet {short_date(meeting.date)}"
    return ReportedOnMeeting(item_id, len(chosen), len(queue.held_back))


def take_off_agenda(store: Store, actor: Actor, decision_id: int) -> None:
    """Let one listed decision wait again. Raises RefusedError when it is reported or urgent."""
    with store.change("unlist_delegated_decision", actor.user, actor.now) as change:
        one = load_decision(change.connection, decision_id)
        if one.state != "listed" or one.item_id is None:
            raise RefusedError("Beslutet står inte på någon dagordning som kan ändras.")
        if one.urgent:
            raise RefusedError(
                "Ett brådskande beslut ska anmälas vid nästa sammanträde (KL 6:39) och står kvar."
            )
        change.update("delegated_decisions", decision_id, {"state": "registered", "item_id": None})
        meeting_id = change.read("agenda_items", one.item_id)["meeting_id"]
        meeting = load_meeting(change.connection, meeting_id)
        refresh_list(change, one.item_id, meeting.date)
        change.summary = f"Av dagordningen: {one.point} ({one.dnr})"


def _nothing(queue: ReportingQueue) -> str:
    if queue.held_back:
        return (
            f"{plural(len(queue.held_back), 'beslut väntar', 'beslut väntar')} på att någon tar "
            "ställning till om beslutsfattaren hade rätt att besluta. Rätta eller godkänn dem."
        )
    return "Det finns inga delegationsbeslut att anmäla för den tiden."
