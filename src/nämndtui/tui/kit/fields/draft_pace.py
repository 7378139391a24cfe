"""How often what is typed is kept: soon after the first key, then steadily."""

from __future__ import annotations

from collections.abc import Callable

from textual.message_pump import MessagePump
from textual.timer import Timer


class DraftPace:
    """Calls ``keep`` a moment after the first key that is not kept, however long one types on.

    A pause is not waited for: whoever types without one would lose everything. While a draft is
    being written no other is begun, so that a slow disk gets the newest text and no queue.
    """

    def __init__(self, node: MessagePump, seconds: float, keep: Callable[[], None]) -> None:
        self._node = node
        self._seconds = seconds
        self._keep = keep
        self._timer: Timer | None = None
        self._writing = 0
        self._more = False

    def touch(self) -> None:
        """Something was typed."""
        if self._writing:
            self._more = True
        elif self._timer is None:
            self._timer = self._node.set_timer(self._seconds, self._due)

    def stop(self) -> None:
        """Nothing waits to be kept any longer."""
        self._more = False
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def writing(self) -> None:
        """A draft is on its way to the disk."""
        self._writing += 1

    def written(self) -> None:
        """It is there, or was refused; go on with what was typed meanwhile."""
        self._writing -= 1
        if self._more and not self._writing:
            self._more = False
            self.touch()

    def _due(self) -> None:
        self._timer = None
        self._keep()
