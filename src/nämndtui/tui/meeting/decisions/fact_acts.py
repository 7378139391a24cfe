"""Changing and taking away what is recorded at an item: each kind has its own verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nämndtui.tui.meeting.decisions import fact_dialogs
from nämndtui.tui.meeting.decisions.facts import JAV, MOVED, OUT, STATEMENT, VOTE, Fact
from nämndtui.tui.meeting.decisions.secret_vote import secret_vote
from nämndtui.tui.meeting.decisions.vote_dialog import VoteDialog

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.tui.meeting.decisions.fact_list import FactList
    from nämndtui.workflow.core.actor import Actor


def edit(host: FactList) -> None:
    """Open the form of what the row stands for."""
    fact, item, view = host.fact, host.item, host.view
    if fact is None or item is None or view is None:
        return
    record, at = view.record, view.serving_at(item.id)
    if fact.kind == MOVED:
        moved = next(one for one in record.moved if one.id == fact.row_id)
        host.app.push_screen(fact_dialogs.yrkande(record, at, item, moved))
    elif fact.kind == VOTE:
        vote = next(one for one in record.votes if one.id == fact.row_id)
        host.app.push_screen(
            secret_vote(item, vote, view.may_sit)
            if vote.secret
            else VoteDialog(record, at, item, vote)
        )
    elif fact.kind == STATEMENT:
        said = next(one for one in record.statements if one.id == fact.row_id)
        host.app.push_screen(fact_dialogs.statement(at, item, said.kind, said.persons, said))


def toggle_withdrawn(host: FactList) -> None:
    """A yrkande is withdrawn, or stands again."""
    from nämndtui.workflow.decisions.yrkanden import edit_moved

    fact, item = host.fact, host.item
    if fact is not None and item is not None:
        item_id, gone = item.id, not fact.gone
        host.namnd.write(
            lambda store, actor: edit_moved(store, actor, item_id, fact.row_id, withdrawn=gone)
        )


def remove(host: FactList) -> None:
    """Take the row away."""
    fact, item = host.fact, host.item
    if fact is not None and item is not None:
        item_id = item.id
        host.namnd.write(
            lambda store, actor: _remove(store, actor, item_id, fact),
            notice=f"{fact.label} är borttaget. Ctrl+Z ångrar.",
        )


def _remove(store: Store, actor: Actor, item_id: int, fact: Fact) -> None:
    from nämndtui.workflow.attendance.disqualifications import (
        take_back_disqualification,
        take_part_again,
    )
    from nämndtui.workflow.decisions.statements import take_back_statement
    from nämndtui.workflow.decisions.votes import remove_vote
    from nämndtui.workflow.decisions.yrkanden import remove_moved

    verbs = {
        JAV: take_back_disqualification,
        OUT: take_part_again,
        MOVED: remove_moved,
        VOTE: remove_vote,
        STATEMENT: take_back_statement,
    }
    verbs[fact.kind](store, actor, item_id, fact.row_id)
