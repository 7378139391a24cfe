"""Texts somebody has not saved stand in the way: save them, throw them away, or go back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widgets import Button

from nämndtui.model.text.errors import NamndError
from nämndtui.model.text.point_text import text_to_points
from nämndtui.tui.kit.dialogs.dialog import Dialog, button, text_line
from nämndtui.tui.kit.dialogs.form_dialog import FormDialog
from nämndtui.tui.kit.keeping.flushing import let_go_of
from nämndtui.tui.kit.safe_text import one_line
from nämndtui.workflow.minutes.unsaved_texts import UnsavedTextsError, save_unsaved, throw_away

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor

SAVE, THROW = ("save", "throw")


class UnsavedDialog(Dialog[str]):
    """Whose texts, where, and how they begin. Returns SAVE, THROW or None."""

    def __init__(self, error: UnsavedTextsError) -> None:
        super().__init__("Det finns text som inte är sparad")
        self._texts = error.texts

    def content(self) -> ComposeResult:
        """One line for each text."""
        for one in self._texts:
            begins = f": {one_line(one.text, 60)}" if one.savable else ""
            yield text_line(f"{one.words}{begins}")
        if not self._savable:
            yield text_line("En halvifylld ruta görs klar på sin punkt, eller slängs.")

    def buttons(self) -> ComposeResult:
        """Safe first."""
        yield button("Tillbaka", "back")
        yield button("Släng", THROW, danger=True)
        if self._savable:
            yield button("Spara", SAVE, main=True)

    @property
    def _savable(self) -> bool:
        return all(one.savable for one in self._texts)

    def on_mount(self) -> None:
        self.query_one("#back").focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer."""
        event.stop()
        chosen = event.button.id
        self.dismiss(chosen if chosen in (SAVE, THROW) else None)


def settle_unsaved(form: FormDialog, error: NamndError) -> bool:
    """When a form's verb was refused for unsaved texts: ask, deal with them, submit again."""
    if not isinstance(error, UnsavedTextsError):
        return False
    texts, app = error.texts, form.namnd

    def answered(choice: str | None) -> None:
        if choice == SAVE:
            app.write(_saving(error), then=lambda _: form.submit(), failed=form.refused)
        elif choice == THROW:
            let_go_of(app, {one.key for one in texts})
            app.write(lambda store, _: throw_away(store, texts), then=lambda _: form.submit())

    app.push_screen(UnsavedDialog(error), answered)
    return True


def _saving(error: UnsavedTextsError) -> Callable[[Store, Actor], None]:
    return lambda store, actor: save_unsaved(store, actor, error.texts, text_to_points)
