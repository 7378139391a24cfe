"""How items were handled: yrkanden, order of propositions, jäv, not taking part."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from nämndtui.model.attendance.presence import Disqualification, NonParticipation
from nämndtui.model.decisions.yrkande import Handling, Yrkande
from nämndtui.model.people.persons import Person
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns, texts
from nämndtui.store.people.person_columns import PERSON, joined_person

_OF_MEETING = "item_id IN (SELECT id FROM agenda_items WHERE meeting_id = ?)"


def moved_of_meeting(connection: sqlite3.Connection, meeting_id: int) -> tuple[Yrkande, ...]:
    """The meeting's yrkanden in the order they were made, in two queries."""
    movers: dict[int, list[Person]] = defaultdict(list)
    for row in connection.execute(
        f"SELECT m.proposal_id, {PERSON} FROM movers m JOIN persons p ON p.id = m.person_id"
        " JOIN moved_proposals x ON x.id = m.proposal_id"
        f" WHERE x.{_OF_MEETING} ORDER BY m.position, m.id",
        [meeting_id],
    ):
        movers[row["proposal_id"]].append(joined_person(row))
    rows = connection.execute(
        f"SELECT * FROM moved_proposals WHERE {_OF_MEETING} ORDER BY item_id, position, id",
        [meeting_id],
    ).fetchall()
    return tuple(_moved(row, movers[row["id"]]) for row in rows)


def insert_moved(change: Change, new: Yrkande, position: int) -> int:
    """Store a yrkande and who made it; returns its id."""
    values = {
        "item_id": new.item_id,
        "position": position,
        "kind": new.kind,
        "text": new.text,
        "target": new.target,
        "withdrawn": new.withdrawn,
        "accepted": new.accepted,
    }
    proposal_id = change.insert("moved_proposals", columns(values))
    write_persons(change, "movers", "proposal_id", proposal_id, new.movers)
    return proposal_id


def write_persons(
    change: Change, table: str, key: str, row_id: int, persons: Sequence[Person]
) -> None:
    """Make ``persons``, in order, those of ``table`` whose ``key`` is ``row_id``."""
    rows = change.connection.execute(
        f"SELECT id, person_id FROM {table} WHERE {key} = ? ORDER BY position", [row_id]
    ).fetchall()
    if [row["person_id"] for row in rows] == [person.id for person in persons]:
        return
    for row in rows:
        change.delete(table, row["id"])
    for position, person in enumerate(persons):
        change.insert(table, {key: row_id, "person_id": person.id, "position": position})


def handlings_of_meeting(connection: sqlite3.Connection, meeting_id: int) -> tuple[Handling, ...]:
    """How each item was handled, where something is noted."""
    rows = connection.execute(
        f"SELECT * FROM handlings WHERE {_OF_MEETING} ORDER BY id", [meeting_id]
    ).fetchall()
    return tuple(
        Handling(
            item_id=row["item_id"],
            maintained=texts(row["maintained"]),
            withdrawn=texts(row["withdrawn"]),
            main=row["main"],
            winner=row["winner"],
            reason=row["reason"],
            finding=row["finding"],
            id=row["id"],
        )
        for row in rows
    )


def write_handling(change: Change, new: Handling) -> None:
    """Make ``new`` what is noted about its item."""
    values = {
        "maintained": new.maintained,
        "withdrawn": new.withdrawn,
        "main": new.main,
        "winner": new.winner,
        "reason": new.reason,
        "finding": new.finding,
    }
    row = change.connection.execute(
        "SELECT id FROM handlings WHERE item_id = ?", [new.item_id]
    ).fetchone()
    if row is None:
        change.insert("handlings", columns({"item_id": new.item_id, **values}))
    else:
        change.update("handlings", row["id"], columns(values))


def disqualifications_of_meeting(
    connection: sqlite3.Connection, meeting_id: int
) -> tuple[Disqualification, ...]:
    """Who is disqualified in which item."""
    rows = connection.execute(
        f"SELECT x.id, x.item_id, x.ground, x.self_declared, x.decided, {PERSON}"
        f" FROM disqualifications x JOIN persons p ON p.id = x.person_id WHERE x.{_OF_MEETING}"
        " ORDER BY x.id",
        [meeting_id],
    ).fetchall()
    return tuple(
        Disqualification(
            id=row["id"],
            item_id=row["item_id"],
            person=joined_person(row),
            ground=row["ground"],
            self_declared=bool(row["self_declared"]),
            decided=bool(row["decided"]),
        )
        for row in rows
    )


def insert_disqualification(change: Change, new: Disqualification) -> int:
    """Store a disqualification; returns its id."""
    values = {
        "item_id": new.item_id,
        "person_id": new.person.id,
        "ground": new.ground,
        "self_declared": new.self_declared,
        "decided": new.decided,
    }
    return change.insert("disqualifications", columns(values))


def non_participations_of_meeting(
    connection: sqlite3.Connection, meeting_id: int
) -> tuple[NonParticipation, ...]:
    """Who does not take part in which decision."""
    rows = connection.execute(
        f"SELECT x.id, x.item_id, {PERSON} FROM non_participations x"
        f" JOIN persons p ON p.id = x.person_id WHERE x.{_OF_MEETING} ORDER BY x.id",
        [meeting_id],
    ).fetchall()
    return tuple(NonParticipation(row["id"], row["item_id"], joined_person(row)) for row in rows)


def _moved(row: sqlite3.Row, movers: list[Person]) -> Yrkande:
    return Yrkande(
        id=row["id"],
        item_id=row["item_id"],
        kind=row["kind"],
        movers=tuple(movers),
        text=row["text"],
        target=row["target"],
        withdrawn=bool(row["withdrawn"]),
        accepted=None if row["accepted"] is None else bool(row["accepted"]),
    )
