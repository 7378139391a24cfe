"""What a seal is a checksum of: everything a part of the minutes certifies, section by section.

``FORM`` numbers the description below. Seals keep the form they were made with: a column that is
added to what is certified is counted only where something is written (``_ADDED``), so that old
seals read as before. Of an item, the field's description says from which form it counts.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator

from nämndtui.model.agenda.item_fields import OWN_COLUMNS
from nämndtui.store.core.tables import has_column

FORM = 1
FRAME, ATTENDANCE, REST = "frame", "attendance", "rest"
"""Sections besides the §§: the part itself with its signatures, who was there, items without §."""

_Rows = tuple[str, str, str]
"""Table, its certified columns, and the condition that finds a part's rows of it."""

_ITEM_COLUMNS = (
    "id committee_id meeting_id number kind title state summary chair_summary presenters"
    " recipients late remark exercise_of_authority election continues_item_id"
)
"""As the first form has them, in its order: history, and so written out."""
_OF_ITEM = "x.item_id = :item"
_OF_PARAGRAPH = "x.paragraph_id = :paragraph"
_AGENDA: tuple[_Rows, ...] = (
    ("agenda_items", _ITEM_COLUMNS, "x.id = :item"),
    ("item_cases", "id item_id case_id dnr position", _OF_ITEM),
    ("proposals", "id item_id source points", _OF_ITEM),
    ("memos", "id item_id date officials addressee body signatures", _OF_ITEM),
    (
        "attachments",
        "id item_id main_no sub_no title date dnr sha256 file_name media_type size",
        _OF_ITEM,
    ),
)
_PARAGRAPH: tuple[_Rows, ...] = (
    (
        "paragraphs",
        "id committee_id year number item_id part_id outcome points motions procedure vote"
        " disqualification reservations notes immediate",
        "x.id = :paragraph",
    ),
    *_AGENDA,
    ("disqualifications", "id item_id person_id ground self_declared decided", _OF_ITEM),
    ("non_participations", "id item_id person_id", _OF_ITEM),
    ("handlings", "id item_id maintained withdrawn main winner reason", _OF_ITEM),
    ("moved_proposals", "id item_id position kind text target withdrawn accepted", _OF_ITEM),
    (
        "movers",
        "id proposal_id person_id position",
        "x.proposal_id IN (SELECT id FROM moved_proposals WHERE item_id = :item)",
    ),
    (
        "votes",
        "id item_id seq kind yes_ref no_ref yes_means no_means secret tallies blank casting lot",
        _OF_ITEM,
    ),
    (
        "ballots",
        "id vote_id person_id choice party replaces position",
        "x.vote_id IN (SELECT id FROM votes WHERE item_id = :item)",
    ),
    ("statements", "id item_id kind text announced_before_close received_on", _OF_ITEM),
    (
        "statement_persons",
        "id statement_id person_id position",
        "x.statement_id IN (SELECT id FROM statements WHERE item_id = :item)",
    ),
    ("certified_services", "id paragraph_id seat person_id presiding reason", _OF_PARAGRAPH),
    ("generated_texts", "id paragraph_id field text", _OF_PARAGRAPH),
)
_ADDED_TO_ITEM: tuple[_Rows, ...] = tuple(
    ("agenda_items", f"id {field.name}", f"x.id = :item AND ifnull(x.{field.name}, '') <> ''")
    for field in OWN_COLUMNS
    if field.sealed > 1
)
"""What came after form 1: counted only where something is written, so that a seal made before the
column was there reads the same."""
_ADDED: tuple[_Rows, ...] = (
    ("handlings", "id finding", f"{_OF_ITEM} AND x.finding <> ''"),
    *_ADDED_TO_ITEM,
)
_OF_PART = "x.part_id = :part"
_FRAME: tuple[_Rows, ...] = (
    (
        "minutes_parts",
        "id meeting_id immediate adjust_place adjust_date adjust_time adjusted_on",
        "x.id = :part",
    ),
    ("meetings", "id committee_id date start place kind remark", "x.id = :meeting"),
    ("adjusters", "id part_id person_id position", _OF_PART),
    ("signatures", "id part_id person_id signed_on", _OF_PART),
    ("part_steps", "id part_id kind day person_id note", f"{_OF_PART} AND x.kind <> 'archived'"),
)
_OF_MEETING = "x.meeting_id = :meeting"
_ATTENDANCE: tuple[_Rows, ...] = (
    ("meetings", "end end_date", "x.id = :meeting"),
    (
        "attendances",
        "id meeting_id person_id role party office replaces title remote from_paragraph"
        " to_paragraph not_paragraphs position",
        _OF_MEETING,
    ),
    (
        "presences",
        "id meeting_id person_id capacity party title from_paragraph to_paragraph remote",
        _OF_MEETING,
    ),
    (
        "service_overrides",
        "id meeting_id kind seat person_id from_paragraph to_paragraph reason",
        _OF_MEETING,
    ),
    ("sittings", "id meeting_id day start end first_paragraph item_id", _OF_MEETING),
)
CERTIFIED = {
    table: frozenset(name for rows in found for name in rows[1].split() if rows[0] == table)
    for found in ((*_PARAGRAPH, *_ADDED, *_FRAME, *_ATTENDANCE),)
    for table in {rows[0] for rows in found}
}
"""Table → the columns a seal covers."""

