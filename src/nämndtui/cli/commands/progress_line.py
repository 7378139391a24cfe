"""Progress of long work, on stderr: a line that counts, or now and then a line in a log."""

from __future__ import annotations

import sys
from time import monotonic

from nämndtui.cli.light.output import message
from nämndtui.model.text.number_words import number_text

_FIRST = 1.0
_BETWEEN_LINES = 5.0
_BETWEEN_COUNTS = 0.2


class ProgressLine:
    """Called with (done, total); nothing is shown for work that is done within a second."""

    def __init__(self) -> None:
        self._next = monotonic() + _FIRST
        self._shown = False

    def __call__(self, done: int, total: int) -> None:
        """Show how far the work has come, when it is time."""
        now = monotonic()
        if now < self._next:
            return
        text = f"{number_text(done)} av {number_text(total)} rader"
        if sys.stderr is not None and sys.stderr.isatty():
            sys.stderr.write(f"\r{text}\x1b[K")
            sys.stderr.flush()
            self._shown = True
            self._next = now + _BETWEEN_COUNTS
        else:
            message(text)
            self._next = now + _BETWEEN_LINES

    def done(self) -> None:
        """Leave the counting line."""
        if self._shown and sys.stderr is not None:
            sys.stderr.write("\r\x1b[K")
            self._shown = False
