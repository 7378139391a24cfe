"""Something longer to read: an error with its cause, a checksum, a finished file's place."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Button

from nämndtui.tui.kit.commands.command import Command
from nämndtui.tui.kit.dialogs.dialog import Dialog, button, text_line


class CopyText(Command["TextDialog"]):
    """Kopiera texten till urklipp."""

    key = "c"
    label = "Kopiera"
    footer = True
    act = "copy_text"


class TextDialog(Dialog[bool]):
    """A text that scrolls and can be copied."""

    OFFERED = (CopyText,)

    def __init__(self, title: str, text: str) -> None:
        super().__init__(title)
        self._text = text

    def content(self) -> ComposeResult:
        with VerticalScroll(classes="dialog-text"):
            yield text_line(self._text)

    def buttons(self) -> ComposeResult:
        """One way out."""
        yield button("Stäng", "close")

    def on_mount(self) -> None:
        self.query_one("#close").focus()

    def copy_text(self) -> None:
        """Put the text on the clipboard."""
        self.app.copy_to_clipboard(self._text)
        self.namnd.say("Texten är kopierad.")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Close."""
        event.stop()
        self.dismiss(None)
