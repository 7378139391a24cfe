"""Questions about a file: one changed in Word that is in the way, and one just written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.widgets import Button

from nämndtui.tui.kit.dialogs.dialog import Dialog, button, text_line
from nämndtui.tui.kit.files.open_file import open_file

OVERWRITE = "overwrite"
READ_BACK = "read-back"


class EditedFileDialog(Dialog[str]):
    """A file changed in Word is in the way. Returns ``OVERWRITE``, ``READ_BACK`` or None: keep it.

    ``readable`` says that its text can be taken in.
    """

    def __init__(self, text: str, readable: bool) -> None:
        super().__init__("Filen är ändrad i Word")
        self._text = text
        self._readable = readable

    def content(self) -> ComposeResult:
        """What has happened."""
        yield text_line(self._text)

    def buttons(self) -> ComposeResult:
        """Safe first."""
        yield button("Behåll filen", "keep")
        if self._readable:
            yield button("Läs in ändringarna", READ_BACK)
        yield button("Skriv över", OVERWRITE, danger=True)

    def on_mount(self) -> None:
        self.query_one("#keep").focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer."""
        event.stop()
        chosen = event.button.id
        self.dismiss(None if chosen == "keep" else chosen)


class WrittenDialog(Dialog[str]):
    """Where the file is. Enter opens it. Returns the button's id, or None."""

    def __init__(self, title: str, path: Path, also: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(title)
        self._path = path
        self._also = also

    def content(self) -> ComposeResult:
        """The place."""
        yield text_line(str(self._path))

    def buttons(self) -> ComposeResult:
        """Open first: Enter opens."""
        yield button("Öppna", "open", main=True)
        for button_id, label in self._also:
            yield button(label, button_id)
        yield button("Stäng", "close-dialog")

    def on_mount(self) -> None:
        self.query_one("#open").focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Open the file and stay, or answer."""
        event.stop()
        chosen = event.button.id
        if chosen == "open":
            if (problem := open_file(self._path)) is not None:
                self.namnd.say(problem)
            return
        self.dismiss(None if chosen == "close-dialog" else chosen)
