"""Copying a whole database, also while somebody writes in it."""

from __future__ import annotations

import sqlite3

from nämndtui.store.core.connection import file_uri


def vacuum_into(connection: sqlite3.Connection, path: str) -> None:
    """Write a whole, compact copy of the database to ``path``, which must not exist.

    The copy is in rollback-journal mode: one file, readable on any media.
    """
    connection.execute("VACUUM INTO ?", [path])


def lock_out_others(path: str) -> sqlite3.Connection:
    """A connection that holds the database at ``path`` alone, everything written to its file.

    Close it to let go. Raises sqlite3.OperationalError when another program has it open for
    writing.
    """
    connection = sqlite3.connect(f"{file_uri(path)}?mode=rw", uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA busy_timeout = 2000")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def integrity(connection: sqlite3.Connection) -> str:
    """What SQLite says of the file: ``ok``, or the first fault."""
    return str(connection.execute("PRAGMA integrity_check").fetchone()[0])
