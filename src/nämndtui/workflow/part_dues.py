"""What is left to do with the minutes of meetings held, part by part (D4, F 25)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date

from nämndtui.model.adjustment_reminder import adjustment_reminder
from nämndtui.model.deadlines import Deadline, minutes_deadlines
from nämndtui.model.meeting import MinutesPart
from nämndtui.model.paragraph_range import format_paragraphs
from nämndtui.model.swedish_dates import short_date
from nämndtui.store.columns import day
from nämndtui.store.overview import unfinished_minutes
from nämndtui.workflow.due import Due
from nämndtui.workflow.minutes_overview import due_row

_TEXTS = {
    "adjusted": "Justera protokollet",
    "immediate_adjusted": "Justera omedelbara paragrafer",
    "posted": "Anslå protokollet",
    "last_appeal_day": "Sista dag att överklaga besluten",
    "taken_down": "Ta ned anslaget för",
}


def part_dues(connection: sqlite3.Connection, committee_id: int, today: date) -> Iterator[Due]:
    """One row for each deadline of each part; ``urgency`` is empty when it is far off."""
    for row in unfinished_minutes(connection, committee_id, today):
        last_day = date.fromisoformat(row["last_day"])
        for deadline in minutes_deadlines(last_day, _part(row)):
            text = _text(row, deadline, last_day, today)
            yield due_row(deadline, today, text, "meeting", row["meeting_id"])


def _text(row: sqlite3.Row, deadline: Deadline, last_day: date, today: date) -> str:
    """``Anslå protokollet tis 8 dec, § 3``: an immediate part says which §§ it is about."""
    text = f"{_TEXTS[deadline.kind]} {short_date(date.fromisoformat(row['date']))}"
    if row["immediate"] and row["numbers"]:
        text += f", {format_paragraphs(map(int, row['numbers'].split(',')))}"
    remind = adjustment_reminder(last_day, today) if deadline.kind == "adjusted" else ""
    return f"{text} – {remind}" if remind else text


def _part(row: sqlite3.Row) -> MinutesPart | None:
    if row["part_id"] is None:
        return None
    return MinutesPart(
        id=row["part_id"],
        immediate=bool(row["immediate"]),
        adjusted_on=day(row["adjusted_on"]),
        posted_on=day(row["posted_on"]),
    )
