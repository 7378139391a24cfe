"""What stands in every open editor, made safe before the program ends or is suspended."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from nämndtui.tui.kit.fields.autosave import AutosaveField, fields_in

if TYPE_CHECKING:
    from nämndtui.store.drafts.draft_key import DraftKey
    from nämndtui.tui.kit.work.program import Program


def save_all_fields(app: Program) -> None:
    """Save every autosaving field on every screen."""
    for field in _open_fields(app):
        field.save()


def draft_all_fields(app: Program) -> None:
    """Keep a draft of what is being typed in every autosaving field and open dialog."""
    for field in _open_fields(app):
        field.save_draft()
    draft_all_dialogs(app)


def draft_all_dialogs(app: Program) -> None:
    """Keep a draft of what is entered in every open dialog that keeps one."""
    from nämndtui.tui.kit.dialogs.keeping_dialog import KeepingDialog

    for screen in app.open_screens():
        if isinstance(screen, KeepingDialog):
            screen.save_draft()


def let_go_of(app: Program, keys: Collection[DraftKey]) -> None:
    """Give up what stands unsaved in the fields of those keys."""
    for field in _open_fields(app):
        if field.source is not None and field.source.key in keys:
            field.let_go()


def _open_fields(app: Program) -> Iterator[AutosaveField]:
    for screen in app.open_screens():
        yield from fields_in(screen)
