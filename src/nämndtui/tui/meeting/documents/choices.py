"""Every Word document a meeting leaves, to choose from: by part, notices, lists, extracts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nämndtui.model.minutes.parts import part_range
from nämndtui.model.publication.public_version import Masked, secret_numbers
from nämndtui.model.text.masking import without_marks
from nämndtui.model.text.number_words import plural
from nämndtui.model.text.paragraph_range import format_paragraphs
from nämndtui.tui.kit.dialogs.picker import Choice, PickerDialog
from nämndtui.tui.kit.files.write_dialog import WriteDialog
from nämndtui.tui.kit.safe_text import one_line, plain
from nämndtui.tui.meeting.documents.dialogs import write
from nämndtui.tui.meeting.shared.meeting_view import MeetingView
from nämndtui.workflow.documents.minutes import masked_in
from nämndtui.workflow.documents.writing import DocumentRequest

if TYPE_CHECKING:
    from nämndtui.tui.meeting.shared.meeting_screen import MeetingScreen


@dataclass(frozen=True)
class OfferedDocument:
    """One choice: its name, what it covers, and the documents it writes."""

    name: str
    detail: str
    requests: tuple[DocumentRequest, ...]

    @property
    def public(self) -> bool:
        """True when something may be left out of it."""
        return self.requests[0].public


def documents(view: MeetingView) -> tuple[OfferedDocument, ...]:
    """What can be written of the meeting as it stands, in the order it is usually needed."""
    meeting_id = view.dossier.meeting.id
    found: list[OfferedDocument] = []
    if view.dossier.paragraphs:
        found += _minutes(view, meeting_id)
    if view.called:
        sheet = DocumentRequest("närvarolista", meeting_id)
        found.append(OfferedDocument("Närvarolista", "vem som tjänstgjorde, § för §", (sheet,)))
    if view.record.votes:
        votes = DocumentRequest("voteringslista", meeting_id)
        found.append(OfferedDocument("Voteringslista", "hur var och en röstade", (votes,)))
    return tuple(found)


def _minutes(view: MeetingView, meeting_id: int) -> Iterator[OfferedDocument]:
    main = format_paragraphs(view.dossier.main_numbers)
    yield OfferedDocument("Protokoll", main, (DocumentRequest("protokoll", meeting_id),))
    for part in view.dossier.minutes_parts:
        if part.immediate and part.paragraph_numbers:
            request = DocumentRequest("protokoll", meeting_id, part.paragraph_numbers[0])
            yield OfferedDocument("Protokoll, omedelbart justerat", part_range(part), (request,))
    public = DocumentRequest("protokoll", meeting_id, public=True)
    yield OfferedDocument("Offentlig version", "utan sekretess och maskad text", (public,))
    yield from _notices(view, meeting_id)
    secret = secret_numbers(view.dossier)
    numbers = [one.number for one in view.dossier.paragraphs if one.number not in secret]
    extracts = tuple(DocumentRequest("utdrag", meeting_id, number) for number in numbers)
    if extracts:
        yield OfferedDocument(
            "Alla protokollsutdrag", plural(len(numbers), "fil", "filer"), extracts
        )
    for number in numbers:
        yield _of_paragraph(view, "utdrag", "Protokollsutdrag", number)
    for number in secret:
        yield _of_paragraph(view, "sekretessbilaga", "Sekretessbilaga", number)


def _of_paragraph(view: MeetingView, kind: str, name: str, number: int) -> OfferedDocument:
    """The paper of one §, with the item's title beside it."""
    item = view.record.item_at(number)
    request = DocumentRequest(kind, view.dossier.meeting.id, number)
    title = without_marks(item.title)
    return OfferedDocument(f"{name} {format_paragraphs([number])}", title, (request,))


def _notices(view: MeetingView, meeting_id: int) -> Iterator[OfferedDocument]:
    yield OfferedDocument(
        "Anslag", "justering av protokollet", (DocumentRequest("anslag", meeting_id),)
    )
    for part in view.dossier.minutes_parts:
        if part.immediate and part.paragraph_numbers:
            request = DocumentRequest("anslag", meeting_id, part.paragraph_numbers[0])
            yield OfferedDocument("Anslag, omedelbart justerat", part_range(part), (request,))


def choose_document(host: MeetingScreen) -> None:
    """Ask which document, then write it."""
    if host.view is None:
        return
    offered = documents(host.view)
    choices = [Choice(index, one.name, one.detail) for index, one in enumerate(offered)]

    def matching(_: sqlite3.Connection, text: str) -> list[Choice[int]]:
        words = text.casefold().split()
        return [
            one for one in choices if all(w in f"{one.text} {one.detail}".casefold() for w in words)
        ]

    def picked(index: int | None) -> None:
        if index is not None:
            _open(host, offered[index])

    host.app.push_screen(PickerDialog("Vilket dokument?", matching), picked)


def _open(host: MeetingScreen, document: OfferedDocument) -> None:
    if not document.public:
        _write(host, document, WriteDialog(document.name, *document.requests))
        return

    def ask(masked: Sequence[Masked]) -> None:
        if masked:
            intro = "Det här utelämnas. Allt annat blir offentligt."
        else:
            intro = "▲ Inget är markerat för att utelämnas. Hela protokollet blir offentligt."
        lines = [plain(one_line(f"{one.where}: {one.what}")) for one in masked]
        _write(
            host, document, WriteDialog(document.name, *document.requests, intro=intro, lines=lines)
        )

    meeting_id = host.meeting_id
    host.read("maskning", lambda connection: masked_in(connection, meeting_id), ask)


def _write(host: MeetingScreen, document: OfferedDocument, dialog: WriteDialog) -> None:
    several = len(document.requests) > 1
    write(host, dialog, "Filerna är skrivna" if several else "Filen är skriven")
