"""The log of each minutes part at rest: steps, signatures and notices."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from datetime import date

from nämndtui.model.record.part_log import Notice, PartLog, PartStep, Signature
from nämndtui.store.core.columns import day
from nämndtui.store.people.person_columns import PERSON, joined_person

_OF_MEETING = "part_id IN (SELECT id FROM minutes_parts WHERE meeting_id = ?)"


def part_logs_of_meeting(connection: sqlite3.Connection, meeting_id: int) -> tuple[PartLog, ...]:
    """The logs of the meeting's parts that have any, in four queries."""
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
    wrong = _wrong_days(connection, meeting_id)
    for row in connection.execute(
        f"SELECT * FROM notices WHERE {_OF_MEETING} ORDER BY posted_on", [meeting_id]
    ):
        up, part_id = _day(row["posted_on"]), row["part_id"]
        down = day(row["taken_down_on"])
        posted[part_id].append(Notice(row["id"], up, down, (part_id, up) in wrong))
    return tuple(
        PartLog(part_id, tuple(steps[part_id]), tuple(signed[part_id]), tuple(posted[part_id]))
        for part_id in sorted({*steps, *signed, *posted})
    )


def _wrong_days(connection: sqlite3.Connection, meeting_id: int) -> set[tuple[int, date]]:
    """(part id, day) of the notices noted wrongly; a day put back by a later correction is not."""
    wrong: set[tuple[int, date]] = set()
    for row in connection.execute(
        f"SELECT part_id, wrong_day, right_day FROM notice_corrections WHERE {_OF_MEETING}"
        " ORDER BY id",
        [meeting_id],
    ):
        wrong.add((row["part_id"], _day(row["wrong_day"])))
        wrong.discard((row["part_id"], _day(row["right_day"])))
    return wrong


def _day(text: str) -> date:
    return date.fromisoformat(text)
