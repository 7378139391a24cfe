"""Who does it, and when: the clock and the user's name come in from the outermost layer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Actor:
    """The user behind a verb and the moment it is done (local time)."""

    user: str
    now: datetime

    @property
    def today(self) -> date:
        """The day of ``now``."""
        return self.now.date()
