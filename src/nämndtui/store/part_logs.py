"""The log of each minutes part at rest: steps, signatures and notices."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from datetime import date

from nämndtui.model.part_log import Notice, PartLog, PartStep, Signature
from nämndtui.store.columns import day
from nämndtui.store.person_columns import PERSON, joined_person

_OF_MEETING = "part_id IN (SELECT id FROM minutes_parts WHERE meeting_id = ?)"


def part_logs_of_meeting(connection: sqlite3.Connection, meeting_id: int) -> tuple[PartLog, ...]:
    """The logs of the meeting's parts that have any, in three queries."""
    steps: dict[int, list[PartStep]] = defaultdict(list)
    for row in connection.execute(
        f"SELECT x.id, x.part_id, x.kind, x.day, x.note, {PERSON} FROM part_steps x"
        f" LEFT JOIN persons p ON p.id = x.person_id WHERE x.{_OF_MEETING} ORDER BY x.id",
        [meeting_id],
    ):
        person = joined_person(row) if row["person_id"] is not None else None
        step = PartStep(row["id"], row["kind"], _day(row["day"]), person, row["note"])
        steps[row["part_id"]].append(step)
    signed: dict[int, list[Signature]] = defaultdict(list)
    for row in connection.execute(
        f"SELECT x.part_id, x.signed_on, {PERSON} FROM signatures x"
        f" JOIN persons p ON p.id = x.person_id WHERE x.{_OF_MEETING} ORDER BY x.signed_on, x.id",
        [meeting_id],
    ):
        signed[row["part_id"]].append(Signature(joined_person(row), _day(row["signed_on"])))
    posted: dict[int, list[Notice]] = defaultdict(list)
    for row in connection.execute(
        f"SELECT * FROM notices WHERE {_OF_MEETING} ORDER BY posted_on", [meeting_id]
    ):
        notice = Notice(row["id"], _day(row["posted_on"]), day(row["taken_down_on"]))
        posted[row["part_id"]].append(notice)
    return tuple(
        PartLog(part_id, tuple(steps[part_id]), tuple(signed[part_id]), tuple(posted[part_id]))
        for part_id in sorted({*steps, *signed, *posted})
    )


def _day(text: str) -> date:
    return date.fromisoformat(text)
