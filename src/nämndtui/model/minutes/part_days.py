"""The days of a minutes part: meeting ≤ sent ≤ signed ≤ adjusted ≤ posted, none to come (D2.7)."""

from __future__ import annotations

import datetime as dt

from nämndtui.model.agenda.meeting import Meeting, MinutesPart
from nämndtui.model.calendar.swedish_dates import iso
from nämndtui.model.record.part_log import PartLog
from nämndtui.model.text.errors import InvalidInputError

Earlier = tuple[str, dt.date | None]
"""What must have happened before, as the refusal names it, and its day (None: it has not)."""


def latest_day(meeting: Meeting, today: dt.date) -> dt.date:
    """The last day something can have happened to the minutes: today.

    A meeting recorded before its own day, as when somebody practises, is as if held that day.
    """
    return max(today, meeting.end_date or meeting.date)


def first_day(meeting: Meeting, part: MinutesPart) -> dt.date:
    """The first day something can happen to the part: an immediate one while the meeting sits."""
    return meeting.date if part.immediate else meeting.end_date or meeting.date


def check_day(what: str, day: dt.date, latest: dt.date, *earlier: Earlier, field: str) -> None:
    """Raise InvalidInputError for a ``day`` still to come, or before something in ``earlier``.

    ``what`` is the thing dated, in Swedish and definite: ``Justeringen``.
    """
    if day > latest:
        raise InvalidInputError(
            f"{iso(day)} har inte varit ännu; i dag är det {iso(latest)}. Ange den dag det skedde.",
            field,
        )
    for name, before in earlier:
        if before is not None and day < before:
            raise InvalidInputError(
                f"{what} kan inte ligga före {name} {iso(before)}. Kontrollera dagen.", field
            )


def sent_day(log: PartLog) -> dt.date | None:
    """The day the part was last sent for signing."""
    return next((step.day for step in reversed(log.steps) if step.kind == "sent"), None)


def signed_day(log: PartLog) -> dt.date | None:
    """The day of the latest signature."""
    return max((one.signed_on for one in log.signatures), default=None)


def before_adjustment(meeting: Meeting, part: MinutesPart, log: PartLog) -> tuple[Earlier, ...]:
    """What an adjustment cannot come before."""
    return (
        ("sammanträdet", first_day(meeting, part)),
        ("utskicket för underskrift", sent_day(log)),
        ("den senaste underskriften", signed_day(log)),
    )
