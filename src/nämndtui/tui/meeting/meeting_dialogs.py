"""Forms and questions about the meeting itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from nämndtui.model.swedish_dates import parse_time
from nämndtui.tui.dates import clock_time
from nämndtui.tui.dialogs.confirm import ConfirmDialog
from nämndtui.tui.dialogs.form_dialog import EditDialog, FormDialog
from nämndtui.tui.forms.form_field import Answers, FormField
from nämndtui.tui.forms.parsing import day_reader
from nämndtui.tui.meeting.field_spec import stored_parts
from nämndtui.tui.meeting.list_text import (
    group_meetings_text,
    parse_group_meetings,
    stored_group_meeting,
)

if TYPE_CHECKING:
    from nämndtui.model.meeting import Meeting
    from nämndtui.store.database import Store
    from nämndtui.tui.meeting.meeting_screen import MeetingScreen
    from nämndtui.workflow.actor import Actor


def edit_meeting(host: MeetingScreen, focus: str = "") -> None:
    """The meeting's own fields."""
    if host.view is None:
        return
    meeting = host.view.dossier.meeting

    def save(store: Store, actor: Actor, answers: Answers, version: int) -> None:
        from nämndtui.workflow.meetings import edit_meeting as verb

        verb(store, actor, meeting.id, version, **answers.changed)

    fields = _fields(host, meeting)
    ordered = sorted(fields, key=lambda field: field.name != focus)
    dialog = EditDialog("Sammanträdets uppgifter", ordered, meeting.version, save)
    host.app.push_screen(dialog)


def _fields(host: MeetingScreen, meeting: Meeting) -> tuple[FormField, ...]:
    today = host.session.today
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
        FormField(
            "group_meetings",
            "Gruppmöten",
            "text",
            default=group_meetings_text(meeting.group_meetings),
            help="Ett på varje rad: S, V: Björken, 2026-12-08, 17.00",
            parse=lambda text: parse_group_meetings(text, today),
            stored=lambda stored: group_meetings_text(
                map(stored_group_meeting, stored_parts(stored))
            ),
        ),
        FormField(
            "absence_contact",
            "Förhinder anmäls till",
            default=meeting.absence_contact,
        ),
    )


def mend_meeting(host: MeetingScreen, field: str) -> None:
    """Go to what the readiness list speaks of when it speaks of the meeting."""
    if field in ("place", "remark"):
        edit_meeting(host, field)
    elif field == "chair":
        host.namnd.go_to("people")
    elif field == "summons_date":
        mark_summoned(host)
    else:
        host.namnd.say("Lägg till punkter: F2 ny punkt, F3 hämta ärende, S återkommande punkter.")


def mark_summoned(host: MeetingScreen) -> None:
    """Ask which day the summons went out."""
    today = host.session.today

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.summons import mark_summoned as verb

        verb(store, actor, host.meeting_id, answers["sent_on"])

    field = FormField(
        "sent_on",
        "Skickad",
        default=today.isoformat(),
        required=True,
        help="Sedan ligger numren fast; nya punkter läggs sist som tillägg.",
        parse=day_reader(today),
    )
    notice = "Kallelsen är markerad som skickad. Ctrl+Z ångrar."
    dialog = FormDialog("Kallelsen är skickad", (field,), "Markera", save, notice)
    host.app.push_screen(dialog)


def recall_summons(host: MeetingScreen) -> None:
    """Ask before the sent summons is taken back."""
    from nämndtui.workflow.summons import recall_summons as verb

    question = ConfirmDialog(
        "Ta tillbaka kallelsen?",
        "Punkterna kan flyttas och numreras om igen. De som redan har fått kallelsen behöver "
        "få veta det.",
        "Ta tillbaka",
    )

    def answered(yes: bool | None) -> None:
        if yes:
            host.namnd.write(partial(verb, meeting_id=host.meeting_id))

    host.app.push_screen(question, answered)


def cancel_meeting(host: MeetingScreen) -> None:
    """Ask why the meeting is cancelled."""
    if host.view is None:
        return
    version = host.view.dossier.meeting.version

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.meetings import cancel_meeting as verb

        verb(store, actor, host.meeting_id, version, answers["reason"])

    field = FormField(
        "reason",
        "Varför?",
        required=True,
        help="Punkterna tas av dagordningen och väntar på ett annat sammanträde.",
    )
    notice = "Sammanträdet är inställt. Ctrl+Z ångrar."
    dialog = FormDialog("Ställ in sammanträdet", (field,), "Ställ in", save, notice)
    host.app.push_screen(dialog)
