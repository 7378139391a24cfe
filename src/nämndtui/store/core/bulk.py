"""Many rows in one change, with a history entry that stays small and can still be undone.

An ordinary change records every column of every row. A hundred thousand imported rows would
make the history larger than the register, so here the entry names the rows by their ids:

* inserted: the first and last id, and a SHA-256 over the content. The content itself is in the
  table; whoever changes a row later records what it was. Undoing checks the sum first and then
  records, packed, what it takes away.
* updated alike: the ids as ranges, with the columns before and after, which all of them share.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from nämndtui.model.text.errors import RefusedError
from nämndtui.model.text.progress import Progress, no_progress
from nämndtui.store.core.row_change import RowChange

if TYPE_CHECKING:
    from nämndtui.store.core.row_change import Recording

ROWS, IDS = "$rows", "$ids"
"""Keys that tell a bulk entry from an ordinary one."""
_CHUNK = 2000
_CHANGED = "Uppgiften har ändrats på annat håll och kan inte ångras härifrån."


def insert_many(
    change: Recording,
    table: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
    progress: Progress = no_progress,
) -> range:
    """Insert ``rows`` (values in the order of ``columns``); returns the new ids.

    ``progress`` is called after each couple of thousand rows and stops the change by raising.
    """
    if not rows:
        return range(0)
    first = 1 + int(
        change.connection.execute(f'SELECT ifnull(max(id), 0) FROM "{table}"').fetchone()[0]
    )
    names = ", ".join(f'"{name}"' for name in ("id", *columns))
    marks = ", ".join("?" * (len(columns) + 1))
    digest = hashlib.sha256()
    numbered = ((first + place, *row) for place, row in enumerate(rows))
    done = 0
    # executemany, not sqlite-utils' insert_all: measured a third of the time at 100 000 rows.
    while chunk := list(islice(numbered, _CHUNK)):
        change.connection.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', chunk)
        _digest(digest, chunk)
        done += len(chunk)
        progress(done, len(rows))
    content = {
        ROWS: len(rows),
        "$last": first + len(rows) - 1,
        "$columns": list(columns),
        "$sha256": digest.hexdigest(),
    }
    change.rows.append(RowChange(table, first, None, content, {}))
    return range(first, first + len(rows))


def update_many(
    change: Recording, table: str, ids: Iterable[int], values: Mapping[str, Any]
) -> int:
    """Set the same ``values`` on every row in ``ids`` that has others; returns how many.

    Each row's version goes up. Rows are grouped in the history by what they had before.
    """
    groups: dict[str, list[int]] = {}
    names = ", ".join(f'"{name}"' for name in values)
    wanted = tuple(values.values())
    for found in _by_ids(change.connection, f'SELECT id, {names} FROM "{table}"', sorted(set(ids))):
        if tuple(found)[1:] != wanted:
            groups.setdefault(json.dumps(tuple(found)[1:]), []).append(found["id"])
    for before, members in groups.items():
        _set(change.connection, table, members, values)
        marked = {IDS: _ranges(members)}
        old = marked | dict(zip(values, json.loads(before), strict=True))
        change.rows.append(RowChange(table, members[0], old, marked | dict(values), {}))
    return sum(map(len, groups.values()))


def is_bulk(before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> bool:
    """True for a history entry's change that this module wrote."""
    return any(part and (ROWS in part or IDS in part) for part in (before, after))


def reverse_bulk(
    change: Recording,
    table: str,
    first: int,
    before: Mapping[str, Any] | None,
    after: Mapping[str, Any],
) -> None:
    """Undo one bulk change. Raises RefusedError when a row has changed since."""
    if before is None:
        _take_away(change, table, first, after)
        return
    ids = [number for low, high in after[IDS] for number in range(low, high + 1)]
    values = {name: value for name, value in after.items() if name != IDS}
    names = ", ".join(f'"{name}"' for name in values)
    rows = list(_by_ids(change.connection, f'SELECT id, {names} FROM "{table}"', ids))
    if len(rows) != len(ids) or any(tuple(row)[1:] != tuple(values.values()) for row in rows):
        raise RefusedError(_CHANGED)
    update_many(change, table, ids, {name: before[name] for name in values})


def _take_away(change: Recording, table: str, first: int, after: Mapping[str, Any]) -> None:
    """Delete inserted rows, keeping what they held in the entry of the undo."""
    span = [first, after["$last"]]
    names = ", ".join(f'"{name}"' for name in ("id", *after["$columns"]))
    cursor = change.connection.execute(
        f'SELECT {names} FROM "{table}" WHERE id BETWEEN ? AND ? ORDER BY id', span
    )
    rows = [tuple(row) for row in cursor]
    digest = hashlib.sha256()
    _digest(digest, rows)
    if digest.hexdigest() != after["$sha256"]:
        raise RefusedError(_CHANGED)
    packed = zlib.compress(json.dumps(rows, ensure_ascii=False).encode())
    change.connection.execute(f'DELETE FROM "{table}" WHERE id BETWEEN ? AND ?', span)
    content = {**after, "$packed": b64encode(packed).decode("ascii")}
    change.rows.append(RowChange(table, first, content, None, {}))


def _digest(digest: Any, rows: Iterable[Sequence[Any]]) -> None:
    for row in rows:
        digest.update(json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode())


def _set(
    connection: sqlite3.Connection, table: str, ids: Sequence[int], values: Mapping[str, Any]
) -> None:
    assignments = ", ".join(f'"{name}" = ?' for name in values)
    connection.executemany(
        f'UPDATE "{table}" SET {assignments}, version = version + 1 WHERE id BETWEEN ? AND ?',
        [(*values.values(), low, high) for low, high in _ranges(ids)],
    )


def _by_ids(
    connection: sqlite3.Connection, select: str, ids: Sequence[int]
) -> Iterator[sqlite3.Row]:
    for low, high in _ranges(ids):
        yield from connection.execute(
            f"{select} WHERE id BETWEEN ? AND ? ORDER BY id", [low, high]
        ).fetchall()


def _ranges(ids: Sequence[int]) -> list[list[int]]:
    """Ascending ids as unbroken [first, last] runs."""
    runs: list[list[int]] = []
    for number in ids:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return runs
