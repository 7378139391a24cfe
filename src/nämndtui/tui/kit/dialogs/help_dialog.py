"""F1: what this place is for and every key that works here, made from the commands."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Button, Static

from nämndtui.tui.kit.commands.offered import Offer
from nämndtui.tui.kit.dialogs.dialog import Dialog, button, text_line

_KEYS_WIDTH = 11
_NAME_WIDTH = 18

READING_KEYS = (
    ("Tab", "Nästa fält", "Gå till nästa fält eller ruta; Skift+Tab går tillbaka."),
    ("Esc", "Tillbaka", "Gå tillbaka ett steg. Inget du har skrivit går förlorat."),
)


class HelpDialog(Dialog[bool]):
    """The help of one screen. ``about`` is the screen's own words about itself."""

    explained = False

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
            yield Static(self._table())

    def _table(self) -> Table:
        table = Table.grid(padding=(0, 2, 0, 0))
        for width in (_KEYS_WIDTH, _NAME_WIDTH, None):
            table.add_column(width=width, overflow="fold")
        rows = [
            (", ".join(o.command.keys_shown()), o.command.label, o.command.explanation())
            for o in self._offered
        ]
        for keys, name, explanation in (*rows, *READING_KEYS):
            table.add_row(Text(keys, "bold"), Text(name), Text(explanation))
        return table

    def buttons(self) -> ComposeResult:
        """One way out."""
        yield button("Stäng", "close")

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Close."""
        event.stop()
        self.dismiss(None)
