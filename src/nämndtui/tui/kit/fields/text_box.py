"""Several lines to type in: Textual's TextArea with Office's keys and clean pasting."""

from __future__ import annotations

from typing import Any

from textual.widgets import TextArea

from nämndtui.model.text.clean_text import clean_text
from nämndtui.tui.kit.textual_private import CleanPasteBox, drop_key

_LEFT_TO_THE_APP = ("f6", "f7", "ctrl+f", "shift+f6")


class TextBox(CleanPasteBox, TextArea):
    """Tab leaves the box, F6 and F7 keep the meaning they have elsewhere, no syntax colours."""

    def __init__(self, text: str = "", **arguments: Any) -> None:
        arguments.setdefault("compact", True)
        arguments.setdefault("tab_behavior", "focus")
        super().__init__(clean_text(text), **arguments)
        for key in _LEFT_TO_THE_APP:
            drop_key(self, key)

    def set_text(self, text: str) -> None:
        """Show another text, as if it had been there from the start."""
        self.load_text(clean_text(text))

    def cleaned(self, text: str) -> str:
        """Pasted text without control characters."""
        return clean_text(text)
