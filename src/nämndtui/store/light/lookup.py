"""Finding one case, meeting or § however its name is written, as plain dicts for showing.

The cold ``visa`` runs through here, so this module needs ``sqlite3`` alone: lists kept as JSON
are unfolded by SQLite. A look-up takes a fixed number of queries, however long the agenda is.
Keys are the domain's English names; ``cli`` gives them their Swedish ones.
"""

from __future__ import annotations

import sqlite3

from nämndtui.model.agenda.start_times import (
    clock_text,
    minute_of,
    start_minutes,
    time_needed,
)
from nämndtui.model.text.diary_number import DiaryNumber, DiaryNumberError, parse_diary_number
from nämndtui.model.text.errors import NotFoundError, RefusedError
from nämndtui.store.light.lookup_items import Found, items_in_full, plain, plain_row

DEFAULT_PATTERN = "{prefix}/{year}:{serial}"
"""``CommitteeSettings.dnr_pattern``, whose module is too slow to load here."""

_COMMITTEE = "c.code AS committee_code, c.name AS committee"
_MOST_CANDIDATES = 8


def committee_ids(connection: sqlite3.Connection, code: str = "") -> list[int]:
    """Ids of the committees to look among: all, or the one with ``code`` in any letter case.

    Raises NotFoundError naming the codes there are.
    """
    rows = connection.execute("SELECT id, code FROM committees ORDER BY id").fetchall()
    wanted = code.strip().casefold()
    ids = [int(row["id"]) for row in rows if not wanted or row["code"].casefold() == wanted]
    if ids:
        return ids
    if not rows:
        raise NotFoundError("Databasen har ingen nämnd än. Skapa en med: namndtui ny")
    codes = ", ".join(row["code"] for row in rows)
    raise NotFoundError(f"Nämnden {code} finns inte i databasen. Välj bland: {codes}.")


def case_by_dnr(connection: sqlite3.Connection, text: str, code: str = "") -> Found:
    """The case with a diary number, with its items, decisions and attachments.

    The prefix may be left out when the rest is enough. A number of another authority leads to
    the case that has it. ``code`` limits the search to one committee. Raises DiaryNumberError
    for text that is no number, NotFoundError, and RefusedError when several cases fit.
    """
    rows, wanted = _numbered_cases(connection, text, code)
    named = [row for row in rows if row["prefix_key"] in wanted]
    fitting = named or ([] if "" not in wanted else rows)
    if not fitting:
        fitting = _cases_with_foreign_number(connection, text, code)
    if not fitting:
        raise NotFoundError(_no_such_case(text, rows))
    if len(fitting) > 1:
        raise RefusedError(_several_cases(text, fitting))
    return _case(connection, fitting[0]["id"])


def case_by_id(connection: sqlite3.Connection, case_id: int) -> Found:
    """The case with that id, as ``case_by_dnr`` gives it. Raises NotFoundError."""
    if not connection.execute("SELECT 1 FROM cases WHERE id = ?", [case_id]).fetchone():
        raise NotFoundError("Ärendet finns inte längre.")
    return _case(connection, case_id)


def meeting_on(connection: sqlite3.Connection, day: str, code: str = "", start: str = "") -> Found:
    """The meeting on an ISO date (and ``HH:MM`` when two share the day), with its agenda.

    Raises NotFoundError naming the nearest meetings, RefusedError when several fit.
    """
    ids = committee_ids(connection, code)
    rows = connection.execute(
        f"SELECT m.id, m.start, {_COMMITTEE} FROM meetings m JOIN committees c"
        f" ON c.id = m.committee_id WHERE m.date = ? AND m.committee_id IN ({_marks(ids)})"
        " AND (? = '' OR m.start = ?) ORDER BY m.start, c.code",
        [day, *ids, start, start],
    ).fetchall()
    if not rows:
        raise NotFoundError(_no_such_meeting(connection, day, ids))
    if len({row["committee_code"] for row in rows}) > 1:
        codes = ", ".join(dict.fromkeys(row["committee_code"] for row in rows))
        raise RefusedError(f"Flera nämnder sammanträder {day}. Välj med --nämnd: {codes}.")
    if len(rows) > 1:
        times = ", ".join(f"”{day} {row['start']}”" for row in rows)
        raise RefusedError(f"Nämnden har flera sammanträden {day}. Skriv något av {times}.")
    return _meeting(connection, rows[0]["id"])


