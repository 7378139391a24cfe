"""Schema versions, applied in order by sqlite-utils; each runs in one transaction."""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from nämndtui.store.finding_schema import FINDING_COLUMNS
from nämndtui.store.minutes_schema import MINUTES_INDEXES, MINUTES_TABLES
from nämndtui.store.minutes_triggers import MINUTES_TRIGGERS
from nämndtui.store.register_schema import REGISTER_INDEXES, REGISTER_TABLES
from nämndtui.store.register_triggers import REGISTER_TRIGGERS
from nämndtui.store.schema import INDEXES, TABLES
from nämndtui.store.triggers import TRIGGERS

migrations = Migrations("nämndtui")


@migrations()
def m001_first_schema(db: Database) -> None:
    """Committees, people, cases, meetings, agenda items, minutes, history and search."""
    for statement in (*TABLES, *INDEXES, *TRIGGERS):
        db.conn.execute(statement)


@migrations()
def m002_registers(db: Database) -> None:
    """Delegation, reported matters, unenforced decisions and their quarterly reports."""
    for statement in (*REGISTER_TABLES, *REGISTER_INDEXES, *REGISTER_TRIGGERS):
        db.conn.execute(statement)


@migrations()
def m003_minutes(db: Database) -> None:
    """The facts behind the minutes: presence, yrkanden, votes, reservations and what follows."""
    for statement in (*MINUTES_TABLES, *MINUTES_INDEXES, *MINUTES_TRIGGERS):
        db.conn.execute(statement)


@migrations()
def m011_finding(db: Database) -> None:
    """What the chair found before a vote was asked for."""
    for statement in FINDING_COLUMNS:
        db.conn.execute(statement)
