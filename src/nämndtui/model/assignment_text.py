"""Finding the assignments a decision gives: "uppdrar åt förvaltningen att … senast den …"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from nämndtui.model.errors import InvalidInputError
from nämndtui.model.swedish_dates import parse_date

_ASSIGNS = re.compile(
    r"\b(?:ger|uppdrar åt) (?P<who>[^.;]+?)(?: i uppdrag)? att (?P<task>.+?)\s*$", re.IGNORECASE
)
_BY = re.compile(
    r"\b(?:senast|före|till) (?:den )?(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"|[0-9]{1,2}[\s\u00a0][a-zåäö]+(?:[\s\u00a0][0-9]{4})?)",
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
        match = _ASSIGNS.search(point.strip().rstrip("."))
        if match is not None:
            task = match["task"].strip()
            found.append(FoundAssignment(match["who"].strip(), task, _due(task, decided_on)))
    return tuple(found)


def _due(task: str, decided_on: dt.date) -> dt.date | None:
    match = _BY.search(task)
    if match is None:
        return None
    try:
        return parse_date(match["day"], decided_on + dt.timedelta(days=150))
    except InvalidInputError:
        return None
