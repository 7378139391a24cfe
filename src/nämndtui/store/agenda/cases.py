"""Cases at rest, and the drawing of their diary numbers."""

from __future__ import annotations

import sqlite3

from nämndtui.model.agenda.case import Case, CaseReference
from nämndtui.model.text.diary_number import DiaryNumber, parse_diary_number
from nämndtui.model.text.errors import NotFoundError
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns, day, texts


def case(connection: sqlite3.Connection, case_id: int) -> Case:
    """One case. Raises NotFoundError."""
    row = connection.execute("SELECT * FROM cases WHERE id = ?", [case_id]).fetchone()
    if row is None:
        raise NotFoundError("Ärendet finns inte i databasen.")
    return _case(row)


def all_cases(connection: sqlite3.Connection, committee_id: int) -> tuple[Case, ...]:
    """Every case of a committee, by year and serial number."""
    rows = connection.execute(
        "SELECT * FROM cases WHERE committee_id = ? ORDER BY year, serial, prefix_key",
        [committee_id],
    ).fetchall()
    return tuple(_case(row) for row in rows)


def standing_cases(
    connection: sqlite3.Connection, committee_id: int, year: int
) -> tuple[CaseReference, ...]:
    """The standing cases of a year, such as Delegationsbeslut."""
    rows = connection.execute(
        "SELECT id, dnr, title FROM cases WHERE committee_id = ? AND year = ?"
        " AND case_type = 'standing' ORDER BY serial",
        [committee_id, year],
    ).fetchall()
    return tuple(CaseReference(row["id"], row["dnr"], row["title"]) for row in rows)


def find_case(connection: sqlite3.Connection, committee_id: int, number: DiaryNumber) -> int | None:
    """The id of the case with that number in the committee's diary."""
    row = connection.execute(
        "SELECT id FROM cases WHERE committee_id = ? AND prefix_key = ? AND year = ?"
        " AND serial = ?",
        [committee_id, *number.key],
    ).fetchone()
    return None if row is None else int(row[0])


def next_serial(change: Change, committee_id: int, prefix: str, year: int) -> int:
    """The next free serial number; safe because ``change`` holds the write lock."""
    row = change.connection.execute(
        "SELECT max(serial) FROM cases WHERE committee_id = ? AND prefix_key = ? AND year = ?",
        [committee_id, prefix.casefold(), year],
    ).fetchone()
    return int(row[0] or 0) + 1


def insert_case(change: Change, new: Case) -> int:
    """Store a case under its own ``dnr``; returns its id. Raises DiaryNumberError."""
    number: DiaryNumber = parse_diary_number(new.dnr)
    values = {
        "committee_id": new.committee_id,
        "dnr": new.dnr,
        "prefix_key": number.prefix.casefold(),
        "year": number.year,
        "serial": number.serial,
        "class_code": number.class_code or "",
        "title": new.title,
        "case_type": new.case_type,
        "state": new.state,
        "opened": new.opened,
        "closed": new.closed,
        "raised_on": new.raised_on,
        "foreign_dnr": new.foreign_dnr,
        "note": new.note,
    }
    return change.insert("cases", columns(values))


def _case(row: sqlite3.Row) -> Case:
    return Case(
        id=row["id"],
        committee_id=row["committee_id"],
        dnr=row["dnr"],
        year=row["year"],
        serial=row["serial"],
        title=row["title"],
        case_type=row["case_type"],
        state=row["state"],
        opened=day(row["opened"]),
        closed=day(row["closed"]),
        raised_on=day(row["raised_on"]),
        foreign_dnr=texts(row["foreign_dnr"]),
        note=row["note"],
        version=row["version"],
    )
