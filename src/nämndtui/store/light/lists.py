"""Pages of plain rows for lists: at most ``PAGE`` at a time, the next one fetched by key.

Needs ``sqlite3`` alone, as the cold ``lista`` runs through here. ``committee_id`` None means
every committee in the database.
"""

from __future__ import annotations

import sqlite3
from collections import namedtuple

from nämndtui.model.text.vocabulary import VALUES
from nämndtui.store.light.lookup_items import Found, plain
from nämndtui.store.light.search import RANKED, expression, numbered_case_ids

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


_CASES = """SELECT k.id, k.dnr, k.title, k.case_type, k.state, k.opened, k.closed, k.raised_on,
    k.year, k.serial, c.code AS committee_code, k.year AS key_1, k.serial AS key_2, k.id AS key_3
    FROM cases k JOIN committees c ON c.id = k.committee_id"""

_MEETINGS = """SELECT m.id, m.date, m.start, m.place, m.kind, m.state,
    (SELECT count(*) FROM agenda_items i WHERE i.meeting_id = m.id AND i.number IS NOT NULL
        AND i.state <> 'withdrawn') AS items,
    (SELECT count(*) FROM agenda_items i WHERE i.meeting_id = m.id AND i.number IS NOT NULL
        AND i.state = 'draft') AS drafts,
    (SELECT min(g.number) FROM paragraphs g JOIN agenda_items i ON i.id = g.item_id
        WHERE i.meeting_id = m.id) AS first_paragraph,
    (SELECT max(g.number) FROM paragraphs g JOIN agenda_items i ON i.id = g.item_id
        WHERE i.meeting_id = m.id) AS last_paragraph,
    c.code AS committee_code, m.date AS key_1, m.start AS key_2, m.id AS key_3
    FROM meetings m JOIN committees c ON c.id = m.committee_id"""

_ITEMS = """SELECT i.id, i.meeting_id, m.date, i.position, i.number, i.title, i.kind, i.state,
    i.late,
    (SELECT group_concat(dnr, ', ') FROM (SELECT k.dnr FROM item_cases ic
        JOIN cases k ON k.id = ic.case_id WHERE ic.item_id = i.id ORDER BY ic.position)) AS dnrs,
    g.number AS paragraph,
    (SELECT count(*) FROM attachments a WHERE a.item_id = i.id) AS attachments,
    c.code AS committee_code, ifnull(m.date, '9999-12-31') AS key_1, -i.position AS key_2,
    -i.id AS key_3
    FROM agenda_items i LEFT JOIN meetings m ON m.id = i.meeting_id
    JOIN committees c ON c.id = i.committee_id LEFT JOIN paragraphs g ON g.item_id = i.id"""


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
    chosen = _Chosen("k.committee_id", committee_id)
    at_least = False
    if text.strip():
        ids, at_least = _case_ids(connection, text, committee_id)
        chosen.where.append(f"k.id IN ({', '.join(map(str, ids))})")
    chosen.also("k.state = {}", state or None)
    chosen.also("k.year = {}", year)
    total = chosen.count(connection, "cases k")
    chosen.only_before(("k.year", "k.serial", "k.id"), before)
    return chosen.page(connection, _CASES, limit, total, at_least)


def meeting_rows(
    connection: sqlite3.Connection,
    committee_id: int | None,
    state: str = "",
    year: int | None = None,
    before: tuple[object, ...] | None = None,
    limit: int = PAGE,
) -> Page:
    """Meetings, latest first: id, date, start, place, kind, state, items (numbered, not
    withdrawn), drafts (of those), first_paragraph, last_paragraph, committee_code."""
    chosen = _Chosen("m.committee_id", committee_id)
    chosen.also("m.state = {}", state or None)
    chosen.also("substr(m.date, 1, 4) = {}", f"{year:04d}" if year else None)
    total = chosen.count(connection, "meetings m")
    chosen.only_before(("m.date", "m.start", "m.id"), before)
    return chosen.page(connection, _MEETINGS, limit, total)


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
    chosen = _Chosen("i.committee_id", committee_id)
    chosen.also("i.meeting_id = {}", meeting_id)
    chosen.also("m.date = {}", day or None)
    chosen.also("i.state = {}", state or None)
    source = "agenda_items i LEFT JOIN meetings m ON m.id = i.meeting_id"
    total = chosen.count(connection, source)
    chosen.only_before(("ifnull(m.date, '9999-12-31')", "-i.position", "-i.id"), before)
    return chosen.page(connection, _ITEMS, limit, total)


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


class _Chosen:
    """The conditions of one list, and their values."""

    def __init__(self, column: str, committee_id: int | None) -> None:
        self.where = [f"(?1 IS NULL OR {column} = ?1)"]
        self.values: list[object] = [committee_id]

    def also(self, condition: str, value: object) -> None:
        """Add a condition unless its value is None."""
        if value is not None:
            self.values.append(value)
            self.where.append(condition.format(f"?{len(self.values)}"))

    def only_before(self, key: tuple[str, ...], before: tuple[object, ...] | None) -> None:
        """Keep to what follows a page that ended with the key ``before``."""
        if before is not None:
            marks = ", ".join(f"?{len(self.values) + place}" for place in range(1, len(key) + 1))
            self.where.append(f"({', '.join(key)}) < ({marks})")
            self.values += before

    def count(self, connection: sqlite3.Connection, source: str) -> int:
        query = f"SELECT count(*) FROM {source} WHERE {' AND '.join(self.where)}"
        return int(connection.execute(query, self.values).fetchone()[0])

    def page(
        self,
        connection: sqlite3.Connection,
        query: str,
        limit: int,
        total: int,
        at_least: bool = False,
    ) -> Page:
        """The rows, in falling order of the three columns ``key_1`` to ``key_3``."""
        rows = plain(
            connection.execute(
                f"{query} WHERE {' AND '.join(self.where)}"
                f" ORDER BY key_1 DESC, key_2 DESC, key_3 DESC LIMIT {limit + 1}",
                self.values,
            )
        )
        last = rows[limit - 1] if len(rows) > limit else None
        after = (last["key_1"], last["key_2"], last["key_3"]) if last else None
        return Page(rows[:limit], total, at_least, after)
