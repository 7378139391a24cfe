"""What earlier reports have told of the register's rows, corrections followed (A8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from nämndtui.model.unenforced.unenforced_decision import UnenforcedDecision

if TYPE_CHECKING:
    from nämndtui.model.calendar.quarter import Quarter
    from nämndtui.model.unenforced.quarter_report import QuarterReport, ReportRow


_ALWAYS_TOLD = ("local_key", "law", "measure", "kind", "start", "sex", "decided_on")
_TOLD_WHEN_THERE = ("reason", "executed_on", "closed_on")


@dataclass(frozen=True)
class Told:
    """What the reports before a quarter have told of one row.

    ``first`` is the quarter (``2026K1``) that first had it, ``ends`` the days of execution or
    closing they have shown.
    """

    first: str
    ends: frozenset[date] = frozenset()


def told_before(
    reports: Iterable[QuarterReport], quarter: Quarter, heirs: Mapping[int, int]
) -> dict[int, Told]:
    """Row id → what reports of quarters before ``quarter`` told of it or of what it corrects.

    ``reports`` are those in force of one law, ``heirs`` as ``heirs_of`` gives them.
    """
    found: dict[int, Told] = {}
    for report in sorted(reports, key=lambda one: one.quarter):
        if report.quarter >= quarter:
            continue
        for row in report.rows:
            row_id = heirs.get(row.support_id, row.support_id)
            told = found.get(row_id, Told(row.first_reported or str(report.quarter)))
            ended = row.executed_on or row.closed_on
            found[row_id] = replace(told, ends=told.ends | {ended}) if ended else told
    return found


def heirs_of(rows: Iterable[UnenforcedDecision]) -> dict[int, int]:
    """Corrected row → the row that holds now, however many corrections lie between."""
    steps = {row.id: row.superseded_by for row in rows if row.superseded_by is not None}
    found = {}
    for row_id in steps:
        last, seen = row_id, {row_id}
        while steps.get(last) is not None and steps[last] not in seen:
            last = steps[last]
            seen.add(last)
        found[row_id] = last
    return found


def followed(report: QuarterReport, heirs: Mapping[int, int]) -> QuarterReport:
    """A compiled report with corrected rows named by those that hold now; nothing else differs."""
    rows = (
        replace(row, support_id=heirs.get(row.support_id, row.support_id)) for row in report.rows
    )
    return replace(report, rows=tuple(rows))


def unsays(old: UnenforcedDecision, new: UnenforcedDecision, told: Iterable[ReportRow]) -> bool:
    """True when ``new`` says otherwise than what reports have told of ``old``.

    What has only been added since – an end, one more refused offer, a reason where none was told
    – takes nothing back. ``told`` are the row's snapshots in every compiled report.
    """
    changed = {
        name
        for name in (*_ALWAYS_TOLD, *_TOLD_WHEN_THERE)
        if getattr(new, name) != getattr(old, name)
    }
    return any(
        changed.intersection(_ALWAYS_TOLD)
        or any(name in changed and getattr(row, name) for name in _TOLD_WHEN_THERE)
        or not set(row.refused_offers) <= set(new.refused_offers)
        for row in told
    )
