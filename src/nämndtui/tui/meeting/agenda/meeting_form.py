"""The fields of a meeting, in the order they are asked."""

from __future__ import annotations

from datetime import date

from nämndtui.model.agenda.meeting import Meeting
from nämndtui.model.calendar.swedish_dates import parse_time
from nämndtui.tui.kit.dates import clock_time
from nämndtui.tui.kit.forms.form_field import FormField
from nämndtui.tui.kit.forms.parsing import day_reader
from nämndtui.tui.kit.text.list_text import (
    group_meetings_text,
    parse_group_meetings,
    stored_group_meeting,
)
from nämndtui.tui.meeting.shared.field_spec import stored_parts


def meeting_fields(meeting: Meeting, today: date) -> tuple[FormField, ...]:
    """Date, time, place, remark, group meetings and whom to tell of absence."""
    return (
        FormField(
            "date",
            "Datum",
            default=meeting.date.isoformat(),
            required=True,
            parse=day_reader(today),
        ),
        FormField(
            "start",
            "Tid",
            default=clock_time(meeting.start),
            required=True,
            parse=parse_time,
            stored=lambda stored: str(stored).replace(":", "."),
        ),
        FormField("place", "Plats", default=meeting.place),
        FormField(
            "remark",
            "Anmärkning",
            default=meeting.remark,
            help="Skrivs vid tiden i kallelsen, till exempel: Observera veckodagen.",
        ),
        _group_meetings(meeting, today),
        FormField(
            "absence_contact",
            "Förhinder anmäls till",
            default=meeting.absence_contact,
        ),
    )


def _group_meetings(meeting: Meeting, today: date) -> FormField:
    return FormField(
        "group_meetings",
        "Gruppmöten",
        "text",
        default=group_meetings_text(meeting.group_meetings),
        help="Ett på varje rad: S, V: Björken, 2026-12-08, 17.00",
        parse=lambda text: parse_group_meetings(text, today),
        stored=lambda stored: group_meetings_text(map(stored_group_meeting, stored_parts(stored))),
    )
