"""The line under the tabs: which meeting, and how far it has come."""

from __future__ import annotations

from nämndtui.model.dossier import MeetingDossier
from nämndtui.model.meeting import Meeting
from nämndtui.model.meeting_states import SITTING
from nämndtui.model.quorum import needed, serving
from nämndtui.model.swedish_dates import short_date
from nämndtui.model.vocabulary import swedish
from nämndtui.tui.dates import clock_time


def where_words(meeting: Meeting) -> str:
    """``Sammanträden › tis 8 dec 2026 kl. 18.30, Lilla salen``."""
    place = f", {meeting.place}" if meeting.place else ""
    day = short_date(meeting.date, year=True)
    return f"Sammanträden › {day} kl. {clock_time(meeting.start)}{place}"


def state_words(meeting: Meeting) -> str:
    """``under beredning``; with the day the summons went out, once it has."""
    words = swedish("meeting_state", meeting.state)
    if meeting.state == "summoned" and meeting.summons_date:
        return f"{words} {short_date(meeting.summons_date)}"
    if meeting.state == "cancelled" and meeting.cancelled_reason:
        return f"{words}: {meeting.cancelled_reason}"
    return words


def minutes_words(dossier: MeetingDossier, latest_paragraph: int) -> tuple[str, str]:
    """The minutes' line: day and state at the left, quorum and next § at the right (KL 6:27)."""
    meeting = dossier.meeting
    seats = dossier.committee.settings.seats
    following = latest_paragraph + 1
    sitting = meeting.state in (*SITTING, "summoned")
    deciding = len(serving(dossier.attendances, following if sitting else None))
    left = f"{short_date(meeting.date, year=True)} · {swedish('meeting_state', meeting.state)}"
    if not dossier.attendances:
        return left, f"upprop saknas · § {following} →" if sitting else "upprop saknas"
    able = "beslutsför" if deciding >= needed(seats) else "▲ inte beslutsför"
    right = f"{deciding} beslutande av {seats} · {able}"
    return left, f"{right} · § {following} →" if sitting else right
