"""The deadlines of ``lista bevakning`` and of its calendar file, with today's date put in."""

from __future__ import annotations

import sqlite3

from nämndtui.store.light.lookup_items import Found


def deadline_rows(
    connection: sqlite3.Connection, committee_id: int | None, text: str = "", last: str = ""
) -> list[Found]:
    """Deadlines of one committee, or of all, nearest first: due, days, urgency, text, basis,
    kind, committee_code.

    ``text`` is looked for in the Swedish text, in any letter case; ``last`` is the last ISO day.
    """
    from datetime import date

    from nämndtui.store.people.committees import all_committees
    from nämndtui.workflow.deadlines.watch import watch_list

    wanted, today = _plain(text), date.today()
    found: list[Found] = [
        {
            "due": row.due.isoformat(),
            "days": row.days,
            "urgency": row.urgency,
            "text": row.text,
            "basis": row.basis,
            "kind": row.kind,
            "committee_code": one.code,
        }
        for one in all_committees(connection)
        if committee_id in (None, one.id)
        for row in watch_list(connection, one.id, today)
        if wanted in _plain(row.text) and (not last or row.due.isoformat() <= last)
    ]
    return sorted(found, key=lambda row: str(row["due"]))


def calendar_text(connection: sqlite3.Connection, committee_id: int | None) -> str:
    """The deadlines as an iCalendar file, stamped with this moment."""
    from datetime import datetime

    from nämndtui.workflow.deadlines.watch_calendar import watch_calendar

    return watch_calendar(connection, committee_id, datetime.now().astimezone())


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ").strip().casefold()
