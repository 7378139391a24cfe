"""The forms of a meeting as such: when, where, why not."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from nämndtui.model.agenda.meeting import MEETING_KINDS, Meeting
from nämndtui.model.calendar.swedish_dates import parse_date, parse_time, short_date, weekday_date
from nämndtui.model.people.committee import Committee
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.model.text.vocabulary import swedish
from nämndtui.tui.kit.dialogs.form_dialog import EditDialog, FormDialog
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.forms.parsing import day_reader, optional_day_reader, read_optional_time

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor

_KINDS = tuple((value, swedish("meeting_kind", value)) for value in MEETING_KINDS)


def plan_meeting_form(committee: Committee, today: date) -> FormDialog:
    """Plans a meeting, with the committee's usual time and place filled in."""
    usual = committee.settings

    def save(store: Store, actor: Actor, answers: Answers) -> int:
        from nämndtui.workflow.agenda.meetings import plan_meeting

        return plan_meeting(store, actor, Meeting(0, committee.id, **answers.values))

    fields = (
        _day_field("", today),
        FormField("start", "Börjar", default=usual.start_time, required=True, parse=parse_time),
        FormField("place", "Plats", default=usual.place),
        FormField("kind", "Slag", "choice", "ordinary", choices=_KINDS),
        FormField("remark", "Anmärkning", help="Till exempel ”Obs dagen!”. Står på kallelsen."),
    )
    return FormDialog("Nytt sammanträde", fields, "Planera", save)


_STILL_OPEN = ("summons_date", "absence_contact", "end", "end_date")
"""What may be put right while only some §§ are adjusted: the rest stands in their minutes."""


def edit_meeting_form(meeting: Meeting, today: date, adjusted: bool = False) -> EditDialog:
    """Changes when and where; the state is changed by the acts themselves.

    ``adjusted``: some § is, and only what its minutes do not say is asked for.
    """

    def save(store: Store, actor: Actor, answers: Answers, version: int) -> None:
        from nämndtui.workflow.agenda.meetings import edit_meeting

        edit_meeting(store, actor, meeting.id, version, **answers.changed)

    fields: tuple[FormField, ...] = (
        _day_field(meeting.date.isoformat(), today),
        FormField(
            "start", "Börjar", default=_clock(meeting.start), required=True, parse=parse_time
        ),
        FormField("place", "Plats", default=meeting.place),
        FormField("kind", "Slag", "choice", meeting.kind, choices=_KINDS),
        FormField("remark", "Anmärkning", default=meeting.remark),
        FormField(
            "summons_date",
            "Kallelsens datum",
            default=meeting.summons_date.isoformat() if meeting.summons_date else "",
            parse=optional_day_reader(today),
        ),
        FormField("absence_contact", "Förhinder anmäls till", default=meeting.absence_contact),
        FormField("end", "Slutade", default=_clock(meeting.end), parse=read_optional_time),
        FormField(
            "end_date",
            "Slutade annan dag",
            default=meeting.end_date.isoformat() if meeting.end_date else "",
            parse=optional_day_reader(today),
            help="Bara när sammanträdet fortsatte en annan dag.",
        ),
    )
    if adjusted:
        fields = tuple(field for field in fields if field.name in _STILL_OPEN)
    title = f"Sammanträdet {short_date(meeting.date, year=True)}"
    return EditDialog(title, fields, meeting.version, save, notice="Sparat – Ctrl+Z ångrar.")


def cancel_meeting_form(meeting: Meeting) -> FormDialog:
    """Cancels a meeting; its items move to the next one. The dialog answers where."""

    def save(store: Store, actor: Actor, answers: Answers) -> str:
        from nämndtui.workflow.summons.cancelling import cancel_meeting

        return cancel_meeting(store, actor, meeting.id, meeting.version, answers["reason"])

    reason = FormField(
        "reason",
        "Varför ställs det in?",
        required=True,
        help="Punkterna flyttas till nästa ordinarie sammanträde, eller väntar om det inte finns.",
    )
    title = f"Ställa in {short_date(meeting.date, year=True)}"
    return FormDialog(title, (reason,), "Ställ in", save, "Inställt – Ctrl+Z ångrar.")


def _day_field(default: str, today: date) -> FormField:
    def weekday(text: str) -> str:
        try:
            return weekday_date(parse_date(text, today))
        except InvalidInputError:  # still being written
            return "Till exempel 2026-12-08, 8/12 eller 8 dec."

    return FormField(
        "date", "Dag", default=default, required=True, parse=day_reader(today), preview=weekday
    )


def _clock(moment: time | None) -> str:
    return moment.strftime("%H:%M") if moment else ""
