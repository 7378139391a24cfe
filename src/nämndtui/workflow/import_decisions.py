"""Importing delegated decisions: checked as if typed, stored by the hundred thousand."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from nämndtui.exchange.table_import_decisions import DECISION_FIELDS, read_decision
from nämndtui.exchange.table_records import RowRecord
from nämndtui.exchange.table_values import RowCells, RowProblem
from nämndtui.model.delegated_decision import DelegatedDecision
from nämndtui.model.delegation import DelegationOrder
from nämndtui.model.delegation_checks import DecisionFinding, check_decision
from nämndtui.model.progress import Progress
from nämndtui.store.change import Change
from nämndtui.store.delegated_decisions import (
    OWN_FIELDS,
    decision_columns,
    import_keys,
    known_keys,
)
from nämndtui.store.delegation_orders import orders_of
from nämndtui.workflow.delegation_agenda import put_urgent_on_next
from nämndtui.workflow.import_kind import ImportRequest, Occurrences, Prepared, content_key

_TABLE = "delegated_decisions"


class DecisionImport:
    """Delegated decisions of one committee, on a day."""

    fields = DECISION_FIELDS
    noun = ("delegationsbeslut", "delegationsbeslut")

    def __init__(self, request: ImportRequest, today: date) -> None:
        self._committee_id = request.committee_id
        self._today = today

    def read(self, cells: RowCells) -> DelegatedDecision | None:
        """The row's decision."""
        return read_decision(cells, self._committee_id)

    def prepare(
        self,
        connection: sqlite3.Connection,
        records: Sequence[RowRecord[DelegatedDecision]],
        progress: Progress,
    ) -> Prepared:
        """Check each against the order of its day; stops are faults, doubts go along."""
        orders = orders_of(connection, self._committee_id)
        imported = import_keys(connection, _TABLE, self._committee_id)
        there = known_keys(connection, self._committee_id)
        occurrences = Occurrences()
        rows: list[RowRecord[DelegatedDecision]] = []
        keys: list[str] = []
        doubts: list[RowProblem] = []
        problems: list[RowProblem] = []
        known = 0
        for place, (number, one) in enumerate(((r.number, r.record) for r in records), 1):
            key = occurrences.numbered(_key(one))
            if key in imported:
                known += 1
                continue
            found = check_decision(
                one, _order(orders, one.decided_on), self._today, there.__contains__
            )
            stops = [finding for finding in found if finding.stop]
            problems += _noted(number, stops)
            if not stops:
                doubts += _noted(number, found)
                there.add(one.key)
                codes = tuple(dict.fromkeys(finding.code for finding in found))
                rows.append(RowRecord(number, replace(one, doubts=codes)))
                keys.append(key)
            if place % 1000 == 0:
                progress(place, len(records))
        return Prepared(tuple(rows), tuple(keys), known, tuple(doubts), tuple(problems))

    def store(self, change: Change, prepared: Prepared, progress: Progress) -> int:
        """Store in one stroke. Urgent ones go on the next meeting's agenda (KL 6:39)."""
        # Somebody may have imported the same file while this one was being read.
        imported = import_keys(change.connection, _TABLE, self._committee_id)
        values = [
            (*decision_columns(row.record).values(), key)
            for row, key in zip(prepared.rows, prepared.keys, strict=True)
            if key not in imported
        ]
        change.insert_many(_TABLE, (*OWN_FIELDS, "import_key"), values, progress)
        put_urgent_on_next(change, self._committee_id, self._today)
        return len(values)


def _key(one: DelegatedDecision) -> str:
    return content_key(
        one.decided_on,
        one.point,
        one.role,
        one.decider,
        one.dnr,
        one.description,
        one.urgent,
    )


def _order(orders: Sequence[DelegationOrder], day: date) -> DelegationOrder | None:
    return next((order for order in orders if order.valid_on(day)), None)


def _noted(number: int, findings: Sequence[DecisionFinding]) -> list[RowProblem]:
    headers = {field.name: field.header for field in DECISION_FIELDS}
    return [
        RowProblem(number, headers.get(finding.field, ""), finding.text) for finding in findings
    ]
