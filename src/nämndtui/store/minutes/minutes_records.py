"""Gathering one meeting's record: a fixed number of queries, however long the minutes are."""

from __future__ import annotations

import sqlite3
from collections import defaultdict

from nämndtui.model.attendance.room import Certified
from nämndtui.model.people.seats import vacant_parties
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.store.attendance.presences import (
    overrides_of_meeting,
    presences_of_meeting,
    sittings_of_meeting,
)
from nämndtui.store.decisions.handlings import (
    disqualifications_of_meeting,
    handlings_of_meeting,
    moved_of_meeting,
    non_participations_of_meeting,
)
from nämndtui.store.decisions.statements import statements_of_meeting
from nämndtui.store.decisions.votes import votes_of_meeting
from nämndtui.store.minutes.dossiers import load_dossier
from nämndtui.store.minutes.follow_up import (
    assignments_of_meeting,
    dispatches_of_meeting,
    return_days,
)
from nämndtui.store.minutes.minutes import latest_paragraph_number
from nämndtui.store.minutes.part_logs import part_logs_of_meeting
from nämndtui.store.people.persons import all_mandates
from nämndtui.store.people.substitute_orders import substitute_order


def load_record(connection: sqlite3.Connection, meeting_id: int) -> MinutesRecord:
    """Everything about how one meeting was held and what followed. Raises NotFoundError."""
    dossier = load_dossier(connection, meeting_id)
    committee_id, held = dossier.meeting.committee_id, dossier.meeting.date
    latest = latest_paragraph_number(connection, committee_id, held.year)
    return MinutesRecord(
        dossier=dossier,
        next_number=latest + 1,
        presences=presences_of_meeting(connection, meeting_id),
        disqualifications=disqualifications_of_meeting(connection, meeting_id),
        non_participations=non_participations_of_meeting(connection, meeting_id),
        overrides=overrides_of_meeting(connection, meeting_id),
        sittings=sittings_of_meeting(connection, meeting_id),
        certified=_certified(connection, meeting_id),
        order=substitute_order(connection, committee_id),
        vacant_parties=vacant_parties(all_mandates(connection, committee_id), held),
        handlings=handlings_of_meeting(connection, meeting_id),
        moved=moved_of_meeting(connection, meeting_id),
        votes=votes_of_meeting(connection, meeting_id),
        statements=statements_of_meeting(connection, meeting_id),
        dispatches=dispatches_of_meeting(connection, meeting_id),
        assignments=assignments_of_meeting(connection, meeting_id),
        part_logs=part_logs_of_meeting(connection, meeting_id),
        generated=_generated(connection, meeting_id),
        returns=return_days(connection, meeting_id),
    )


def _certified(connection: sqlite3.Connection, meeting_id: int) -> dict[int, tuple[Certified, ...]]:
    """§ → who served, for the §§ that are adjusted."""
    found: dict[int, list[Certified]] = defaultdict(list)
    for row in connection.execute(
        "SELECT g.number, s.seat, s.person_id, s.presiding, s.reason FROM certified_services s"
        " JOIN paragraphs g ON g.id = s.paragraph_id JOIN agenda_items i ON i.id = g.item_id"
        " WHERE i.meeting_id = ? ORDER BY s.id",
        [meeting_id],
    ):
        fixed = Certified(row["seat"], row["person_id"], bool(row["presiding"]), row["reason"])
        found[row["number"]].append(fixed)
    return {number: tuple(rows) for number, rows in found.items()}


def _generated(connection: sqlite3.Connection, meeting_id: int) -> dict[tuple[int, str], str]:
    rows = connection.execute(
        "SELECT t.paragraph_id, t.field, t.text FROM generated_texts t"
        " JOIN paragraphs g ON g.id = t.paragraph_id JOIN agenda_items i ON i.id = g.item_id"
        " WHERE i.meeting_id = ?",
        [meeting_id],
    )
    return {(row["paragraph_id"], row["field"]): row["text"] for row in rows}
