"""The writer's side: one ``Store`` per thread, and ``Change`` – one verb's transaction.

Every verb runs inside ``store.change(...)``: the lock is taken first (``BEGIN IMMEDIATE``),
rows are written through sqlite-utils, and one history entry with every row's before and after
is chained by hash before the commit. Undo replays such an entry backwards (``undo.py``).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlite_utils import Database

from nämndtui.model.text.errors import NamndError, RefusedError
from nämndtui.model.text.system_reason import database_reason
from nämndtui.store.core.change import Change
from nämndtui.store.core.connection import open_writing_connection
from nämndtui.store.core.files import AttachmentFolder
from nämndtui.store.locks.triggers import install_locks
from nämndtui.store.migrations.migrations import migrations


class Store:
    """A writing connection to one database file, and the attachment folder beside it."""

    def __init__(self, path: str) -> None:
        """Open or create the database at ``path`` and bring its schema up to date.

        Raises RefusedError in Swedish when the file cannot be used.
        """
        self.path = os.path.abspath(path)
        self.files = AttachmentFolder.beside(self.path)
        try:
            self.connection = open_writing_connection(self.path)
            self._db = Database(self.connection, execute_plugins=False)
            self._migrate()
        except sqlite3.DatabaseError as error:
            raise explained(error, self.path) from error

    def _migrate(self) -> None:
        if not migrations.pending(self._db):
            return
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            migrations.apply(self._db)
            install_locks(self.connection)
            self.connection.commit()
        except BaseException:
            self.connection.rollback()
            raise

    @contextmanager
    def change(self, verb: str, user: str, now: datetime) -> Iterator[Change]:
        """One verb: everything inside is committed together with one history entry, or not at all.

        ``verb`` is the English name of the act; set ``change.summary`` to a Swedish sentence.
        Database errors come out as Swedish NamndError.
        """
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            change = Change(self._db, verb, user, now, self.files)
            with self._db.atomic():
                yield change
                change.finish()
            self.connection.commit()
        except sqlite3.Error as error:
            self.connection.rollback()
            raise explained(error, self.path) from error
        except BaseException:
            self.connection.rollback()
            raise

    def close(self) -> None:
        """Close the connection."""
        self._db.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def explained(error: sqlite3.Error, path: str) -> NamndError:
    """The Swedish error behind a database error; triggers already speak Swedish."""
    name = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_CONSTRAINT_TRIGGER":
        return RefusedError(str(error))
    known = {
        "SQLITE_BUSY": "Databasen är upptagen av ett annat program. Vänta lite och försök igen.",
        "SQLITE_FULL": "Disken är full. Inget sparades; frigör plats och försök igen.",
        "SQLITE_READONLY": f"{path} är skrivskyddad. Öppna med --läs eller byt plats med --db.",
        "SQLITE_CANTOPEN": f"{path} kan inte öppnas. Finns mappen, och får du skriva i den?",
        "SQLITE_NOTADB": f"{path} är ingen NämndTUI-databas. Välj en annan fil med --db.",
        "SQLITE_CONSTRAINT_UNIQUE": "Det finns redan en sådan uppgift. Inget sparades.",
        "SQLITE_CONSTRAINT_FOREIGNKEY": "Uppgiften används på andra ställen och kan inte tas bort.",
    }
    # SQLITE_READONLY_DIRECTORY and its like are kinds of SQLITE_READONLY.
    text = next((text for kind, text in known.items() if name.startswith(kind)), "")
    return RefusedError(text or f"Databasen {path} svarade med ett fel: {database_reason(error)}.")
