"""Undoing the last change: its history entry replayed backwards, as a change of its own."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from nämndtui.model.text.errors import RefusedError
from nämndtui.store.core.bulk import is_bulk, reverse_bulk
from nämndtui.store.core.change import Change

_LAST = """SELECT id, summary, changes, verb FROM history h
    WHERE undoes IS NULL AND verb <> 'write_document'
    AND NOT EXISTS (SELECT 1 FROM history u WHERE u.undoes = h.id)
    ORDER BY id DESC LIMIT 1"""


def last_undoable(connection: sqlite3.Connection) -> sqlite3.Row | None:
    """The newest entry that is neither an undo nor undone (id, summary, changes, verb).

    A document written to disk stays there, so writing one is no change to undo.
    """
    row: sqlite3.Row | None = connection.execute(_LAST).fetchone()
    return row


def undo(change: Change) -> str:
    """Undo the newest undoable entry inside ``change``; returns that entry's Swedish summary.

    Raises RefusedError when there is nothing to undo or a row has changed since; database
    triggers refuse what may never be undone (adjusted minutes, sent numbers).
    """
    entry = last_undoable(change.connection)
    if entry is None:
        raise RefusedError("Det finns inget att ångra.")
    for table, row_id, before, after in reversed(json.loads(entry["changes"])):
        _reverse(change, table, row_id, before, after)
    change.undoes = entry["id"]
    change.summary = f"Ångrade: {entry['summary']}"
    return str(entry["summary"])


def _reverse(
    change: Change,
    table: str,
    row_id: int,
    before: dict[str, Any] | None,
    after: dict[str, Any] | None,
) -> None:
    if after is None:
        change.insert(table, before or {})
        return
    if is_bulk(before, after):
        reverse_bulk(change, table, row_id, before, after)
        return
    current = change.read(table, row_id)
    if any(current[name] != value for name, value in after.items() if name != "version"):
        raise RefusedError("Uppgiften har ändrats på annat håll och kan inte ångras härifrån.")
    if before is None:
        change.delete(table, row_id)
    else:
        change.update(table, row_id, before)
