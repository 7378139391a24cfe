"""Writing Word documents to disk, without writing over what somebody has edited in Word."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from nämndtui.model.agenda.sent_state import summons_known
from nämndtui.model.summons.supplement_wording import UNKNOWN_SUMMONS
from nämndtui.model.text.errors import RefusedError
from nämndtui.model.text.system_reason import system_reason
from nämndtui.store.agenda.meetings import meeting as load_meeting
from nämndtui.store.core.change import Change
from nämndtui.store.database import Store
from nämndtui.store.minutes.dossiers import load_dossier
from nämndtui.store.summons.issued_documents import issued_checksum, record_issued
from nämndtui.workflow.agenda.meetings import step_meeting
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.documents.making import DocumentRequest, make_document

if TYPE_CHECKING:
    from nämndtui.documents.templates.document import Document


class EditedDocumentError(RefusedError):
    """The file at ``path`` has been changed since it was written; nothing was written over."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} har ändrats sedan programmet skrev den. Byt namn på filen eller välj en annan."
        )
        self.path = path


def document_warning(connection: sqlite3.Connection, request: DocumentRequest) -> str:
    """What is to be known of a document beside what it says; mostly empty. Raises NotFoundError."""
    if request.kind != "tilläggskallelse":
        return ""
    known = summons_known(load_dossier(connection, request.meeting_id).sendings)
    return "" if known else UNKNOWN_SUMMONS


def write_document(
    store: Store,
    actor: Actor,
    request: DocumentRequest,
    target: Path,
    replace_edited: bool = False,
) -> Path:
    """Write a document to ``target`` (a folder, or the file itself) and remember its checksum.

    A ``target`` that ends in .pdf gets the document as PDF. Returns the path written. Raises
    EditedDocumentError when a file there has been edited by hand, unless ``replace_edited``;
    RefusedError when the folder is missing or the disk says no; NotFoundError, PdfError.
    """
    _check_folder(target)
    document = _as_named(make_document(store.connection, request, actor.today), target)
    return issue_document(store, actor, request, document, target, replace_edited)


def issue_document(
    store: Store,
    actor: Actor,
    request: DocumentRequest,
    document: Document,
    target: Path,
    replace_edited: bool = False,
) -> Path:
    """The second half of ``write_document``, for a document already made in another thread.

    A missing folder is made.
    """
    path = _path(target, document.name)
    if not replace_edited:
        _check_not_edited(store.connection, path, document.content)
    _make_folder(path.parent)
    write_whole_file(path, document.content)
    with store.change("write_document", actor.user, actor.now) as change:
        record_issued(
            change,
            path=str(path.resolve()),
            kind=request.kind,
            meeting_id=request.meeting_id or None,
            item_id=request.item_id or None,
            sha256=_checksum(document.content),
        )
        _drafted(change, request)
        change.summary = f"Skrev {path.name}"
    return path


def _drafted(change: Change, request: DocumentRequest) -> None:
    """The minutes of a meeting that is over have been written for the first time (D3)."""
    if request.kind != "protokoll" or request.paragraph or request.public:
        return
    meeting = load_meeting(change.connection, request.meeting_id)
    if meeting.state == "closed":
        step_meeting(change, meeting, "minutes_drafted")


def save_document(
    connection: sqlite3.Connection, request: DocumentRequest, target: Path, today: date
) -> Path:
    """Write a document from a read-only database; an existing, different file is left alone."""
    _check_folder(target)
    document = _as_named(make_document(connection, request, today), target)
    path = _path(target, document.name)
    _check_not_edited(connection, path, document.content)
    write_whole_file(path, document.content)
    return path


def write_whole_file(path: Path, content: bytes) -> None:
    """Write a file so that it is either whole or not there.

    Raises RefusedError in Swedish, also when its folder is missing: one typed wrongly must not
    become a new folder.
    """
    if not path.parent.is_dir():
        raise RefusedError(f"Mappen {path.parent} finns inte. Skapa den först.")
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".ny-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            os.chmod(temporary, 0o644)
            os.replace(temporary, path)
        except BaseException:
            os.unlink(temporary)
            raise
    except OSError as error:
        raise RefusedError(f"{path} kunde inte skrivas: {system_reason(error)}.") from error


def _names_a_file(target: Path) -> bool:
    return target.suffix.lower() in (".docx", ".pdf") and not target.is_dir()


def _path(target: Path, name: str) -> Path:
    return target if _names_a_file(target) else target / name


def _check_folder(target: Path) -> None:
    """Raise RefusedError before a document is made for a folder that is not there."""
    folder = target.parent if _names_a_file(target) else target
    if not folder.is_dir():
        raise RefusedError(f"Mappen {folder} finns inte. Skapa den först.")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RefusedError(f"Mappen {folder} kan inte skapas: {system_reason(error)}.") from error


def _as_named(document: Document, target: Path) -> Document:
    """The document as PDF when ``target`` is a PDF's name, else as it is."""
    if target.suffix.lower() != ".pdf" or target.is_dir():
        return document
    from nämndtui.documents.word.pdf import convert_to_pdf

    with tempfile.TemporaryDirectory(prefix="namndtui-") as folder:
        source = Path(folder) / document.name
        source.write_bytes(document.content)
        (made,) = convert_to_pdf([source], Path(folder) / "pdf")
        return replace(document, name=made.name, content=made.read_bytes())


def _check_not_edited(connection: sqlite3.Connection, path: Path, content: bytes) -> None:
    if not path.exists():
        return
    there = _checksum(path.read_bytes())
    if there in (_checksum(content), issued_checksum(connection, str(path.resolve()))):
        return
    raise EditedDocumentError(path)


def _checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
