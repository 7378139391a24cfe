"""Undo: the last saved change, replayed backwards."""

from __future__ import annotations

from nämndtui.store.database import Store
from nämndtui.store.undo import undo
from nämndtui.workflow.actor import Actor


def undo_last(store: Store, actor: Actor) -> str:
    """Undo the newest change; returns its Swedish summary.

    Raises RefusedError when there is nothing to undo, when the row has changed since, or when
    the change may never be undone (adjusted minutes, sent numbers).
    """
    with store.change("undo", actor.user, actor.now) as change:
        return undo(change)
