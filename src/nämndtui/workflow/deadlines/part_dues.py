"""What is due with each part of a meeting's minutes: adjusting, posting, laga kraft (D4, F 25)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date

from nämndtui.model.agenda.meeting import MinutesPart
from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.deadlines.adjustment_reminder import adjustment_reminder
from nämndtui.model.deadlines.deadlines import minutes_deadlines
from nämndtui.model.text.paragraph_range import format_paragraphs
from nämndtui.store.core.columns import day
from nämndtui.store.deadlines import overview as rows
from nämndtui.workflow.deadlines.due import Due, due_on

_TEXTS = {
    "adjusted": "Justera protokollet {}",
    "immediate_adjusted": "Justera omedelbara paragrafer {}",
    "posted": "Anslå protokollet {}",
    "last_appeal_day": "Sista dag att överklaga besluten {}",
    "legal_force": "Besluten {} vinner laga kraft",
    "taken_down": "Ta ned anslaget för {}",
}
"""Deadline → what is said of it. {} is the meeting's day; an immediate part names its §§."""


def part_dues(connection: sqlite3.Connection, committee_id: int, today: date) -> Iterator[Due]:
    """What is left to do with the parts of the minutes, also what need not be shown yet."""
    for row in rows.unfinished_minutes(connection, committee_id, today):
        which = short_date(date.fromisoformat(row["date"]))
        if row["immediate"] and row["numbers"]:
            which += f" {format_paragraphs(map(int, row['numbers'].split(',')))}"
        taken_down = day(row["taken_down_on"])
        last_day = date.fromisoformat(row["last_day"])
        for deadline in minutes_deadlines(last_day, _part(row), taken_down):
            text = _TEXTS[deadline.kind].format(which)
            remind = adjustment_reminder(last_day, today) if deadline.kind == "adjusted" else ""
            text = f"{text} – {remind}" if remind else text
            yield due_on(deadline, today, text, "meeting", row["meeting_id"])


def _part(row: sqlite3.Row) -> MinutesPart | None:
    if row["part_id"] is None:
        return None
    return MinutesPart(
        id=row["part_id"],
        immediate=bool(row["immediate"]),
        adjusted_on=day(row["adjusted_on"]),
        posted_on=day(row["posted_on"]),
    )
