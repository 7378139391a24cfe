"""Finding the assignments a decision gives: "uppdrar åt förvaltningen att … senast den …"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from nämndtui.model.calendar.calendar_days import add_months
from nämndtui.model.calendar.swedish_dates import parse_date
from nämndtui.model.text.errors import InvalidInputError

_WHO = r"(?P<who>[^.;:]+?)"
_TASK = r"att:?\s+(?P<task>.+?)\s*$"
_ASSIGNS = tuple(
    re.compile(rf"\b{words} {_TASK}", re.IGNORECASE | re.DOTALL)
    for words in (
        rf"uppdrar? åt {_WHO}(?: i uppdrag)?",
        rf"uppdrar? till {_WHO}",
        rf"(?:ger|ge) {_WHO} i uppdrag",
        rf"(?:ger|ge|lämnar?) i uppdrag (?:åt|till) {_WHO}",
    )
)
"""The ways to give an assignment. "Ger … rätt att" delegates and gives none."""
_TO_OTHERS = re.compile(r"\b(?:föreslår?|hemställer|begär)\b", re.IGNORECASE)
"""What the committee asks the council to assign is not assigned yet."""
_BY = re.compile(
    r"\b(?:senast|före|till|på sammanträdet) (?:den )?(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"|[0-9]{1,2}[\s\u00a0][a-zåäö]+(?:[\s\u00a0][0-9]{4})?)",
    re.IGNORECASE,
)
_WITHIN_YEAR = re.compile(
    r"\b(?:före utgången av|senast(?: under)?) (?P<year>20[0-9]{2})\b(?!-)", re.IGNORECASE
)
_WITHIN_MONTH = re.compile(
    r"\b(?:senast i|före utgången av) (?P<month>[a-zåäö]+)(?:[\s\u00a0](?P<year>20[0-9]{2}))?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class FoundAssignment:
    """A task read out of a decision; ``due`` None when no date is written."""

    assignee: str
    task: str
    due: dt.date | None = None


def assignments_in(points: Iterable[str], decided_on: dt.date) -> tuple[FoundAssignment, ...]:
    """The assignments in a decision's points; a date without year is the nearest to come."""
    found = []
    for point in points:
        text = point.strip().rstrip(".")
        match = next(filter(None, (pattern.search(text) for pattern in _ASSIGNS)), None)
        if match is None or _TO_OTHERS.search(text[: match.start()]):
            continue
        task = " ".join(match["task"].split())
        found.append(FoundAssignment(match["who"].strip(), task, _due(task, decided_on)))
    return tuple(found)


def _due(task: str, decided_on: dt.date) -> dt.date | None:
    """The day the task says: a day, the end of a month, or the end of a year."""
    near = decided_on + dt.timedelta(days=150)
    if day := _BY.search(task):
        return _parsed(day["day"], near)
    if month := _WITHIN_MONTH.search(task):
        first = _parsed(" ".join(filter(None, ("1", month["month"], month["year"]))), near)
        return add_months(first, 1) - dt.timedelta(days=1) if first else None
    if year := _WITHIN_YEAR.search(task):
        return dt.date(int(year["year"]), 12, 31)
    return None


def _parsed(text: str, near: dt.date) -> dt.date | None:
    try:
        return parse_date(text, near)
    except InvalidInputError:
        return None
