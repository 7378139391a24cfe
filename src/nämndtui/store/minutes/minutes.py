"""§§, attendance and minutes parts at rest."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict

from nämndtui.model.agenda.meeting import Attendance, MinutesPart, Paragraph
from nämndtui.model.people.persons import Person
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import clock, columns, day, texts

_PERSON = "p.name, p.kind, p.party AS person_party, p.title AS person_title"


def paragraphs_of_meeting(connection: sqlite3.Connection, meeting_id: int) -> tuple[Paragraph, ...]:
    """The meeting's §§ in number order."""
    rows = connection.execute(
        "SELECT g.* FROM paragraphs g JOIN agenda_items i ON i.id = g.item_id"
        " WHERE i.meeting_id = ? ORDER BY g.year, g.number",
        [meeting_id],
    ).fetchall()
    return tuple(_paragraph(row) for row in rows)


def meeting_of_paragraph(connection: sqlite3.Connection, paragraph_id: int) -> int | None:
    """The id of the meeting a § was decided at; None for a § that is gone."""
    row = connection.execute(
        "SELECT i.meeting_id FROM paragraphs g JOIN agenda_items i ON i.id = g.item_id"
        " WHERE g.id = ?",
        [paragraph_id],
    ).fetchone()
    return None if row is None else int(row["meeting_id"])


def attendances_of_meeting(
    connection: sqlite3.Connection, meeting_id: int
) -> tuple[Attendance, ...]:
    """Everyone recorded at the meeting, in list order."""
    rows = connection.execute(
        f"SELECT a.*, {_PERSON} FROM attendances a JOIN persons p ON p.id = a.person_id"
        " WHERE a.meeting_id = ? ORDER BY a.position, a.id",
        [meeting_id],
    ).fetchall()
    return tuple(_attendance(row) for row in rows)


def parts_of_meeting(connection: sqlite3.Connection, meeting_id: int) -> tuple[MinutesPart, ...]:
    """The meeting's minutes parts, the immediate ones first."""
    rows = connection.execute(
        "SELECT * FROM minutes_parts WHERE meeting_id = ? ORDER BY immediate DESC, id",
        [meeting_id],
    ).fetchall()
    adjusters: dict[int, list[Person]] = defaultdict(list)
    for row in connection.execute(
        f"SELECT j.part_id, j.person_id, {_PERSON} FROM adjusters j"
        " JOIN persons p ON p.id = j.person_id JOIN minutes_parts m ON m.id = j.part_id"
        " WHERE m.meeting_id = ? ORDER BY j.position, j.id",
        [meeting_id],
    ):
        adjusters[row["part_id"]].append(_person(row))
    numbers: dict[int, list[int]] = defaultdict(list)
    for row in connection.execute(
        "SELECT g.part_id, g.number FROM paragraphs g JOIN minutes_parts m ON m.id = g.part_id"
        " WHERE m.meeting_id = ? ORDER BY g.number",
        [meeting_id],
    ):
        numbers[row["part_id"]].append(row["number"])
    return tuple(_part(row, adjusters[row["id"]], numbers[row["id"]]) for row in rows)


def days_of_parts(
    connection: sqlite3.Connection, meeting_id: int
) -> list[tuple[str | None, str | None]]:
    """Day of adjustment and of notice (ISO) of each part of the meeting that holds a §."""
    rows = connection.execute(
        "SELECT d.adjusted_on, d.posted_on FROM minutes_parts d WHERE d.meeting_id = ?"
        " AND EXISTS (SELECT 1 FROM paragraphs g WHERE g.part_id = d.id)",
        [meeting_id],
    )
    return [(row["adjusted_on"], row["posted_on"]) for row in rows]


def has_paragraphs(connection: sqlite3.Connection, part_id: int) -> bool:
    """True while a § belongs to the part."""
    found = connection.execute("SELECT 1 FROM paragraphs WHERE part_id = ? LIMIT 1", [part_id])
    return found.fetchone() is not None


def next_paragraph_number(change: Change, committee_id: int, year: int) -> int:
    """The committee's next § that year (C2, F 29); safe, for ``change`` holds the write lock."""
    return latest_paragraph_number(change.connection, committee_id, year) + 1


def latest_paragraph_number(connection: sqlite3.Connection, committee_id: int, year: int) -> int:
    """The highest § of the committee and year; 0 when there is none."""
    row = connection.execute(
        "SELECT max(number) FROM paragraphs WHERE committee_id = ? AND year = ?",
        [committee_id, year],
    ).fetchone()
    return int(row[0] or 0)


