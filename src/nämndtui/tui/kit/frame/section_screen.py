"""What all sections share: top bar, body, key bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Container

from nämndtui.tui.kit.commands.command import CommandHost
from nämndtui.tui.kit.frame.top_bar import TopBar
from nämndtui.tui.kit.styles import style_sheets
from nämndtui.tui.kit.widgets.key_bar import KeyBar
from nämndtui.tui.kit.work.changes import LiveScreen

if TYPE_CHECKING:
    from nämndtui.tui.kit.session import Session


class SectionScreen(CommandHost, LiveScreen):
    """A section. ``SECTION`` is its mode; ``HELP`` says in Swedish what it is for."""

    CSS_PATH = style_sheets("sections")
    SECTION: ClassVar[str] = ""

    @property
    def session(self) -> Session:
        """File, user, clock, committee."""
        return self.namnd.session

    def compose(self) -> ComposeResult:
        yield TopBar(self.SECTION)
        with Container(classes="section-body"):
            yield from self.body()
        yield KeyBar()

    def body(self) -> ComposeResult:
        """The section's own widgets."""
        raise NotImplementedError
