"""Yrkanden, and which proposals stand when the chair puts the question (KL 5:53, 5:67)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from nämndtui.model.decisions.yrkande import MOVED_KINDS, Yrkande, YrkandeKind
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.record.minutes_serving import meeting_serving
from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.model.text.vocabulary import swedish
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns
from nämndtui.store.database import Store
from nämndtui.store.decisions.handlings import insert_moved, write_handling, write_persons
from nämndtui.workflow.attendance.open_meeting import item_on_table, person_by_id
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.checked_text import checked, checked_values
from nämndtui.workflow.decisions.addition_settling import follow_addition
from nämndtui.workflow.record.attendance_facts import ensure_facts
from nämndtui.workflow.record.derived_minutes import refresh


def move_proposal(
    store: Store,
    actor: Actor,
    item_id: int,
    kind: YrkandeKind,
    person_ids: Sequence[int],
    text: str = "",
    target: str = "",
) -> int:
    """Record a yrkande by one or more serving persons; returns its id.

    ``kind`` is one of ``MOVED_KINDS``; ``text`` is needed for *own* and *addition*, one point a
    line, and is the reason for the others. ``target`` is the proposal it speaks of. Raises
    RefusedError for someone not serving (D2.14).
    """
    words = checked(text, "text").strip()
    _check(kind, words, person_ids)
    with store.change("move_proposal", actor.user, actor.now) as change:
        item, meeting = item_on_table(change, item_id)
        record = ensure_facts(change, meeting.id)
        _check_serving(record, item_id, person_ids)
        movers = tuple(person_by_id(change, person_id) for person_id in person_ids)
        new = Yrkande(0, item_id, kind, movers, words, target)
        proposal_id = insert_moved(change, new, len(record.moved_in(item_id)) + 1)
        refresh(change, meeting.id)
        change.summary = f"Yrkande om {swedish('moved_kind', kind)}: {item.title}"
    return proposal_id


def edit_moved(
    store: Store, actor: Actor, item_id: int, proposal_id: int, **changes: object
) -> None:
    """Change ``text``, ``target``, ``withdrawn``, ``accepted`` or ``person_ids`` of a yrkande.

    Raises InvalidInputError when a text that is needed is taken away.
    """
    values = checked_values(dict(changes))
    person_ids = values.pop("person_ids", None)
    with store.change("edit_moved", actor.user, actor.now) as change:
        item, meeting = item_on_table(change, item_id)
        row = change.read("moved_proposals", proposal_id)
        _check(row["kind"], str(values.get("text", row["text"])), [1])
        if person_ids is not None:
            record = ensure_facts(change, meeting.id)
            _check_serving(record, item_id, person_ids)
            movers = [person_by_id(change, person_id) for person_id in person_ids]
            write_persons(change, "movers", "proposal_id", proposal_id, movers)
        change.update("moved_proposals", proposal_id, columns(values))
        record = ensure_facts(change, meeting.id)
        before = _from_row(row, item_id)
        after = next(one for one in record.moved_in(item_id) if one.id == proposal_id)
        follow_addition(change, record, before, after)
        refresh(change, meeting.id)
        change.summary = f"Ändrade ett yrkande: {item.title}"


def withdraw_moved(store: Store, actor: Actor, item_id: int, proposal_id: int) -> None:
    """A yrkande is withdrawn: it is kept, but no longer stands in the minutes (KL 5:67)."""
    edit_moved(store, actor, item_id, proposal_id, withdrawn=True)


def remove_moved(store: Store, actor: Actor, item_id: int, proposal_id: int) -> None:
    """Take away a yrkande noted by mistake."""
    with store.change("remove_moved", actor.user, actor.now) as change:
        item, meeting = item_on_table(change, item_id)
        record = ensure_facts(change, meeting.id)
        for one in record.moved_in(item_id):
            if one.id == proposal_id:
                follow_addition(change, record, one, replace(one, withdrawn=True))
        _delete(change, proposal_id)
        refresh(change, meeting.id)
        change.summary = f"Tog bort ett yrkande: {item.title}"


def set_standing(
    store: Store,
    actor: Actor,
    item_id: int,
    maintained: Sequence[str] | None = None,
    withdrawn: Sequence[str] | None = None,
    main: str | None = None,
    finding: str | None = None,
) -> None:
    """Which agenda proposals (``staff``, ``chair``) stand, and which proposal is the main one.

    None leaves a value as it is. ``main`` is the ref of the chair's choice with three or more
    proposals (F 21), ``finding`` what the chair found before a vote was asked for.
    """
    with store.change("set_standing", actor.user, actor.now) as change:
        item, meeting = item_on_table(change, item_id)
        record = ensure_facts(change, meeting.id)
        now = record.handling(item_id)
        new = replace(
            now,
            maintained=now.maintained if maintained is None else tuple(maintained),
            withdrawn=now.withdrawn if withdrawn is None else tuple(withdrawn),
            main=now.main if main is None else main,
            finding=now.finding if finding is None else finding,
        )
        write_handling(change, new)
        refresh(change, meeting.id)
        change.summary = f"Förslag som ställs mot varandra: {item.title}"


def _from_row(row: Mapping[str, Any], item_id: int) -> Yrkande:
    """What counts in an addition, as it stood before the change."""
    accepted = None if row["accepted"] is None else bool(row["accepted"])
    gone = bool(row["withdrawn"])
    return Yrkande(row["id"], item_id, row["kind"], (), row["text"], "", gone, accepted)


def _check(kind: YrkandeKind, text: str, person_ids: Sequence[int]) -> None:
    if kind not in MOVED_KINDS:
        raise InvalidInputError("Välj vad yrkandet gäller.", "kind")
    if not person_ids:
        raise InvalidInputError("Ange vem som yrkar.", "person_ids")
    if kind in ("own", "addition") and not text.strip():
        raise InvalidInputError("Skriv vad som yrkas.", "text")


def _check_serving(record: MinutesRecord, item_id: int, person_ids: Sequence[int]) -> None:
    at = meeting_serving(record, item_id).at(record.number_of(item_id))
    for person_id in person_ids:
        if person_id not in at.serving_ids:
            raise RefusedError(
                "Bara den som tjänstgör får yrka. Se efter i närvaron vem som är inne."
            )


def _delete(change: Change, proposal_id: int) -> None:
    write_persons(change, "movers", "proposal_id", proposal_id, ())
    change.delete("moved_proposals", proposal_id)
