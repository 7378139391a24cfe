"""Pages of assignments and of the dispatch ledger for lists, as plain rows.

Needs ``sqlite3`` alone (see ``lists.py``).
"""

from __future__ import annotations

import sqlite3

from nämndtui.store.light.lists import PAGE, Page
from nämndtui.store.light.lookup_items import plain

_DNRS = (
    "(SELECT group_concat(dnr, ', ') FROM (SELECT k.dnr FROM item_cases ic"
    " JOIN cases k ON k.id = ic.case_id WHERE ic.item_id = i.id ORDER BY ic.position)) AS dnrs"
)
_ASSIGNMENTS = (
    "SELECT a.id, a.assignee, a.task, a.due, a.state, a.note, am.date AS answered_on,"
    f" g.number, g.year, i.title, i.meeting_id, m.date, {_DNRS}, c.code AS committee_code"
    " FROM assignments a JOIN paragraphs g ON g.id = a.paragraph_id"
    " JOIN agenda_items i ON i.id = g.item_id JOIN meetings m ON m.id = i.meeting_id"
    " JOIN committees c ON c.id = a.committee_id"
    " LEFT JOIN agenda_items ai ON ai.id = a.answered_item_id"
    " LEFT JOIN meetings am ON am.id = ai.meeting_id"
    " WHERE (?1 IS NULL OR a.committee_id = ?1) AND (?2 = '' OR a.state = ?2)"
    " AND (?3 = '' OR instr(casefold(a.assignee || ' ' || a.task || ' ' || i.title), ?3))"
)
_DISPATCHES = (
    "SELECT * FROM (SELECT d.id, d.recipient, d.foreign_dnr, d.what, d.sent_on, d.way, d.sent_by,"
    " CASE WHEN d.sent_on IS NOT NULL THEN 'sent' WHEN x.adjusted_on IS NULL THEN 'waiting'"
    " ELSE 'to_send' END AS state, x.adjusted_on,"
    f" g.number, g.year, i.title, i.meeting_id, m.date, {_DNRS}, c.code AS committee_code,"
    " i.committee_id FROM dispatches d"
    " JOIN paragraphs g ON g.id = d.paragraph_id JOIN agenda_items i ON i.id = g.item_id"
    " JOIN meetings m ON m.id = i.meeting_id JOIN committees c ON c.id = i.committee_id"
    " LEFT JOIN minutes_parts x ON x.id = g.part_id) e"
    " WHERE (?1 IS NULL OR e.committee_id = ?1) AND (?2 = '' OR e.state = ?2)"
    " AND (?3 = '' OR instr(casefold(e.recipient || ' ' || e.title), ?3))"
    " AND (?4 = 0 OR e.sent_on IS NULL)"
)


def assignment_page(
    connection: sqlite3.Connection,
    committee_id: int | None,
    text: str = "",
    state: str = "",
    before: tuple[object, ...] | None = None,
    limit: int = PAGE,
) -> Page:
    """Assignments, open ones first, the nearest due first: id, assignee, task, due, state, note,
    answered_on, number, year, title, meeting_id, date, dnrs, committee_code.

    ``text`` is looked for in assignee, task and title, in any letter case; ``state`` is English.
    """
    order = "a.state <> 'open', a.due IS NULL, a.due, a.id"
    values: list[object] = [committee_id, state, text.strip().casefold()]
    return _page(connection, _ASSIGNMENTS, order, values, before, limit)


def dispatch_page(
    connection: sqlite3.Connection,
    committee_id: int | None,
    text: str = "",
    state: str = "",
    only_unsent: bool = False,
    before: tuple[object, ...] | None = None,
    limit: int = PAGE,
) -> Page:
    """The dispatch ledger, unsent rows first, then the latest sent: id, recipient, foreign_dnr,
    what, sent_on, way, sent_by, state, adjusted_on, number, year, title, meeting_id, date, dnrs,
    committee_code.

    ``state`` is ``waiting`` (not adjusted yet), ``to_send`` or ``sent``.
    """
    order = "e.sent_on IS NOT NULL, e.sent_on DESC, e.date, e.number, e.id"
    values: list[object] = [committee_id, state, text.strip().casefold(), int(only_unsent)]
    return _page(connection, _DISPATCHES, order, values, before, limit)


def _page(
    connection: sqlite3.Connection,
    query: str,
    order: str,
    values: list[object],
    before: tuple[object, ...] | None,
    limit: int,
) -> Page:
    """A page that begins where ``before`` (a row count) says."""
    skipped = before[0] if before else 0
    total = connection.execute(f"SELECT count(*) FROM ({query})", values).fetchone()[0]
    rows = plain(
        connection.execute(f"{query} ORDER BY {order} LIMIT {limit} OFFSET {skipped}", values)
    )
    shown = int(str(skipped)) + len(rows)
    return Page(rows, total, False, (shown,) if shown < total else None)
