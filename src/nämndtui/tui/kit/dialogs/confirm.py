"""Asking before an act that cannot be taken back."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Button

from nämndtui.tui.kit.dialogs.dialog import Dialog, button, text_line


class ConfirmDialog(Dialog[bool]):
    """Says what will happen; the safe button has focus. Returns True for the act, else None.

    ``verb`` names the act (``Radera``, never ``Ja``); ``keep`` names leaving things as they are.
    """

    def __init__(self, title: str, text: str, verb: str, keep: str = "Avbryt") -> None:
        super().__init__(title)
        self._text = text
        self._verb = verb
        self._keep = keep

    def content(self) -> ComposeResult:
        """The text."""
        yield text_line(self._text)

    def buttons(self) -> ComposeResult:
        """Safe first."""
        yield button(self._keep, "keep")
        yield button(self._verb, "act", danger=True)

    def on_mount(self) -> None:
        self.query_one("#keep").focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer."""
        event.stop()
        self.dismiss(True if event.button.id == "act" else None)
