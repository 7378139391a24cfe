"""Versions of the rows that belong to a meeting's items, for optimistic editing."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True)
class PartVersions:
    """``proposals`` by (item id, source), ``memos`` by item id, ``attachments`` by their own id."""

    proposals: dict[tuple[int, str], int]
    memos: dict[int, int]
    attachments: dict[int, int]

    def proposal(self, item_id: int, source: str) -> int:
        """The version of a proposal; 0, which no row has, when there is none."""
        return self.proposals.get((item_id, source), 0)

    def memo(self, item_id: int) -> int:
        """The version of the item's memo; 0 when there is none."""
        return self.memos.get(item_id, 0)


def part_versions(connection: sqlite3.Connection, meeting_id: int) -> PartVersions:
    """The versions for one meeting, in three queries."""

    def rows(columns: str, table: str) -> list[sqlite3.Row]:
        return connection.execute(
            f"SELECT {columns} FROM {table} p JOIN agenda_items i ON i.id = p.item_id"
            " WHERE i.meeting_id = ?",
            [meeting_id],
        ).fetchall()

    return PartVersions(
        {(row[0], row[1]): row[2] for row in rows("p.item_id, p.source, p.version", "proposals")},
        {row[0]: row[1] for row in rows("p.item_id, p.version", "memos")},
        {row[0]: row[1] for row in rows("p.id, p.version", "attachments")},
    )