def paragraph_by_number(
    connection: sqlite3.Connection, number: int, year: int | None, code: str = ""
) -> Found:
    """One § with its decision, item and attachments; without ``year`` the newest one.

    Raises NotFoundError, and RefusedError when several committees have it.
    """
    ids = committee_ids(connection, code)
    rows = connection.execute(
        f"SELECT g.id, g.year, {_COMMITTEE} FROM paragraphs g JOIN committees c"
        f" ON c.id = g.committee_id WHERE g.number = ? AND g.committee_id IN ({_marks(ids)})"
        " AND (? IS NULL OR g.year = ?) ORDER BY g.year DESC, c.code",
        [number, *ids, year, year],
    ).fetchall()
    shown = f"§ {number}/{year}" if year else f"§ {number}"
    if not rows:
        raise NotFoundError(f"{shown} finns inte. Se vad som beslutats med: namndtui lista punkter")
    newest = [row for row in rows if row["year"] == rows[0]["year"]]
    if len(newest) > 1:
        codes = ", ".join(row["committee_code"] for row in newest)
        raise RefusedError(f"Flera nämnder har {shown}. Välj med --nämnd: {codes}.")
    return _paragraph(connection, newest[0]["id"])


def read_numbers(
    connection: sqlite3.Connection, text: str, ids: list[int]
) -> tuple[DiaryNumber, ...]:
    """The diary numbers ``text`` may mean in these committees' patterns, most often one.

    Raises DiaryNumberError.
    """
    rows = connection.execute(
        "SELECT DISTINCT ifnull(json_extract(settings, '$.dnr_pattern'), ?) FROM committees"
        f" WHERE id IN ({_marks(ids)})",
        [DEFAULT_PATTERN, *ids],
    ).fetchall()
    found: dict[tuple[str, int, int], DiaryNumber] = {}
    for (pattern,) in rows:
        number = parse_diary_number(text, pattern)
        found.setdefault(number.key, number)
    return tuple(found.values())


def references_from(connection: sqlite3.Connection, start: str, limit: int) -> list[str]:
    """Diary numbers and meeting dates that begin with ``start``, newest first."""
    # LIKE knows the letters of every diary number; our own casefold would be called per row.
    pattern = start.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    rows = connection.execute(
        "SELECT * FROM (SELECT date FROM meetings WHERE date LIKE ?1 ESCAPE '\\'"
        " ORDER BY date DESC LIMIT ?2) UNION ALL SELECT * FROM (SELECT dnr FROM cases"
        " WHERE dnr LIKE ?1 ESCAPE '\\' ORDER BY year DESC, serial DESC LIMIT ?2)",
        [pattern, limit],
    )
    return [row[0] for row in rows]


def _numbered_cases(
    connection: sqlite3.Connection, text: str, code: str
) -> tuple[list[sqlite3.Row], set[str]]:
    """Cases of any prefix with that year and serial, and the prefixes the user meant."""
    ids = committee_ids(connection, code)
    numbers = read_numbers(connection, text, ids)
    rows: list[sqlite3.Row] = []
    for number in numbers:
        rows += connection.execute(
            f"SELECT k.id, k.dnr, k.prefix_key, k.title, {_COMMITTEE} FROM cases k"
            " JOIN committees c ON c.id = k.committee_id WHERE k.year = ? AND k.serial = ?"
            f" AND k.committee_id IN ({_marks(ids)}) ORDER BY k.dnr, c.code",
            [number.year, number.serial, *ids],
        ).fetchall()
    return rows, {number.prefix.casefold() for number in numbers}


def _cases_with_foreign_number(
    connection: sqlite3.Connection, text: str, code: str
) -> list[sqlite3.Row]:
    ids = committee_ids(connection, code)
    wanted = {number.key for number in read_numbers(connection, text, ids)}
    years = " OR ".join(f'"{key[1]}"' for key in wanted)
    rows = connection.execute(
        f"SELECT k.id, k.dnr, f.value AS foreign_dnr, {_COMMITTEE} FROM search_index s"
        " JOIN search_documents d ON d.id = s.rowid AND d.kind = 'case'"
        " JOIN cases k ON k.id = d.ref_id AND k.foreign_dnr <> '[]'"
        " JOIN committees c ON c.id = k.committee_id, json_each(k.foreign_dnr) f"
        f" WHERE search_index MATCH ? AND k.committee_id IN ({_marks(ids)}) ORDER BY k.dnr",
        [f"body : ({years})", *ids],
    )
    return [row for row in rows if _key(row["foreign_dnr"]) in wanted]


def _key(dnr: str) -> tuple[str, int, int] | None:
    try:
        return parse_diary_number(dnr).key
    except DiaryNumberError:
        return None  # another authority's number is kept as it was written


def _case(connection: sqlite3.Connection, case_id: int) -> Found:
    found = plain_row(
        connection.execute(
            f"SELECT k.*, {_COMMITTEE} FROM cases k JOIN committees c ON c.id = k.committee_id"
            " WHERE k.id = ?",
            [case_id],
        )
    )
    foreign = connection.execute(
        "SELECT f.value FROM cases k, json_each(k.foreign_dnr) f WHERE k.id = ? ORDER BY f.key",
        [case_id],
    )
    found["foreign_dnr"] = [row[0] for row in foreign]
    scope = "(SELECT item_id FROM item_cases WHERE case_id = ?)"
    found["items"] = items_in_full(connection, scope, case_id)
    return found


