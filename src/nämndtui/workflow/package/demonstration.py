"""The demonstration committee, from the shipped data through the same import a user runs."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from nämndtui.documents.templates.resources import shipped_folder
from nämndtui.exchange.package.read import read_package
from nämndtui.model.agenda.meeting import Meeting
from nämndtui.model.text.errors import NotFoundError, RefusedError
from nämndtui.model.text.system_reason import system_reason
from nämndtui.store.agenda.items import items_of_meeting
from nämndtui.store.agenda.meetings import meetings_of
from nämndtui.store.database import Store
from nämndtui.store.minutes.minutes import paragraphs_of_meeting
from nämndtui.store.people.committees import all_committees
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.documents.making import DocumentRequest
from nämndtui.workflow.documents.writing import EditedDocumentError, write_document
from nämndtui.workflow.package.intake import import_package

DATABASE_NAME = "demo.db"


@dataclass(frozen=True)
class Demonstration:
    """Where everything was put; ``documents`` are the Word files, kallelse and protokoll first."""

    database: Path
    documents: tuple[Path, ...]


def make_demonstration(folder: Path, actor: Actor, say: Callable[[str], object]) -> Demonstration:
    """Make the demonstration committee in ``folder``, or use the one already there as it is.

    ``say`` is told, in Swedish, what else than the usual happens. A Word file edited since it
    was written is left alone. Raises RefusedError when the folder cannot be used.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RefusedError(
            f"{folder} kan inte användas som mapp ({system_reason(error)}). Välj en annan."
        ) from error
    database = folder.resolve() / DATABASE_NAME
    with Store(str(database)) as store:
        if all_committees(store.connection):
            say("Exempelnämnden finns redan och används som den är.")
        else:
            import_package(store, actor, read_package(_shipped_data()))
        documents = [
            _write(store, actor, request, folder.resolve() / name, say)
            for name, request in _documents(store.connection).items()
        ]
    return Demonstration(database, tuple(documents))


def _shipped_data() -> Path:
    try:
        return shipped_folder("data")
    except FileNotFoundError as error:
        raise NotFoundError("Exempelnämnden följde inte med. Installera om programmet.") from error


def _documents(connection: sqlite3.Connection) -> dict[str, DocumentRequest]:
    """The next summons, the latest minutes, one extract and one memo, by file name."""
    meetings = [
        meeting
        for committee in all_committees(connection)[:1]
        for meeting in meetings_of(connection, committee.id)
    ]
    found: dict[str, DocumentRequest] = {}
    coming = _first(meetings, ("preparing", "summoned"))
    if coming is not None:
        found["kallelse.docx"] = DocumentRequest("kallelse", coming.id)
    for meeting in reversed(meetings):
        paragraphs = paragraphs_of_meeting(connection, meeting.id)
        if paragraphs:
            longest = max(paragraphs, key=lambda paragraph: len(paragraph.points))
            found["protokoll.docx"] = DocumentRequest("protokoll", meeting.id)
            found["utdrag.docx"] = DocumentRequest("utdrag", meeting.id, longest.number)
            break
    for item in items_of_meeting(connection, coming.id) if coming else ():
        if item.memo is not None:
            request = DocumentRequest("tjänsteskrivelse", item.meeting_id or 0, item_id=item.id)
            found["tjänsteskrivelse.docx"] = request
            break
    return found


def _first(meetings: list[Meeting], states: tuple[str, ...]) -> Meeting | None:
    return next((meeting for meeting in meetings if meeting.state in states), None)


def _write(
    store: Store,
    actor: Actor,
    request: DocumentRequest,
    path: Path,
    say: Callable[[str], object],
) -> Path:
    try:
        return write_document(store, actor, request, path)
    except EditedDocumentError:
        say(f"{path.name} är ändrad för hand och lämnas som den är.")
        return path
