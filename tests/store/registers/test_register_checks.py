"""What a check says about registers that somebody has changed outside the program (D2.19–22)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest

from nämndtui.store.care.checks import FREE_TEXTS, personal_number_faults
from nämndtui.store.database import Store
from nämndtui.store.registers.checks import register_faults
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.package.intake import import_file
from tests.conftest import REPOSITORY

DATA = REPOSITORY / "data"


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    with Store(str(path)) as store:
        import_file(store, Actor("anna", datetime(2026, 11, 22, 9, 30)), DATA)
        yield store


@pytest.fixture
def demo(demonstration: Store) -> Iterator[Store]:
    """The demonstration, rolled back after each test; triggers are out of the way."""
    connection = demonstration.connection
    connection.execute("BEGIN")
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    ).fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')
    yield demonstration
    connection.rollback()


def faults(store: Store) -> list[str]:
    return list(register_faults(store.connection))


def test_the_demonstration_is_sound(demo: Store) -> None:
    assert faults(demo) == []


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DELETE FROM delegation_rules WHERE point = 'F 3'", "punkten fanns inte"),
        ("UPDATE delegation_rules SET roles = '[\"Chef\"]' WHERE point = 'A 2'", "Ordförande fick"),
        ("UPDATE delegation_orders SET valid_from = '2026-06-01' WHERE valid_to IS NULL", "ingen"),
        (
            "UPDATE agenda_items SET state = 'withdrawn' WHERE id IN"
            " (SELECT item_id FROM delegated_decisions WHERE state = 'listed')",
            "inte ligger på någon dagordning",
        ),
        (
            "UPDATE delegated_decisions SET item_id = (SELECT max(item_id)"
            " FROM delegated_decisions) WHERE urgent = 1",
            "brådskande men anmäls först 2026-12-08",
        ),
        ("UPDATE support_decisions SET measure = 'Månresa' WHERE local_key = 'L07'", "9 § LSS"),
        (
            "UPDATE support_decisions SET refused_offers = '[\"2020-01-01\"]'"
            " WHERE local_key = 'L07'",
            "L07",
        ),
        ("UPDATE support_decisions SET law = 'sol' WHERE local_key = 'L07'", "inte finns i"),
        ("UPDATE quarter_reports SET compiled_on = '2026-09-30' WHERE quarter = 3", "var slut"),
    ],
)
def test_what_cannot_be_so_is_told(demo: Store, statement: str, said: str) -> None:
    demo.connection.execute(statement)
    assert any(said in fault for fault in faults(demo)), faults(demo)


def test_a_name_in_a_key_is_told_without_repeating_it(demo: Store) -> None:
    demo.connection.execute(
        "UPDATE support_decisions SET local_key = 'Karin Ek' WHERE local_key = 'L07'"
    )
    (fault,) = faults(demo)
    assert "Karin" not in fault and "2026-01-21" in fault


def test_every_text_is_looked_through_for_personal_numbers(demo: Store) -> None:
    tables = demo.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    assert set(FREE_TEXTS) <= {row[0] for row in tables}
    demo.connection.execute("UPDATE delegation_rules SET text = 'Gäller 811228-9874' WHERE id = 1")
    assert "punkt i delegationsordningen" in next(personal_number_faults(demo.connection))
