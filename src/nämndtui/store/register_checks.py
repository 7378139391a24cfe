"""Questions that find what must not be so in the registers. Each gives one row per fault."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator


def register_faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Decisions lost between agenda and minutes, and urgent ones not told in time (D2.19–20)."""
    for row in connection.execute(
        "SELECT b.dnr, b.point, b.decided_on FROM delegated_decisions b"
        " JOIN agenda_items i ON i.id = b.item_id"
        " WHERE b.state = 'listed' AND (i.meeting_id IS NULL OR i.state = 'withdrawn')"
    ):
        yield f"{_name(row)} står på en punkt som inte ligger på någon dagordning."
    for row in connection.execute(
        "SELECT b.dnr, b.point, b.decided_on FROM delegated_decisions b"
        " JOIN paragraphs g ON g.item_id = b.item_id JOIN minutes_parts d ON d.id = g.part_id"
        " WHERE b.state = 'listed' AND d.adjusted_on IS NOT NULL"
    ):
        yield f"{_name(row)} står i ett justerat protokoll men räknas inte som anmält."
    for row in connection.execute(
        "SELECT b.dnr, b.point, b.decided_on, m.date FROM delegated_decisions b"
        " JOIN meetings m ON m.committee_id = b.committee_id AND m.date >= b.decided_on"
        " AND m.state IN ('closed', 'minutes_drafted', 'adjusted', 'posted', 'final', 'archived')"
        " WHERE b.urgent = 1 AND b.state = 'registered' GROUP BY b.id HAVING m.date = min(m.date)"
    ):
        yield f"{_name(row)} är brådskande men anmäldes inte {row['date']} (KL 6:39)."


def _name(row: sqlite3.Row) -> str:
    return f"Delegationsbeslut {row['point']} {row['dnr']} {row['decided_on']}"
