"""Importing unenforced decisions: a row is known by key, law, support, kind and date."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date

from nämndtui.exchange.tables.records import RowRecord
from nämndtui.exchange.tables.unenforced import SUPPORT_FIELDS, read_unenforced
from nämndtui.exchange.tables.values import RowCells, RowProblem
from nämndtui.model.calendar.elapsed_months import counted_until, elapsed_months
from nämndtui.model.text.progress import Progress
from nämndtui.model.unenforced.local_key import key_fault
from nämndtui.model.unenforced.unenforced_decision import UnenforcedDecision
from nämndtui.store.core.change import Change
from nämndtui.store.delegation.delegated_decisions import import_keys
from nämndtui.store.people.committees import committee as load_committee
from nämndtui.store.unenforced.unenforced_decisions import (
    OWN_FIELDS,
    unenforced_columns,
    unenforced_decisions_of,
)
from nämndtui.workflow.registers.import_kind import ImportRequest, Prepared, content_key

_TABLE = "support_decisions"
_FOLLOWED = ("executed_on", "closed_on", "refused_offers", "reason", "sex")


class UnenforcedImport:
    """Unenforced decisions of one committee, on a day."""

    fields = SUPPORT_FIELDS
    noun = ("ej verkställt beslut", "ej verkställda beslut")

    def __init__(self, request: ImportRequest, today: date) -> None:
        self._committee_id = request.committee_id
        self._law = request.law
        self._today = today

    def read(self, cells: RowCells) -> UnenforcedDecision | None:
        """The row's decision or interruption."""
        return read_unenforced(cells, self._committee_id, self._law, self._today)

    def prepare(
        self,
        connection: sqlite3.Connection,
        records: Sequence[RowRecord[UnenforcedDecision]],
        progress: Progress,
    ) -> Prepared:
        """What is new. A known row that says something else is pointed out, not changed."""
        # A corrected row is known too: what the file says was there before the correction.
        every = unenforced_decisions_of(connection, self._committee_id)
        there = {_key(row): row for row in sorted(every, key=lambda row: not row.superseded_by)}
        rule = load_committee(connection, self._committee_id).settings.elapsed_rule
        imported = import_keys(connection, _TABLE, self._committee_id)
        rows: dict[str, RowRecord[UnenforcedDecision]] = {}
        doubts: list[RowProblem] = []
        problems: list[RowProblem] = []
        known = 0
        patterns = load_committee(connection, self._committee_id).settings.support_key_patterns
        for one in records:
            key = _key(one.record)
            if fault := key_fault(one.record.local_key, patterns):
                problems.append(RowProblem(one.number, "nyckel", fault))
            elif key in rows:
                text = f"Samma beslut står redan på rad {rows[key].number}. Ta bort den ena."
                problems.append(RowProblem(one.number, "local_key", text))
            elif key in there or key in imported:
                known += 1
                doubts += _differing(one, there.get(key))
            else:
                rows[key] = one
                doubts += _differing_months(one, rule, self._today)
        progress(len(records), len(records))
        return Prepared(tuple(rows.values()), tuple(rows), known, tuple(doubts), tuple(problems))

    def store(self, change: Change, prepared: Prepared, progress: Progress) -> int:
        """Store in one stroke."""
        imported = import_keys(change.connection, _TABLE, self._committee_id)
        values = [
            (*unenforced_columns(row.record).values(), key)
            for row, key in zip(prepared.rows, prepared.keys, strict=True)
            if key not in imported
        ]
        change.insert_many(_TABLE, (*OWN_FIELDS, "import_key"), values, progress)
        return len(values)


def _key(row: UnenforcedDecision) -> str:
    return content_key(row.local_key.casefold(), row.law, row.measure, row.kind, row.start)


def _differing_months(
    one: RowRecord[UnenforcedDecision], rule: str, today: date
) -> list[RowProblem]:
    """A typed figure that is not the computed one (A8); it is kept, and never printed."""
    row = one.record
    until = counted_until(row.stated_on or today, row.executed_on, row.closed_on)
    counted = elapsed_months(row.start, until, rule)
    if row.stated_months is None or row.stated_months == counted:
        return []
    day = "per i dag" if until == today and not row.ended_on else f"per {until.isoformat()}"
    text = f"månader {row.stated_months}, uträknat {counted} {day}. Det uträknade gäller."
    return [RowProblem(one.number, "stated_months", text)]


def _differing(
    new: RowRecord[UnenforcedDecision], old: UnenforcedDecision | None
) -> list[RowProblem]:
    if old is None:
        return []
    if old.superseded_by is not None:
        text = "Finns redan, men är rättad i registret sedan dess. Registret är inte ändrat."
        return [RowProblem(new.number, "local_key", text)]
    headers = {field.name: field.header for field in SUPPORT_FIELDS}
    changed = [
        headers[name] for name in _FOLLOWED if getattr(new.record, name) != getattr(old, name)
    ]
    if not changed:
        return []
    text = (
        f"Finns redan i registret, men filen säger annat om {', '.join(changed)}. "
        "Registret är inte ändrat; för in ändringen där."
    )
    return [RowProblem(new.number, "local_key", text)]
