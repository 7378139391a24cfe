"""Taking in what somebody has changed in Word: which file, what differs, what to accept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from nämndtui.store.summons.issued_documents import latest_issued
from nämndtui.tui.kit.dialogs.form_dialog import FormDialog
from nämndtui.tui.kit.files.file_path import PathSuggester, existing_file
from nämndtui.tui.kit.forms.form_field import Answers, FormField

if TYPE_CHECKING:
    from nämndtui.tui.meeting.shared.meeting_screen import MeetingScreen


def read_back(host: MeetingScreen) -> None:
    """Ask which file; the protokoll last written of this meeting is already filled in."""
    meeting_id = host.meeting_id

    def ask(path: str) -> None:
        field = FormField(
            "file",
            "Fil",
            required=True,
            default=path,
            help="Ett protokoll eller utdrag som programmet har skrivit. → fyller i sökvägen.",
            parse=existing_file,
            suggester=PathSuggester(),
        )
        host.app.push_screen(FormDialog("Läs in från Word", (field,), "Läs filen"), answered)

    def answered(answers: Answers | None) -> None:
        if answers is not None:
            read_file(host, answers["file"])

    host.read("skriven fil", lambda found: latest_issued(found, meeting_id, "protokoll"), ask)


def read_file(host: MeetingScreen, path: Path) -> None:
    """Compare the file with the meeting's §§ and show what differs."""
    from nämndtui.tui.meeting.documents.read_back_dialog import ReadBackDialog

    host.app.push_screen(ReadBackDialog(host.meeting_id, path))
