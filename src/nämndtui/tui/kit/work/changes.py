"""Screens that follow the data: loaded when shown, loaded again after every saved change."""

from __future__ import annotations

from textual.screen import Screen

from nämndtui.tui.kit.work.reading import Reads


class LiveScreen(Reads, Screen[None]):
    """A screen whose ``load`` reads what it shows. Hidden screens load when they are shown."""

    _stale = True

    def load(self) -> None:
        """Start the reads that fill the screen. Called when shown and after each change."""
        raise NotImplementedError

    @property
    def in_sight(self) -> bool:
        """True for the top screen and for those seen through what lies above them.

        Textual's ``is_current`` counts the screen under a covering one as well.
        """
        stack = self.app.screen_stack
        if self not in stack:
            return False
        above = stack[stack.index(self) + 1 :]
        return all(screen.styles.background.a < 1 for screen in above)

    def data_changed(self) -> None:
        """Something was saved: load now, or when next shown."""
        self._stale = True
        if self.in_sight:
            self._load_if_stale()

    def on_screen_resume(self) -> None:
        """Shown (again): load when something has changed since."""
        self._load_if_stale()

    def _load_if_stale(self) -> None:
        # One that is still being built has nothing to fill; it is told when it is first shown.
        if self._stale and self.is_mounted:
            self._stale = False
            self.load()
