"""Persons and mandates at rest."""

from __future__ import annotations

import sqlite3
from datetime import date

from nämndtui.model.people.persons import OFFICES, Mandate, Person
from nämndtui.model.text.errors import NotFoundError
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns, day

_OFFICE_ORDER = (
    "CASE m.office "
    + " ".join(f"WHEN '{office}' THEN {position}" for position, office in enumerate(OFFICES))
    + " END"
)
_MANDATES = (
    "SELECT m.*, p.name, p.kind, p.party AS person_party, p.title, p.version AS person_version"
    " FROM mandates m JOIN persons p ON p.id = m.person_id WHERE m.committee_id = :committee"
)
_MANDATE_ORDER = f" ORDER BY {_OFFICE_ORDER}, m.rank, p.name COLLATE svensk, m.valid_from"


def mandates_on(connection: sqlite3.Connection, committee_id: int, on: date) -> tuple[Mandate, ...]:
    """Mandates valid on a day, in office and rank order."""
    rows = connection.execute(
        _MANDATES
        + " AND m.valid_from <= :day AND (m.valid_to IS NULL OR m.valid_to >= :day)"
        + _MANDATE_ORDER,
        {"committee": committee_id, "day": on.isoformat()},
    ).fetchall()
    return tuple(_mandate(row) for row in rows)


def all_mandates(connection: sqlite3.Connection, committee_id: int) -> tuple[Mandate, ...]:
    """Every mandate there has been, in office and rank order."""
    rows = connection.execute(_MANDATES + _MANDATE_ORDER, {"committee": committee_id}).fetchall()
    return tuple(_mandate(row) for row in rows)


def mandate(connection: sqlite3.Connection, mandate_id: int) -> Mandate:
    """One mandate. Raises NotFoundError."""
    row = connection.execute(
        "SELECT m.*, p.name, p.kind, p.party AS person_party, p.title,"
        " p.version AS person_version"
        " FROM mandates m JOIN persons p ON p.id = m.person_id WHERE m.id = ?",
        [mandate_id],
    ).fetchone()
    if row is None:
        raise NotFoundError("Uppdraget finns inte längre.")
    return _mandate(row)


def all_persons(connection: sqlite3.Connection) -> tuple[Person, ...]:
    """Everyone in the register, by name."""
    rows = connection.execute("SELECT * FROM persons ORDER BY name COLLATE svensk").fetchall()
    return tuple(_person(row) for row in rows)


def person(connection: sqlite3.Connection, person_id: int) -> Person:
    """One person of the register. Raises NotFoundError."""
    row = connection.execute("SELECT * FROM persons WHERE id = ?", [person_id]).fetchone()
    if row is None:
        raise NotFoundError("Personen finns inte i registret.")
    return _person(row)


def person_by_name(connection: sqlite3.Connection, name: str) -> Person | None:
    """The person with exactly that name."""
    row = connection.execute("SELECT * FROM persons WHERE name = ?", [name]).fetchone()
    return _person(row) if row else None


def insert_person(change: Change, new: Person) -> int:
    """Store a person; returns the id."""
    return change.insert(
        "persons", {"name": new.name, "kind": new.kind, "party": new.party, "title": new.title}
    )


def insert_mandate(change: Change, new: Mandate, person_id: int) -> int:
    """Store a mandate of the person ``person_id``; returns the mandate's id."""
    values = {
        "committee_id": new.committee_id,
        "person_id": person_id,
        "office": new.office,
        "party": new.party,
        "valid_from": new.valid_from,
        "valid_to": new.valid_to,
        "rank": new.rank,
    }
    return change.insert("mandates", columns(values))


def _person(row: sqlite3.Row) -> Person:
    return Person(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        party=row["party"],
        title=row["title"],
        version=row["version"],
    )


def _mandate(row: sqlite3.Row) -> Mandate:
    person = Person(
        id=row["person_id"],
        name=row["name"],
        kind=row["kind"],
        party=row["person_party"],
        title=row["title"],
        version=row["person_version"],
    )
    return Mandate(
        id=row["id"],
        committee_id=row["committee_id"],
        person=person,
        office=row["office"],
        party=row["party"],
        valid_from=date.fromisoformat(row["valid_from"]),
        valid_to=day(row["valid_to"]),
        rank=row["rank"],
        version=row["version"],
    )
