"""A read-only connection for one command. The fast look-ups load this module."""

from __future__ import annotations

import sqlite3

from nämndtui.model.text.errors import RefusedError
from nämndtui.store.core.connection import open_reader


class Reading:
    """``with Reading(path) as connection``: opened read-only, closed afterwards.

    What the database itself complains of comes out as RefusedError in Swedish.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._connection = open_reader(path)

    def __enter__(self) -> sqlite3.Connection:
        return self._connection

    def __exit__(self, _kind: object, error: BaseException | None, _traceback: object) -> None:
        self._connection.close()
        if not isinstance(error, sqlite3.Error):
            return
        if getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY"):
            raise RefusedError(
                "Databasen är upptagen av ett annat program. Vänta lite och försök igen."
            ) from error
        from nämndtui.model.text.system_reason import database_reason

        raise RefusedError(
            f"Databasen {self._path} kunde inte läsas: {database_reason(error)}. "
            "Pröva: namndtui kontrollera --db FIL"
        ) from error
