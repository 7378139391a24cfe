"""A box where short words become stock phrases: type ``nb``, press Tab."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from nämndtui.model.text.stock_phrases import completion, expansion
from nämndtui.tui.kit.fields.text_box import TextBox


class PhraseBox(TextBox):
    """Tab after a short word writes out its phrase; else Tab leaves the box as elsewhere.

    A phrase begun in full is offered in grey after the cursor, and taken with →.
    """

    NO_PHRASES: ClassVar[Mapping[str, str]] = {}
    phrases: Mapping[str, str] = NO_PHRASES

    def takes_key(self, key: str) -> bool:
        """Tab writes out the phrase of the short word before the cursor, if there is one."""
        return key == "tab" and not self.read_only and self._expand()

    def update_suggestion(self) -> None:
        """Offer the rest of a phrase, at the end of a line."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        at_end = column == len(line) and not self.read_only
        self.suggestion = completion(line, self.phrases) if at_end else ""

    def _expand(self) -> bool:
        row, column = self.cursor_location
        found = expansion(self.document.get_line(row)[:column], self.phrases)
        if found is None:
            return False
        start = (row, column - found.length)
        self.replace(f"{found.text} ", start, (row, column), maintain_selection_offset=False)
        return True
