"""The two lines at the top: committee and day, then the sections."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.tui.kit.frame.everywhere import SECTIONS, GoCommand
from nämndtui.tui.kit.safe_text import one_line, plain

if TYPE_CHECKING:
    from nämndtui.tui.kit.work.program import Program

_AROUND = 4
"""Cells of a tab beside its name: the number, and the blanks."""


class SectionTab(Static):
    """One section's name with its number; clicking goes there."""

    def __init__(self, section: type[GoCommand]) -> None:
        super().__init__(markup=False)
        self._section = section
        self.show_name(section.label)
        self.tooltip = section.explanation()

    def show_name(self, name: str) -> None:
        """Show the number with the whole name or a shorter one."""
        self.update(plain(f"{self._section.key} {name}"))

    def show_short(self, short: bool) -> None:
        """The short name, where the section has one, or the whole."""
        self.show_name((short and self._section.short) or self._section.label)

    def show_current(self, section: str) -> None:
        """Mark the tab when it is where the user is."""
        current = section == self._section.section
        self.set_class(current, "-current")

    def on_click(self, event: events.Click) -> None:
        """Go to the section."""
        event.stop()
        cast("Program", self.app).go_to(self._section.section)


class CommitteeName(Static):
    """The committee; clicking offers the others, when there are others."""

    def on_click(self, event: events.Click) -> None:
        """Choose another committee."""
        event.stop()
        app = cast("Program", self.app)
        if len(app.session.committees) > 1:
            app.choose_committee()


class TopBar(Horizontal):
    """Committee at the left, day at the right, sections underneath."""

    def __init__(self, section: str = "") -> None:
        super().__init__()
        self._section = section

    def compose(self) -> ComposeResult:
        with Horizontal(id="top-line"):
            yield CommitteeName(id="committee", markup=False)
            yield Static(id="day", markup=False)
        with Horizontal(id="tabs"):
            for section in SECTIONS:
                yield SectionTab(section)

    def on_mount(self) -> None:
        for tab in self.query(SectionTab):
            tab.show_current(self._section)
        self.show_session()

    def on_resize(self, event: events.Resize) -> None:
        """Whole names where they fit; shorter ones, then closer together, where they do not."""
        whole = sum(len(section.label) for section in SECTIONS) + _AROUND * len(SECTIONS)
        short = sum(len(s.short or s.label) for s in SECTIONS) + _AROUND * len(SECTIONS)
        self.set_class(short > event.size.width, "-tight")
        for tab in self.query(SectionTab):
            tab.show_short(whole > event.size.width)

    def show_session(self) -> None:
        """Show the committee, the day and whether the file is read-only."""
        session = cast("Program", self.app).session
        committee = session.committee
        name = f"{committee.name}, {committee.municipality}" if committee else "NämndTUI"
        name = one_line(name.rstrip(", "), 48)
        more = "  ▾" if len(session.committees) > 1 else ""
        self.query_one("#committee", Static).update(plain(f"{name}{more}"))
        closed = "skrivskyddad · " if session.read_only else ""
        self.query_one("#day", Static).update(plain(closed + short_date(session.today, year=True)))
