"""Plain rows behind Översikt: the next meeting, unfinished minutes, old motions, what changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date, timedelta

from nämndtui.store.core.columns import marks

_SHOWN_AFTER_POSTING = timedelta(days=60)
_LARGEST_CHANGE = 100_000
_ITEM_TABLES = ("proposals", "memos", "attachments", "item_cases", "paragraphs")


def next_meeting_row(
    connection: sqlite3.Connection, committee_id: int, today: date
) -> sqlite3.Row | None:
    """The first meeting from today on that is not over or cancelled, with item counts.

    Columns: id, date, start, place, state, numbered (items with a number, withdrawn ones
    aside), drafts (of them still drafts).
    """
    row: sqlite3.Row | None = connection.execute(
        "SELECT m.id, m.date, m.start, m.place, m.state,"
        " count(i.id) AS numbered, count(CASE WHEN i.state = 'draft' THEN 1 END) AS drafts"
        " FROM meetings m LEFT JOIN agenda_items i"
        " ON i.meeting_id = m.id AND i.number IS NOT NULL AND i.state <> 'withdrawn'"
        " WHERE m.committee_id = ? AND m.date >= ? AND m.state IN"
        " ('planned', 'preparing', 'summoned', 'in_session', 'adjourned')"
        " GROUP BY m.id ORDER BY m.date, m.start LIMIT 1",
        [committee_id, today.isoformat()],
    ).fetchone()
    return row


def meetings_under_way(
    connection: sqlite3.Connection, committee_id: int, today: date
) -> list[sqlite3.Row]:
    """Meetings in session or adjourned, and one that is to begin today: id, date, state."""
    return connection.execute(
        "SELECT id, date, state FROM meetings WHERE committee_id = ?"
        " AND (state IN ('in_session', 'adjourned') OR (state = 'summoned' AND date = ?))"
        " ORDER BY date DESC, start DESC",
        [committee_id, today.isoformat()],
    ).fetchall()


def unsent_meetings(connection: sqlite3.Connection, committee_id: int) -> list[sqlite3.Row]:
    """Meetings whose summons is not out: id, date, items, unready (drafts); nearest first."""
    return connection.execute(
        "SELECT m.id, m.date, count(i.id) AS items,"
        " count(CASE WHEN i.state = 'draft' THEN 1 END) AS unready"
        " FROM meetings m LEFT JOIN agenda_items i ON i.meeting_id = m.id"
        " WHERE m.committee_id = ? AND m.state IN ('planned', 'preparing')"
        " AND m.summons_date IS NULL"
        " GROUP BY m.id ORDER BY m.date, m.start",
        [committee_id],
    ).fetchall()


def summoned_meetings(connection: sqlite3.Connection, committee_id: int) -> list[sqlite3.Row]:
    """Meetings whose summons is out and that have not begun: id, date; nearest first."""
    return connection.execute(
        "SELECT id, date FROM meetings WHERE committee_id = ? AND state = 'summoned'"
        " ORDER BY date, start",
        [committee_id],
    ).fetchall()


def unfinished_minutes(
    connection: sqlite3.Connection, committee_id: int, today: date
) -> list[sqlite3.Row]:
    """Parts of minutes with something left to do, oldest meeting first.

    One row without part columns for a meeting whose minutes are not begun. Columns: meeting_id,
    date, last_day, part_id, immediate, adjusted_on, posted_on, numbers (of the part's §§, by
    comma), taken_down_on. Notices posted more than sixty days ago are left out.
    """
    return connection.execute(
        "SELECT m.id AS meeting_id, m.date, ifnull(m.end_date, m.date) AS last_day,"
        " d.id AS part_id, d.immediate, d.adjusted_on, d.posted_on,"
        " (SELECT group_concat(g.number) FROM paragraphs g WHERE g.part_id = d.id) AS numbers,"
        " (SELECT n.taken_down_on FROM notices n WHERE n.part_id = d.id"
        " AND n.posted_on = d.posted_on) AS taken_down_on"
        " FROM meetings m LEFT JOIN minutes_parts d ON d.meeting_id = m.id"
        " WHERE m.committee_id = ? AND m.date <= ? AND m.state NOT IN"
        " ('planned', 'preparing', 'final', 'archived', 'cancelled')"
        " AND (d.posted_on IS NULL OR d.posted_on >= ?) ORDER BY m.date, d.immediate DESC",
        [committee_id, today.isoformat(), (today - _SHOWN_AFTER_POSTING).isoformat()],
    ).fetchall()


def first_change(connection: sqlite3.Connection) -> date | None:
    """The day anything was first written to the database; None for an empty one."""
    row = connection.execute("SELECT min(at) FROM history").fetchone()
    return date.fromisoformat(row[0][:10]) if row[0] else None


def raised_cases(connection: sqlite3.Connection, committee_id: int) -> list[sqlite3.Row]:
    """Undecided motions and medborgarförslag: id, dnr, case_type, title, raised_on."""
    return connection.execute(
        "SELECT id, dnr, case_type, title, raised_on FROM cases"
        " WHERE committee_id = ? AND case_type IN ('motion', 'citizen_proposal')"
        " AND state IN ('open', 'prepared') AND raised_on IS NOT NULL ORDER BY raised_on",
        [committee_id],
    ).fetchall()


def recently_changed(
    connection: sqlite3.Connection, committee_id: int, limit: int = 8
) -> list[dict[str, object]]:
    """Cases and items last changed by a verb, newest first, each once.

    Keys: at (ISO), kind (case|item), id, label (diary number or ``§ 84``), title. Imports, which
    change everything at once, do not count.
    """
    touched = _touched(connection)
    shown = _items_shown(connection, committee_id, (i for kind, i in touched if kind == "item"))
    shown |= _cases_shown(connection, committee_id, (i for kind, i in touched if kind == "case"))
    rows = [{"at": at, **shown[key]} for key, at in touched.items() if key in shown]
    return rows[:limit]


def latest_import(connection: sqlite3.Connection) -> sqlite3.Row | None:
    """When (at, ISO) and what (summary) was last imported; None when nothing has been."""
    row: sqlite3.Row | None = connection.execute(
        "SELECT at, summary FROM history WHERE verb >= 'import_' AND verb < 'import`'"
        " ORDER BY id DESC LIMIT 1"
    ).fetchone()
    return row


def _touched(connection: sqlite3.Connection) -> dict[tuple[str, int], str]:
    """(kind, id) → time of the newest change, newest first."""
    rows = connection.execute(
        "SELECT h.at, json_extract(e.value, '$[0]') AS name, json_extract(e.value, '$[1]') AS id,"
        " coalesce(json_extract(e.value, '$[3].item_id'), json_extract(e.value, '$[2].item_id'))"
        " AS item_id"
        " FROM (SELECT * FROM history WHERE length(changes) < ? ORDER BY id DESC LIMIT 60) h,"
        " json_each(h.changes) e ORDER BY h.id DESC, e.key",
        [_LARGEST_CHANGE],
    ).fetchall()
    found: dict[tuple[str, int], str] = {}
    for row in rows:
        if row["name"] == "cases":
            found.setdefault(("case", row["id"]), row["at"])
        elif row["name"] == "agenda_items":
            found.setdefault(("item", row["id"]), row["at"])
        elif row["name"] in _ITEM_TABLES:
            item_id = row["item_id"] or _item_of(connection, row["name"], row["id"])
            if item_id:
                found.setdefault(("item", item_id), row["at"])
    return found


def _item_of(connection: sqlite3.Connection, table: str, row_id: int) -> int | None:
    row = connection.execute(f"SELECT item_id FROM {table} WHERE id = ?", [row_id]).fetchone()
    return int(row[0]) if row else None


def _cases_shown(
    connection: sqlite3.Connection, committee_id: int, ids: Iterable[int]
) -> dict[tuple[str, int], dict[str, object]]:
    wanted = list(ids)
    rows = connection.execute(
        f"SELECT id, dnr, title FROM cases WHERE committee_id = ? AND id IN ({marks(wanted)})",
        [committee_id, *wanted],
    )
    return {
        ("case", row["id"]): {
            "kind": "case",
            "id": row["id"],
            "label": row["dnr"],
            "title": row["title"],
        }
        for row in rows
    }


def _items_shown(
    connection: sqlite3.Connection, committee_id: int, ids: Iterable[int]
) -> dict[tuple[str, int], dict[str, object]]:
    wanted = list(ids)
    rows = connection.execute(
        "SELECT i.id, i.title, g.number AS paragraph, (SELECT k.dnr FROM item_cases ic"
        " JOIN cases k ON k.id = ic.case_id WHERE ic.item_id = i.id ORDER BY ic.position LIMIT 1)"
        " AS dnr FROM agenda_items i LEFT JOIN paragraphs g ON g.item_id = i.id"
        f" WHERE i.committee_id = ? AND i.id IN ({marks(wanted)})",
        [committee_id, *wanted],
    )
    return {
        ("item", row["id"]): {
            "kind": "item",
            "id": row["id"],
            "label": f"§ {row['paragraph']}" if row["paragraph"] else row["dnr"] or "",
            "title": row["title"],
        }
        for row in rows
    }