_NAME = (
    "ifnull((SELECT c.name FROM certified_names c WHERE c.part_id = :part"
    " AND c.person_id = x.person_id), (SELECT p.name FROM persons p WHERE p.id = x.person_id))"
)
_DNR = "(SELECT k.dnr FROM cases k WHERE k.id = x.case_id)"


def section_sums(connection: sqlite3.Connection, part_id: int) -> dict[str, str]:
    """The part's sections as they stand: name, a § by its number → SHA-256 (hex)."""
    part = connection.execute(
        "SELECT meeting_id, immediate FROM minutes_parts WHERE id = ?", [part_id]
    ).fetchone()
    named = {"part": part_id, "meeting": part["meeting_id"], "item": 0, "paragraph": 0}
    sums = {FRAME: _sum(connection, _FRAME, [named])}
    if not part["immediate"]:
        sums[ATTENDANCE] = _sum(connection, _ATTENDANCE, [named])
        items = connection.execute(
            "SELECT i.id FROM agenda_items i WHERE i.meeting_id = ? AND NOT EXISTS"
            " (SELECT 1 FROM paragraphs g WHERE g.item_id = i.id) ORDER BY i.id",
            [part["meeting_id"]],
        ).fetchall()
        keys = [{**named, "item": row["id"]} for row in items]
        sums[REST] = _sum(connection, _AGENDA, keys, _ADDED_TO_ITEM)
    for row in connection.execute(
        "SELECT id, item_id, number FROM paragraphs WHERE part_id = ? ORDER BY number", [part_id]
    ).fetchall():
        own = {**named, "item": row["item_id"], "paragraph": row["id"]}
        sums[str(row["number"])] = _sum(connection, _PARAGRAPH, [own], _ADDED)
    return sums


def total(sums: dict[str, str]) -> str:
    """One SHA-256 (hex) over all the sections."""
    return _digest(sorted(sums.items()))


def _has_columns(connection: sqlite3.Connection, rows: _Rows) -> bool:
    """False in a database from before they were added; then nothing can be written there."""
    table, columns, _ = rows
    return all(has_column(connection, table, name) for name in columns.split())


def _sum(
    connection: sqlite3.Connection,
    description: tuple[_Rows, ...],
    keys: list[dict[str, int]],
    added: tuple[_Rows, ...] = (),
) -> str:
    found = [list(_rows(connection, rows, key)) for key in keys for rows in description]
    there = [rows for rows in added if _has_columns(connection, rows)]
    later = (list(_rows(connection, rows, key)) for key in keys for rows in there)
    return _digest([*found, *filter(None, later)])


def _rows(
    connection: sqlite3.Connection, rows: _Rows, key: dict[str, int]
) -> Iterator[list[object]]:
    table, columns, condition = rows
    shown = [_DNR if name == "dnr" and table == "item_cases" else f'x."{name}"'
             for name in columns.split()]  # fmt: skip
    if "person_id" in columns.split():
        shown.append(_NAME)
    used = {name: value for name, value in key.items() if f":{name}" in f"{shown} {condition}"}
    for row in connection.execute(
        f"SELECT {', '.join(shown)} FROM {table} x WHERE {condition} ORDER BY x.id", used
    ):
        yield [table, *tuple(row)]


def _digest(content: object) -> str:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
