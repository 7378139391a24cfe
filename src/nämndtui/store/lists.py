"""Pages of plain rows for lists: at most ``PAGE`` at a time, the next one fetched by key.

Needs ``sqlite3`` alone, as the cold ``lista`` runs through here. ``committee_id`` None means
every committee in the database.
"""

from __future__ import annotations

import sqlite3
from collections import namedtuple

from nämndtui.model.vocabulary import VALUES
from nämndtui.store.lookup_items import Found, plain
from nämndtui.store.search import RANKED, expression, numbered_case_ids

PAGE = 200
"""The most rows a page holds; more would make a table slow."""


class Page(namedtuple("Page", "rows total at_least after")):
    """``rows`` of ``total`` that fit (or more, when ``at_least``).

    ``after`` is handed back as ``before`` to get the next page; None when this is the last.
    """

    __slots__ = ()
    rows: list[Found]
    total: int
    at_least: bool
    after: tuple[object, ...] | None


_OFFICE_ORDER = (
    "CASE d.office "
    + " ".join(f"WHEN '{office}' THEN {place}" for place, office in enumerate(VALUES["office"]))
    + " END"
)


def case_page(
    connection: sqlite3.Connection,
    committee_id: int | None,
    text: str = "",
    state: str = "",
    year: int | None = None,
    before: tuple[object, ...] | None = None,
    limit: int = PAGE,
) -> Page:
    """Cases, newest number first: id, dnr, title, case_type, state, opened, closed, raised_on,
    year, serial, committee_code.

    ``text`` finds as ``search`` does, also by what the case's items say; ``state`` is English.
    """
    where = ["(?1 IS NULL OR k.committee_id = ?1)"]
    values: list[object] = [committee_id]
    at_least = False
    if text.strip():
        ids, at_least = _case_ids(connection, text, committee_id)
        where.append(f"k.id IN ({', '.join(map(str, ids))})")
    _also(where, values, "k.state = {}", state or None)
    _also(where, values, "k.year = {}", year)
    condition = " AND ".join(where)
    total = connection.execute(f"SELECT count(*) FROM cases k WHERE {condition}", values)
    count = total.fetchone()[0]
    if before is not None:
        marks = ", ".join(f"?{len(values) + place}" for place in (1, 2, 3))
        condition += f" AND (k.year, k.serial, k.id) < ({marks})"
        values += before
    rows = plain(
        connection.execute(
            "SELECT k.id, k.dnr, k.title, k.case_type, k.state, k.opened, k.closed, k.raised_on,"
            " k.year, k.serial, c.code AS committee_code"
            f" FROM cases k JOIN committees c ON c.id = k.committee_id WHERE {condition}"
            f" ORDER BY k.year DESC, k.serial DESC, k.id DESC LIMIT {limit + 1}",
            values,
        )
    )
    return _page(rows, limit, count, at_least, ("year", "serial", "id"))


def meeting_rows(
    connection: sqlite3.Connection,
    committee_id: int | None,
    state: str = "",
    year: int | None = None,
    before: tuple[object, ...] | None = None,
    limit: int = PAGE,
) -> Page:
    """Meetings, latest first: id, date, start, place, kind, state, items (numbered, not
    withdrawn), drafts, first_paragraph, last_paragraph, committee_code."""
    where = ["(?1 IS NULL OR m.committee_id = ?1)"]
    values: list[object] = [committee_id]
    _also(where, values, "m.state = {}", state or None)
    _also(where, values, "substr(m.date, 1, 4) = {}", f"{year:04d}" if year else None)
    condition = " AND ".join(where)
    count = connection.execute(f"SELECT count(*) FROM meetings m WHERE {condition}", values)
    total = count.fetchone()[0]
    if before is not None:
        marks = ", ".join(f"?{len(values) + place}" for place in (1, 2, 3))
        condition += f" AND (m.date, m.start, m.id) < ({marks})"
        values += before
    rows = plain(
        connection.execute(
            "SELECT m.id, m.date, m.start, m.place, m.kind, m.state,"
            " (SELECT count(*) FROM agenda_items i WHERE i.meeting_id = m.id"
            "  AND i.number IS NOT NULL AND i.state <> 'withdrawn') AS items,"
            " (SELECT count(*) FROM agenda_items i WHERE i.meeting_id = m.id"
            "  AND i.state = 'draft') AS drafts,"
            " (SELECT min(g.number) FROM paragraphs g JOIN agenda_items i ON i.id = g.item_id"
            "  WHERE i.meeting_id = m.id) AS first_paragraph,"
            " (SELECT max(g.number) FROM paragraphs g JOIN agenda_items i ON i.id = g.item_id"
            "  WHERE i.meeting_id = m.id) AS last_paragraph, c.code AS committee_code"
            f" FROM meetings m JOIN committees c ON c.id = m.committee_id WHERE {condition}"
            f" ORDER BY m.date DESC, m.start DESC, m.id DESC LIMIT {limit + 1}",
            values,
        )
    )
    return _page(rows, limit, total, False, ("date", "start", "id"))


