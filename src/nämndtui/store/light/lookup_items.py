"""Agenda items as plain dicts, with all that a look-up shows of each. Needs ``sqlite3`` alone."""

from __future__ import annotations

import sqlite3

from nämndtui.model.agenda.item_fields import OWN_COLUMNS

TYPING = False
if TYPING:
    from typing import Any

Found = dict[str, "Any"]
"""One row by column name, with lists of rows under it."""

_LISTS = ("dnrs", "proposal", "decision", "attachments", "recipients", "presenters")

_MADE = {
    "state": "i.state AS item_state",
    "summary": "ifnull(i.chair_summary, i.summary) AS summary",
}
"""Fields that are not read as they stand: a case has a state too; the chair's summary is shown."""

_OWN = ", ".join(
    _MADE.get(field.name, f"i.{field.name}") for field in OWN_COLUMNS if field.name not in _LISTS
)

_ITEMS = f"""SELECT i.id, i.meeting_id, {_OWN}, m.date, m.start, g.number AS paragraph,
    g.year AS paragraph_year, g.outcome, ifnull(h.reason, '') AS reason,
    c.state AS earlier_state, cm.date AS earlier_date, cg.number AS earlier_paragraph,
    ifnull(ch.reason, '') AS earlier_reason
    FROM agenda_items i LEFT JOIN meetings m ON m.id = i.meeting_id
    LEFT JOIN paragraphs g ON g.item_id = i.id LEFT JOIN handlings h ON h.item_id = i.id
    LEFT JOIN agenda_items c ON c.id = i.continues_item_id
    LEFT JOIN meetings cm ON cm.id = c.meeting_id
    LEFT JOIN paragraphs cg ON cg.item_id = c.id LEFT JOIN handlings ch ON ch.item_id = c.id
    WHERE i.id IN {{scope}} ORDER BY m.date IS NULL, m.date, m.start, i.position, i.id"""

_DNRS = """SELECT ic.item_id, k.dnr FROM item_cases ic JOIN cases k ON k.id = ic.case_id
    WHERE ic.item_id IN {scope} ORDER BY ic.position, ic.id"""

_PROPOSALS = """SELECT p.item_id, e.value FROM proposals p, json_each(p.points) e
    WHERE p.item_id IN {scope} AND (p.source = 'chair' OR p.source = 'staff' AND NOT EXISTS
        (SELECT 1 FROM proposals o WHERE o.item_id = p.item_id AND o.source = 'chair'))
    ORDER BY p.item_id, e.key"""

_DECISIONS = """SELECT g.item_id, e.value FROM paragraphs g, json_each(g.points) e
    WHERE g.item_id IN {scope} ORDER BY g.item_id, e.key"""

_ATTACHMENTS = """SELECT item_id, main_no || ifnull(':' || sub_no, '') AS number, title, date, dnr,
    publish, file_name, media_type, size, sha256 FROM attachments WHERE item_id IN {scope}
    ORDER BY item_id, main_no, ifnull(sub_no, 0)"""

_RECIPIENTS = """SELECT i.id AS item_id, json_extract(e.value, '$.name') AS name,
    ifnull(json_extract(e.value, '$.foreign_dnr'), '') AS foreign_dnr
    FROM agenda_items i, json_each(i.recipients) e WHERE i.id IN {scope} ORDER BY i.id, e.key"""

_PRESENTERS = """SELECT i.id AS item_id, json_extract(e.value, '$.name') AS name,
    ifnull(json_extract(e.value, '$.title'), '') AS title,
    ifnull(json_extract(e.value, '$.topic'), '') AS topic
    FROM agenda_items i, json_each(i.presenters) e WHERE i.id IN {scope} ORDER BY i.id, e.key"""


def items_in_full(connection: sqlite3.Connection, scope: str, value: int) -> list[Found]:
    """Items by meeting and agenda order, those waiting for a meeting last; seven queries.

    ``scope`` is a subquery for item ids with one parameter, ``value``. ``proposal`` is the
    chair's, else the administration's.
    """
    items = plain(connection.execute(_ITEMS.format(scope=scope), [value]))
    by_id = {item["id"]: item for item in items}
    for item in items:
        item.update({name: [] for name in _LISTS})
    singles = (("dnrs", _DNRS), ("proposal", _PROPOSALS), ("decision", _DECISIONS))
    for name, query in singles:
        for item_id, text in connection.execute(query.format(scope=scope), [value]):
            by_id[item_id][name].append(text)
    wholes = (("attachments", _ATTACHMENTS), ("recipients", _RECIPIENTS))
    for name, query in (*wholes, ("presenters", _PRESENTERS)):
        for row in plain(connection.execute(query.format(scope=scope), [value])):
            by_id[row.pop("item_id")][name].append(row)
    return items


def plain(cursor: sqlite3.Cursor) -> list[Found]:
    """Every row as a dict."""
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def plain_row(cursor: sqlite3.Cursor) -> Found:
    """The first row as a dict; there must be one."""
    return plain(cursor)[0]
