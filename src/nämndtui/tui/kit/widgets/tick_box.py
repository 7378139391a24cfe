"""A box to tick that says by its sign, not by its colour, whether it is ticked."""

from __future__ import annotations

from textual.widgets import Checkbox


class TickBox(Checkbox):
    """Textual's Checkbox, whose X shows only when it is ticked."""

    @property
    def BUTTON_INNER(self) -> str:  # type: ignore[override]  # noqa: N802 - Textual's name
        """X when ticked."""
        return "X" if self.value else " "
