"""Connections are made here and nowhere else. Needs only ``sqlite3``; writers add sqlite-utils.

A connection belongs to one thread. Readers open the file ``mode=ro``. The Swedish collation
``svensk`` is for queries, never for the schema, so that other tools can open the file.
"""

from __future__ import annotations

import os
import sqlite3

from nämndtui.model.text.errors import NotFoundError, RefusedError

BUSY_TIMEOUT_MS = 5000
MIGRATIONS = 11
"""How many ``migrations.py`` has; known here so that a look-up need not load them."""


class OldDatabaseError(RefusedError):
    """The database is from an older version of the program; a writer brings it up to date."""


def open_reader(path: str, any_version: bool = False) -> sqlite3.Connection:
    """Open ``path`` read-only, also beside a writer and on read-only media.

    Raises NotFoundError when there is no database there, RefusedError when it is not one, or is
    from another version of the program (unless ``any_version``: to copy or check it).
    """
    if not os.path.isfile(path):
        raise NotFoundError(f"Det finns ingen databas i {path}. Skapa en med: namndtui ny")
    connection = _connect_read_only(path)
    connection.row_factory = sqlite3.Row
    _register(connection)
    if not any_version:
        _check_version(connection, path)
    return connection


def _check_version(connection: sqlite3.Connection, path: str) -> None:
    row = connection.execute(
        "SELECT count(*) FROM _sqlite_migrations WHERE migration_set = 'nämndtui'"
    ).fetchone()
    if row[0] == MIGRATIONS:
        return
    connection.close()
    if row[0] > MIGRATIONS:
        raise RefusedError(
            f"{path} är från en nyare version av programmet. Uppdatera programmet för att läsa den."
        )
    raise OldDatabaseError(
        f"{path} är från en äldre version av programmet. Öppna den en gång med namndtui, utan "
        "--läs, så uppdateras den. Säkerhetskopiera den först: namndtui säkerhetskopiera"
    )


def _connect_read_only(path: str) -> sqlite3.Connection:
    """``mode=ro``; on read-only media without WAL files, ``immutable`` (nobody can write there)."""
    for mode in ("mode=ro", "mode=ro&immutable=1"):
        alone = not os.path.exists(f"{path}-wal")
        connection = sqlite3.connect(f"{file_uri(path)}?{mode}", uri=True, factory=_Reader)
        connection.tidied = path if alone else ""
        try:
            connection.execute("SELECT 1 FROM committees LIMIT 1")
        except sqlite3.DatabaseError as error:
            connection.close()
            if "immutable" in mode or not _folder_is_read_only(path):
                raise _explained(path, error) from error
            _check_nothing_waits(path)
        else:
            connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
            return connection
    raise AssertionError("unreachable")


class _Reader(sqlite3.Connection):
    """Takes away, when closed, the empty ``-wal`` and ``-shm`` that reading put beside the file."""

    tidied = ""

    def close(self) -> None:
        """Close; a second time does nothing."""
        super().close()
        path, self.tidied = self.tidied, ""
        if path and os.path.isfile(f"{path}-wal") and not os.path.getsize(f"{path}-wal"):
            _tidy(path)


def _tidy(path: str) -> None:
    """Let SQLite itself remove the files: it does when the last who may write closes."""
    try:
        last = sqlite3.connect(f"{file_uri(path)}?mode=rw", uri=True, timeout=0)
        try:
            last.execute("PRAGMA schema_version").fetchone()
        finally:
            last.close()
    except sqlite3.Error:
        return  # somebody else works there or the place is read-only; the files do no harm


def _folder_is_read_only(path: str) -> bool:
    return not os.access(os.path.dirname(os.path.abspath(path)), os.W_OK)


def _check_nothing_waits(path: str) -> None:
    """Raise RefusedError when saved changes wait in a WAL file that ``immutable`` would skip."""
    if os.path.isfile(f"{path}-wal") and os.path.getsize(f"{path}-wal"):
        raise RefusedError(
            f"{path} har ändringar kvar i filen {os.path.basename(path)}-wal. Kopiera båda till "
            "en mapp där du får skriva och öppna databasen där."
        )


def _explained(path: str, error: sqlite3.DatabaseError) -> RefusedError:
    if "no such table" in str(error) or "not a database" in str(error):
        return RefusedError(f"{path} är ingen NämndTUI-databas. Välj en annan fil med --db.")
    from nämndtui.model.text.system_reason import database_reason

    remedy = ""
    if error.sqlite_errorname.startswith("SQLITE_CORRUPT"):
        remedy = " Lägg tillbaka en säkerhetskopia: namndtui återställ --hjälp"
    return RefusedError(f"Databasen {path} kan inte läsas: {database_reason(error)}.{remedy}")


def open_writing_connection(path: str) -> sqlite3.Connection:
    """Open (or create) ``path`` for writing, with every pragma a writer needs."""
    connection = sqlite3.connect(path, isolation_level="DEFERRED", check_same_thread=True)
    connection.row_factory = sqlite3.Row
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    journal = "DELETE" if on_network_share(path) else "WAL"
    connection.execute(f"PRAGMA journal_mode = {journal}")
    for pragma in ("synchronous = FULL", "foreign_keys = ON", "recursive_triggers = ON"):
        connection.execute(f"PRAGMA {pragma}")
    _register(connection)
    return connection


def file_uri(path: str) -> str:
    """``file:`` address of a path; å, space, ``#``, ``?`` and ``%`` are safe."""
    plain = os.path.abspath(path).replace("\\", "/")
    for character, code in (("%", "%25"), ("?", "%3f"), ("#", "%23")):
        plain = plain.replace(character, code)
    return f"file:{'' if plain.startswith('/') else '/'}{plain}"


_NETWORK_FILE_SYSTEMS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs"}


def on_network_share(path: str) -> bool:
    """True when the file lies on a network share, where WAL is unsafe (sqlite.org/wal.html)."""
    folder = os.path.realpath(os.path.dirname(os.path.abspath(path)))
    if folder.startswith(("//", "\\\\")):
        return True
    try:
        with open("/proc/mounts", encoding="utf-8", errors="replace") as mounts:
            rows = [line.split() for line in mounts]
    except OSError:  # not Linux: only UNC paths are recognised
        return False
    best, kind = "", ""
    for row in rows:
        point = row[1].replace("\\040", " ")
        if len(point) >= len(best) and (folder + "/").startswith(point.rstrip("/") + "/"):
            best, kind = point, row[2]
    return kind in _NETWORK_FILE_SYSTEMS


def _collate(left: str, right: str) -> int:
    from nämndtui.model.text.swedish_order import collate

    return collate(left, right)


def _register(connection: sqlite3.Connection) -> None:
    connection.create_collation("svensk", _collate)
    connection.create_function("casefold", 1, _casefold, deterministic=True)


def _casefold(text: str | None) -> str | None:
    return None if text is None else text.casefold()
