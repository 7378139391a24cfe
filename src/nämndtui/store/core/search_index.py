"""Keeping the full-text index true: refreshed inside the transaction of every verb.

Cases are found by diary number, foreign numbers, title and note; items by title, texts,
proposals, memo and decision. ``search_terms`` holds the index's own terms with their spelling
without diacritics, so that compounds are found by their parts and ``arende`` leads to
``ärende`` (``store/light/search_query.py``).
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Container, Iterable, Iterator
from typing import TYPE_CHECKING

from nämndtui.model.agenda.item_fields import SEARCH, fields_in
from nämndtui.model.text.swedish_order import fold

if TYPE_CHECKING:
    from nämndtui.store.core.row_change import RowChange

_ITEM_TABLES = {"proposals", "memos", "attachments", "item_cases", "paragraphs"}
_WORD = re.compile(r"\w+")
SHORTEST_TERM = 3
LONGEST_TERM = 60

_CASE_TEXT = "SELECT dnr || ' ' || title, foreign_dnr || ' ' || note FROM cases WHERE id = ?"
_TEXT_OF_TABLE = {
    "proposals": "(SELECT group_concat(points, ' ') FROM proposals WHERE item_id = i.id)",
    "memos": "(SELECT body FROM memos WHERE item_id = i.id)",
    "attachments": "(SELECT group_concat(title, ' ') FROM attachments WHERE item_id = i.id)",
    "paragraphs": "(SELECT points || ' ' || motions || ' ' || reservations || ' ' || notes"
    " FROM paragraphs WHERE item_id = i.id)",
}
"""Table → what is searched of an item's rows in it, in the order they are indexed."""


_FROM_THE_FIRST = ("summary", "chair_summary", "remark")
"""Indexed with a blank between also where nothing stands. What came later adds nothing where it
is not written: every database would be out of step with its index otherwise."""
_UNIT = {"minutes": " || ' minuter'"}


def _item_text(columns: Container[str]) -> str:
    """The query of an item's title and body; an older database lacks some of the columns."""
    searched = fields_in(SEARCH)
    first = [f"ifnull(i.{name}, '')" for name in _FROM_THE_FIRST]
    later = [
        f" || ifnull(' ' || nullif(i.{field.name}, ''){_UNIT.get(field.kind, '')}, '')"
        for field in searched
        if field.table == "agenda_items"
        and field.name not in ("title", *_FROM_THE_FIRST)
        and field.name in columns
    ]
    tables = {"paragraphs", *(field.table for field in searched)}
    others = [
        f" || ' ' || ifnull({text}, '')"
        for table, text in _TEXT_OF_TABLE.items()
        if table in tables
    ]
    body = " || ' ' || ".join(first) + "".join((*later, *others))
    return f"SELECT i.title, {body} FROM agenda_items i WHERE i.id = ?"


class SearchIndex:
    """The index of one open connection; the caller owns the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        found = connection.execute("PRAGMA table_info(agenda_items)")
        self._item_text = _item_text({row[1] for row in found})

    def refresh(self, rows: Iterable[RowChange]) -> None:
        """Index again whatever the row changes touched."""
        touched = dict.fromkeys(_touched(rows))
        for kind, ref_id in touched:
            self.index(kind, ref_id)

    def index(self, kind: str, ref_id: int) -> None:
        """Index one case or item (``kind`` case|item) as it now stands; gone = removed."""
        query = self._query(kind)
        texts = self._connection.execute(query, [ref_id]).fetchone()
        known = self._connection.execute(
            "SELECT id FROM search_documents WHERE kind = ? AND ref_id = ?", [kind, ref_id]
        ).fetchone()
        if known:
            self._connection.execute("DELETE FROM search_index WHERE rowid = ?", [known[0]])
        if texts is None:
            if known:
                self._connection.execute("DELETE FROM search_documents WHERE id = ?", [known[0]])
            return
        document = known[0] if known else self._new_document(kind, ref_id)
        self._connection.execute(
            "INSERT INTO search_index (rowid, title, body) VALUES (?, ?, ?)", [document, *texts]
        )
        self._connection.executemany(
            "INSERT OR IGNORE INTO search_terms (term, folded) VALUES (?, ?)", _terms(*texts)
        )

    def out_of_step(self) -> list[tuple[str, int]]:
        """Cases and items (kind, id) the index lacks, has too many of or has other texts for."""
        indexed: dict[tuple[str, int], tuple[str, str]] = {
            (row[0], row[1]): (row[2], row[3])
            for row in self._connection.execute(
                "SELECT d.kind, d.ref_id, s.title, s.body FROM search_documents d"
                " LEFT JOIN search_index s ON s.rowid = d.id"
            )
        }
        wrong = []
        for kind, table in (("case", "cases"), ("item", "agenda_items")):
            query = self._query(kind)
            for (ref_id,) in self._connection.execute(f"SELECT id FROM {table}").fetchall():
                texts = self._connection.execute(query, [ref_id]).fetchone()
                if indexed.pop((kind, ref_id), None) != tuple(texts):
                    wrong.append((kind, ref_id))
        return [*wrong, *indexed]

    def rebuild(self) -> None:
        """Index everything anew, oldest case first."""
        for table in ("search_index", "search_documents", "search_terms"):
            self._connection.execute(f"DELETE FROM {table}")
        order = "SELECT id FROM cases ORDER BY year, serial, id"
        for row in self._connection.execute(order).fetchall():
            self.index("case", row[0])
        for row in self._connection.execute("SELECT id FROM agenda_items ORDER BY id").fetchall():
            self.index("item", row[0])

    def _query(self, kind: str) -> str:
        return _CASE_TEXT if kind == "case" else self._item_text

    def _new_document(self, kind: str, ref_id: int) -> int:
        cursor = self._connection.execute(
            "INSERT INTO search_documents (kind, ref_id) VALUES (?, ?)", [kind, ref_id]
        )
        return int(cursor.lastrowid or 0)


def rebuild_whole_index(connection: sqlite3.Connection) -> None:
    """Index every case and item anew, in one transaction of its own."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        SearchIndex(connection).rebuild()
        connection.commit()
    except BaseException:
        connection.rollback()
        raise


def _touched(rows: Iterable[RowChange]) -> Iterator[tuple[str, int]]:
    for row in rows:
        if row.table == "cases":
            yield "case", row.id
        elif row.table == "agenda_items":
            yield "item", row.id
        elif row.table in _ITEM_TABLES:
            yield "item", int(row.whole["item_id"])


def _terms(*texts: str) -> set[tuple[str, str]]:
    """The words that may be part of a compound, with their folded spelling; numbers are not."""
    words = set(_WORD.findall(" ".join(texts).casefold()))
    return {
        (word, fold(word))
        for word in words
        if SHORTEST_TERM <= len(word) <= LONGEST_TERM and not word.isdecimal()
    }
