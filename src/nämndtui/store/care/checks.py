"""Questions that find what must not be in a sound database. Each gives one row per fault."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from nämndtui.model.text.diary_number import DiaryNumberError, parse_diary_number
from nämndtui.model.text.personal_number import find_personal_number
from nämndtui.store.core.change import chain_hash
from nämndtui.store.core.tables import has_column, has_table

_HELD = (
    "('closed', 'minutes_drafted', 'partly_adjusted', 'adjusted', 'posted', 'final', 'archived')"
)

FREE_TEXTS = {
    "cases": ("title", "note"),
    "meetings": ("remark", "place"),
    "agenda_items": ("title", "summary", "chair_summary", "remark"),
    "proposals": ("points",),
    "memos": ("body",),
    "attachments": ("title",),
    "paragraphs": ("points", "motions", "procedure", "reservations", "notes"),
    "delegated_decisions": ("dnr", "role", "decider", "description", "urgent_reason"),
    "support_decisions": ("local_key", "measure", "note", "correction_reason"),
    "reported_matters": ("origin", "title"),
    "delegation_rules": ("text",),
    "moved_proposals": ("text",),
    "statements": ("text",),
    "disqualifications": ("ground",),
    "assignments": ("task", "note"),
    "corrections": ("before", "after", "reason"),
    "part_steps": ("note",),
    "dispatches": ("recipient", "foreign_dnr"),
    "sent_documents": ("title", "item_title", "content"),
}
"""Table → columns where a personal number may not stand (D2.23)."""

_SWEDISH = {
    "cases": "ärende",
    "meetings": "sammanträde",
    "agenda_items": "punkt",
    "proposals": "förslag",
    "memos": "tjänsteskrivelse",
    "attachments": "bilaga",
    "paragraphs": "paragraf",
    "delegated_decisions": "delegationsbeslut",
    "support_decisions": "ej verkställt beslut",
    "reported_matters": "anmälningsärende",
    "delegation_rules": "punkt i delegationsordningen",
    "moved_proposals": "yrkande",
    "statements": "reservation eller anteckning",
    "disqualifications": "jäv",
    "assignments": "uppdrag",
    "corrections": "rättelse",
    "part_steps": "justeringens logg",
    "dispatches": "expediering",
    "sent_documents": "utskickad handling",
}


def file_faults(connection: sqlite3.Connection) -> Iterator[str]:
    """What SQLite itself finds wrong with the file and its references."""
    for row in connection.execute("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield f"Databasfilen är skadad: {row[0]}"
    for row in connection.execute("PRAGMA foreign_key_check"):
        yield f"En rad i {row[0]} (nr {row[1]}) hänvisar till en rad i {row[2]} som saknas."


def history_faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Where the history's chain of hashes is broken: an entry changed, removed or put in."""
    previous = ""
    for row in connection.execute("SELECT * FROM history ORDER BY id"):
        if row["previous_hash"] != previous:
            yield f"Historiken är bruten före post {row['id']} ({row['at']}): poster saknas."
        if chain_hash(dict(row)) != row["hash"]:
            yield f"Historikens post {row['id']} ({row['at']}) har ändrats i efterhand."
        previous = row["hash"]


def attached_files(connection: sqlite3.Connection) -> list[sqlite3.Row]:
    """Every stored file that an attachment or a matter refers to, or that has been sent.

    Rows: sha256, title, and the meeting's day.
    """
    sent = (
        " UNION ALL SELECT d.sha256, d.title, m.date FROM sent_documents d"
        " JOIN sendings s ON s.id = d.sending_id JOIN meetings m ON m.id = s.meeting_id"
        " WHERE d.kind = 'attachment'"
    )
    # What is checked or copied may be from an older version of the program.
    matters = " UNION ALL SELECT sha256, title, '' FROM reported_matters"
    return connection.execute(
        "SELECT sha256, max(title) AS title, ifnull(max(date), '') AS date FROM ("
        "SELECT a.sha256, a.title, m.date FROM attachments a"
        " JOIN agenda_items i ON i.id = a.item_id"
        " LEFT JOIN meetings m ON m.id = i.meeting_id WHERE a.sha256 IS NOT NULL"
        f"{sent if has_table(connection, 'sent_documents') else ''}"
        f"{matters if has_column(connection, 'reported_matters', 'sha256') else ''})"
        " WHERE sha256 IS NOT NULL GROUP BY sha256 ORDER BY date, sha256"
    ).fetchall()


