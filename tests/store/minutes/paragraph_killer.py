"""Two processes decide items at once, one is killed at a random moment, many times over.

Usage: paragraph_killer.py DATABASE COMMITTEE ROUNDS SEED. Prints the number of §§ and exits 0, or
says in which round numbers were lost, doubled or skipped and exits 1. Each round has a meeting
of its own; the § series runs through all of them. A child tells each number it was given over a
pipe after the commit, so a number told must be there afterwards.
"""

from __future__ import annotations

import os
import random
import signal
import sys
from datetime import datetime, time, timedelta

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.meeting import Meeting
from nämndtui.store.core.connection import open_reader
from nämndtui.store.database import Store
from nämndtui.workflow.agenda.agenda import add_item
from nämndtui.workflow.agenda.meetings import plan_meeting
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.minutes.minutes import decide_item
from nämndtui.workflow.summons.summons import mark_summoned

ACTOR = Actor("prov", datetime(2026, 12, 8, 19, 0))
ITEMS = 6
FIRST = datetime(2026, 1, 1)


def prepare(path: str, committee_id: int, number: int) -> list[int]:
    """A summoned meeting with items to decide."""
    with Store(path) as store:
        day = FIRST + timedelta(minutes=number)
        meeting = Meeting(0, committee_id, day.date(), time(day.hour, day.minute), "")
        meeting_id = plan_meeting(store, ACTOR, meeting)
        ids = []
        for place in range(ITEMS):
            draft = AgendaItem(0, committee_id, meeting_id, 0, None, "decision", f"Punkt {place}")
            ids.append(add_item(store, ACTOR, draft))
        mark_summoned(store, ACTOR, meeting_id, day.date())
    return ids


def start(path: str, item_ids: list[int]) -> tuple[int, int]:
    """A child that decides the items; its process id, and the pipe it tells numbers over."""
    told, tell = os.pipe()
    child = os.fork()
    if child:
        os.close(tell)
        return child, told
    try:
        with Store(path) as store:
            for item_id in item_ids:
                number = decide_item(store, ACTOR, item_id, "own_decision", ["Nämnden beslutar."])
                os.write(tell, f"{number}\n".encode())
    finally:
        os._exit(0)


def told_numbers(pipe: int) -> list[int]:
    with os.fdopen(pipe, "rb") as stream:
        lines = stream.read().split(b"\n")[:-1]
    return [int(line) for line in lines]


def play(path: str, committee_id: int, number: int, chance: random.Random) -> list[int]:
    """One round: the numbers both children were told."""
    ids = prepare(path, committee_id, number)
    children = [start(path, ids[0::2]), start(path, ids[1::2])]
    doomed = children[0][0]
    signal.sigtimedwait({signal.SIGUSR1}, chance.uniform(0.0, 0.06))
    os.kill(doomed, signal.SIGKILL)
    numbers = [one for _, pipe in children for one in told_numbers(pipe)]
    for child, _ in children:
        os.waitpid(child, 0)
    return numbers


def main() -> int:
    path, committee_id, rounds, seed = sys.argv[1], *map(int, sys.argv[2:5])
    chance = random.Random(seed)
    told: list[int] = []
    for number in range(rounds):
        told += play(path, committee_id, number, chance)
        reader = open_reader(path)
        rows = reader.execute("SELECT number FROM paragraphs ORDER BY number").fetchall()
        whole = reader.execute("PRAGMA quick_check").fetchone()[0]
        reader.close()
        stored = [row[0] for row in rows]
        if stored != list(range(1, len(stored) + 1)) or len(told) != len(set(told)):
            print(f"round {number}: numbers {stored[-12:]} told {told[-12:]}")
            return 1
        if not set(told) <= set(stored) or whole != "ok":
            print(f"round {number}: lost {sorted(set(told) - set(stored))}, file {whole}")
            return 1
    print(len(stored), len(told))
    return 0


if __name__ == "__main__":
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
    sys.exit(main())
