"""What was adjusted is sealed, and a seal tells what somebody changed behind the program's back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from nämndtui.store.database import Store
from nämndtui.store.locks.locks import LOCKS, MINUTES_LOCKS
from nämndtui.store.locks.seal_content import CERTIFIED
from nämndtui.workflow.care.check import check_database

Tamper = Callable[..., tuple[str, ...]]


@pytest.fixture
def tamper(held_twice: Path) -> Tamper:
    """``tamper(sql, …)`` without triggers, which are then put back; returns what is found."""

    def run(*statements: str, put_back: bool = True) -> tuple[str, ...]:
        with closing(sqlite3.connect(held_twice, isolation_level=None)) as connection:
            found = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            triggers = found.fetchall()
            for name, _ in triggers:
                connection.execute(f"DROP TRIGGER {name}")
            for statement in statements:
                connection.execute(statement)
            for _, sql in triggers if put_back else ():
                connection.execute(sql)
        return check_database(str(held_twice), lambda _: None).faults

    return run


def test_nothing_is_wrong_while_nothing_is_touched(tamper: Tamper) -> None:
    assert tamper() == ()


def test_triggers_taken_away_are_missed(tamper: Tamper) -> None:
    (fault,) = tamper(put_back=False)
    assert "spärrar mot ändring är borttagna eller ändrade" in fault


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE paragraphs SET points = '[\"Avslag\"]' WHERE number = 2", "§\u00a02."),
        ("UPDATE paragraphs SET notes = 'x'", "§§\u00a01–2."),
        ("UPDATE agenda_items SET title = 'Annat' WHERE id = 1", "§\u00a01."),
        ("UPDATE agenda_items SET duration = 15 WHERE id = 1", "§\u00a01."),
        ("UPDATE ballots SET choice = 'yes'", "§\u00a01."),
        ("DELETE FROM statements WHERE id = 1", "§\u00a01."),
        ("UPDATE attachments SET sha256 = '" + "a" * 64 + "' WHERE item_id = 1", "§\u00a01."),
        ("UPDATE cases SET dnr = 'on/2026:99' WHERE id = 1", "§\u00a01."),
        ("UPDATE meetings SET place = 'Annan sal'", "uppgifter eller underskrifterna."),
        ("DELETE FROM signatures WHERE id = 1", "uppgifter eller underskrifterna."),
        ("UPDATE attendances SET title = 'x'", "närvaron."),
        (
            "INSERT INTO agenda_items (committee_id, meeting_id, title) VALUES (1, 1, 'Ny')",
            "punkterna utan paragraf.",
        ),
    ],
)
def test_the_paragraphs_that_differ_are_named(tamper: Tamper, statement: str, told: str) -> None:
    faults = [one for one in tamper(statement) if "justeringen" in one]
    assert faults == [f"Protokollet 2026-12-08 har ändrats efter justeringen: {faults[0][54:]}"]
    assert faults[0].endswith(told)


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("DELETE FROM part_seals", "har mist sin försegling"),
        ("UPDATE part_seals SET sections = '{}'", "inte är den som gjordes vid justeringen"),
        ("UPDATE minutes_parts SET adjusted_on = NULL, posted_on = NULL", "inte längre"),
        ("UPDATE minutes_parts SET id = 99 WHERE id = 1", "inte längre"),
        (
            "UPDATE minutes_parts SET adjusted_on = '2027-03-10' WHERE adjusted_on IS NULL",
            "historiken vet inte om det",
        ),
    ],
)
def test_a_seal_is_held_against_the_history(tamper: Tamper, statement: str, told: str) -> None:
    assert any(told in fault for fault in tamper(statement))


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE notices SET posted_on = '2026-12-14' WHERE id = 1", "Ett anslag (id 1) är ändrad"),
        ("DELETE FROM corrections", "En rättelse (id 1) är borttagen"),
        ("UPDATE dispatches SET sent_on = NULL WHERE id = 1", "En expediering (id 1) är ändrad"),
        ("UPDATE minutes_parts SET posted_on = '2027-01-04' WHERE id = 1", "En protokollsdel"),
        ("INSERT INTO notices (part_id, posted_on) VALUES (1, '2027-01-04')", "är tillagd"),
    ],
)
def test_a_ledger_is_held_against_the_history(tamper: Tamper, statement: str, told: str) -> None:
    (fault,) = tamper(statement)
    assert told in fault


def test_minutes_adjusted_before_there_were_seals_are_told_of(held_twice: Path) -> None:
    with closing(sqlite3.connect(held_twice, isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER lock_part_seals_delete")
        connection.execute("DROP TRIGGER lock_history_update")
        connection.execute("DELETE FROM part_seals")
        connection.execute(
            "UPDATE history SET changes = replace(changes, '[\"part_seals\"', '[\"gone\"')"
        )
    notes = check_database(str(held_twice), lambda _: None).notes
    assert [one for one in notes if "försegl" in one] == [
        "Protokollet 2026-12-08 saknar försegling: det justerades innan programmet förseglade."
    ]


LIVING = {
    "part_steps": set(),
    "minutes_parts": {"posted_on", "storage_place"},
    "meetings": {"state", "summons_date", "cancelled_reason", "group_meetings", "absence_contact"},
    "agenda_items": {"position", "publish"},
    "attachments": {"publish"},
    "cases": None,
    "presences": {"position"},
}
"""Columns of locked tables that are not certified: they go on changing, or decide an order only."""


@pytest.mark.parametrize("lock", MINUTES_LOCKS, ids=[lock.table for lock in MINUTES_LOCKS])
def test_every_certified_column_is_under_the_seal(store: Store, lock: object) -> None:
    table = lock.table  # type: ignore[attr-defined]
    living = LIVING.get(table, set())
    if living is None:
        return
    rows = store.connection.execute(f"PRAGMA table_info({table})")
    certified = CERTIFIED[table] - ({"dnr"} if table == "item_cases" else set())
    assert {row["name"] for row in rows} - {"version"} - living == certified


def test_the_sealed_tables_are_locked() -> None:
    assert set(CERTIFIED) <= {lock.table for lock in LOCKS}


def test_a_database_of_an_older_program_is_no_fault_and_is_locked_when_opened(
    held_twice: Path,
) -> None:
    with closing(sqlite3.connect(held_twice, isolation_level=None)) as old:
        for (name,) in old.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'lock%'"
        ).fetchall():
            old.execute(f"DROP TRIGGER {name}")
        old.execute("DROP TABLE part_seals")
        old.execute("DROP TABLE certified_names")
        old.execute("DELETE FROM _sqlite_migrations WHERE name = 'm005_seals'")
        old.execute("DELETE FROM history WHERE instr(changes, 'certified_names')")
        old.execute("UPDATE history SET changes = replace(changes, '[\"part_seals\"', '[\"none\"')")
        old.execute(
            "CREATE TRIGGER paragraphs_adjusted_update BEFORE UPDATE ON paragraphs"
            " BEGIN SELECT RAISE(ABORT, 'nej'); END"
        )
    found = check_database(str(held_twice), lambda _: None).faults
    assert [one for one in found if "Historiken" not in one and "Historikens" not in one] == []
    with Store(str(held_twice)) as store:
        triggers = {
            row["name"]
            for row in store.connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            )
        }
        assert "lock_paragraphs_update" in triggers
        assert "paragraphs_adjusted_update" not in triggers
        with pytest.raises(sqlite3.IntegrityError, match="justerat"):
            store.connection.execute("UPDATE minutes_parts SET adjusted_on = NULL WHERE id = 1")
