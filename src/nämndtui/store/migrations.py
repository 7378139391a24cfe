"""Schema versions, applied in order by sqlite-utils; each runs in one transaction."""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from nämndtui.store.schema import INDEXES, TABLES
from nämndtui.store.triggers import TRIGGERS

migrations = Migrations("nämndtui")


@migrations()
def m001_first_schema(db: Database) -> None:
    """Committees, people, cases, meetings, agenda items, minutes, history and search."""
    for statement in (*TABLES, *INDEXES, *TRIGGERS):
        db.conn.execute(statement)
