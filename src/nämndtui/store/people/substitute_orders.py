"""The committee's order of calling in substitutes, at rest."""

from __future__ import annotations

import sqlite3

from nämndtui.model.people.substitute_order import PersonalSubstitute, SubstituteOrder
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns, texts


def substitute_order(connection: sqlite3.Connection, committee_id: int) -> SubstituteOrder:
    """The order of one committee; empty when none is registered."""
    personal = connection.execute(
        "SELECT member_id, substitute_id FROM personal_substitutes WHERE committee_id = ?"
        " ORDER BY member_id, position, id",
        [committee_id],
    ).fetchall()
    parties = connection.execute(
        "SELECT for_party, parties FROM substitute_orders WHERE committee_id = ? ORDER BY id",
        [committee_id],
    ).fetchall()
    return SubstituteOrder(
        tuple(PersonalSubstitute(row["member_id"], row["substitute_id"]) for row in personal),
        tuple((row["for_party"], texts(row["parties"])) for row in parties),
    )


def write_substitute_order(change: Change, committee_id: int, new: SubstituteOrder) -> None:
    """Make ``new`` the committee's order."""
    for table in ("personal_substitutes", "substitute_orders"):
        rows = change.connection.execute(
            f"SELECT id FROM {table} WHERE committee_id = ?", [committee_id]
        ).fetchall()
        for row in rows:
            change.delete(table, row["id"])
    for position, one in enumerate(new.personal):
        values = {
            "committee_id": committee_id,
            "member_id": one.member_id,
            "substitute_id": one.substitute_id,
            "position": position,
        }
        change.insert("personal_substitutes", values)
    for party, after in new.parties:
        row = {"committee_id": committee_id, "for_party": party, "parties": after}
        change.insert("substitute_orders", columns(row))
