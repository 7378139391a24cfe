"""Whether the ledgers say what the history says was written in them.

Their rows may change in part (a notice is taken down, a sending taken back), so a trigger cannot
tell the program from another one. The history can: every row is played forward and compared.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from nämndtui.store.core.tables import has_table

LEDGERS = {
    "minutes_parts": "En protokollsdel",
    "notices": "Ett anslag",
    "notice_corrections": "En rättelse i anslagsliggaren",
    "dispatches": "En expediering",
    "corrections": "En rättelse",
    "part_steps": "Ett steg i justeringens logg",
    "certified_names": "Ett namn i ett justerat protokoll",
}
"""Table → what a row of it is."""


def ledger_faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Rows that are not as the program left them."""
    written = _written(connection)
    for table, what in LEDGERS.items():
        # A database not opened since there was such a table has none, and its history neither.
        found = has_table(connection, table)
        rows = connection.execute(f"SELECT * FROM {table}") if found else ()
        there = {row["id"]: dict(row) for row in rows}
        known = written[table]
        for row_id in sorted(there.keys() | known.keys()):
            row, told = there.get(row_id), known.get(row_id)
            if row is None:
                yield f"{what} (id {row_id}) är borttagen utanför programmet."
            elif told is None:
                yield f"{what} (id {row_id}) är tillagd utanför programmet."
            elif any(row.get(name) != value for name, value in told.items() if name != "version"):
                yield f"{what} (id {row_id}) är ändrad utanför programmet."


def _written(connection: sqlite3.Connection) -> dict[str, dict[int, dict[str, Any]]]:
    """Table → row id → the row as the history leaves it."""
    found: dict[str, dict[int, dict[str, Any]]] = {table: {} for table in LEDGERS}
    among = " OR ".join(f"instr(changes, '[\"{table}\"')" for table in LEDGERS)
    for entry in connection.execute(f"SELECT changes FROM history WHERE {among} ORDER BY id"):
        for table, row_id, before, after in json.loads(entry["changes"]):
            if table not in found:
                continue
            if after is None:
                found[table].pop(row_id, None)
            elif before is None:
                found[table][row_id] = after
            else:
                found[table].setdefault(row_id, {}).update(after)
    return found
