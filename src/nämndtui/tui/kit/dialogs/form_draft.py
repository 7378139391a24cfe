"""What is being filled in in a dialog, kept in case the terminal is killed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nämndtui.store.drafts.draft_key import FORM, DraftKey
from nämndtui.store.drafts.drafts import drafts_of
from nämndtui.tui.kit.forms.form_row import FormRow

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor


@dataclass(frozen=True)
class FormDraft:
    """The draft of one dialog: its title, at one row of ``table``, on one version of its facts."""

    title: str
    row_id: int
    version: int
    table: str = FORM

    @property
    def key(self) -> DraftKey:
        """Its place among the drafts."""
        return DraftKey(self.table, self.row_id, self.title)

    def read(self, connection: sqlite3.Connection, user: str) -> dict[str, Any]:
        """What was being filled in, by field name; empty when nothing was, or on other facts."""
        for row in drafts_of(connection, user):
            if DraftKey.of(row) == self.key and row["base_version"] == self.version:
                entered: dict[str, Any] = json.loads(row["text"])
                return entered
        return {}

    def save(self, store: Store, actor: Actor, entered: Mapping[str, Any]) -> None:
        """Keep what is entered."""
        from nämndtui.store.drafts.drafts import save_draft

        text = json.dumps(dict(entered), ensure_ascii=False)
        save_draft(store, actor.user, actor.now, self.key, text, self.version)

    def discard(self, store: Store, actor: Actor) -> None:
        """Forget it."""
        from nämndtui.store.drafts.drafts import discard_draft

        discard_draft(store, actor.user, self.key)


def entered_in(rows: Sequence[FormRow]) -> dict[str, Any]:
    """What has been entered in the rows that are no longer as they were, by field name."""
    return {row.field.name: row.entered for row in rows if row.dirty}


def fill_in(rows: Sequence[FormRow], entered: Mapping[str, Any]) -> None:
    """Put a draft back into the rows."""
    for row in rows:
        if row.field.name in entered:
            row.set_entered(entered[row.field.name])
