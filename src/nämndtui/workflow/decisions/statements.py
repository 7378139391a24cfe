"""Reservations and notes, announced before the meeting closes (KL 4:27; F 23)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from nämndtui.model.agenda.meeting_states import SITTING
from nämndtui.model.decisions.statement import (
    STATEMENT_KINDS,
    Statement,
    StatementKind,
    statement_faults,
)
from nämndtui.model.record.minutes_serving import meeting_serving
from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.model.text.vocabulary import swedish
from nämndtui.store.core.columns import columns
from nämndtui.store.database import Store
from nämndtui.store.decisions.statements import delete_statement, insert_statement
from nämndtui.workflow.attendance.open_meeting import item_on_table, person_by_id
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.checked_text import checked
from nämndtui.workflow.record.attendance_facts import ensure_facts
from nämndtui.workflow.record.derived_minutes import refresh


def announce(
    store: Store,
    actor: Actor,
    item_id: int,
    kind: StatementKind,
    person_ids: Sequence[int],
    text: str = "",
) -> int:
    """Record a reservation, protokollsanteckning or särskilt yttrande; returns its id.

    The text may come later. Raises RefusedError after the meeting has closed (reservation) or
    for someone who did not take part in the decision (D2.13–14).
    """
    words = checked(text, "text").strip()
    _check(kind, person_ids)
    with store.change("announce", actor.user, actor.now) as change:
        item, meeting = item_on_table(change, item_id)
        record = ensure_facts(change, meeting.id)
        at = meeting_serving(record, item_id).at(record.number_of(item_id))
        people = tuple(person_by_id(change, person_id) for person_id in person_ids)
        received = actor.today if words else None
        new = Statement(0, item_id, kind, people, words, True, received)
        out = {one.person.id for one in record.non_participations if one.item_id == item_id}
        faults = list(
            statement_faults(
                new,
                at.serving_ids,
                out,
                meeting.state in SITTING,
                record.dossier.committee.settings.substitutes_may_note,
                {one.person.id for one in at.inside},
            )
        )
        if faults:
            raise RefusedError(" ".join(faults))
        statement_id = insert_statement(change, new)
        refresh(change, meeting.id)
        change.summary = f"{swedish('statement_kind', kind).capitalize()}: {item.title}"
    return statement_id


def hand_in_text(
    store: Store,
    actor: Actor,
    item_id: int,
    statement_id: int,
    text: str,
    received_on: date | None = None,
    version: int | None = None,
) -> None:
    """The written motivation of what was announced, until the § is adjusted.

    Raises StaleVersionError; adjusted minutes refuse.
    """
    words = checked(text, "text").strip()
    with store.change("hand_in_text", actor.user, actor.now) as change:
        item, meeting = item_on_table(change, item_id)
        values = {"text": words, "received_on": received_on or actor.today}
        change.update("statements", statement_id, columns(values), version)
        refresh(change, meeting.id)
        change.summary = f"Text till reservation eller anteckning: {item.title}"


def take_back_statement(store: Store, actor: Actor, item_id: int, statement_id: int) -> None:
    """A reservation or note is withdrawn, or was noted by mistake."""
    with store.change("take_back_statement", actor.user, actor.now) as change:
        item, meeting = item_on_table(change, item_id)
        delete_statement(change, statement_id)
        refresh(change, meeting.id)
        change.summary = f"Tog bort reservation eller anteckning: {item.title}"


def _check(kind: StatementKind, person_ids: Sequence[int]) -> None:
    if kind not in STATEMENT_KINDS:
        raise InvalidInputError("Välj reservation, anteckning eller särskilt yttrande.", "kind")
    if not person_ids:
        raise InvalidInputError("Ange vem det gäller.", "person_ids")
