"""One thing the minutes should show, and whether they do."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LAW = re.compile(r"(KL \d+:\d+[a-z]?): ")


def law_and_message(fault: str, usual: str) -> tuple[str, str]:
    """The law a fault begins with, and the rest; ``usual`` when it names none."""
    named = _LAW.match(fault)
    return (named[1], fault[named.end() :]) if named else (usual, fault)


@dataclass(frozen=True)
class Requirement:
    """``basis`` is the legal source (``KL 5:67``), empty for the committee's own custom.

    ``text`` says in Swedish what is missing; ``field`` is where it is mended. ``number`` is the
    § (None for the meeting).
    """

    number: int | None
    met: bool
    basis: str
    message: str
    field: str = ""

    @property
    def by_law(self) -> bool:
        """True when a law demands it."""
        return bool(self.basis)

    @property
    def text(self) -> str:
        """``§ 92 KL 5:67: beslutet saknas.``"""
        place = f"§\u00a0{self.number} " if self.number is not None else ""
        return f"{place}{self.basis + ': ' if self.basis else ''}{self.message}"
