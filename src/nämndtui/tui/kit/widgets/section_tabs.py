"""The parts of an item as tabs: Förslag, Sammanfattning, Skrivelse, Bilagor, Mer."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from nämndtui.tui.kit.safe_text import plain


class SectionLabel(Static):
    """One tab; a click chooses it."""

    def __init__(self, name: str) -> None:
        super().__init__(plain(name), markup=False)
        self.section = name

    def on_click(self, event: events.Click) -> None:
        """Choose the section."""
        event.stop()
        if isinstance(self.parent, SectionTabs):
            self.parent.current = self.section


class SectionTabs(Horizontal):
    """A row of names, the current one in brackets so that no colour is needed to see it."""

    current: reactive[str] = reactive("", init=False)

    class Changed(Message):
        """Another section is current."""

        def __init__(self, section: str) -> None:
            super().__init__()
            self.section = section

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(classes="section-tabs")
        self.names = names
        self.set_reactive(SectionTabs.current, names[0])

    def compose(self) -> ComposeResult:
        for name in self.names:
            yield SectionLabel(name)

    def on_mount(self) -> None:
        self._mark()

    def watch_current(self) -> None:
        """Mark it and tell."""
        self._mark()
        self.post_message(self.Changed(self.current))

    def step(self, steps: int) -> None:
        """Go to the next (1) or previous (-1) section, round and round."""
        place = self.names.index(self.current)
        self.current = self.names[(place + steps) % len(self.names)]

    def _mark(self) -> None:
        for label in self.query(SectionLabel):
            chosen = label.section == self.current
            label.set_class(chosen, "-current")
            label.update(plain(f"[{label.section}]" if chosen else label.section))
