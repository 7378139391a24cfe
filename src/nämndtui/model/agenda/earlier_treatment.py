"""How a returning item was treated before: where, why, and in words (F 6)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from nämndtui.model.calendar.swedish_dates import long_date
from nämndtui.model.text.vocabulary import VALUES


@dataclass(frozen=True)
class EarlierTreatment:
    """One earlier meeting of an item; ``number`` None when it got no § there."""

    date: dt.date
    state: str
    number: int | None = None
    reason: str = ""

    @property
    def text(self) -> str:
        """``§ 92 den 8 december 2026, återremiss: utreda kostnaderna``."""
        section = f"§\u00a0{self.number} " if self.number else ""
        how = VALUES["treatment"].get(self.state, "")
        why = f": {' '.join(self.reason.split())}" if how and self.reason.strip() else ""
        return f"{section}{long_date(self.date)}{', ' if how else ''}{how}{why}"
