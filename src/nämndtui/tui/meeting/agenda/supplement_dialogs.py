"""The supplement: what is new since the kallelse, its file, and the day it was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nämndtui.model.publication.document_kinds import document_kind
from nämndtui.model.summons.supplement_wording import since_words
from nämndtui.tui.kit.dialogs.form_dialog import FormDialog
from nämndtui.tui.kit.files.write_dialog import WriteDialog
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.forms.parsing import day_reader
from nämndtui.tui.meeting.documents.dialogs import write
from nämndtui.tui.meeting.shared.news_lines import news_lines, unknown_summons
from nämndtui.workflow.documents.making import DocumentRequest

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.tui.meeting.shared.meeting_screen import MeetingScreen
    from nämndtui.workflow.core.actor import Actor


def supplement(host: MeetingScreen) -> None:
    """Show what is new since the kallelse, write the supplement, then offer to mark it as sent.

    With nothing new the latest supplement is written again, as it was sent.
    """
    if host.view is None:
        return
    unsent = host.view.unsent
    also = (("sent", "Markera som skickad"),) if unsent and not host.namnd.read_only else ()

    def answered(choice: str | None) -> None:
        if choice == "sent":
            mark_supplement_sent(host)

    since = since_words(host.view.dossier, host.view.dossier.sendings)
    kind = document_kind("tilläggskallelse")
    dialog = WriteDialog(
        kind.title,
        DocumentRequest(kind.name, host.meeting_id),
        intro=f"Nytt sedan {since}:" if unsent else "Inget är nytt. Filen blir som den skickades.",
        lines=[*news_lines(unsent), *unknown_summons(host.view)],
    )
    write(host, dialog, kind.written, also, answered)


def mark_supplement_sent(host: MeetingScreen) -> None:
    """Ask which day the supplement went out."""
    today = host.session.today

    def save(store: Store, actor: Actor, answers: Answers) -> None:
        from nämndtui.workflow.summons.supplement import mark_supplement_sent as verb

        verb(store, actor, host.meeting_id, answers["sent_on"])

    field = FormField(
        "sent_on",
        "Skickad",
        default=today.isoformat(),
        required=True,
        help="Det som är nytt räknas sedan som skickat. De gamla versionerna finns kvar.",
        parse=day_reader(today),
    )
    notice = "Tillägget är markerat som skickat. Ctrl+Z ångrar."
    dialog = FormDialog(f"Tillägget {host.day} är skickat", (field,), "Markera", save, notice)
    host.app.push_screen(dialog)
