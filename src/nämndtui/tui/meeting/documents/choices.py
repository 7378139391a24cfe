"""Every Word document a meeting leaves, to choose from: by part, notices, lists, extracts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nämndtui.model.minutes.parts import part_range
from nämndtui.model.publication.document_kinds import (
    DOCUMENT_KINDS,
    DocumentKind,
    document_kind,
)
from nämndtui.model.publication.public_version import Masked, secret_numbers
from nämndtui.model.text.masking import without_marks
from nämndtui.model.text.number_words import plural
from nämndtui.model.text.paragraph_range import format_paragraphs
from nämndtui.tui.kit.dialogs.picker import Choice, PickerDialog
from nämndtui.tui.kit.files.write_dialog import WriteDialog
from nämndtui.tui.kit.safe_text import one_line, plain
from nämndtui.tui.meeting.documents.dialogs import write
from nämndtui.tui.meeting.shared.meeting_view import MeetingView
from nämndtui.workflow.documents.making import DocumentRequest
from nämndtui.workflow.documents.minutes import masked_in

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
    """What can be written of the meeting as it stands, in the order of ``DOCUMENT_KINDS``."""
    there = {
        "paragraphs": bool(view.dossier.paragraphs),
        "roll": view.called,
        "vote": bool(view.record.votes),
    }
    return tuple(
        offered
        for kind in DOCUMENT_KINDS.values()
        if there.get(kind.needs)
        for offered in _of_kind(view, kind)
    )


def _of_kind(view: MeetingView, kind: DocumentKind) -> Iterator[OfferedDocument]:
    """Every document of a kind: of the meeting and its parts, or of its §§ one by one."""
    if kind.of_one_paragraph:
        yield from _of_paragraphs(view, kind)
        return
    meeting_id = view.dossier.meeting.id
    whole = DocumentRequest(kind.name, meeting_id)
    part = kind.of == "part"
    detail = format_paragraphs(view.dossier.main_numbers) if part else kind.about
    yield OfferedDocument(kind.title, detail, (whole,))
    for one in view.dossier.minutes_parts if part else ():
        if one.immediate and one.paragraph_numbers:
            request = DocumentRequest(kind.name, meeting_id, one.paragraph_numbers[0])
            title = f"{kind.title}, omedelbart justerat"
            yield OfferedDocument(title, part_range(one), (request,))
    if kind.public == "form":
        request = DocumentRequest(kind.name, meeting_id, public=True)
        title = f"{kind.title}, offentlig version"
        yield OfferedDocument(title, "utan sekretess och maskad text", (request,))


def _of_paragraphs(view: MeetingView, kind: DocumentKind) -> Iterator[OfferedDocument]:
    """One for each § of the kind's sort, with the item's title beside; of open §§ all at once."""
    secret = secret_numbers(view.dossier)
    of_secret = kind.of == "secret_paragraph"
    numbers = [one.number for one in view.dossier.paragraphs if (one.number in secret) == of_secret]
    requests = [DocumentRequest(kind.name, view.dossier.meeting.id, one) for one in numbers]
    if requests and "--alla" in kind.options:
        detail = plural(len(numbers), "fil", "filer")
        yield OfferedDocument(f"{kind.title}, alla", detail, tuple(requests))
    for number, request in zip(numbers, requests, strict=True):
        title = without_marks(view.record.item_at(number).title)
        yield OfferedDocument(f"{kind.title} {format_paragraphs([number])}", title, (request,))


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
            intro = "▲ Inget är markerat för att utelämnas. Hela dokumentet blir offentligt."
        lines = [plain(one_line(f"{one.where}: {one.what}")) for one in masked]
        _write(
            host, document, WriteDialog(document.name, *document.requests, intro=intro, lines=lines)
        )

    meeting_id, kind = host.meeting_id, document_kind(document.requests[0].kind)
    host.read("maskning", lambda connection: masked_in(connection, kind, meeting_id), ask)


def _write(host: MeetingScreen, document: OfferedDocument, dialog: WriteDialog) -> None:
    first, *others = document.requests
    done = "Filerna är skrivna" if others else document_kind(first.kind).written
    write(host, dialog, done)
