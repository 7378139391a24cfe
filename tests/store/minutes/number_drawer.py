"""A second program drawing numbers: run as a process of its own by the tests beside it.

Usage: number_drawer.py cases DATABASE COMMITTEE COUNT | decide DATABASE ITEM…
"""

from __future__ import annotations

import os
import sys
from datetime import datetime

from nämndtui.model.agenda.case import Case
from nämndtui.store.database import Store
from nämndtui.workflow.agenda.cases import register_case
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.minutes.minutes import decide_item

ACTOR = Actor("prov", datetime(2026, 12, 8, 19, 0))


def draw_cases(store: Store, committee_id: int, count: int) -> None:
    for number in range(count):
        draft = Case(0, committee_id, "", 0, 0, f"Ärende {os.getpid()} {number}")
        register_case(store, ACTOR, draft)


def decide(store: Store, item_ids: list[int]) -> None:
    for item_id in item_ids:
        decide_item(store, ACTOR, item_id, "as_proposed")


if __name__ == "__main__":
    what, path, *numbers = sys.argv[1:]
    with Store(path) as opened:
        if what == "cases":
            draw_cases(opened, int(numbers[0]), int(numbers[1]))
        else:
            decide(opened, [int(number) for number in numbers])
