"""The secretary's own decision on an item that has no § yet: typed first, decided when saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.text.point_text import text_to_points
from nämndtui.store.drafts.draft_key import BEGUN, DraftKey
from nämndtui.tui.kit.fields.source import FieldSource
from nämndtui.tui.meeting.shared.meeting_view import MeetingView

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor


def begun_key(item: AgendaItem) -> DraftKey:
    """Where its draft is kept: no such row exists before the decision is made."""
    return DraftKey(BEGUN, item.id, "points")


def begun_decision(view: MeetingView, item: AgendaItem) -> FieldSource:
    """An empty decision; what is typed is kept until there is something to decide with."""

    def save(store: Store, actor: Actor, _: int, text: str) -> None:
        from nämndtui.workflow.minutes.minutes import decide_item

        decide_item(store, actor, item.id, "own_decision", points=text_to_points(text))

    key = begun_key(item)
    draft = view.drafts.get(key)
    return FieldSource(key, 0, "", "Beslut", save, draft=draft)
