"""Names as adjusted minutes have them: a person who changes name keeps the old one there (D2.3)."""

from __future__ import annotations

import sqlite3

from nämndtui.store.core.change import Change

_PART_TABLES = ("adjusters", "signatures", "part_steps")
_MEETING_TABLES = ("attendances", "presences", "service_overrides")
_ITEM_TABLES = ("disqualifications", "non_participations")
_HANGING = (
    ("movers", "moved_proposals", "proposal_id"),
    ("ballots", "votes", "vote_id"),
    ("statement_persons", "statements", "statement_id"),
)


def named_without_copy(person: str) -> str:
    """A condition on the part ``d``: it is adjusted, names the person and keeps no name of theirs.

    ``person`` is SQL for the person's id.
    """
    named = [f"SELECT y.person_id FROM {one} y WHERE y.part_id = d.id" for one in _PART_TABLES]
    named += [
        f"SELECT y.person_id FROM {one} y WHERE y.meeting_id = d.meeting_id"
        for one in _MEETING_TABLES
    ]
    named += [
        f"SELECT y.person_id FROM paragraphs g JOIN {one} y ON y.item_id = g.item_id"
        " WHERE g.part_id = d.id"
        for one in _ITEM_TABLES
    ]
    named += [
        f"SELECT y.person_id FROM paragraphs g JOIN {owner} z ON z.item_id = g.item_id"
        f" JOIN {one} y ON y.{key} = z.id WHERE g.part_id = d.id"
        for one, owner, key in _HANGING
    ]
    named.append(
        "SELECT y.person_id FROM paragraphs g JOIN certified_services y"
        " ON y.paragraph_id = g.id WHERE g.part_id = d.id"
    )
    among = " OR ".join(f"{person} IN ({one})" for one in named)
    return (
        "d.adjusted_on NOTNULL AND NOT EXISTS (SELECT 1 FROM certified_names c"
        f" WHERE c.part_id = d.id AND c.person_id = {person}) AND ({among})"
    )


def keep_name(change: Change, person_id: int) -> None:
    """Before a person's name is changed: let every adjusted part keep the name it has."""
    name = change.read("persons", person_id)["name"]
    parts = change.connection.execute(
        f"SELECT d.id FROM minutes_parts d WHERE {named_without_copy(':person')} ORDER BY d.id",
        {"person": person_id},
    ).fetchall()
    for row in parts:
        values = {"part_id": row["id"], "person_id": person_id, "name": name}
        change.insert("certified_names", values)


def kept_names(connection: sqlite3.Connection, meeting_id: int) -> dict[int, str]:
    """Person id → the name the meeting's adjusted minutes have, for those renamed since.

    While only some §§ are adjusted the names are the register's: the rest is still being written.
    """
    rows = connection.execute(
        "SELECT c.person_id, c.name FROM certified_names c JOIN minutes_parts d"
        " ON d.id = c.part_id WHERE d.meeting_id = ? AND d.immediate = 0",
        [meeting_id],
    )
    return {row["person_id"]: row["name"] for row in rows}
