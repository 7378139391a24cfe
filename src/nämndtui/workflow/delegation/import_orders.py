"""Importing a delegation order: the points of one version."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from nämndtui.exchange.tables.records import RowRecord
from nämndtui.exchange.tables.rules import RULE_FIELDS, read_rule
from nämndtui.exchange.tables.values import RowCells, RowProblem
from nämndtui.model.calendar.swedish_dates import iso
from nämndtui.model.delegation.compare import compare_orders
from nämndtui.model.delegation.order import DelegationOrder, DelegationRule, point_key
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.model.text.progress import Progress
from nämndtui.store.core.change import Change
from nämndtui.store.delegation.orders import orders_of
from nämndtui.workflow.core.checked_text import checked_fields
from nämndtui.workflow.delegation.orders import store_order
from nämndtui.workflow.registers.import_kind import ImportRequest, Prepared


class OrderImport:
    """The points of one version of a committee's delegation order."""

    fields = RULE_FIELDS
    noun = ("punkt", "punkter")

    def __init__(self, request: ImportRequest) -> None:
        if request.order is None:
            raise InvalidInputError("Ange från vilken dag delegationsordningen gäller.", "order")
        name = clean_line(request.order.name) or clean_line(request.path.stem)
        last = request.order.valid_to
        if last is not None and last < request.order.valid_from:
            text = "Ordningen kan inte sluta gälla innan den börjar."
            raise InvalidInputError(text, "valid_to")
        named = replace(request.order, name=name, rules=())
        self._order: DelegationOrder = replace(
            checked_fields(named), committee_id=request.committee_id
        )

    def read(self, cells: RowCells) -> DelegationRule | None:
        """The row's point."""
        return read_rule(cells)

    def prepare(
        self,
        connection: sqlite3.Connection,
        records: Sequence[RowRecord[DelegationRule]],
        progress: Progress,
    ) -> Prepared:
        """The points, each once. The very version already there makes all of them known.

        Raises RefusedError when another version begins the same day, or a newer one before this
        one ends.
        """
        first: dict[object, int] = {}
        problems: list[RowProblem] = []
        rows: list[RowRecord[DelegationRule]] = []
        for one in records:
            key = point_key(one.record.point)
            if key in first:
                text = f"{one.record.point} står redan på rad {first[key]}. Ta bort den ena."
                problems.append(RowProblem(one.number, "point", text))
                continue
            first[key] = one.number
            rows.append(one)
        progress(len(records), len(records))
        if self._is_there(connection, [one.record for one in rows]):
            return Prepared(known=len(rows), problems=tuple(problems))
        self._check_days(connection)
        return Prepared(tuple(rows), ("",) * len(rows), problems=tuple(problems))

    def store(self, change: Change, prepared: Prepared, progress: Progress) -> int:
        """Store the version; one in force until further notice ends the day before."""
        if not prepared.rows:
            return 0
        rules = tuple(row.record for row in prepared.rows)
        store_order(change, replace(self._order, rules=rules))
        progress(len(rules), len(rules))
        return len(rules)

    def _check_days(self, connection: sqlite3.Connection) -> None:
        """Raise RefusedError for an older version that would still hold when a newer begins."""
        new = self._order
        later = [
            one.valid_from
            for one in orders_of(connection, new.committee_id)
            if one.valid_from > new.valid_from
        ]
        if later and (new.valid_to is None or new.valid_to >= min(later)):
            raise RefusedError(
                f"Det finns en nyare delegationsordning från {iso(min(later))}. Ange den här "
                "ordningens sista dag: --till vid kommandoraden, fältet Gäller till i programmet."
            )

    def _is_there(self, connection: sqlite3.Connection, rules: list[DelegationRule]) -> bool:
        for old in orders_of(connection, self._order.committee_id):
            if old.valid_from != self._order.valid_from:
                continue
            if compare_orders(old, replace(self._order, rules=tuple(rules))):
                raise RefusedError(
                    f"Det finns redan en delegationsordning från {iso(old.valid_from)}, "
                    f"{old.name}, med annat innehåll. Ange ett annat datum eller ta bort den."
                )
            return True
        return False
