"""Pages of the history: who did what and when. Needs ``sqlite3`` alone."""

from __future__ import annotations

import sqlite3

from nämndtui.store.light.lists import PAGE, Page
from nämndtui.store.light.lookup_items import plain


def history_page(
    connection: sqlite3.Connection,
    text: str = "",
    before: tuple[object, ...] | None = None,
    limit: int = PAGE,
) -> Page:
    """Entries, newest first: id, at (ISO), user, verb, summary, undone, is_undo.

    ``text`` is looked for in the summary and the user's name, in any letter case.
    """
    wanted = text.strip().casefold()
    condition = "(?1 = '' OR instr(casefold(summary || ' ' || user), ?1))"
    count = connection.execute(f"SELECT count(*) FROM history WHERE {condition}", [wanted])
    rows = plain(
        connection.execute(
            "SELECT h.id, h.at, h.user, h.verb, h.summary, h.undoes IS NOT NULL AS is_undo,"
            " EXISTS (SELECT 1 FROM history u WHERE u.undoes = h.id) AS undone FROM history h"
            f" WHERE {condition} AND (?2 IS NULL OR h.id < ?2) ORDER BY h.id DESC LIMIT ?3",
            [wanted, before[0] if before else None, limit + 1],
        )
    )
    after = (rows[limit - 1]["id"],) if len(rows) > limit else None
    return Page(rows[:limit], count.fetchone()[0], False, after)