def item_rows(
    connection: sqlite3.Connection,
    committee_id: int | None,
    meeting_id: int | None = None,
    day: str = "",
    state: str = "",
    before: tuple[object, ...] | None = None,
    limit: int = PAGE,
) -> Page:
    """Items in agenda order, latest meeting first, those waiting for a meeting before all.

    Columns: id, meeting_id, date, position, number, title, kind, state, late, dnrs (joined by
    comma), paragraph, attachments (how many), committee_code. ``day`` is an ISO date.
    """
    where = ["(?1 IS NULL OR i.committee_id = ?1)"]
    values: list[object] = [committee_id]
    _also(where, values, "i.meeting_id = {}", meeting_id)
    _also(where, values, "m.date = {}", day or None)
    _also(where, values, "i.state = {}", state or None)
    source = "agenda_items i LEFT JOIN meetings m ON m.id = i.meeting_id"
    condition = " AND ".join(where)
    count = connection.execute(f"SELECT count(*) FROM {source} WHERE {condition}", values)
    total = count.fetchone()[0]
    key = "(ifnull(m.date, '9999-12-31'), -i.position, -i.id)"
    if before is not None:
        marks = ", ".join(f"?{len(values) + place}" for place in (1, 2, 3))
        condition += f" AND {key} < ({marks})"
        values += before
    rows = plain(
        connection.execute(
            "SELECT i.id, i.meeting_id, m.date, i.position, i.number, i.title, i.kind, i.state,"
            " i.late, (SELECT group_concat(dnr, ', ') FROM (SELECT k.dnr FROM item_cases ic"
            "  JOIN cases k ON k.id = ic.case_id WHERE ic.item_id = i.id ORDER BY ic.position))"
            " AS dnrs, g.number AS paragraph,"
            " (SELECT count(*) FROM attachments a WHERE a.item_id = i.id) AS attachments,"
            " c.code AS committee_code, ifnull(m.date, '9999-12-31') AS key_date,"
            " -i.position AS key_position, -i.id AS key_id"
            f" FROM {source} JOIN committees c ON c.id = i.committee_id"
            f" LEFT JOIN paragraphs g ON g.item_id = i.id WHERE {condition}"
            f" ORDER BY key_date DESC, key_position DESC, key_id DESC LIMIT {limit + 1}",
            values,
        )
    )
    return _page(rows, limit, total, False, ("key_date", "key_position", "key_id"))


def mandate_rows(
    connection: sqlite3.Connection, committee_id: int | None, day: str = "", text: str = ""
) -> Page:
    """Mandates in office and rank order, those valid on an ISO ``day`` or all; never paged.

    Columns: id, person_id, name, party, office, rank, valid_from, valid_to, committee_code.
    """
    rows = plain(
        connection.execute(
            "SELECT d.id, d.person_id, p.name, d.party, d.office, d.rank, d.valid_from,"
            " d.valid_to, c.code AS committee_code FROM mandates d"
            " JOIN persons p ON p.id = d.person_id JOIN committees c ON c.id = d.committee_id"
            " WHERE (?1 IS NULL OR d.committee_id = ?1) AND (?2 = '' OR d.valid_from <= ?2"
            " AND (d.valid_to IS NULL OR d.valid_to >= ?2))"
            " AND (?3 = '' OR instr(casefold(p.name || ' ' || d.party), ?3))"
            f" ORDER BY c.code, {_OFFICE_ORDER}, d.rank, p.name COLLATE svensk, d.valid_from",
            [committee_id, day, text.strip().casefold()],
        )
    )
    return Page(rows, len(rows), False, None)


def _case_ids(
    connection: sqlite3.Connection, text: str, committee_id: int | None
) -> tuple[list[int], bool]:
    """Cases among the newest hits, found themselves or through an item; and whether cut."""
    direct = numbered_case_ids(connection, text, committee_id)
    match = expression(connection, text)
    if not match:
        return direct, False
    rows = connection.execute(
        "SELECT d.kind, ifnull(ic.case_id, d.ref_id) FROM (SELECT rowid AS document"
        " FROM search_index WHERE search_index MATCH ? ORDER BY rowid DESC LIMIT ?)"
        " JOIN search_documents d ON d.id = document"
        " LEFT JOIN item_cases ic ON d.kind = 'item' AND ic.item_id = d.ref_id"
        " WHERE d.kind = 'case' OR ic.case_id IS NOT NULL",
        [match, RANKED],
    ).fetchall()
    return [*direct, *(int(row[1]) for row in rows)], len(rows) >= RANKED


def _also(where: list[str], values: list[object], condition: str, value: object) -> None:
    """Add a condition unless its value is None."""
    if value is not None:
        values.append(value)
        where.append(condition.format(f"?{len(values)}"))


def _page(rows: list[Found], limit: int, total: int, at_least: bool, key: tuple[str, ...]) -> Page:
    after = tuple(rows[limit - 1][name] for name in key) if len(rows) > limit else None
    return Page(rows[:limit], total, at_least, after)
