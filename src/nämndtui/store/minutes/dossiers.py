"""Gathering one meeting's dossier: a fixed number of queries, however long the agenda is."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from nämndtui.model.agenda.timed_items import with_start_times
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.errors import NotFoundError
from nämndtui.store.agenda.items import items_of_meeting
from nämndtui.store.agenda.meetings import meeting
from nämndtui.store.minutes.follow_up import corrections_of_meeting, earlier_treatments
from nämndtui.store.minutes.minutes import (
    attendances_of_meeting,
    paragraphs_of_meeting,
    parts_of_meeting,
)
from nämndtui.store.people.committees import committee
from nämndtui.store.people.persons import mandates_on
from nämndtui.store.summons.sendings import sendings_of_meeting


def load_dossier(connection: sqlite3.Connection, meeting_id: int) -> MeetingDossier:
    """Everything about one meeting. Raises NotFoundError."""
    found = meeting(connection, meeting_id)
    earlier = earlier_treatments(connection, meeting_id)
    items = items_of_meeting(connection, meeting_id)
    return MeetingDossier(
        committee=committee(connection, found.committee_id),
        meeting=found,
        items=with_start_times(
            found.start, (replace(one, earlier=earlier.get(one.id, ())) for one in items)
        ),
        paragraphs=paragraphs_of_meeting(connection, meeting_id),
        attendances=attendances_of_meeting(connection, meeting_id),
        minutes_parts=parts_of_meeting(connection, meeting_id),
        mandates=mandates_on(connection, found.committee_id, found.date),
        sendings=sendings_of_meeting(connection, meeting_id),
        corrections=corrections_of_meeting(connection, meeting_id),
    )


def meeting_id_on(connection: sqlite3.Connection, committee_id: int, day: str) -> int:
    """The id of the committee's meeting on an ISO date. Raises NotFoundError."""
    row = connection.execute(
        "SELECT id FROM meetings WHERE committee_id = ? AND date = ? ORDER BY start LIMIT 1",
        [committee_id, day],
    ).fetchone()
    if row is None:
        raise NotFoundError(f"Nämnden har inget sammanträde den {day}.")
    return int(row[0])
