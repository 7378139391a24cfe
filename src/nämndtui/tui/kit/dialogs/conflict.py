"""Two people saved the same thing: both texts side by side, and the user chooses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button

from nämndtui.tui.kit.dialogs.dialog import Dialog, button, text_line
from nämndtui.tui.kit.work.edit import EditedField

MINE = "mine"
THEIRS = "theirs"


class ConflictDialog(Dialog[str]):
    """Returns ``MINE`` (save mine over theirs), ``THEIRS`` (let mine go) or None (go on editing).

    ``theirs`` maps a field's column to the text that is saved now.
    """

    def __init__(self, fields: Sequence[EditedField], theirs: Mapping[str, str]) -> None:
        super().__init__("Någon annan har sparat samma uppgift")
        self.add_class("conflict")
        self._fields = fields
        self._theirs = theirs

    def content(self) -> ComposeResult:
        """Both texts of every field that differs."""
        yield text_line("Ingenting är överskrivet. Vilken text ska gälla?")
        with VerticalScroll(classes="dialog-text"):
            for field in self._fields:
                yield text_line(field.label, "conflict-label")
                with Horizontal(classes="conflict-pair"):
                    yield text_side("Din text", field.mine)
                    yield text_side("Sparad av någon annan", self._theirs[field.column])

    def buttons(self) -> ComposeResult:
        """The safe one first: going on with the editing changes nothing."""
        yield button("Fortsätt redigera", "keep")
        yield button("Använd den andras", THEIRS)
        yield button("Spara min", MINE, main=True)

    def on_mount(self) -> None:
        self.query_one("#keep").focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer."""
        event.stop()
        chosen = event.button.id
        self.dismiss(chosen if chosen in (MINE, THEIRS) else None)


def text_side(title: str, text: str) -> Vertical:
    """One of two texts beside each other."""
    side = Vertical(text_line(text or "(tomt)"), classes="conflict-side")
    side.border_title = title
    return side
