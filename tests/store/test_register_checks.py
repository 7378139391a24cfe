"""The check of the database finds decisions that have got lost between agenda and minutes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from nämndtui.store.register_checks import register_faults

Insert = Callable[..., int]
DECISION = {
    "decided_on": "2026-11-03",
    "point": "B 36",
    "role": "Verksamhetschef",
    "decider": "Eva Berg",
    "dnr": "on/2026:88",
    "description": "Yttrande till IVO",
}


def test_a_sound_register_has_no_faults(
    insert: Insert, committee: int, reader: sqlite3.Connection
) -> None:
    insert("delegated_decisions", committee_id=committee, **DECISION)
    assert list(register_faults(reader)) == []


def test_a_decision_on_an_item_without_a_meeting_is_found(
    insert: Insert, committee: int, new_item: Insert, reader: sqlite3.Connection
) -> None:
    item = new_item(None, None, "Delegationsbeslut")
    row = DECISION | {"state": "listed", "item_id": item}
    insert("delegated_decisions", committee_id=committee, **row)
    assert [fault.split(" står ")[0] for fault in register_faults(reader)] == [
        "Delegationsbeslut B 36 on/2026:88 2026-11-03"
    ]


def test_an_urgent_decision_that_a_held_meeting_was_not_told_is_found(
    insert: Insert, committee: int, new_meeting: Insert, reader: sqlite3.Connection
) -> None:
    new_meeting("2026-11-10", state="closed")
    row = DECISION | {"urgent": 1, "urgent_reason": "Brand"}
    insert("delegated_decisions", committee_id=committee, **row)
    assert "anmäldes inte 2026-11-10 (KL 6:39)" in next(register_faults(reader))
