"""Quarters of a year, as reports name them: ``2026K3``, ``tredje kvartalet 2026``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from nämndtui.model.calendar.calendar_days import add_months
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.model.text.number_words import ordinal

_YEAR_FIRST = re.compile(r"((?:19|20)[0-9]{2})\s*[-:/ ]?\s*(?:kvartal|kv|k|q)?\.?\s*([1-4])")
_YEAR_LAST = re.compile(r"(?:kvartal|kv|k|q)?\.?\s*([1-4])\s*[-:/ ]\s*((?:19|20)[0-9]{2})")


@dataclass(frozen=True, order=True)
class Quarter:
    """One quarter; ``number`` is 1–4. Quarters compare in time order."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year}K{self.number}"

    @property
    def start(self) -> date:
        """The first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def end(self) -> date:
        """The last day."""
        return add_months(self.start, 3) - timedelta(days=1)

    @property
    def previous(self) -> Quarter:
        """The quarter before."""
        return quarter_of(self.start - timedelta(days=1))

    @property
    def next(self) -> Quarter:
        """The quarter after."""
        return quarter_of(self.end + timedelta(days=1))

    @property
    def words(self) -> str:
        """``tredje kvartalet 2026``: the period in running text."""
        return f"{ordinal(self.number)} kvartalet {self.year}"

    @property
    def heading(self) -> str:
        """``kvartal 3 2026``: the period in headings."""
        return f"kvartal {self.number} {self.year}"


def quarter_of(day: date) -> Quarter:
    """The quarter a day lies in."""
    return Quarter(day.year, (day.month + 2) // 3)


def parse_quarter(text: str) -> Quarter:
    """The quarter in ``2026K3``, ``2026 Q3``, ``K3 2026`` or ``kvartal 3 2026``.

    Raises InvalidInputError.
    """
    line = clean_line(text).casefold()
    if found := _YEAR_FIRST.fullmatch(line):
        return Quarter(int(found[1]), int(found[2]))
    if found := _YEAR_LAST.fullmatch(line):
        return Quarter(int(found[2]), int(found[1]))
    raise InvalidInputError(
        f"”{clean_line(text)[:40]}” är inget kvartal. Skriv till exempel 2026K3.", "quarter"
    )