def attachment_numbers(connection: sqlite3.Connection) -> list[sqlite3.Row]:
    """Every item with attachments: title, date (``""`` when waiting), numbers as ``1 2 2:1``."""
    return connection.execute(
        "SELECT i.title, ifnull(m.date, '') AS date,"
        " group_concat(a.main_no || ifnull(':' || a.sub_no, ''), ' ') AS numbers"
        " FROM attachments a JOIN agenda_items i ON i.id = a.item_id"
        " LEFT JOIN meetings m ON m.id = i.meeting_id GROUP BY i.id ORDER BY date, i.position"
    ).fetchall()


def paragraph_faults(connection: sqlite3.Connection) -> Iterator[str]:
    """§ numbers with gaps, §§ outside their minutes, decided items without a § (D2.1, D2.4–5)."""
    for row in connection.execute(
        "SELECT c.code, g.year, min(g.number) AS first, max(g.number) AS last, count(*) AS amount"
        " FROM paragraphs g JOIN committees c ON c.id = g.committee_id GROUP BY c.id, g.year"
        " HAVING last - first + 1 <> amount"
    ):
        yield f"{row['code']} {row['year']}: paragraferna {row['first']}–{row['last']} har luckor."
    for row in connection.execute(
        "SELECT g.number, g.year, m.date FROM paragraphs g JOIN agenda_items i ON i.id = g.item_id"
        " JOIN meetings m ON m.id = i.meeting_id LEFT JOIN minutes_parts d ON d.id = g.part_id"
        f" WHERE m.state IN {_HELD} AND d.meeting_id IS NOT m.id"
    ):
        yield f"§ {row['number']}/{row['year']} hör inte till något protokoll för {row['date']}."
    for row in connection.execute(
        "SELECT g.number, g.year, m.date FROM paragraphs g JOIN agenda_items i ON i.id = g.item_id"
        " JOIN meetings m ON m.id = i.meeting_id WHERE g.year <> CAST(substr(m.date, 1, 4) AS INT)"
    ):
        yield f"§ {row['number']}/{row['year']} har ett annat år än sammanträdet {row['date']}."
    for row in connection.execute(
        "SELECT i.title, m.date FROM agenda_items i JOIN meetings m ON m.id = i.meeting_id"
        " WHERE i.state IN ('decided', 'tabled', 'referred_back')"
        " AND i.kind NOT IN ('opening', 'heading')"
        " AND NOT EXISTS (SELECT 1 FROM paragraphs g WHERE g.item_id = i.id)"
    ):
        yield f"Punkten ”{row['title']}” {row['date']} är behandlad men har ingen paragraf."


def meeting_faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Items left untreated, dates out of order, numbers used twice (D2.4, D2.7, D2.17)."""
    for row in connection.execute(
        "SELECT i.title, m.date FROM agenda_items i JOIN meetings m ON m.id = i.meeting_id"
        f" WHERE m.state IN {_HELD} AND i.state IN ('draft', 'ready', 'listed')"
        " AND i.kind NOT IN ('opening', 'heading') AND i.number IS NOT NULL"
    ):
        yield f"Sammanträdet {row['date']} är avslutat men ”{row['title']}” är inte behandlad."
    for row in connection.execute(
        "SELECT m.date, d.adjusted_on, d.posted_on FROM minutes_parts d"
        " JOIN meetings m ON m.id = d.meeting_id"
        " WHERE d.adjusted_on < m.date OR d.posted_on < d.adjusted_on"
    ):
        yield f"Protokollet {row['date']} är justerat eller anslaget före sitt datum."
    for row in connection.execute(
        "SELECT m.date, i.number FROM agenda_items i JOIN meetings m ON m.id = i.meeting_id"
        " WHERE i.number IS NOT NULL GROUP BY m.id, i.number HAVING count(*) > 1"
    ):
        yield f"Sammanträdet {row['date']} har två punkter med nummer {row['number']}."


def case_faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Diary numbers that cannot be read, or are filed as another number (D2.16)."""
    for row in connection.execute("SELECT dnr, prefix_key, year, serial FROM cases"):
        try:
            key = parse_diary_number(row["dnr"]).key
        except DiaryNumberError:
            yield f"Diarienumret {row['dnr']} går inte att läsa."
            continue
        if key[1:] != (row["year"], row["serial"]) and key[1:] != (row["serial"], row["year"]):
            yield f"Ärendet {row['dnr']} ligger under ett annat nummer i registret."


def personal_number_faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Free texts that hold a personal number (D2.23); the number itself is not repeated."""
    for table, columns in FREE_TEXTS.items():
        if table == "sent_documents" and not has_table(connection, "sent_documents"):
            continue
        for row in connection.execute(f"SELECT id, {', '.join(columns)} FROM {table}"):
            if any(row[column] and find_personal_number(row[column]) for column in columns):
                place = f"{_SWEDISH[table]} med id {row['id']}"
                yield f"Ett personnummer står i en text ({place}). Ta bort det."
