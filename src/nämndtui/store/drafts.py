"""Drafts: what has been typed but not yet saved. They survive a killed terminal.

Drafts are no facts: they leave no history and are removed when the field is saved.
"""

from __future__ import annotations

import sqlite3
from datetime import datetime

from nämndtui.store.database import Store


def save_draft(
    store: Store,
    user: str,
    now: datetime,
    target: tuple[str, int, str],
    text: str,
    base_version: int,
) -> None:
    """Keep the text typed in ``target`` = (table, row id, field), read at ``base_version``."""
    with store.connection:
        store.connection.execute(
            'INSERT INTO drafts ("table", row_id, field, text, base_version, user, saved_at)'
            " VALUES (?, ?, ?, ?, ?, ?, ?)"
            ' ON CONFLICT ("table", row_id, field, user) DO UPDATE SET text = excluded.text,'
            " base_version = excluded.base_version, saved_at = excluded.saved_at",
            [*target, text, base_version, user, now.isoformat(timespec="seconds")],
        )


def discard_draft(store: Store, user: str, target: tuple[str, int, str]) -> None:
    """Forget the draft of (table, row id, field)."""
    with store.connection:
        store.connection.execute(
            'DELETE FROM drafts WHERE "table" = ? AND row_id = ? AND field = ? AND user = ?',
            [*target, user],
        )


def drafts_of(connection: sqlite3.Connection, user: str) -> list[sqlite3.Row]:
    """The user's drafts, newest first (table, row_id, field, text, base_version, saved_at)."""
    return connection.execute(
        "SELECT * FROM drafts WHERE user = ? ORDER BY saved_at DESC, id DESC", [user]
    ).fetchall()
