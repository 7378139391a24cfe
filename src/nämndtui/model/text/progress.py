"""Progress of long work, and the way to stop it."""

from __future__ import annotations

from collections.abc import Callable

from nämndtui.model.text.errors import NamndError

Progress = Callable[[int, int], None]
"""Called now and then with (done, total). It stops the work by raising CancelledError."""


class CancelledError(NamndError):
    """The user stopped the work; nothing of it was kept."""

    def __init__(self) -> None:
        super().__init__("Avbrutet. Inget sparades.")


def no_progress(done: int, total: int) -> None:
    """Progress nobody looks at."""
