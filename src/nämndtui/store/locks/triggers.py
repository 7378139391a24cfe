"""The locks as triggers, one for each way to change a row, made from the schema as it stands.

SQLite removes the rows an ``OR REPLACE`` replaces without asking the delete triggers, unless a
pragma says otherwise. So each insert and update is asked beforehand which rows would have to go.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from nämndtui.store.locks.locks import LOCKS, Lock

_PREFIX = "lock_"
_KEYS = {
    "attachments_number": "x.item_id = NEW.item_id AND x.main_no = NEW.main_no"
    " AND ifnull(x.sub_no, 0) = ifnull(NEW.sub_no, 0)",
    "minutes_parts_main": "x.meeting_id = NEW.meeting_id AND x.immediate = 0 AND NEW.immediate = 0",
}
"""Unique indexes that are not just columns → when ``x`` and NEW have the same key."""


def install_locks(connection: sqlite3.Connection) -> None:
    """Make every lock's triggers anew; called after each migration, inside its transaction."""
    for row in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND substr(name, 1, ?) = ?",
        [len(_PREFIX), _PREFIX],
    ).fetchall():
        connection.execute(f'DROP TRIGGER "{row[0]}"')
    for lock in LOCKS:
        for statement in _triggers(connection, lock):
            connection.execute(statement)


def _triggers(connection: sqlite3.Connection, lock: Lock) -> Iterator[str]:
    new, old = lock.locked.format(row="NEW"), lock.locked.format(row="OLD")
    same_key = _same_key(connection, lock)
    born = [new] * lock.enters
    insert = [_exists(lock.table, "x.id = NEW.id")]
    insert += [_exists(lock.table, one) for one in same_key]
    yield _refuse(lock, "insert", [*insert, *born])
    update = ["NEW.id IS NOT OLD.id"]
    update += [_exists(lock.table, f"x.id <> OLD.id AND {one}") for one in same_key]
    if lock.alone:
        yield _refuse(lock, "update", update)
        return
    touched = " OR ".join([old, *born])
    update.append(lock.changed or f"({_changed(connection, lock)}) AND ({touched})")
    yield _refuse(lock, "update", update)
    yield _refuse(lock, "delete", [old])


def _exists(table: str, condition: str) -> str:
    return f"EXISTS (SELECT 1 FROM {table} x WHERE {condition})"


def _changed(connection: sqlite3.Connection, lock: Lock) -> str:
    """A condition: a locked column gets another value."""
    names = [row[1] for row in connection.execute(f"PRAGMA table_info({lock.table})")]
    found = []
    for name in names:
        if lock.frozen and name not in lock.frozen:
            continue
        differs = f'NEW."{name}" IS NOT OLD."{name}"'
        allowed = "" if lock.frozen else lock.free.get(name, "")
        if allowed != "1":
            found.append(f"({differs} AND NOT ({allowed}))" if allowed else differs)
    return " OR ".join(found)


def _same_key(connection: sqlite3.Connection, lock: Lock) -> list[str]:
    """A condition, if the table has unique indexes: ``x`` is locked and has a key of NEW's."""
    found = []
    rows = connection.execute(f"PRAGMA index_list({lock.table})").fetchall()
    for _, index, unique, origin, *_ in rows:
        if not unique or origin == "pk":
            continue
        names = [row[2] for row in connection.execute(f'PRAGMA index_info("{index}")')]
        # A partial index needs no more than its columns, but for those named above.
        same = _KEYS.get(index) or " AND ".join(f'x."{name}" = NEW."{name}"' for name in names)
        found.append(f"({same})")
    return [f"({' OR '.join(found)}) AND ({lock.locked.format(row='x')})"] if found else []


def _refuse(lock: Lock, event: str, conditions: list[str]) -> str:
    condition = " OR ".join(f"({one})" for one in conditions)
    return (
        f"CREATE TRIGGER {_PREFIX}{lock.table}_{event} BEFORE {event.upper()} ON {lock.table}"
        f" WHEN {condition} BEGIN SELECT RAISE(ABORT, '{lock.text}'); END"
    )
