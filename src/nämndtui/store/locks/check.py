"""Whether a database still has every trigger that keeps what is adjusted as it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from sqlite_utils import Database

from nämndtui.store.locks.triggers import install_locks
from nämndtui.store.migrations.migrations import migrations


def lock_faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Triggers taken away, changed or put in, against a new database of the same version.

    A database that has not been opened since the program was updated is not judged.
    """
    fresh = Database(memory=True)
    migrations.apply(fresh)
    install_locks(fresh.conn)
    if _migrations(connection) != _migrations(fresh.conn):
        return
    there, wanted = _triggers(connection), _triggers(fresh.conn)
    wrong = sorted(name for name in wanted if there.get(name) != wanted[name])
    if wrong:
        yield (
            f"Databasens spärrar mot ändring är borttagna eller ändrade ({len(wrong)} av "
            f"{len(wanted)}, bland andra {wrong[0]}). Någon har varit inne i filen med ett annat "
            "program. Återställ en säkerhetskopia om något annat fel också sägs."
        )
    foreign = sorted(set(there) - set(wanted))
    if foreign:
        yield f"Databasen har egna regler som programmet inte har gjort: {', '.join(foreign)}."


def _triggers(connection: sqlite3.Connection) -> dict[str, str]:
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    return {row[0]: row[1] for row in rows}


def _migrations(connection: sqlite3.Connection) -> set[str]:
    """The migrations that have been run."""
    try:
        return {row[0] for row in connection.execute("SELECT name FROM _sqlite_migrations")}
    except sqlite3.OperationalError:
        return set()
