"""Which rows a quarter's report lists (A8), by dates alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from nämndtui.model.quarter import Quarter
from nämndtui.model.support_decision import SupportDecision


def is_listed(row: SupportDecision, quarter: Quarter, compiled_on: date) -> bool:
    """True when the row belongs in the report of ``quarter`` compiled on ``compiled_on``.

    That is: three months had passed by the end of the quarter (SoL 34:1, LSS 28 f) and it was
    not executed or closed when the quarter before ended. Executed or closed after that and at
    the latest on the day of compilation it is listed with that date, which is also the final
    notice (SoL 34:2, LSS 28 g). What was executed or closed within its three months was never
    to be reported. A refused offer ends nothing.
    """
    if row.superseded_by is not None or row.start > compiled_on:
        return False
    if row.reportable_from > quarter.end:
        return False
    ended = ended_by(row, compiled_on)
    return ended is None or (ended > quarter.previous.end and ended > row.reportable_from)


def ended_by(row: SupportDecision, compiled_on: date) -> date | None:
    """The day it was executed or closed, as known on the day of compilation."""
    ended = row.ended_on
    return ended if ended is not None and ended <= compiled_on else None


def listed_rows(
    rows: Iterable[SupportDecision], law: str, quarter: Quarter, compiled_on: date
) -> tuple[SupportDecision, ...]:
    """The rows of one law's report: decisions before interruptions, oldest first."""
    chosen = [row for row in rows if row.law == law and is_listed(row, quarter, compiled_on)]
    return tuple(sorted(chosen, key=lambda row: (row.kind != "decision", row.start, row.id)))


def final_notices(
    rows: Iterable[SupportDecision], quarter: Quarter, compiled_on: date
) -> tuple[SupportDecision, ...]:
    """Listed rows that have ended: IVO is to be told the date (SoL 34:2, LSS 28 g)."""
    return tuple(
        row
        for row in rows
        if is_listed(row, quarter, compiled_on) and ended_by(row, compiled_on) is not None
    )


def carried_over(
    rows: Iterable[SupportDecision], quarter: Quarter, compiled_on: date
) -> tuple[SupportDecision, ...]:
    """Listed rows still open: they return in the next quarter's report."""
    return tuple(
        row
        for row in rows
        if is_listed(row, quarter, compiled_on) and ended_by(row, compiled_on) is None
    )
