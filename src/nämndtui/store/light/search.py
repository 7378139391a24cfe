"""Searching cases and items: ranked within the newest hits, numbers understood as written.

Needs ``sqlite3`` alone, as the cold ``sök`` runs through here. Ranking all hits of a common
word is what would cost, so only the newest ``RANKED`` hits compete.
"""

from __future__ import annotations

import sqlite3
from collections import namedtuple

from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.diary_number import looks_like_diary_number
from nämndtui.model.text.paragraph_reference import parse_paragraph_reference
from nämndtui.store.light.lookup import read_numbers
from nämndtui.store.light.lookup_items import Found, plain
from nämndtui.store.light.search_query import (
    folded_spelling,
    match_expression,
    phrase_expression,
    words_of,
)

RANKED = 2000
"""So many hits, the newest, are ranked and counted."""


class SearchResult(namedtuple("SearchResult", "rows total at_least spelling")):
    """``rows`` best first; ``total`` hits, or more when ``at_least``.

    Each row has kind (case|item|meeting), id, dnr, title, state, date, number, paragraph, year
    and committee_code. ``spelling`` is another spelling that has hits, when these words have none.
    """

    __slots__ = ()
    rows: list[Found]
    total: int
    at_least: bool
    spelling: str


_CASE = """SELECT 'case' AS kind, k.id, k.dnr, k.title, k.state, NULL AS date, NULL AS number,
    NULL AS paragraph, k.year, c.code AS committee_code
    FROM cases k JOIN committees c ON c.id = k.committee_id WHERE k.id IN ({})"""
_ITEM = """SELECT 'item' AS kind, i.id, ifnull((SELECT group_concat(k.dnr, ', ')
    FROM item_cases ic JOIN cases k ON k.id = ic.case_id WHERE ic.item_id = i.id), '') AS dnr,
    i.title, i.state, m.date, i.number, g.number AS paragraph, g.year, c.code AS committee_code
    FROM agenda_items i JOIN committees c ON c.id = i.committee_id
    LEFT JOIN meetings m ON m.id = i.meeting_id LEFT JOIN paragraphs g ON g.item_id = i.id
    WHERE i.id IN ({})"""
_MEETING = """SELECT 'meeting' AS kind, m.id, '' AS dnr, m.place AS title, m.state, m.date,
    NULL AS number, NULL AS paragraph, NULL AS year, c.code AS committee_code
    FROM meetings m JOIN committees c ON c.id = m.committee_id WHERE m.id IN ({})"""
_ROWS = {"case": _CASE, "item": _ITEM, "meeting": _MEETING}

_HITS = """SELECT d.kind, d.ref_id FROM (
    SELECT s.rowid AS document, bm25(search_index, 8.0, 1.0) AS score FROM search_index s{among}
    ORDER BY s.rowid DESC LIMIT ?3) JOIN search_documents d ON d.id = document
    ORDER BY score, document DESC"""
_AMONG_ALL = " WHERE search_index MATCH ?1 AND ?2 IS NULL"
_AMONG_ONE = """ JOIN search_documents f ON f.id = s.rowid
    LEFT JOIN cases k ON f.kind = 'case' AND k.id = f.ref_id
    LEFT JOIN agenda_items i ON f.kind = 'item' AND i.id = f.ref_id
    WHERE search_index MATCH ?1 AND ifnull(k.committee_id, i.committee_id) = ?2"""


def search(
    connection: sqlite3.Connection, text: str, committee_id: int | None = None, limit: int = 50
) -> SearchResult:
    """Cases, items and meetings matching ``text``, in one committee or all.

    A diary number, § or date comes first, however it is written. Never raises for any text.
    """
    direct = _direct_hits(connection, text, committee_id)
    hits = list(dict.fromkeys([*direct, *_hits(connection, text, committee_id)]))
    spelling = "" if hits else _other_spelling(connection, text, committee_id)
    rows = _rows(connection, hits[:limit])
    return SearchResult(rows, len(hits), len(hits) >= RANKED, spelling)


def expression(connection: sqlite3.Connection, text: str) -> str:
    """The FTS5 expression for ``text``: a number as a phrase, else every word; may be empty."""
    words = words_of(text)
    if looks_like_diary_number(text):
        return phrase_expression(words)
    return match_expression(connection, words)


def numbered_case_ids(
    connection: sqlite3.Connection, text: str, committee_id: int | None
) -> list[int]:
    """Cases whose diary number ``text`` is, the prefix perhaps left out."""
    if not looks_like_diary_number(text):
        return []
    ids = [row[0] for row in connection.execute("SELECT id FROM committees")]
    among = [committee_id] if committee_id is not None else ids
    found = []
    for number in read_numbers(connection, text, among):
        found += connection.execute(
            "SELECT id FROM cases WHERE year = ?1 AND serial = ?2 AND (?3 = '' OR prefix_key = ?3)"
            " AND (?4 IS NULL OR committee_id = ?4) ORDER BY id",
            [number.year, number.serial, number.prefix.casefold(), committee_id],
        ).fetchall()
    return [row[0] for row in found]


def _direct_hits(
    connection: sqlite3.Connection, text: str, committee_id: int | None
) -> list[tuple[str, int]]:
    numbered = numbered_case_ids(connection, text, committee_id)
    if numbered:
        return [("case", case_id) for case_id in numbered]
    reference = parse_paragraph_reference(text)
    if reference:
        rows = connection.execute(
            "SELECT item_id FROM paragraphs WHERE number = ?1 AND (?2 IS NULL OR year = ?2)"
            " AND (?3 IS NULL OR committee_id = ?3) ORDER BY year DESC",
            [*reference, committee_id],
        )
        return [("item", row[0]) for row in rows]
    rows = connection.execute(
        "SELECT id FROM meetings WHERE date = ?1 AND (?2 IS NULL OR committee_id = ?2)",
        [clean_line(text[:20]), committee_id],
    )
    return [("meeting", row[0]) for row in rows]


def _hits(
    connection: sqlite3.Connection, text: str, committee_id: int | None, limit: int = RANKED
) -> list[tuple[str, int]]:
    if parse_paragraph_reference(text):
        return []
    match = expression(connection, text)
    if not match:
        return []
    among = _AMONG_ALL if committee_id is None else _AMONG_ONE
    rows = connection.execute(_HITS.format(among=among), [match, committee_id, limit])
    return [(row[0], row[1]) for row in rows]


def _other_spelling(connection: sqlite3.Connection, text: str, committee_id: int | None) -> str:
    spelling = folded_spelling(connection, words_of(text))
    return spelling if spelling and _hits(connection, spelling, committee_id, 1) else ""


def _rows(connection: sqlite3.Connection, hits: list[tuple[str, int]]) -> list[Found]:
    """The hits' rows in the hits' order; one query for each kind there is."""
    found: dict[tuple[str, int], Found] = {}
    for kind, query in _ROWS.items():
        ids = [ref_id for hit_kind, ref_id in hits if hit_kind == kind]
        if ids:
            marks = ", ".join("?" * len(ids))
            for row in plain(connection.execute(query.format(marks), ids)):
                found[kind, row["id"]] = row
    return [found[hit] for hit in hits if hit in found]
