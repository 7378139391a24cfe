"""Is what was sent still what was sent? For ``kontrollera``; each gives one row per fault."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from nämndtui.store.core.tables import has_table
from nämndtui.store.summons.sendings import checksum_of


def sending_faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Sent texts changed behind the triggers' back, and sendings left open."""
    if not has_table(connection, "sent_documents"):
        return
    for row in connection.execute(
        "SELECT d.title, d.version, d.content, d.sha256, s.sent_on FROM sent_documents d"
        " JOIN sendings s ON s.id = d.sending_id WHERE d.kind <> 'attachment' ORDER BY d.id"
    ):
        if checksum_of(row["content"]) != row["sha256"]:
            yield (
                f"”{row['title']}”, version {row['version']}, skickad {row['sent_on']}, "
                "har ändrats i efterhand."
            )
    for row in connection.execute(
        "SELECT s.sent_on, m.date FROM sendings s JOIN meetings m ON m.id = s.meeting_id"
        " WHERE s.sealed = 0 ORDER BY s.id"
    ):
        yield f"Det som skickades {row['sent_on']} till {row['date']} är inte låst."
