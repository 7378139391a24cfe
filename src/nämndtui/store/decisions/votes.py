"""Votes and ballots at rest."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict

from nämndtui.model.decisions.vote import Ballot, Tally, Vote
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns
from nämndtui.store.people.person_columns import PERSON, joined_person

_OF_MEETING = "item_id IN (SELECT id FROM agenda_items WHERE meeting_id = ?)"


def votes_of_meeting(connection: sqlite3.Connection, meeting_id: int) -> tuple[Vote, ...]:
    """The meeting's votes, item by item in order, in two queries."""
    ballots: dict[int, list[Ballot]] = defaultdict(list)
    for row in connection.execute(
        f"SELECT b.vote_id, b.choice, b.party, b.replaces, {PERSON} FROM ballots b"
        " JOIN persons p ON p.id = b.person_id JOIN votes v ON v.id = b.vote_id"
        f" WHERE v.{_OF_MEETING} ORDER BY b.position, b.id",
        [meeting_id],
    ):
        ballots[row["vote_id"]].append(
            Ballot(joined_person(row), row["choice"], row["party"], row["replaces"])
        )
    rows = connection.execute(
        f"SELECT * FROM votes WHERE {_OF_MEETING} ORDER BY item_id, seq", [meeting_id]
    ).fetchall()
    return tuple(_vote(row, ballots[row["id"]]) for row in rows)


def insert_vote(change: Change, new: Vote) -> int:
    """Store a vote and its ballots; returns its id."""
    vote_id = change.insert("votes", {"item_id": new.item_id, "seq": new.seq, **vote_columns(new)})
    for position, ballot in enumerate(new.ballots):
        values = {
            "vote_id": vote_id,
            "person_id": ballot.person.id,
            "choice": ballot.choice,
            "party": ballot.party,
            "replaces": ballot.replaces,
            "position": position,
        }
        change.insert("ballots", values)
    return vote_id


def delete_vote(change: Change, vote_id: int) -> None:
    """Remove a vote and its ballots."""
    rows = change.connection.execute("SELECT id FROM ballots WHERE vote_id = ?", [vote_id])
    for row in rows.fetchall():
        change.delete("ballots", row["id"])
    change.delete("votes", vote_id)


def vote_columns(vote: Vote) -> dict[str, object]:
    """A vote's own columns, but for its item and place."""
    return columns(
        {
            "kind": vote.kind,
            "yes_ref": vote.yes_ref,
            "no_ref": vote.no_ref,
            "yes_means": vote.yes_means,
            "no_means": vote.no_means,
            "secret": vote.secret,
            "tallies": vote.tallies,
            "blank": vote.blank,
            "casting": vote.casting,
            "lot": vote.lot,
        }
    )


def _vote(row: sqlite3.Row, ballots: list[Ballot]) -> Vote:
    return Vote(
        id=row["id"],
        item_id=row["item_id"],
        seq=row["seq"],
        kind=row["kind"],
        yes_ref=row["yes_ref"],
        no_ref=row["no_ref"],
        yes_means=row["yes_means"],
        no_means=row["no_means"],
        secret=bool(row["secret"]),
        ballots=tuple(ballots),
        tallies=tuple(Tally(one["label"], one["count"]) for one in json.loads(row["tallies"])),
        blank=row["blank"],
        casting=row["casting"],
        lot=row["lot"],
    )
