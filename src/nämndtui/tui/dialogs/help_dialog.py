"""F1: what this place is for and every key that works here, made from the commands."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from nämndtui.tui.commands.offered import Offer
from nämndtui.tui.dialogs.dialog import Dialog, button, text_line
from nämndtui.tui.safe_text import plain

_KEYS_WIDTH = 12
_NAME_WIDTH = 20

READING_KEYS = (
    ("Tab", "Nästa fält", "Gå till nästa fält eller ruta; Skift+Tab går tillbaka."),
    ("Esc", "Tillbaka", "Gå tillbaka ett steg. Inget du har skrivit går förlorat."),
)


class HelpDialog(Dialog[bool]):
    """The help of one screen. ``about`` is the screen's own words about itself."""

    def __init__(self, title: str, about: str, offered: Sequence[Offer]) -> None:
        super().__init__(f"Hjälp: {title}")
        self.add_class("help")
        self._about = about
        self._offered = offered

    def content(self) -> ComposeResult:
        """About, then the keys."""
        with VerticalScroll(classes="dialog-text"):
            if self._about:
                yield text_line(self._about, "help-about")
            yield Static(Content("\n").join(self._rows()), markup=False)

    def _rows(self) -> list[Content]:
        rows = [
            _row(", ".join(o.command.keys_shown()), o.command.label, o.command.explanation())
            for o in self._offered
        ]
        return [*rows, *(_row(*row) for row in READING_KEYS)]

    def buttons(self) -> ComposeResult:
        """One way out."""
        yield button("Stäng", "close")

    def on_mount(self) -> None:
        """Arrows scroll."""
        self.query_one(VerticalScroll).focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Close."""
        event.stop()
        self.dismiss(None)


def _row(keys: str, name: str, explanation: str) -> Content:
    return Content("").join(
        (
            plain(keys.ljust(_KEYS_WIDTH), "bold"),
            plain(name.ljust(_NAME_WIDTH)),
            plain(explanation, "dim"),
        )
    )
