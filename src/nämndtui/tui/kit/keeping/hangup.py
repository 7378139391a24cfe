"""The terminal is closed, or the program is told to end: what is being typed becomes drafts."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nämndtui.tui.kit.work.program import Program

WRITE_SECONDS = 10.0
"""How long the last drafts may take; whoever closed the window is not waiting."""
LEAVE_SECONDS = 3.0
"""How long an orderly end may take before the process ends all the same."""
_SIGNALS = ("SIGHUP", "SIGTERM")


def heed_signals(app: Program) -> None:
    """Draft everything before a signal ends the program. Call from the running app.

    Does nothing where signals cannot be heeded: on Windows, and outside the main thread.
    """
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        if number is None:
            continue
        try:
            asyncio.get_running_loop().add_signal_handler(number, partial(end, app, number))
        except (NotImplementedError, RuntimeError, ValueError):
            return


def end(app: Program, number: int) -> None:
    """Write the drafts, then leave: at once when the terminal is gone, else after restoring it."""
    from nämndtui.tui.kit.keeping.flushing import draft_all_fields

    try:
        draft_all_fields(app)
    finally:
        app.writer.close(WRITE_SECONDS)
        if number == getattr(signal, "SIGHUP", None):
            os._exit(128 + number)  # nobody is there to draw for, and drawing would only hang
        last = threading.Timer(LEAVE_SECONDS, os._exit, [128 + number])
        last.daemon = True
        last.start()
        app.exit(return_code=128 + number)
