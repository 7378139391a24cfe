"""What a screen may ask of the program around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    import sqlite3

    from textual.screen import Screen, ScreenResultCallbackType

    from nämndtui.model.text.errors import NamndError
    from nämndtui.tui.kit.session import Session
    from nämndtui.tui.kit.work.edit import Edit
    from nämndtui.tui.kit.work.writing import Verb, Writer

T = TypeVar("T")


class Program(Protocol):
    """The program as its screens know it; ``tui/app.py`` is the one that is run.

    A screen reads and writes through it and asks it for the ways to other places; it never
    names another room's screen, so that each room stands on ``kit`` alone.
    """

    startup_error: str
    writer: Writer

    @property
    def session(self) -> Session:
        """File, user, clock, committee."""

    @property
    def read_only(self) -> bool:
        """True when nothing may be written."""

    # -- reading and writing ------------------------------------------------------------------

    def read(
        self,
        name: str,
        query: Callable[[sqlite3.Connection], T],
        then: Callable[[T], None],
    ) -> None:
        """Ask in a thread, ``then`` on the event loop; errors are shown."""

    def write(
        self,
        verb: Verb,
        then: Callable[[Any], None] | None = None,
        failed: Callable[[NamndError], bool] | None = None,
        notice: str = "",
        edit: Edit | None = None,
        quiet: bool = False,
        dropped: Callable[[], None] | None = None,
    ) -> None:
        """Run a verb in the writing thread; ``failed`` returns True when it has told the error."""

    def data_changed(self) -> None:
        """Let every screen read anew what it shows."""

    def undo_last(self) -> None:
        """Undo the last saved change."""

    # -- showing ------------------------------------------------------------------------------

    def say(self, text: str) -> None:
        """A short notice that something is done."""

    def show_error(self, error: NamndError) -> None:
        """What went wrong and what to do."""

    def show_help(self) -> None:
        """What the screen is for and which keys work."""

    def show_palette(self) -> None:
        """Every command possible now."""

    def show_search(self) -> None:
        """Search everything."""

    def toggle_theme(self) -> None:
        """Light or dark."""

    def focus_next_pane(self, step: int) -> None:
        """Move focus among the panes, 1 forwards or -1 back."""

    def push_screen(
        self, screen: Screen[T], callback: ScreenResultCallbackType[T] | None = None
    ) -> object:
        """Put a screen on top; ``callback`` gets its result."""

    def open_screens(self) -> list[Screen[Any]]:
        """Every screen there is, those of other sections and those underneath too."""

    # -- ways ---------------------------------------------------------------------------------

    def go_to(self, section: str) -> None:
        """Switch to a section."""

    def choose_committee(self) -> None:
        """Ask which committee."""

    def change_file(self, path: str) -> None:
        """Write to another file from now on."""

    def open_file(self) -> None:
        """Read the committees of the file anew and show Översikt."""

    def open_meeting(self, meeting_id: int, item_id: int | None = None, field: str = "") -> None:
        """A meeting, at an item and at a ``Finding.field`` when given."""

    def open_item(self, item_id: int, field: str = "") -> None:
        """The meeting an item is on, at that item."""

    def open_case(self, case_id: int) -> None:
        """A case, in Ärenden."""

    def open_register(self, target: str, target_id: int) -> None:
        """A row of a register, or with 0 what waits in it."""

    def show_agenda(self, meeting_id: int, item_id: int | None) -> None:
        """The agenda of a meeting instead of the screen on top, also of one that is over."""

    def show_minutes(self, meeting_id: int, item_id: int | None) -> None:
        """The minutes of a meeting instead of the screen on top."""

    # -- leaving ------------------------------------------------------------------------------

    async def action_quit(self) -> None:
        """Save what is being typed, then leave."""

    def exit(self, result: None = None, return_code: int = 0) -> None:
        """Leave now."""
