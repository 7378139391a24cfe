"""Where in a meeting a user was last: no fact, so it leaves no history; it lies among drafts."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from nämndtui.store.database import Store
from nämndtui.store.drafts.draft_key import PLACE, DraftKey
from nämndtui.store.drafts.drafts import save_draft


def keep_place(store: Store, user: str, now: datetime, meeting_id: int, item_id: int) -> None:
    """The user works in an item of a meeting; 0 for the end of the meeting."""
    save_draft(store, user, now, DraftKey(PLACE, meeting_id, "item"), str(item_id), 0)


def place_in(connection: sqlite3.Connection, user: str, meeting_id: int) -> int | None:
    """The item the user worked in last; None before that."""
    row = connection.execute(
        'SELECT text FROM drafts WHERE "table" = ? AND row_id = ? AND field = ? AND user = ?',
        [PLACE, meeting_id, "item", user],
    ).fetchone()
    return int(row["text"]) if row else None
