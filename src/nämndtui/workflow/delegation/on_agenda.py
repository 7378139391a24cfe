"""Delegated decisions on an agenda: the item of A7 with its generated list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from nämndtui.model.agenda.agenda_item import AgendaItem, ItemKind
from nämndtui.model.delegation.checks import held_back
from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.delegation.listing import list_markdown, with_list
from nämndtui.store.agenda.meetings import meeting as load_meeting
from nämndtui.store.agenda.standing_items import standing_items
from nämndtui.store.core.change import Change
from nämndtui.store.delegation.delegated_decisions import decisions_of_item, urgent_unreported
from nämndtui.store.delegation.orders import order_on
from nämndtui.store.people.committees import committee as load_committee
from nämndtui.store.registers.on_items import (
    next_open_meeting,
    open_item_of_kind,
    summary_of,
    waiting_item_of_kind,
)
from nämndtui.workflow.agenda.agenda import place_new, place_waiting
from nämndtui.workflow.agenda.standing_items import place_standing
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.delegation.annex import keep_annex

KIND: ItemKind = "delegated_decisions"
_INTRO = (
    "{name} har i sin delegationsordning gett ordföranden och tjänstepersoner rätt att besluta "
    "på nämndens vägnar. Besluten ska anmälas till nämnden. Redovisningen innebär inte att "
    "nämnden prövar besluten på nytt."
)
_PROPOSAL = "{name} noterar till protokollet att nämnden tagit del av de redovisade besluten."


def put_on_meeting(change: Change, meeting_id: int, decisions: Sequence[DelegatedDecision]) -> int:
    """List the decisions on the meeting's item of A7, made when missing; returns the item's id.

    Raises RefusedError when the meeting is over.
    """
    item_id = register_item(change, meeting_id, KIND, "Delegationsbeslut", _INTRO, _PROPOSAL)
    ids = [one.id for one in decisions]
    change.update_many("delegated_decisions", ids, {"state": "listed", "item_id": item_id})
    refresh_list(change, item_id, load_meeting(change.connection, meeting_id).date)
    return item_id


def put_urgent_on_next(change: Change, committee_id: int, today: date) -> int | None:
    """Force waiting urgent chair decisions onto the very next meeting (KL 6:39, F 13).

    Those of doubtful authority wait until somebody accepts them (F 28). Returns the item's id,
    None when nothing waits or no meeting is planned.
    """
    found = urgent_unreported(change.connection, committee_id)
    waiting = [one for one in found if not held_back(one)]
    if not waiting:
        return None
    following = next_open_meeting(change.connection, committee_id, today)
    return put_on_meeting(change, following["id"], waiting) if following else None


def refresh_list(change: Change, item_id: int, on: date) -> None:
    """Generate the item's list anew from what it lists now, with its annex when it is long."""
    listed = decisions_of_item(change.connection, item_id)
    committee_id = change.read("agenda_items", item_id)["committee_id"]
    order = order_on(change.connection, committee_id, on)
    text = list_markdown(listed, order.role_order if order else ())
    summary = with_list(summary_of(change.connection, item_id), text)
    change.update("agenda_items", item_id, {"summary": summary})
    keep_annex(change, item_id)


def register_item(
    change: Change,
    meeting_id: int,
    kind: ItemKind,
    title: str,
    intro: str,
    proposal: str,
) -> int:
    """The meeting's item of a kind: its own, a waiting one, the standing one, or a new one."""
    meeting = load_meeting(change.connection, meeting_id)
    own = open_item_of_kind(change.connection, meeting.committee_id, meeting_id, kind)
    if own is not None:
        return own
    waiting = waiting_item_of_kind(change.connection, meeting.committee_id, kind)
    if waiting is not None:
        place_waiting(change, waiting, meeting_id)
        return waiting
    for standing in standing_items(change.connection, meeting.committee_id):
        if standing.kind == kind:
            return place_standing(change, Actor(change.user, change.now), meeting, standing)
    name = load_committee(change.connection, meeting.committee_id).name
    return place_new(
        change,
        AgendaItem(
            id=0,
            committee_id=meeting.committee_id,
            meeting_id=meeting_id,
            position=0,
            number=None,
            kind=kind,
            title=title,
            summary=intro.format(name=name),
            staff_proposal=(proposal.format(name=name),),
        ),
    )
