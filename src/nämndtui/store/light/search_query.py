"""What a user types, turned into full-text expressions; the user's text is never syntax.

Each word is matched from its beginning, and inside compounds through the index's own terms:
``hemtjänst`` also finds ``natthemtjänsten``. Needs ``sqlite3`` alone.
"""

from __future__ import annotations

import sqlite3
from unicodedata import normalize

from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.swedish_order import fold

_MOST_WORDS = 16
_LONGEST_WORD = 60
_SHORTEST_PART = 3
_MOST_COMPOUNDS = 100
_AFTER_ALL_LETTERS = "\U0010ffff"


def words_of(text: str) -> list[str]:
    """The words of ``text`` in NFC, at most sixteen of at most sixty letters."""
    line = normalize("NFC", clean_line(text[: 100 * _LONGEST_WORD]))
    spaced = "".join(letter if letter.isalnum() else " " for letter in line)
    return [word[:_LONGEST_WORD] for word in spaced.split()[:_MOST_WORDS]]


def match_expression(connection: sqlite3.Connection, words: list[str]) -> str:
    """The FTS5 expression for documents that have every word; ``""`` without words."""
    return " AND ".join(_alternatives(connection, word) for word in words)


def phrase_expression(words: list[str]) -> str:
    """The FTS5 expression for the words in a row, the last one perhaps unfinished."""
    return f"{_quoted(' '.join(words))} *" if words else ""


def folded_spelling(connection: sqlite3.Connection, words: list[str]) -> str:
    """The words as the index spells them with diacritics: ``arende`` → ``ärende``.

    ``""`` when no word has such a spelling.
    """
    respelled = [_respelled(connection, word) for word in words]
    return "" if respelled == [word.casefold() for word in words] else " ".join(respelled)


def _alternatives(connection: sqlite3.Connection, word: str) -> str:
    start = f"{_quoted(word)} *"
    if len(word) < _SHORTEST_PART:
        return start
    rows = connection.execute(
        "SELECT term FROM search_terms WHERE instr(term, ?) > 1 LIMIT ?",
        [word.casefold(), _MOST_COMPOUNDS],
    )
    compounds = [_quoted(row[0]) for row in rows]
    return f"({' OR '.join([start, *compounds])})" if compounds else start


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _respelled(connection: sqlite3.Connection, word: str) -> str:
    """The spelling of the index's nearest term; the word itself when it already has one."""
    own, folded = word.casefold(), fold(word)
    row = connection.execute(
        "SELECT term FROM search_terms WHERE folded >= ?1 AND folded < ?2"
        " ORDER BY instr(term, ?3) <> 1, folded <> ?1, length(folded), term LIMIT 1",
        [folded, folded + _AFTER_ALL_LETTERS, own],
    ).fetchone()
    return own if row is None else str(row[0])[: len(own)]
