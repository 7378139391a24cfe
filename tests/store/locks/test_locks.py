"""What is adjusted or logged cannot be changed at a bare SQL prompt, whatever is tried (D2.2–3).

The attacks use plain sqlite3 without any pragma, on every table the schema has: a new table must
be locked, or be named here as one that may change.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from nämndtui.store.database import Store
from nämndtui.store.locks.locks import LOCKS, Lock

OPEN = {
    *("committees", "mandates", "standing_items", "drafts", "issued_documents"),
    *("substitute_orders", "personal_substitutes", "delegation_orders", "delegation_rules"),
    *("import_mappings", "assignments", "search_documents", "search_terms"),
}
"""Registers, settings and lists of what is to be done: they go on living after an adjustment."""
_ALONE = {lock.table for lock in LOCKS if lock.alone}
"""Tables with triggers of their own against change; here they are kept from being replaced."""


def by_table(locks: list[Lock]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("lock", locks, ids=[lock.table for lock in locks])


@pytest.fixture
def bare(held_twice: Path) -> Iterator[sqlite3.Connection]:
    """A connection as a stranger's tool opens it, to one adjusted and one open meeting."""
    with closing(sqlite3.connect(held_twice, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        before = list(connection.iterdump())
        yield connection
        assert list(connection.iterdump()) == before


def locked_rows(connection: sqlite3.Connection, lock: Lock, wanted: bool = True) -> list[Any]:
    condition = lock.locked.format(row="x")
    sign = "" if wanted else "NOT "
    found = connection.execute(f"SELECT * FROM {lock.table} x WHERE {sign}({condition})").fetchall()
    assert found, f"no row of {lock.table} to attack"
    return found


def refused(connection: sqlite3.Connection, lock: Lock, sql: str, values: list[Any]) -> None:
    with pytest.raises(sqlite3.IntegrityError) as caught:
        connection.execute(sql, values)
    assert lock.alone or caught.value.sqlite_errorname == "SQLITE_CONSTRAINT_TRIGGER", sql


def columns(connection: sqlite3.Connection, table: str) -> dict[str, str]:
    """Column → its type."""
    found = connection.execute(f"PRAGMA table_info({table})")
    return {row["name"]: row["type"] for row in found}


def keys(connection: sqlite3.Connection, table: str) -> list[list[str]]:
    """The columns of the table's unique indexes, their expressions left out."""
    found = connection.execute(f"PRAGMA index_list({table})").fetchall()
    names = [
        [row["name"] for row in connection.execute(f'PRAGMA index_info("{index["name"]}")')]
        for index in found
        if index["unique"]
    ]
    return [[name for name in one if name is not None] for one in names]


def replace_row(table: str, values: dict[str, Any]) -> tuple[str, list[Any]]:
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    return f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({marks})", list(values.values())


def other_value(value: Any, kind: str) -> Any:
    return (value or 0) + 1 if kind == "INTEGER" else f"{value} x"


def test_every_table_is_locked_or_known_to_be_open(store: Store) -> None:
    rows = store.connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table'"
        " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_index%' AND name NOT LIKE '\\_%'"
        " ESCAPE '\\'"
    )
    assert {row["name"] for row in rows} == OPEN | {lock.table for lock in LOCKS}


@by_table([lock for lock in LOCKS if not lock.alone])
def test_a_locked_row_is_not_deleted(bare: sqlite3.Connection, lock: Lock) -> None:
    for row in locked_rows(bare, lock):
        refused(bare, lock, f"DELETE FROM {lock.table} WHERE id = ?", [row["id"]])


@by_table([lock for lock in LOCKS if not lock.alone])
def test_no_column_of_a_locked_row_is_changed(bare: sqlite3.Connection, lock: Lock) -> None:
    for row in locked_rows(bare, lock):
        for name, kind in columns(bare, lock.table).items():
            if (lock.frozen and name not in (*lock.frozen, "id")) or lock.free.get(name) == "1":
                continue
            if lock.changed and name in ("version", "position", "from_paragraph", "to_paragraph"):
                continue
            if name in lock.free and ((lock.table, name) not in CONDITIONAL or row[name] is None):
                continue
            for way in ("UPDATE", "UPDATE OR REPLACE", "UPDATE OR IGNORE"):
                sql = f'{way} {lock.table} SET "{name}" = ? WHERE id = ?'
                refused(bare, lock, sql, [other_value(row[name], kind), row["id"]])


CONDITIONAL = {
    *(("minutes_parts", "posted_on"), ("minutes_parts", "storage_place"), ("meetings", "end")),
    *(("meetings", "end_date"), ("sittings", "end"), ("notices", "taken_down_on")),
}
"""Columns that may change only at first; in the adjusted meeting they have had their value."""


def test_the_columns_that_may_change_at_first_are_all_tried() -> None:
    conditional = {
        (lock.table, name) for lock in LOCKS for name, when in lock.free.items() if when != "1"
    }
    assert conditional == CONDITIONAL


@by_table(list(LOCKS))
def test_a_locked_row_is_not_replaced_by_its_id(bare: sqlite3.Connection, lock: Lock) -> None:
    for row in locked_rows(bare, lock):
        refused(bare, lock, *replace_row(lock.table, dict(row)))
        for open_row in bare.execute(f"SELECT * FROM {lock.table}").fetchall():
            if open_row["id"] != row["id"]:
                refused(bare, lock, *replace_row(lock.table, {**dict(open_row), "id": row["id"]}))
                sql = f"UPDATE OR REPLACE {lock.table} SET id = ? WHERE id = ?"
                refused(bare, lock, sql, [row["id"], open_row["id"]])


@by_table(list(LOCKS))
def test_a_locked_row_is_not_replaced_by_its_key(bare: sqlite3.Connection, lock: Lock) -> None:
    for row in locked_rows(bare, lock):
        for key in keys(bare, lock.table):
            if not key or any(row[name] is None for name in key):
                continue
            if lock.table == "minutes_parts" and row["immediate"]:
                continue
            values = {name: row[name] for name in columns(bare, lock.table) if name != "id"}
            refused(bare, lock, *replace_row(lock.table, values))
            if lock.table == "minutes_parts":
                values["adjusted_on"] = values["posted_on"] = None
                refused(bare, lock, *replace_row(lock.table, values))
            taken = ", ".join(f'"{name}" = ?' for name in key)
            for open_row in bare.execute(f"SELECT id FROM {lock.table}").fetchall():
                if open_row["id"] != row["id"]:
                    sql = f"UPDATE OR REPLACE {lock.table} SET {taken} WHERE id = ?"
                    refused(bare, lock, sql, [*(row[name] for name in key), open_row["id"]])


@by_table([lock for lock in LOCKS if lock.enters and lock.table not in ("meetings",)])
def test_nothing_is_added_to_what_is_adjusted(bare: sqlite3.Connection, lock: Lock) -> None:
    for row in locked_rows(bare, lock):
        values = {name: row[name] for name in columns(bare, lock.table) if name != "id"}
        values |= {"position": 99} if "position" in values else {}
        refused(bare, lock, *replace_row(lock.table, values))
