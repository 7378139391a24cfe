"""A person read from a joined row, and the columns such a join needs."""

from __future__ import annotations

import sqlite3

from nämndtui.model.people.persons import Person

PERSON = (
    "p.id AS person_id, p.name, p.kind AS person_kind, p.party AS person_party,"
    " p.title AS person_title"
)
"""Columns to select of ``persons p``."""


def joined_person(row: sqlite3.Row) -> Person:
    """The person of a row selected with ``PERSON``."""
    return Person(
        id=row["person_id"],
        name=row["name"],
        kind=row["person_kind"],
        party=row["person_party"],
        title=row["person_title"],
    )