def insert_paragraph(change: Change, committee_id: int, new: Paragraph, part_id: int | None) -> int:
    """Store a §; returns its id."""
    values = {
        "committee_id": committee_id,
        "year": new.year,
        "number": new.number,
        "item_id": new.item_id,
        "part_id": part_id,
        "outcome": new.outcome,
        "points": new.points,
        "motions": new.motions,
        "procedure": new.procedure,
        "vote": new.vote,
        "disqualification": new.disqualification,
        "reservations": new.reservations,
        "notes": new.notes,
        "immediate": new.immediate,
    }
    return change.insert("paragraphs", columns(values))


def insert_attendance(change: Change, meeting_id: int, new: Attendance, position: int) -> int:
    """Store one person's presence; ``new.person.id`` must exist. Returns the row's id."""
    values = {
        "meeting_id": meeting_id,
        "person_id": new.person.id,
        "role": new.role,
        "party": new.party,
        "office": new.office,
        "replaces": new.replaces,
        "title": new.title,
        "remote": new.remote,
        "from_paragraph": new.from_paragraph,
        "to_paragraph": new.to_paragraph,
        "not_paragraphs": new.not_paragraphs,
        "position": position,
    }
    return change.insert("attendances", columns(values))


def insert_part(change: Change, meeting_id: int, new: MinutesPart) -> int:
    """Store a minutes part and its adjusters, not yet adjusted; returns its id."""
    values = {
        "meeting_id": meeting_id,
        "immediate": new.immediate,
        "adjust_place": new.adjust_place,
        "adjust_date": new.adjust_date,
        "adjust_time": new.adjust_time,
        "storage_place": new.storage_place,
    }
    part_id = change.insert("minutes_parts", columns(values))
    replace_adjusters(change, part_id, [person.id for person in new.adjusters])
    return part_id


def replace_adjusters(change: Change, part_id: int, person_ids: list[int]) -> None:
    """Make ``person_ids``, in that order, the part's adjusters."""
    rows = change.connection.execute(
        "SELECT id, person_id FROM adjusters WHERE part_id = ? ORDER BY position", [part_id]
    ).fetchall()
    if [row["person_id"] for row in rows] == person_ids:
        return
    for row in rows:
        change.delete("adjusters", row["id"])
    for position, person_id in enumerate(person_ids):
        change.insert(
            "adjusters", {"part_id": part_id, "person_id": person_id, "position": position}
        )


def delete_part(change: Change, part_id: int) -> None:
    """Take away a part and who would have adjusted it."""
    found = change.connection.execute("SELECT id FROM adjusters WHERE part_id = ?", [part_id])
    for row in found.fetchall():
        change.delete("adjusters", row["id"])
    change.delete("minutes_parts", part_id)


def _person(row: sqlite3.Row) -> Person:
    return Person(
        id=row["person_id"],
        name=row["name"],
        kind=row["kind"],
        party=row["person_party"],
        title=row["person_title"],
    )


def _paragraph(row: sqlite3.Row) -> Paragraph:
    return Paragraph(
        id=row["id"],
        item_id=row["item_id"],
        year=row["year"],
        number=row["number"],
        outcome=row["outcome"],
        points=texts(row["points"]),
        motions=row["motions"],
        procedure=row["procedure"],
        vote=row["vote"],
        disqualification=row["disqualification"],
        reservations=row["reservations"],
        notes=row["notes"],
        immediate=bool(row["immediate"]),
        version=row["version"],
    )


def _attendance(row: sqlite3.Row) -> Attendance:
    return Attendance(
        id=row["id"],
        person=_person(row),
        role=row["role"],
        party=row["party"],
        office=row["office"],
        replaces=row["replaces"],
        title=row["title"],
        remote=bool(row["remote"]),
        from_paragraph=row["from_paragraph"],
        to_paragraph=row["to_paragraph"],
        not_paragraphs=tuple(json.loads(row["not_paragraphs"])),
    )


def _part(row: sqlite3.Row, adjusters: list[Person], numbers: list[int]) -> MinutesPart:
    return MinutesPart(
        id=row["id"],
        immediate=bool(row["immediate"]),
        adjusters=tuple(adjusters),
        adjust_place=row["adjust_place"],
        adjust_date=day(row["adjust_date"]),
        adjust_time=clock(row["adjust_time"]),
        adjusted_on=day(row["adjusted_on"]),
        posted_on=day(row["posted_on"]),
        storage_place=row["storage_place"],
        paragraph_numbers=tuple(numbers),
        version=row["version"],
    )
