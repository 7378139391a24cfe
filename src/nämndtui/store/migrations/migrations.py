"""Schema versions, applied in order by sqlite-utils; each runs in one transaction.

From 12 on they are numbered in the order they apply. The numbers 6 and 10 were never given, and 8
stands before 7, since several were written at once; databases remember the names they have
applied, so the old ones stay as they are.
"""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from nämndtui.store.migrations.finding_schema import FINDING_COLUMNS
from nämndtui.store.migrations.matter_document_schema import MATTER_DOCUMENTS
from nämndtui.store.migrations.minutes_schema import MINUTES_INDEXES, MINUTES_TABLES
from nämndtui.store.migrations.minutes_triggers import MINUTES_TRIGGERS
from nämndtui.store.migrations.notice_schema import NOTICE_STATEMENTS
from nämndtui.store.migrations.operation_schema import OPERATION
from nämndtui.store.migrations.register_schema import REGISTER_INDEXES, REGISTER_TABLES
from nämndtui.store.migrations.register_triggers import REGISTER_TRIGGERS
from nämndtui.store.migrations.schema import INDEXES, TABLES
from nämndtui.store.migrations.seal_schema import REPLACED_TRIGGERS, SEAL_TABLES
from nämndtui.store.migrations.sending_schema import (
    SENDING_INDEXES,
    SENDING_TABLES,
    SENDING_TRIGGERS,
)
from nämndtui.store.migrations.stated_day_schema import STATED_DAY
from nämndtui.store.migrations.triggers import TRIGGERS

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
def m004_sendings(db: Database) -> None:
    """What went out before a meeting: the kallelse and its supplements, every version kept."""
    for statement in (*SENDING_TABLES, *SENDING_INDEXES, *SENDING_TRIGGERS):
        db.conn.execute(statement)


@migrations()
def m005_seals(db: Database) -> None:
    """A seal on each adjusted part; the locks take over from the triggers they replace.

    The locks themselves are made after every migration, from the schema as it then stands.
    """
    for statement in SEAL_TABLES:
        db.conn.execute(statement)
    for name in REPLACED_TRIGGERS:
        db.conn.execute(f"DROP TRIGGER IF EXISTS {name}")


@migrations()
def m008_matter_documents(db: Database) -> None:
    """The document of a matter for information."""
    for statement in MATTER_DOCUMENTS:
        db.conn.execute(statement)


@migrations()
def m007_notice_corrections(db: Database) -> None:
    """Days of notices noted wrongly, beside the ledger that keeps them."""
    for statement in NOTICE_STATEMENTS:
        db.conn.execute(statement)


@migrations()
def m009_stated_day(db: Database) -> None:
    """When an imported number of months was read in."""
    for statement in STATED_DAY:
        db.conn.execute(statement)


@migrations()
def m011_finding(db: Database) -> None:
    """What the chair found before a vote was asked for."""
    for statement in FINDING_COLUMNS:
        db.conn.execute(statement)


@migrations()
def m012_operation(db: Database) -> None:
    """The part of the organisation a delegated decision belongs to."""
    for statement in OPERATION:
        db.conn.execute(statement)


@migrations()
def m013_duration(db: Database) -> None:
    """How many minutes an item is expected to take."""
    db.conn.execute(
        "ALTER TABLE agenda_items ADD COLUMN duration INTEGER"
        " CHECK (duration IS NULL OR duration BETWEEN 1 AND 600)"
    )
