"""The registers of a committee as an export takes them: everything, in a fixed order."""

from __future__ import annotations

import json
import sqlite3
from datetime import date

from nämndtui.model.package.registers import ImportMapping, Registers
from nämndtui.store.delegation.delegated_decisions import decisions_between
from nämndtui.store.delegation.orders import orders_of
from nämndtui.store.delegation.reported_matters import all_matters
from nämndtui.store.unenforced.quarter_reports import every_report
from nämndtui.store.unenforced.unenforced_decisions import unenforced_decisions_of


def registers_of(connection: sqlite3.Connection, committee_id: int) -> Registers:
    """Every row of a committee's registers, oldest first."""
    return Registers(
        orders=tuple(reversed(orders_of(connection, committee_id))),
        decisions=tuple(decisions_between(connection, committee_id, date.min, date.max)),
        support=unenforced_decisions_of(connection, committee_id),
        reports=every_report(connection, committee_id),
        matters=tuple(reversed(all_matters(connection, committee_id))),
        mappings=mappings_of(connection, committee_id),
        decision_keys=_keys(connection, "delegated_decisions", committee_id),
        unenforced_keys=_keys(connection, "support_decisions", committee_id),
    )


def mappings_of(connection: sqlite3.Connection, committee_id: int) -> tuple[ImportMapping, ...]:
    """Every choice of columns a committee has made, oldest first."""
    rows = connection.execute(
        "SELECT kind, headers, columns FROM import_mappings WHERE committee_id = ? ORDER BY id",
        [committee_id],
    )
    return tuple(
        ImportMapping(
            row["kind"],
            tuple(json.loads(row["headers"])),
            tuple(json.loads(row["columns"]).items()),
        )
        for row in rows
    )


def _keys(connection: sqlite3.Connection, table: str, committee_id: int) -> dict[int, str]:
    rows = connection.execute(
        f'SELECT id, import_key FROM "{table}" WHERE committee_id = ? AND import_key IS NOT NULL',
        [committee_id],
    )
    return {row["id"]: row["import_key"] for row in rows}
