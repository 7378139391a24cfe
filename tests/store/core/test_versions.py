"""A database from another version of the program is told, and brought up to date by a writer."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from nämndtui.model.text.errors import RefusedError
from nämndtui.store.core.connection import MIGRATIONS, OldDatabaseError, open_reader
from nämndtui.store.database import Store
from nämndtui.store.migrations.migrations import migrations

COUNT = "SELECT count(*) FROM _sqlite_migrations"


def number_of_migrations(path: str) -> int:
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute(COUNT).fetchone()[0])
    finally:
        connection.close()


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A database of today's version, closed."""
    made = str(tmp_path / "nämnd.db")
    Store(made).close()
    return made


def test_the_reader_knows_how_many_migrations_there_are(path: str) -> None:
    assert number_of_migrations(path) == MIGRATIONS
    open_reader(path).close()


@pytest.mark.parametrize(
    "first_missing", [one.name for one in migrations.pending(Database(memory=True))]
)
def test_a_database_of_every_age_is_brought_up_to_date(tmp_path: Path, first_missing: str) -> None:
    old = tmp_path / "gammal.db"
    if first_missing != "m001_first_schema":
        with sqlite3.connect(old) as connection:
            migrations.apply(Database(connection), stop_before=first_missing)
            connection.execute("INSERT INTO committees (code, name) VALUES ('ON', 'Nämnden')")
    Store(str(old)).close()
    connection = open_reader(str(old))
    rows = connection.execute("SELECT count(*) FROM committees").fetchone()[0]
    assert rows == (first_missing != "m001_first_schema")
    connection.close()


def test_an_older_database_is_told_with_what_to_do(path: str) -> None:
    forget_the_last(path)
    with pytest.raises(OldDatabaseError, match="äldre version av programmet"):
        open_reader(path)
    open_reader(path, any_version=True).close()


def test_a_newer_database_is_not_read(path: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('nämndtui', 'm999_framtiden', '2030-01-01')"
        )
    with pytest.raises(RefusedError, match="nyare version av programmet"):
        open_reader(path)


def forget_the_last(path: str) -> None:
    """As if the newest migration had never been."""
    with sqlite3.connect(path) as connection:
        connection.execute(
            "DELETE FROM _sqlite_migrations WHERE id = (SELECT max(id) FROM _sqlite_migrations)"
        )
