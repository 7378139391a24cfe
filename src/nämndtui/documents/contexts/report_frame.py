"""What stands around a report on paper and is not in the report itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ReportFrame:
    """The case's diary number, and the officials who answer for the report."""

    dnr: str = ""
    references: tuple[str, ...] = ()
