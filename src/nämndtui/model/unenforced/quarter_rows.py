"""Which rows a quarter's report lists (A8): by dates, and by what earlier reports have told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from nämndtui.model.calendar.quarter import Quarter
from nämndtui.model.unenforced.told_before import Told
from nämndtui.model.unenforced.unenforced_decision import UnenforcedDecision


def is_listed(
    row: UnenforcedDecision, quarter: Quarter, compiled_on: date, told: Told | None = None
) -> bool:
    """True when the row belongs in the report of ``quarter`` compiled on ``compiled_on``.

    ``told`` is what earlier reports have told of it, None for nothing. Three months must have
    passed by the end of the quarter (SoL 34:1, LSS 28 f); a refused offer ends nothing. A row
    that has ended by the day of compilation is listed once with that date, which is also the
    final notice (SoL 34:2, LSS 28 g): when an earlier report has it, until one has shown that
    date; when none has, if it ended after the quarter before and not within its three months.
    """
    if row.superseded_by is not None or row.start > compiled_on:
        return False
    if row.reportable_from > quarter.end:
        return False
    ended = ended_by(row, compiled_on)
    if ended is None:
        return True
    if told is not None:
        return ended not in told.ends
    return ended > quarter.previous.end and ended > row.reportable_from


def ended_by(row: UnenforcedDecision, compiled_on: date) -> date | None:
    """The day it was executed or closed, as known on the day of compilation."""
    ended = row.ended_on
    return ended if ended is not None and ended <= compiled_on else None


def listed_rows(
    rows: Iterable[UnenforcedDecision],
    law: str,
    quarter: Quarter,
    compiled_on: date,
    told: Mapping[int, Told] | None = None,
) -> tuple[UnenforcedDecision, ...]:
    """The rows of one law's report: decisions before interruptions, oldest first."""
    known = told or {}
    chosen = [
        row
        for row in rows
        if row.law == law and is_listed(row, quarter, compiled_on, known.get(row.id))
    ]
    return tuple(sorted(chosen, key=lambda row: (row.kind != "decision", row.start, row.id)))
