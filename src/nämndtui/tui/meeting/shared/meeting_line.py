"""The line under the tabs: which meeting, and how far it has come."""

from __future__ import annotations

from collections.abc import Sequence

from nämndtui.model.agenda.meeting import Meeting
from nämndtui.model.agenda.meeting_states import SITTING
from nämndtui.model.agenda.sending import Sending
from nämndtui.model.attendance.serving import ParagraphServing
from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.text.vocabulary import swedish
from nämndtui.tui.kit.dates import clock_time


def where_words(meeting: Meeting) -> str:
    """``Sammanträden › tis 8 dec 2026 kl. 18.30, Lilla salen``."""
    place = f", {meeting.place}" if meeting.place else ""
    day = short_date(meeting.date, year=True)
    return f"Sammanträden › {day} kl. {clock_time(meeting.start)}{place}"


def state_words(meeting: Meeting, sendings: Sequence[Sending] = ()) -> str:
    """``under beredning``; once the summons is out its day, and that of the latest supplement."""
    words = swedish("meeting_state", meeting.state)
    if meeting.state == "summoned" and meeting.summons_date:
        last = sendings[-1] if sendings else None
        added = last is not None and last.kind == "supplement"
        supplement = f", tillägg {short_date(last.sent_on)}" if last and added else ""
        return f"{words} {short_date(meeting.summons_date)}{supplement}"
    if meeting.state == "cancelled" and meeting.cancelled_reason:
        return f"{words}: {meeting.cancelled_reason}"
    return words


def minutes_words(
    meeting: Meeting, at: ParagraphServing, called: bool, latest: int
) -> tuple[str, str]:
    """Day and state at the left; at the right who decides at the § shown (KL 6:27, 6:22).

    ``latest`` is the committee's latest §: the one after it is the next to be given.
    """
    sitting = meeting.state in (*SITTING, "summoned")
    left = f"{short_date(meeting.date, year=True)} · {swedish('meeting_state', meeting.state)}"
    following = f"§ {latest + 1} →" if sitting else ""
    if not called:
        return left, " · ".join(filter(None, ("upprop saknas", following)))
    there = f"§ {at.number}: " if at.number <= latest else ""
    right = (
        f"{there}{len(at.serving)} beslutande av {len(at.seats_served)}",
        "beslutsför" if at.quorate else "▲ inte beslutsför",
        following,
        _leads(at),
    )
    return left, " · ".join(filter(None, right))


def _leads(at: ParagraphServing) -> str:
    """Who leads, when it is not the chair."""
    person = at.presiding.person
    if person is None:
        return "▲ ingen leder"
    return f"{person.name} leder" if at.presiding.stands_in else ""
