"""A package's registers: what is not there yet goes in, tied to the items it stands on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from nämndtui.model.calendar.swedish_dates import iso
from nämndtui.model.delegation.compare import compare_orders
from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.delegation.reported_matter import ReportedMatter
from nämndtui.model.package.registers import Registers
from nämndtui.model.text.errors import RefusedError
from nämndtui.model.unenforced.quarter_memo import report_title
from nämndtui.model.unenforced.quarter_report import QuarterReport
from nämndtui.model.unenforced.unenforced_decision import UnenforcedDecision
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns
from nämndtui.store.delegation.delegated_decisions import OWN_FIELDS as DECISION_COLUMNS
from nämndtui.store.delegation.delegated_decisions import decision_columns
from nämndtui.store.delegation.reported_matters import insert_matter
from nämndtui.store.package.registers import registers_of
from nämndtui.store.registers.import_mappings import save_mapping
from nämndtui.store.unenforced.quarter_reports import insert_report
from nämndtui.store.unenforced.unenforced_decisions import OWN_FIELDS as SUPPORT_COLUMNS
from nämndtui.store.unenforced.unenforced_decisions import unenforced_columns
from nämndtui.workflow.delegation.orders import store_order

_SENT = ("sent_ivo_on", "sent_auditors_on", "sent_council_on")


class RegisterImport:
    """One committee's registers going in, after its meetings.

    ``item_ids`` are the package's item ids → those in the database. ``added`` and ``known`` count
    what went in and what was already there, by Swedish plural noun.
    """

    def __init__(self, change: Change, committee_id: int, item_ids: Mapping[int, int]) -> None:
        self.added: Counter[str] = Counter()
        self.known: Counter[str] = Counter()
        self._change = change
        self._committee_id = committee_id
        self._items = item_ids
        self._there = registers_of(change.connection, committee_id)

    def run(self, registers: Registers) -> None:
        """Store what is new. Raises RefusedError when something there says otherwise."""
        self._orders(registers)
        self._decisions(registers)
        rows = self._unenforced(registers)
        reports = self._reports(registers, rows)
        self._matters(registers, reports)
        self._mappings(registers)

    def _orders(self, registers: Registers) -> None:
        there = {order.valid_from: order for order in self._there.orders}
        for order in sorted(registers.orders, key=lambda one: one.valid_from):
            old = there.get(order.valid_from)
            if old is None:
                store_order(self._change, replace(order, committee_id=self._committee_id))
                self.added["delegationsordningar"] += 1
            elif compare_orders(old, order):
                raise RefusedError(
                    f"Det finns redan en delegationsordning från {iso(old.valid_from)} med annat "
                    "innehåll. Inget importerades."
                )
            else:
                self.known["delegationsordningar"] += 1

    def _decisions(self, registers: Registers) -> None:
        new = self._not_there(
            "delegationsbeslut", registers.decisions, self._there.decisions, _decision_content
        )
        own = {"committee_id": self._committee_id}
        values = [
            (
                *decision_columns(replace(one, **own, item_id=self._item(one.item_id))).values(),
                registers.decision_keys.get(one.id),
            )
            for one in new
        ]
        self._change.insert_many("delegated_decisions", (*DECISION_COLUMNS, "import_key"), values)

    def _unenforced(self, registers: Registers) -> dict[int, int]:
        """Store the rows; package id → id in the database, of known ones too."""
        new = self._not_there(
            "ej verkställda beslut", registers.support, self._there.support, _unenforced_content
        )
        values = [
            (
                *unenforced_columns(
                    replace(row, committee_id=self._committee_id, superseded_by=None)
                ).values(),
                registers.unenforced_keys.get(row.id),
            )
            for row in new
        ]
        stored = self._change.insert_many(
            "support_decisions", (*SUPPORT_COLUMNS, "import_key"), values
        )
        ids = dict(zip((row.id for row in new), stored, strict=True))
        for row in new:
            if row.superseded_by in ids:
                link = {"superseded_by": ids[row.superseded_by]}
                self._change.update("support_decisions", ids[row.id], link)
        known = {_unenforced_content(row): row.id for row in self._there.support}
        return {
            row.id: ids.get(row.id) or known[_unenforced_content(row)] for row in registers.support
        }

    def _reports(self, registers: Registers, rows: Mapping[int, int]) -> dict[int, int]:
        there = {_report_key(report): report for report in self._there.reports}
        ids: dict[int, int] = {}
        for report in registers.reports:
            own = tuple(replace(row, support_id=rows[row.support_id]) for row in report.rows)
            new = replace(report, committee_id=self._committee_id, rows=own)
            old = there.get(_report_key(report))
            if old is None:
                ids[report.id] = self._report(new)
                self.added["kvartalsrapporter"] += 1
            elif old.rows != new.rows:
                raise RefusedError(
                    f"{report_title(report)} är redan sammanställd med annat innehåll. "
                    "Inget importerades."
                )
            else:
                ids[report.id] = old.id
                self.known["kvartalsrapporter"] += 1
        return ids

    def _report(self, new: QuarterReport) -> int:
        report_id = insert_report(self._change, new)
        later: dict[str, Any] = {name: getattr(new, name) for name in _SENT}
        later["item_id"] = self._item(new.item_id)
        given = {name: value for name, value in later.items() if value is not None}
        if given:
            self._change.update("quarter_reports", report_id, columns(given))
        return report_id

    def _matters(self, registers: Registers, reports: Mapping[int, int]) -> None:
        for one in self._not_there(
            "anmälningsärenden", registers.matters, self._there.matters, _matter_content
        ):
            own = replace(
                one,
                committee_id=self._committee_id,
                item_id=self._item(one.item_id),
                quarter_report_id=reports.get(one.quarter_report_id or 0),
            )
            insert_matter(self._change, own)

    def _mappings(self, registers: Registers) -> None:
        for one in registers.mappings:
            save_mapping(self._change, self._committee_id, one.kind, one.headers, dict(one.columns))

    def _item(self, local_id: int | None) -> int | None:
        return None if local_id is None else self._items[local_id]

    def _not_there(
        self, noun: str, rows: Iterable[Any], there: Iterable[Any], content: Any
    ) -> list[Any]:
        """The rows that are new: one that says the same is known as many times as it is there."""
        left = Counter(map(content, there))
        new = []
        for row in rows:
            key = content(row)
            if left[key]:
                left[key] -= 1
                self.known[noun] += 1
            else:
                new.append(row)
                self.added[noun] += 1
        return new


def _decision_content(one: DelegatedDecision) -> tuple[object, ...]:
    what = (one.decided_on, one.point, one.role, one.decider, one.dnr, one.description)
    return (*what, one.urgent)


def _unenforced_content(row: UnenforcedDecision) -> tuple[object, ...]:
    what = (row.local_key.casefold(), row.law, row.measure, row.kind, row.start)
    return (*what, row.superseded_by is None)


def _report_key(report: QuarterReport) -> tuple[object, ...]:
    return (report.law, report.quarter, report.revision)


def _matter_content(one: ReportedMatter) -> tuple[object, ...]:
    return (one.origin, one.title, one.dnr, one.received_on)
