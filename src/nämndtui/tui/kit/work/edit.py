"""A versioned save, described so that a conflict can be settled without losing anyone's text."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor


def shown_value(value: object) -> str:
    """A stored value as text: nothing for NULL, one line per point for a list."""
    if value is None:
        return ""
    text = str(value)
    if text.startswith("["):
        try:
            parts = json.loads(text)
        except ValueError:  # text that merely begins with a bracket
            return text
        if isinstance(parts, list) and all(isinstance(part, str) for part in parts):
            return "\n".join(parts)
    return text


@dataclass(frozen=True)
class EditedField:
    """One changed value: what it was when read, and what the user wants, as text.

    ``shown`` turns a stored value of the column into the text the user knows.
    """

    column: str
    label: str
    base: str
    mine: str
    shown: Callable[[object], str] = shown_value


@dataclass(frozen=True)
class Edit:
    """Changed values of one row, and how to save them on a given version.

    ``save`` is called with (store, actor, version). ``unfold`` turns the row somebody else has
    saved into columns by the fields' names, where they are not columns of their own.
    """

    version: int
    fields: tuple[EditedField, ...]
    save: Callable[[Store, Actor, int], Any]
    unfold: Callable[[Mapping[str, object]], Mapping[str, object]] = dict

    def conflicts(self, theirs: Mapping[str, object]) -> tuple[EditedField, ...]:
        """The fields somebody else has given another value since they were read.

        Empty when the row was saved for the sake of other fields only; then our values can be
        saved on top without overwriting anything.
        """
        return tuple(
            field
            for field in self.fields
            if field.column in theirs
            and field.shown(theirs[field.column]) not in (field.base, field.mine)
        )

    def on_top_of(self, theirs: Mapping[str, object]) -> Edit:
        """The same save, now knowing what the row holds."""
        fields = tuple(
            replace(field, base=field.shown(theirs[field.column]))
            if field.column in theirs
            else field
            for field in self.fields
        )
        return replace(self, version=int(str(theirs["version"])), fields=fields)
