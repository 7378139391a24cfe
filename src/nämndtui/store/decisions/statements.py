"""Reservations and notes at rest."""

from __future__ import annotations

import sqlite3
from collections import defaultdict

from nämndtui.model.decisions.statement import Statement
from nämndtui.model.people.persons import Person
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns, day
from nämndtui.store.decisions.handlings import write_persons
from nämndtui.store.people.person_columns import PERSON, joined_person

_OF_MEETING = "item_id IN (SELECT id FROM agenda_items WHERE meeting_id = ?)"


def statements_of_meeting(connection: sqlite3.Connection, meeting_id: int) -> tuple[Statement, ...]:
    """The meeting's reservations and notes in the order they were made, in two queries."""
    persons: dict[int, list[Person]] = defaultdict(list)
    for row in connection.execute(
        f"SELECT x.statement_id, {PERSON} FROM statement_persons x"
        " JOIN persons p ON p.id = x.person_id JOIN statements s ON s.id = x.statement_id"
        f" WHERE s.{_OF_MEETING} ORDER BY x.position, x.id",
        [meeting_id],
    ):
        persons[row["statement_id"]].append(joined_person(row))
    rows = connection.execute(
        f"SELECT * FROM statements WHERE {_OF_MEETING} ORDER BY id", [meeting_id]
    ).fetchall()
    return tuple(
        Statement(
            id=row["id"],
            item_id=row["item_id"],
            kind=row["kind"],
            persons=tuple(persons[row["id"]]),
            text=row["text"],
            announced_before_close=bool(row["announced_before_close"]),
            received_on=day(row["received_on"]),
            version=row["version"],
        )
        for row in rows
    )


def insert_statement(change: Change, new: Statement) -> int:
    """Store a statement and who makes it; returns its id."""
    values = {
        "item_id": new.item_id,
        "kind": new.kind,
        "text": new.text,
        "announced_before_close": new.announced_before_close,
        "received_on": new.received_on,
    }
    statement_id = change.insert("statements", columns(values))
    write_persons(change, "statement_persons", "statement_id", statement_id, new.persons)
    return statement_id


def delete_statement(change: Change, statement_id: int) -> None:
    """Remove a statement."""
    write_persons(change, "statement_persons", "statement_id", statement_id, ())
    change.delete("statements", statement_id)
