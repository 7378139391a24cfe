"""A small committee at rest, row by row, for tests of queries."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from nämndtui.store.core.connection import open_reader
from nämndtui.store.database import Store
from tests.store.held_meetings import hold_two

Insert = Callable[..., int]


@pytest.fixture
def insert(store: Store) -> Insert:
    """``insert(table, **columns)`` stores one row as one change and returns its id."""

    def insert_row(table: str, **values: Any) -> int:
        with store.change("test", "test", datetime(2026, 11, 22, 12, 0)) as change:
            return change.insert(table, values)

    return insert_row


@pytest.fixture
def reader(store: Store) -> Iterator[sqlite3.Connection]:
    """A read-only connection to the same file."""
    connection = open_reader(store.path)
    yield connection
    connection.close()


@pytest.fixture
def committee(insert: Insert) -> int:
    """Omsorgsnämnden, ON."""
    return insert(
        "committees",
        code="ON",
        name="Omsorgsnämnden",
        settings='{"dnr_prefix":"on","summons_lead":7,"memo_stop_days":14}',
    )


@pytest.fixture
def new_case(insert: Insert, committee: int) -> Callable[..., int]:
    """``new_case(serial, title, year=2026, prefix="on", **columns)``."""

    def insert_case(
        serial: int, title: str, year: int = 2026, prefix: str = "on", **values: Any
    ) -> int:
        dnr = f"{prefix}/{year}:{serial}"
        base = {"committee_id": committee, "dnr": dnr, "prefix_key": prefix.casefold()}
        return insert("cases", **(base | {"year": year, "serial": serial, "title": title} | values))

    return insert_case


@pytest.fixture
def new_meeting(insert: Insert, committee: int) -> Callable[..., int]:
    """``new_meeting("2026-12-08", state="preparing", **columns)``."""

    def insert_meeting(date: str, **values: Any) -> int:
        base = {"committee_id": committee, "date": date, "start": "18:30", "place": "Lilla salen"}
        return insert("meetings", **(base | values))

    return insert_meeting


@pytest.fixture
def new_item(insert: Insert, committee: int) -> Callable[..., int]:
    """``new_item(meeting_id, number, title, cases=(), proposal=None, **columns)``."""

    def insert_item(
        meeting: int | None,
        number: int | None,
        title: str,
        cases: tuple[int, ...] = (),
        proposal: str | None = None,
        **values: Any,
    ) -> int:
        base = {"committee_id": committee, "meeting_id": meeting, "number": number}
        item = insert("agenda_items", **(base | {"position": number or 0, "title": title} | values))
        for position, case in enumerate(cases):
            insert("item_cases", item_id=item, case_id=case, position=position)
        if proposal is not None:
            insert("proposals", item_id=item, source="staff", points=f'["{proposal}"]')
        return item

    return insert_item


@pytest.fixture(scope="session")
def two_meetings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with an archived meeting and one not yet adjusted; to be copied, not changed."""
    path = tmp_path_factory.mktemp("två") / "nämnd.db"
    with Store(str(path)) as store:
        hold_two(store)
        store.connection.execute("PRAGMA journal_mode = DELETE")
    return path


@pytest.fixture
def held_twice(two_meetings: Path, tmp_path: Path) -> Path:
    """A copy of one's own of the two meetings."""
    shutil.copytree(two_meetings.parent, tmp_path, dirs_exist_ok=True)
    return tmp_path / two_meetings.name
