"""Delegated decisions out of a case system's export."""

from __future__ import annotations

from datetime import date

from nämndtui.exchange.tables.column_matching import ImportField
from nämndtui.exchange.tables.register_columns import import_fields, read_cells
from nämndtui.exchange.tables.reported_cell import reported_where
from nämndtui.exchange.tables.values import RowCells
from nämndtui.model.delegation.columns import DECISION_COLUMNS
from nämndtui.model.delegation.delegated_decision import DelegatedDecision

DECISION_FIELDS: tuple[ImportField, ...] = import_fields(DECISION_COLUMNS)


def read_decision(cells: RowCells, committee_id: int, today: date) -> DelegatedDecision | None:
    """The row's decision; None, with its faults noted on the row, when it cannot be one."""
    said = read_cells(cells, DECISION_COLUMNS, own=("reported_at",))
    if said["urgent"] and not said["urgent_reason"]:
        cells.problem("urgent", "Skriv varför beslutet inte kunde vänta (KL 6:39).")
    reported = reported_where(cells, "reported_at", today)
    if said["decided_on"] is None or cells.problems:
        return None
    if not said["urgent"]:
        said["urgent_reason"] = ""
    return DelegatedDecision(
        id=0,
        committee_id=committee_id,
        state="reported" if reported else "registered",
        reported_at=reported,
        **said,
    )
