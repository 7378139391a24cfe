"""Sending the summons: from then on the printed numbers are frozen (D2.17)."""

from __future__ import annotations

from datetime import date

from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.text.errors import RefusedError
from nämndtui.store.agenda.agenda import agenda_rows
from nämndtui.store.agenda.meetings import meeting as load_meeting
from nämndtui.store.core.columns import columns
from nämndtui.store.database import Store
from nämndtui.workflow.agenda.meetings import step_meeting
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.summons.supplement import record_summons


def mark_summoned(store: Store, actor: Actor, meeting_id: int, sent_on: date) -> None:
    """Record that the summons went out on ``sent_on``: items are listed, numbers frozen.

    Everything it holds is kept, so that what is new later can be told (F 2). What is missing
    (``model/summons/readiness.py``) is advice and does not stop it. Raises RefusedError for an
    empty agenda or a meeting in another state.
    """
    with store.change("mark_summoned", actor.user, actor.now) as change:
        meeting = load_meeting(change.connection, meeting_id)
        rows = agenda_rows(change.connection, meeting_id)
        if not rows:
            raise RefusedError("Dagordningen är tom; det finns inget att kalla till.")
        record_summons(change, meeting_id, sent_on)
        for row in rows:
            if row["state"] in ("draft", "ready"):
                change.update("agenda_items", row["id"], {"state": "listed"})
        step_meeting(change, meeting, "summoned")
        change.update("meetings", meeting_id, columns({"summons_date": sent_on}))
        change.summary = f"Kallelse skickad till {short_date(meeting.date, year=True)}"


def recall_summons(store: Store, actor: Actor, meeting_id: int) -> None:
    """Take a sent summons back for more preparation; the step is logged (D3).

    What it held is still kept: a document changed before the next one is then a new version.
    """
    with store.change("recall_summons", actor.user, actor.now) as change:
        meeting = load_meeting(change.connection, meeting_id)
        step_meeting(change, meeting, "preparing")
        for row in agenda_rows(change.connection, meeting_id):
            if row["state"] == "listed":
                change.update("agenda_items", row["id"], {"state": "ready"})
        change.summary = f"Tog tillbaka kallelsen till {short_date(meeting.date, year=True)}"
