"""Importing delegated decisions: checked as if typed, stored by the hundred thousand."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from nämndtui.exchange.tables.decisions import DECISION_FIELDS, read_decision
from nämndtui.exchange.tables.records import RowRecord
from nämndtui.exchange.tables.values import RowCells, RowProblem
from nämndtui.model.delegation.checks import DecisionFinding, check_decision
from nämndtui.model.delegation.delegated_decision import Content, DelegatedDecision
from nämndtui.model.delegation.order import DelegationOrder
from nämndtui.model.text.progress import Progress
from nämndtui.store.core.change import Change
from nämndtui.store.delegation.delegated_decisions import (
    OWN_FIELDS,
    content_counts,
    decision_columns,
    held_days,
    held_operations,
    import_keys,
    known_keys,
)
from nämndtui.store.delegation.orders import orders_of
from nämndtui.workflow.delegation.on_agenda import put_urgent_on_next
from nämndtui.workflow.registers.import_kind import (
    ImportRequest,
    Occurrences,
    Prepared,
    content_key,
)

_TABLE = "delegated_decisions"


class DecisionImport:
    """Delegated decisions of one committee, on a day."""

    fields = DECISION_FIELDS
    noun = ("delegationsbeslut", "delegationsbeslut")

    def __init__(self, request: ImportRequest, today: date) -> None:
        self._committee_id = request.committee_id
        self._today = today
        self._there: Counter[Content] = Counter()

    def read(self, cells: RowCells) -> DelegatedDecision | None:
        """The row's decision."""
        return read_decision(cells, self._committee_id, self._today)

    def prepare(
        self,
        connection: sqlite3.Connection,
        records: Sequence[RowRecord[DelegatedDecision]],
        progress: Progress,
    ) -> Prepared:
        """Check each against the order of its day; stops are faults, doubts go along."""
        orders = orders_of(connection, self._committee_id)
        held = held_days(connection, self._committee_id, self._today)
        imported = import_keys(connection, _TABLE, self._committee_id)
        there = known_keys(connection, self._committee_id)
        self._there = content_counts(connection, self._committee_id)
        keys, contents = Occurrences(), Counter[Content]()
        found = _Found(self._operations(connection, records))
        for place, row in enumerate(records, 1):
            if place % 1000 == 0:
                progress(place, len(records))
            one, key = row.record, keys.numbered(_key(row.record))
            content = one.content
            contents[content] += 1
            if key in imported or contents[content] <= self._there[content]:
                found.add_known(row, key)
                continue
            waited = _next_held(held, one) if one.state == "registered" else None
            order = _order(orders, one.decided_on)
            told = check_decision(one, order, self._today, there.__contains__, waited)
            if found.add(row, key, told):
                there.add(one.key)
        return found.prepared()

    def _operations(
        self, connection: sqlite3.Connection, records: Sequence[RowRecord[DelegatedDecision]]
    ) -> Mapping[Content | str, set[str]]:
        if not any(row.record.operation for row in records):
            return {}
        return held_operations(connection, self._committee_id)

    def store(self, change: Change, prepared: Prepared, progress: Progress) -> int:
        """Store in one stroke. Urgent ones go on the next meeting's agenda (KL 6:39)."""
        # Somebody may have put in the same decisions while the file was being read.
        imported = import_keys(change.connection, _TABLE, self._committee_id)
        since = content_counts(change.connection, self._committee_id) - self._there
        values = []
        for row, key in zip(prepared.rows, prepared.keys, strict=True):
            content = row.record.content
            if key in imported or since[content]:
                since[content] -= 1
            else:
                values.append((*decision_columns(row.record).values(), key))
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


def _next_held(held: Sequence[date], one: DelegatedDecision) -> date | None:
    """The first meeting held after the decision; it could have been reported there (F 28)."""
    place = bisect_right(held, one.decided_on)
    return held[place] if place < len(held) else None


class _Found:
    """The rows of a file sorted into new ones, known ones and faulty ones."""

    def __init__(self, operations: Mapping[Content | str, set[str]]) -> None:
        self._known = 0
        self._operations = operations
        self._rows: list[RowRecord[DelegatedDecision]] = []
        self._keys: list[str] = []
        self._doubts: list[RowProblem] = []
        self._problems: list[RowProblem] = []

    def add_known(self, row: RowRecord[DelegatedDecision], key: str) -> None:
        """Count a row the register has; a part of the organisation it does not have is told."""
        self._known += 1
        one = row.record
        held = self._operations.get(key) or self._operations.get(one.content) or set()
        if one.operation and one.operation.casefold() not in held:
            text = (
                f"Finns redan i registret, men filen säger annat om verksamhet ({one.operation}). "
                "Registret är inte ändrat; för in ändringen där."
            )
            self._doubts.append(RowProblem(row.number, "operation", text))

    def add(
        self, row: RowRecord[DelegatedDecision], key: str, told: Sequence[DecisionFinding]
    ) -> bool:
        """Add a row with what there is to say about it; False when it cannot be stored."""
        stops = [finding for finding in told if finding.stop]
        self._problems += _noted(row.number, stops)
        if stops:
            return False
        self._doubts += _noted(row.number, told)
        codes = tuple(dict.fromkeys(finding.code for finding in told))
        self._rows.append(RowRecord(row.number, replace(row.record, doubts=codes)))
        self._keys.append(key)
        return True

    def prepared(self) -> Prepared:
        """What is to be stored, what was there already, and what is said of the rows."""
        told = (tuple(self._doubts), tuple(self._problems))
        return Prepared(tuple(self._rows), tuple(self._keys), self._known, *told)


def _noted(number: int, findings: Sequence[DecisionFinding]) -> list[RowProblem]:
    return [RowProblem(number, finding.field, finding.text) for finding in findings]
