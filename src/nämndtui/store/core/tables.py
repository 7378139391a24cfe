"""Whether a database, perhaps from an older version of the program, has a table or a column."""

from __future__ import annotations

import sqlite3


def has_table(connection: sqlite3.Connection, name: str) -> bool:
    """True when the database has such a table."""
    found = connection.execute(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", [name]
    ).fetchone()
    return found is not None


def has_column(connection: sqlite3.Connection, table: str, name: str) -> bool:
    """True when the table has such a column."""
    return any(row[1] == name for row in connection.execute(f'PRAGMA table_info("{table}")'))
