"""Forms and questions about the meeting itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from nämndtui.model.publication.document_kinds import document_kind
from nämndtui.tui.kit.dialogs.confirm import ConfirmDialog
from nämndtui.tui.kit.dialogs.form_dialog import EditDialog, FormDialog
from nämndtui.tui.kit.files.write_dialog import WriteDialog
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.forms.parsing import day_reader
from nämndtui.tui.meeting.agenda.meeting_form import meeting_fields
from nämndtui.tui.meeting.documents.dialogs import write
from nämndtui.tui.meeting.shared.agenda_lines import finding_content
from nämndtui.tui.meeting.shared.news_lines import unknown_summons
from nämndtui.workflow.documents.making import DocumentRequest

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.tui.meeting.shared.meeting_screen import MeetingScreen
    from nämndtui.workflow.core.actor import Actor


def edit_meeting(host: MeetingScreen, focus: str = "") -> None:
    """The meeting's own fields."""
    if host.view is None:
        return
    meeting = host.view.dossier.meeting

    def save(store: Store, actor: Actor, answers: Answers, version: int) -> None:
        from nämndtui.workflow.agenda.meetings import edit_meeting as verb

        verb(store, actor, meeting.id, version, **answers.changed)

    fields = meeting_fields(meeting, host.session.today)
    title = f"Sammanträdet {host.day}"
    host.app.push_screen(EditDialog(title, fields, meeting.version, save, start=focus))


def mend_meeting(host: MeetingScreen, field: str) -> None:
    """Go to what the readiness list speaks of when it speaks of the meeting."""
    if field in ("place", "remark"):
        edit_meeting(host, field)
    elif field == "chair":
        host.namnd.go_to("people")
    elif field == "summons_date":
        mark_summoned(host)
    elif field == "items":
        host.namnd.say("Lägg till punkter: F2 ny punkt, F3 hämta ärende, S återkommande punkter.")


def write_summons(host: MeetingScreen) -> None:
    """Write the summons; then offer to mark it as sent."""
    if host.view is None:
        return
    also = (("sent", "Markera som skickad"),) if host.view.agenda_open else ()
    if host.namnd.read_only:
        also = ()

    def answered(choice: str | None) -> None:
        if choice == "sent":
            mark_summoned(host)

    findings = host.view.findings
    left = "Det här är kvar. Kallelsen går att skriva ändå."
    kind = document_kind("kallelse")
    dialog = WriteDialog(
        kind.title,
        DocumentRequest(kind.name, host.meeting_id),
        intro=left if findings else "● Allt är klart.",
        lines=[*(finding_content(one) for one in findings), *unknown_summons(host.view)],
    )
    write(host, dialog, kind.written, also, answered)


def mark_summoned(host: MeetingScreen) -> None:
    """Ask which day the summons went out."""
    today = host.session.today

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.summons.summons import mark_summoned as verb

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
    dialog = FormDialog(f"Kallelsen {host.day} är skickad", (field,), "Markera", save, notice)
    host.app.push_screen(dialog)


def recall_summons(host: MeetingScreen) -> None:
    """Ask before the sent summons is taken back."""
    from nämndtui.workflow.summons.summons import recall_summons as verb

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

    def save(store: Store, actor: Actor, answers: Answers) -> str:
        from nämndtui.workflow.summons.cancelling import cancel_meeting as verb

        return verb(store, actor, host.meeting_id, version, answers["reason"])

    field = FormField(
        "reason",
        "Varför?",
        required=True,
        help="Punkterna flyttas till nästa ordinarie sammanträde, eller väntar om det inte finns.",
    )
    notice = "Sammanträdet är inställt. Ctrl+Z ångrar."
    dialog = FormDialog(f"Ställ in sammanträdet {host.day}", (field,), "Ställ in", save, notice)
    host.app.push_screen(dialog, lambda told: host.namnd.say(told) if told else None)
