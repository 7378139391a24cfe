"""Which Word documents a meeting gives: what is asked and told around the writing of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from nämndtui.model.publication.document_kinds import document_kind
from nämndtui.model.publication.secret_paragraph import is_secret
from nämndtui.tui.kit.files.file_dialogs import WrittenDialog
from nämndtui.tui.kit.files.write_dialog import WriteDialog
from nämndtui.workflow.documents.making import DocumentRequest

if TYPE_CHECKING:
    from nämndtui.tui.meeting.shared.meeting_screen import MeetingScreen


def memo(host: MeetingScreen) -> None:
    """Write the item's memo."""
    if host.item is not None:
        kind = document_kind("tjänsteskrivelse")
        request = DocumentRequest(kind.name, host.meeting_id, item_id=host.item.id)
        write(host, WriteDialog(kind.title, request), kind.written)


def minutes(host: MeetingScreen) -> None:
    """Write the minutes."""
    kind = document_kind("protokoll")
    request = DocumentRequest(kind.name, host.meeting_id)
    write(host, WriteDialog(kind.title, request), kind.written)


def extract(host: MeetingScreen) -> None:
    """Write the extract of the item's §; of a secret one the annex that takes its place (F 27)."""
    item = host.item
    paragraph = host.view.paragraph(item.id) if host.view and item else None
    if item is not None and paragraph is not None:
        kind = document_kind("sekretessbilaga" if is_secret(item) else "utdrag")
        request = DocumentRequest(kind.name, host.meeting_id, paragraph=paragraph.number)
        write(host, WriteDialog(f"{kind.title} § {paragraph.number}", request), kind.written)


def write(
    host: MeetingScreen,
    dialog: WriteDialog,
    done: str,
    also: Sequence[tuple[str, str]] = (),
    answered: Callable[[str | None], None] | None = None,
) -> None:
    """Ask where, write, say where it is; or read the file in the way when the user asks for that.

    ``also`` are further buttons then, and ``answered`` gets the one that was chosen.
    """

    def written(path: Path | None) -> None:
        if path is not None:
            host.app.push_screen(WrittenDialog(done, path, also), answered)
        elif dialog.read_instead is not None:
            from nämndtui.tui.meeting.documents.read_back import read_file

            read_file(host, dialog.read_instead)

    host.app.push_screen(dialog, written)
