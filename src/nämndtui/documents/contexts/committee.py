"""The committee, the meeting and the document itself, as a template sees them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import Any

from nämndtui.model.agenda.meeting import GroupMeeting, Meeting
from nämndtui.model.attendance.presence import Sitting
from nämndtui.model.calendar.swedish_dates import (
    TIME_STYLES,
    WEEKDAYS,
    calendar_date,
    format_time,
    format_time_span,
    iso,
    long_date,
    weekday_date,
)
from nämndtui.model.people.committee import Committee
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.number_words import join_swedish
from nämndtui.model.text.vocabulary import swedish

Context = dict[str, Any]
"""Swedish names → plain values: what a template may use."""


def committee_context(committee: Committee) -> Context:
    """``nämnd``."""
    return {
        "namn": clean_line(committee.name),
        "kod": clean_line(committee.code),
        "kommun": clean_line(committee.municipality),
        "förvaltning": clean_line(committee.settings.administration),
    }


def document_context(kind: str, title: str, day: date | None, marking: str = "") -> Context:
    """``dokument``; ``kind`` is the document's type in Swedish, ``day`` the day it is dated.

    ``marking`` is what every page must say of it: that it is a draft, or the public version.
    """
    dated = iso(day) if day else ""
    return {"slag": kind, "titel": title, "datum": dated, "märkning": marking}


def meeting_context(
    committee: Committee, meeting: Meeting, sittings: Sequence[Sitting] = ()
) -> Context:
    """``sammanträde``: weekdays are computed from the date, times printed the committee's way.

    With several ``sittings`` each has its own times.
    """
    style = time_style(committee)
    return {
        "datum": iso(meeting.date),
        "datum_i_text": long_date(meeting.date),
        "veckodag": WEEKDAYS[meeting.date.weekday()],
        "dag": weekday_date(meeting.date),
        "tid": format_time(meeting.start, style),
        "sluttid": _end(meeting, style),
        "tid_från_till": _span(meeting, sittings, style),
        "plats": clean_line(meeting.place),
        "anmärkning": clean_line(meeting.remark),
        "slag": swedish("meeting_kind", meeting.kind),
    }


def group_meeting_context(committee: Committee, group: GroupMeeting) -> Context:
    """One of ``gruppmöten``."""
    day = calendar_date(group.date) if group.date else ""
    return {
        "partier": clean_line(join_swedish(group.parties)),
        "plats": clean_line(group.place),
        "när": ", ".join(filter(None, (day, time_text(committee, group.time)))),
    }


def time_style(committee: Committee) -> str:
    """How the committee prints times; an unknown setting gives the default."""
    style = committee.settings.time_format
    return style if style in TIME_STYLES else TIME_STYLES[0]


def time_text(committee: Committee, value: time | None) -> str:
    """``value`` printed the committee's way; empty for None."""
    return format_time(value, time_style(committee)) if value else ""


def _end(meeting: Meeting, style: str) -> str:
    if meeting.end is None:
        return ""
    text = format_time(meeting.end, style)
    if meeting.end_date and meeting.end_date != meeting.date:
        return f"{text} {long_date(meeting.end_date)}"
    return text


def _span(meeting: Meeting, sittings: Sequence[Sitting], style: str) -> str:
    """Start and end; with breaks each sitting, a later day by its date (F 8–10)."""
    if len(sittings) > 1:
        return join_swedish(
            [
                _sitting(meeting, one, one is sittings[-1], _new_day(sittings, place), style)
                for place, one in enumerate(sittings)
            ]
        )
    return _from_to(meeting.date, meeting.start, meeting.end, meeting.end_date, style)


def _sitting(meeting: Meeting, one: Sitting, last: bool, new_day: bool, style: str) -> str:
    end = meeting.end if last and meeting.end is not None else one.end
    over = end is not None and end < one.start
    day = one.day + timedelta(days=1) if over else one.day
    if last and meeting.end_date and meeting.end_date > one.day:
        day = meeting.end_date
    text = _from_to(one.day, one.start, end, day, style)
    return f"{weekday_date(one.day)} {text}" if new_day else text


def _new_day(sittings: Sequence[Sitting], place: int) -> bool:
    """True for the first sitting of a later day; the meeting's own day stands before the times."""
    return place > 0 and sittings[place].day != sittings[place - 1].day


def _from_to(day: date, start: time, end: time | None, end_day: date | None, style: str) -> str:
    """Past midnight the end carries its own date (F 10)."""
    if end is None:
        return format_time(start, style)
    if end_day and end_day != day:
        return f"{format_time(start, style)} till {format_time(end, style)} {long_date(end_day)}"
    return format_time_span(start, end, style)
