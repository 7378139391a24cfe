"""Where an editor's text comes from and how it is saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nämndtui.store.drafts.draft_key import DraftKey
from nämndtui.tui.kit.work.edit import Edit, EditedField, shown_value

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor


@dataclass(frozen=True)
class Draft:
    """A text that was typed but not saved, and the version it was typed on."""

    text: str
    base_version: int


@dataclass(frozen=True)
class FieldSource:
    """One value of one row; ``key`` tells one source from another, and its drafts.

    ``save`` is called with (store, actor, version, text) and runs the verb. ``shown`` turns a
    stored column value into the text the user knows; it is used when somebody else has saved.
    ``draft`` is what was being typed when the terminal was killed, if anything.
    """

    key: DraftKey
    version: int
    value: str
    label: str
    save: Callable[[Store, Actor, int, str], Any]
    shown: Callable[[object], str] = shown_value
    draft: Draft | None = None

    def edit(self, text: str) -> Edit:
        """The save of ``text``, without leaving a draft behind."""

        def save(store: Store, actor: Actor, version: int) -> Any:
            result = self.save(store, actor, version, text)
            self.discard_draft(store, actor)
            return result

        field = EditedField(self.key.column, self.label, self.value, text, self.shown)
        return Edit(self.version, (field,), save)

    def save_draft(self, store: Store, actor: Actor, text: str) -> None:
        """Keep ``text`` in case the program is killed."""
        from nämndtui.store.drafts.drafts import save_draft

        save_draft(store, actor.user, actor.now, self.key, text, self.version)

    def discard_draft(self, store: Store, actor: Actor) -> None:
        """The draft is no longer needed."""
        from nämndtui.store.drafts.drafts import discard_draft

        discard_draft(store, actor.user, self.key)
