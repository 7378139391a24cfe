"""Numbers are drawn without gaps or doubles by two processes at once, also when one is killed."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.store.database import Store
from nämndtui.workflow.agenda.agenda import add_item
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.summons.summons import mark_summoned

ACTOR = Actor("prov", datetime(2026, 12, 8, 19, 0))
DRAWER = Path(__file__).with_name("number_drawer.py")


def drawer(*arguments: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, str(DRAWER), *map(str, arguments)])


def run(*processes: subprocess.Popen[bytes]) -> None:
    assert [process.wait(60) for process in processes] == [0] * len(processes)


def numbers(store: Store, table: str, column: str) -> list[int]:
    rows = store.connection.execute(f"SELECT {column} FROM {table} ORDER BY {column}").fetchall()
    return [row[0] for row in rows]


def agenda(store: Store, committee_id: int, meeting_id: int, count: int) -> list[int]:
    ids = [
        add_item(
            store,
            ACTOR,
            AgendaItem(
                0,
                committee_id,
                meeting_id,
                0,
                None,
                "decision",
                f"Punkt {number}",
                staff_proposal=("Omsorgsnämnden godkänner förslaget.",),
            ),
        )
        for number in range(count)
    ]
    mark_summoned(store, ACTOR, meeting_id, ACTOR.today)
    return ids


def test_two_processes_draw_diary_numbers_without_gaps(store: Store, committee_id: int) -> None:
    run(*(drawer("cases", store.path, committee_id, 40) for _ in range(2)))
    assert numbers(store, "cases", "serial") == list(range(1, 81))


def test_two_processes_draw_paragraphs_without_gaps(
    store: Store, committee_id: int, meeting_id: int
) -> None:
    ids = agenda(store, committee_id, meeting_id, 40)
    run(
        drawer("decide", store.path, *ids[0::2]),
        drawer("decide", store.path, *ids[1::2]),
    )
    assert numbers(store, "paragraphs", "number") == list(range(1, 41))


def test_a_killed_process_leaves_the_last_committed_state(store: Store, committee_id: int) -> None:
    for delay in (0.0, 0.02, 0.05):
        process = drawer("cases", store.path, committee_id, 10_000)
        wait_for_more_cases(store)
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait(10)
        drawn = numbers(store, "cases", "serial")
        assert drawn == list(range(1, len(drawn) + 1))
    assert store.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    history = numbers(store, "history", "id")
    assert len(history) == len(numbers(store, "cases", "serial")) + 1


def wait_for_more_cases(store: Store) -> None:
    before = len(numbers(store, "cases", "serial"))
    deadline = time.monotonic() + 30
    while len(numbers(store, "cases", "serial")) <= before:
        assert time.monotonic() < deadline, "the other process never wrote"
        time.sleep(0.005)