def _set_start_times(meeting: Found) -> None:
    """``starts`` of each item: ``18:30``, or None when it is not computed."""
    items = meeting["items"]
    needed = [time_needed(one["kind"], one["item_state"], one["duration"]) for one in items]
    begins = start_minutes(minute_of(meeting["start"]), needed)
    for item, minute in zip(items, begins, strict=True):
        item["starts"] = clock_text(minute)


def _meeting(connection: sqlite3.Connection, meeting_id: int) -> Found:
    found = plain_row(
        connection.execute(
            f"SELECT m.*, {_COMMITTEE} FROM meetings m JOIN committees c ON c.id = m.committee_id"
            " WHERE m.id = ?",
            [meeting_id],
        )
    )
    scope = "(SELECT id FROM agenda_items WHERE meeting_id = ?)"
    found["items"] = items_in_full(connection, scope, meeting_id)
    _set_start_times(found)
    found["attendances"] = plain(
        connection.execute(
            "SELECT p.name, a.party, a.role, a.office, a.replaces, a.title, a.remote"
            " FROM attendances a JOIN persons p ON p.id = a.person_id WHERE a.meeting_id = ?"
            " ORDER BY a.position, a.id",
            [meeting_id],
        )
    )
    found["minutes_parts"] = plain(
        connection.execute(
            "SELECT d.immediate, d.adjust_date, d.adjusted_on, d.posted_on,"
            " min(g.number) AS first_paragraph, max(g.number) AS last_paragraph,"
            " group_concat(g.number) AS paragraphs,"
            " (SELECT group_concat(p.name, ', ') FROM adjusters j"
            "  JOIN persons p ON p.id = j.person_id WHERE j.part_id = d.id) AS adjusters"
            " FROM minutes_parts d LEFT JOIN paragraphs g ON g.part_id = d.id"
            " WHERE d.meeting_id = ? GROUP BY d.id ORDER BY d.immediate, d.id",
            [meeting_id],
        )
    )
    return found


def _paragraph(connection: sqlite3.Connection, paragraph_id: int) -> Found:
    found = plain_row(
        connection.execute(
            "SELECT g.number AS paragraph, g.year, g.outcome, g.motions, g.procedure, g.vote,"
            " g.disqualification, g.reservations, g.notes, g.immediate, d.adjusted_on,"
            f" d.posted_on, {_COMMITTEE} FROM paragraphs g"
            " JOIN committees c ON c.id = g.committee_id"
            " LEFT JOIN minutes_parts d ON d.id = g.part_id WHERE g.id = ?",
            [paragraph_id],
        )
    )
    found["corrections"] = plain(
        connection.execute(
            "SELECT made_on, made_by, basis, field, before, after, reason FROM corrections"
            " WHERE paragraph_id = ? ORDER BY id",
            [paragraph_id],
        )
    )
    scope = "(SELECT item_id FROM paragraphs WHERE id = ?)"
    return {**items_in_full(connection, scope, paragraph_id)[0], **found}


def _marks(ids: list[int]) -> str:
    return ", ".join("?" * len(ids))


def _no_such_case(text: str, near: list[sqlite3.Row]) -> str:
    shown = text.strip()[:60]
    if near:
        others = ", ".join(row["dnr"] for row in near[:_MOST_CANDIDATES])
        return f"Ärendet {shown} finns inte. Menade du {others}?"
    return f"Ärendet {shown} finns inte. Sök efter det med: namndtui sök ORD"


def _several_cases(text: str, rows: list[sqlite3.Row]) -> str:
    shown = text.strip()[:60]
    if len({row["dnr"] for row in rows}) == 1:
        codes = ", ".join(row["committee_code"] for row in rows)
        return f"{shown} finns i flera nämnder. Välj med --nämnd: {codes}."
    candidates = ", ".join(row["dnr"] for row in rows[:_MOST_CANDIDATES])
    return f"{shown} kan vara flera ärenden: {candidates}. Skriv hela numret."


def _no_such_meeting(connection: sqlite3.Connection, day: str, ids: list[int]) -> str:
    rows = connection.execute(
        f"SELECT max(CASE WHEN date < ? THEN date END), min(CASE WHEN date > ? THEN date END)"
        f" FROM meetings WHERE committee_id IN ({_marks(ids)})",
        [day, day, *ids],
    ).fetchone()
    nearest = " och ".join(date for date in rows if date)
    hint = f" Närmast är {nearest}." if nearest else ""
    return f"Det finns inget sammanträde {day}.{hint} Se alla med: namndtui lista sammanträden"
