"""What the register sections share: tabs, and one list at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import ContentSwitcher

from nämndtui.tui.kit.commands.command import Command, Commands
from nämndtui.tui.kit.frame.section_screen import SectionScreen
from nämndtui.tui.kit.styles import style_sheets
from nämndtui.tui.kit.widgets.section_tabs import SectionTabs
from nämndtui.tui.registers.shared.register_pane import RegisterPane


class NextTab(Command["RegisterScreen"]):
    """Gå till nästa flik i avsnittet."""

    key = "ctrl+t,right"
    label = "Nästa flik"

    @classmethod
    def run(cls, host: RegisterScreen) -> None:
        """One step to the right."""
        host.tabs.step(1)


class PreviousTab(Command["RegisterScreen"]):
    """Gå till föregående flik i avsnittet."""

    key = "left"
    label = "Föregående flik"

    @classmethod
    def run(cls, host: RegisterScreen) -> None:
        """One step to the left."""
        host.tabs.step(-1)


class SearchRegister(Command["RegisterScreen"]):
    """Sök i listan medan du skriver. Enter leder till listan, Esc visar allt igen."""

    key = "slash"
    label = "Sök i listan"

    @classmethod
    def run(cls, host: RegisterScreen) -> None:
        """Go to the search line."""
        host.pane.search.focus()


class StepBack(Command["RegisterScreen"]):
    """Till listan; det du har sökt och valt släpps."""

    key = "escape"
    label = "Tillbaka"

    @classmethod
    def run(cls, host: RegisterScreen) -> None:
        """One step."""
        host.pane.step_back()


class RegisterScreen(SectionScreen):
    """A section of several lists; ``PANES`` makes them, in the order of the tabs."""

    CSS_PATH = style_sheets("sections", "registers")
    OFFERED: ClassVar[Commands] = (NextTab, PreviousTab, SearchRegister, StepBack)
    PANES: ClassVar[tuple[type[RegisterPane], ...]] = ()

    def __init__(self) -> None:
        super().__init__()
        self.panes = {
            pane.NAME: pane(f"{self.SECTION}-{place}") for place, pane in enumerate(self.PANES)
        }

    def body(self) -> ComposeResult:
        """Tabs and the lists."""
        yield SectionTabs(tuple(self.panes))
        first = next(iter(self.panes.values()))
        with ContentSwitcher(initial=first.id):
            yield from self.panes.values()

    def on_mount(self) -> None:
        self.pane.focus_list()

    @property
    def tabs(self) -> SectionTabs:
        return self.query_one(SectionTabs)

    @property
    def pane(self) -> RegisterPane:
        """The list shown."""
        return self.panes[self.tabs.current]

    def load(self) -> None:
        """Read the list shown; the others when they are shown."""
        for pane in self.panes.values():
            pane.stale = True
        self.pane.load()

    def on_section_tabs_changed(self, event: SectionTabs.Changed) -> None:
        """Show another list."""
        event.stop()
        self.query_one(ContentSwitcher).current = self.pane.id
        if self.pane.stale:
            self.pane.load()
        self.call_after_refresh(self.pane.focus_list)

    def show_tab(self, name: str, then: Callable[[RegisterPane], None] | None = None) -> None:
        """Go to a tab and do something there."""
        self.tabs.current = name
        if then is not None:
            self.call_after_refresh(then, self.panes[name])
