"""One fault does not end the program: it is told in a line, noted in a file, and all else works.

It ends as before, with a farewell, when going on would not be safe: while the program starts or
stops, without memory, when it cannot even tell, and when the faults come in a storm.
"""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING

from rich.text import Text
from textual.screen import Screen
from textual.worker import WorkerFailed

from nämndtui.model.text.errors import NamndError
from nämndtui.tui.kit.safe_text import plain, visible
from nämndtui.tui.kit.textual_private import Faults, first_fault, running_node
from nämndtui.tui.kit.work.fault_log import FaultLog, place_of
from nämndtui.tui.kit.work.faults import debugging, farewell

if TYPE_CHECKING:
    from nämndtui.tui.kit.session import Session

NOTICE_SECONDS = 10.0


class Storm:
    """Counts faults: so many in so short a time that nobody could work."""

    MOST = 20
    SECONDS = 2.0

    def __init__(self) -> None:
        self._moments: deque[float] = deque(maxlen=self.MOST)

    def breaks_out(self, now: float) -> bool:
        """Count a fault at ``now`` (seconds); True when it is one too many."""
        self._moments.append(now)
        return len(self._moments) == self.MOST and now - self._moments[0] < self.SECONDS


class Told:
    """Remembers which faults have just been told, so that each is told once in a while."""

    def __init__(self) -> None:
        self._at: dict[tuple[str, str, int], float] = {}

    def again(self, place: tuple[str, str, int], now: float) -> bool:
        """True when this fault was told less than ``NOTICE_SECONDS`` ago."""
        before = self._at.get(place)
        if before is not None and now - before < NOTICE_SECONDS:
            return True
        self._at[place] = now
        return False


class GoingOn(Faults):
    """Mix in before App. The app has a ``session`` with a clock and a ``fault_log``."""

    session: Session
    fault_log: FaultLog

    def __init__(self) -> None:
        super().__init__()
        self._storm = Storm()
        self._told = Told()

    def survives(self, error: Exception) -> bool:
        """Note and tell the fault; True when the program can go on without what raised it."""
        if debugging():
            return False
        if isinstance(error, WorkerFailed) and isinstance(error.error, Exception):
            error = error.error
        noted = self.note_fault(error)
        now = time.monotonic()
        if not self.loop_runs or isinstance(error, MemoryError) or self._storm.breaks_out(now):
            return False
        self._leave_half_built()
        if not self._told.again(place_of(error), now):
            self._tell(error, noted)
        return True

    def note_fault(self, error: BaseException) -> bool:
        """Write a fault in the program to the file for them; False when that is not possible."""
        return self.fault_log.note(error, self.session.clock())

    def last_words(self) -> None:
        """No traceback, and no data in it, on a user's terminal."""
        if debugging():
            super().last_words()
        else:
            self.panic(Text(visible(farewell(first_fault(self)))))

    def _tell(self, error: Exception, noted: bool) -> None:
        if isinstance(error, NamndError):
            text = str(error)
        else:
            where = f" Felet är antecknat i {self.fault_log.shown_path}." if noted else ""
            kind = type(error).__name__
            text = (
                f"Programmet gjorde fel ({kind}) men fortsätter. Saknas något, gör om det.{where}"
            )
        self.notify(
            str(plain(text, limit=300)),
            severity="error",
            timeout=NOTICE_SECONDS,
            markup=False,
        )

    def _leave_half_built(self) -> None:
        """A screen that went wrong while it was being built shows nothing to work with."""
        screen = running_node()
        if isinstance(screen, Screen) and not screen.is_mounted and len(self.screen_stack) > 1:
            self.call_later(self._leave, screen)

    def _leave(self, screen: Screen[object]) -> None:
        if screen.is_active and len(self.screen_stack) > 1:
            screen.dismiss(None)
