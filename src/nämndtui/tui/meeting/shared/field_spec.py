"""Fields of a row as data: what stands in them and how they are saved."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from nämndtui.store.drafts.draft_key import DraftKey
from nämndtui.tui.kit.fields.source import FieldSource
from nämndtui.tui.kit.work.edit import shown_value
from nämndtui.tui.meeting.shared.meeting_view import MeetingView

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor

RowT = TypeVar("RowT")


@dataclass(frozen=True)
class FieldSpec(Generic[RowT]):
    """One field of an item or a §.

    ``table`` and ``column`` are those of its draft's key. ``kind`` is line, text or points.
    ``value`` gives the text of a row, ``version`` the version it is saved on, and ``save`` the
    verb's call with (store, actor, row id, version, text).
    """

    name: str
    label: str
    table: str
    column: str
    value: Callable[[RowT], str]
    save: Callable[[Store, Actor, int, int, str], Any]
    version: Callable[[MeetingView, RowT], int]
    kind: str = "text"
    placeholder: str = ""
    shown: Callable[[object], str] = shown_value

    def source(self, view: MeetingView, row: RowT, row_id: int) -> FieldSource:
        """Where the field's text comes from now.

        What may lack a row yet (memos, proposals) is keyed by the item's id.
        """
        save, key = self.save, DraftKey(self.table, row_id, self.column)
        return FieldSource(
            key=key,
            version=self.version(view, row),
            value=self.value(row),
            label=self.label,
            save=lambda store, actor, version, text: save(store, actor, row_id, version, text),
            shown=self.shown,
            draft=view.drafts.get(key),
        )


def stored_parts(stored: object) -> list[Any]:
    """The parts of a list as the database holds it (JSON); nothing for anything else."""
    parts = json.loads(str(stored)) if stored else []
    return parts if isinstance(parts, list) else []
