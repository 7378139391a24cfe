"""A line to type in, with an undo of its own and no control characters."""

from __future__ import annotations

from typing import Any

from textual.binding import Binding, BindingType
from textual.widgets import Input

from nämndtui.model.text.clean_text import clean_line, clean_text
from nämndtui.tui.kit.textual_private import CleanPaste


class LineInput(CleanPaste, Input):
    """Textual's Input that undoes with Ctrl+Z, redoes with Ctrl+Y and cleans what is pasted."""

    read_only = False
    """True refuses what is typed, pasted, cut or undone; the cursor still moves."""

    BINDINGS: list[BindingType] = [  # type: ignore[misc]  # noqa: RUF012 - as Textual declares it
        Binding("ctrl+z", "undo", "Ångra i fältet", show=False),
        Binding("ctrl+y", "redo", "Gör om i fältet", show=False),
    ]

    def __init__(self, value: str = "", **arguments: Any) -> None:
        arguments.setdefault("select_on_focus", False)
        arguments.setdefault("compact", True)
        # Input sets its value, and so calls watch_value, while it is created.
        self._last = clean_line(value)
        self._done: list[str] = []
        self._undone: list[str] = []
        self._replaying = False
        super().__init__(value=self._last, **arguments)

    def set_text(self, text: str) -> None:
        """Show another text, as if it had been there from the start."""
        self.value = self._last = clean_line(text)
        self._done.clear()
        self._undone.clear()

    def watch_value(self, value: str) -> None:
        """Remember what stood here before."""
        if value != self._last:
            if not self._replaying:
                self._done.append(self._last)
                self._undone.clear()
            self._last = value

    def replace(self, text: str, start: int, end: int) -> None:
        """Everything that edits the text comes through here; refused while ``read_only``."""
        if not self.read_only:
            super().replace(text, start, end)

    def action_undo(self) -> None:
        """Take back the last keystroke."""
        self._replay(self._done, self._undone)

    def action_redo(self) -> None:
        """Do what was taken back again."""
        self._replay(self._undone, self._done)

    def _replay(self, source: list[str], target: list[str]) -> None:
        if source and not self.read_only:
            target.append(self.value)
            self._replaying = True
            self.value = source.pop()
            self._replaying = False
            self.cursor_position = len(self.value)

    def cleaned(self, text: str) -> str:
        """Pasted text on one line, without control characters."""
        return clean_text(text).replace("\n", " ")
