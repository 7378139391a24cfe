"""Drafts: what has been typed but not yet saved. They survive a killed terminal.

Drafts are no facts: they leave no history and are removed when the field is saved.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from nämndtui.store.database import Store
from nämndtui.store.drafts.draft_key import BEGUN, ITEM_FORM, ITEM_TEXTS, PARAGRAPHS, VOTE, DraftKey


def save_draft(
    store: Store,
    user: str,
    now: datetime,
    key: DraftKey,
    text: str,
    base_version: int,
) -> None:
    """Keep the text typed there, on what was read at ``base_version``."""
    with store.connection:
        store.connection.execute(
            'INSERT INTO drafts ("table", row_id, field, text, base_version, user, saved_at)'
            " VALUES (?, ?, ?, ?, ?, ?, ?)"
            ' ON CONFLICT ("table", row_id, field, user) DO UPDATE SET text = excluded.text,'
            " base_version = excluded.base_version, saved_at = excluded.saved_at",
            [*key, text, base_version, user, now.isoformat(timespec="seconds")],
        )


def discard_draft(store: Store, user: str, key: DraftKey) -> None:
    """Forget a draft of the user's."""
    with store.connection:
        store.connection.execute(
            'DELETE FROM drafts WHERE "table" = ? AND row_id = ? AND field = ? AND user = ?',
            [*key, user],
        )


def drafts_of(connection: sqlite3.Connection, user: str) -> list[sqlite3.Row]:
    """The user's drafts, newest first (table, row_id, field, text, base_version, saved_at)."""
    return connection.execute(
        "SELECT * FROM drafts WHERE user = ? ORDER BY saved_at DESC, id DESC", [user]
    ).fetchall()


def _listed(*tables: str) -> str:
    return ", ".join(f"'{table}'" for table in tables)


_IN_MINUTES = _listed(PARAGRAPHS, BEGUN, ITEM_FORM, VOTE)
UNSAVED = f"""
SELECT d.user, d."table", d.row_id, d.field, d.text, d.base_version, d.saved_at,
    i.id AS item_id, i.meeting_id, i.title, i.number AS item_number,
    m.state AS meeting_state, m.date, g.number AS paragraph, g.part_id, p.adjusted_on
FROM drafts d
LEFT JOIN paragraphs own ON d."table" = '{PARAGRAPHS}' AND own.id = d.row_id
JOIN agenda_items i ON i.id = CASE
    WHEN d."table" = '{PARAGRAPHS}' THEN own.item_id
    WHEN d."table" IN ({_listed(*ITEM_TEXTS, BEGUN, ITEM_FORM, VOTE)}) THEN d.row_id END
LEFT JOIN meetings m ON m.id = i.meeting_id
LEFT JOIN paragraphs g ON g.item_id = i.id
LEFT JOIN minutes_parts p ON p.id = g.part_id
"""
"""Every draft at an item, with where it stands. ``form:`` are half-filled dialogs, ``decisions``
a decision that has no § yet."""


def unsaved_of(connection: sqlite3.Connection, committee_id: int, user: str) -> list[sqlite3.Row]:
    """The user's drafts at the committee's items, newest first, with where they stand."""
    return connection.execute(
        f"{UNSAVED} WHERE i.committee_id = ? AND d.user = ? ORDER BY d.saved_at DESC, d.id DESC",
        [committee_id, user],
    ).fetchall()


def unsaved_minutes(connection: sqlite3.Connection, meeting_id: int) -> list[sqlite3.Row]:
    """Anybody's drafts in a meeting's §§ and in the dialogs at its items, in § order.

    Columns as ``UNSAVED``; ``paragraph`` is None at an item without §.
    """
    return connection.execute(
        f"{UNSAVED} WHERE i.meeting_id = ?"
        f' AND d."table" IN ({_IN_MINUTES})'
        " ORDER BY g.number IS NULL, g.number, i.position, d.id",
        [meeting_id],
    ).fetchall()


def forget_drafts(connection: sqlite3.Connection, drafts: Iterable[tuple[DraftKey, str]]) -> None:
    """Inside an open transaction: forget drafts, each a key and whose it is."""
    connection.executemany(
        'DELETE FROM drafts WHERE "table" = ? AND row_id = ? AND field = ? AND user = ?',
        [(*key, user) for key, user in drafts],
    )
