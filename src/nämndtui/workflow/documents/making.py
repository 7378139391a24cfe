"""Making a Word document: the facts its kind asks for, gathered, and what may be shown of them."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from nämndtui.model.people.certified_names import with_names
from nämndtui.model.publication.document_kinds import DocumentKind, document_kind
from nämndtui.model.publication.shown import check_public_form, shown_dossier, shown_record
from nämndtui.model.text.errors import InvalidInputError, NotFoundError
from nämndtui.store.locks.certified_names import kept_names
from nämndtui.store.minutes.dossiers import load_dossier
from nämndtui.store.minutes.minutes_records import load_record
from nämndtui.workflow.documents.minutes import (
    as_printed,
    check_has_paragraphs,
    check_paragraph,
    part_of_paragraph,
)
from nämndtui.workflow.documents.registers import (
    QuarterRequest,
    make_delegation_list,
    make_quarter_document,
)

if TYPE_CHECKING:
    from nämndtui.documents.kinds.facts import MeetingFacts
    from nämndtui.documents.templates.document import Document


@dataclass(frozen=True)
class DocumentRequest:
    """Which document: ``kind`` (a name in ``DOCUMENT_KINDS``) and what it is ``of``.

    ``paragraph`` names the § of what is of a § or of its votes (0: all §§), and the § whose part
    of the minutes is meant by what is of a part (0: the main part). ``item_id`` names the item;
    ``quarter`` the report (``meeting_id`` is then 0). ``public`` asks for the form that may be
    published.
    """

    kind: str
    meeting_id: int = 0
    paragraph: int = 0
    item_id: int = 0
    quarter: QuarterRequest | None = None
    public: bool = False


def make_document(
    connection: sqlite3.Connection, request: DocumentRequest, today: date
) -> Document:
    """The document's name and bytes. Raises NotFoundError, RefusedError, InvalidInputError."""
    kind = document_kind(request.kind)
    if request.public:
        check_public_form(kind)
    if kind.of == "quarter":
        if request.quarter is None:
            raise InvalidInputError("Ange rapportens lag och kvartal.", "quarter")
        return make_quarter_document(connection, kind, request.quarter, today)
    if kind.needs == "decisions":
        return make_delegation_list(connection, request.meeting_id)
    # Word rendering is heavy to load and most starts of the program never need it.
    from nämndtui.documents.kinds.finished_document import finished_document

    if kind.needs in ("roll", "vote"):
        facts = _from_record(connection, kind, request, today)
    elif kind.needs == "paragraphs":
        facts = _from_minutes(connection, kind, request, today)
    else:
        facts = _from_agenda(connection, kind, request, today)
    return finished_document(kind.name, facts)


def _from_agenda(
    connection: sqlite3.Connection, kind: DocumentKind, request: DocumentRequest, today: date
) -> MeetingFacts:
    from nämndtui.documents.kinds.facts import MeetingFacts

    dossier = shown_dossier(kind, load_dossier(connection, request.meeting_id), request.public)
    if kind.of == "item":
        item = dossier.item(request.item_id)
        if item.memo is None:
            raise NotFoundError(f"Punkten ”{item.title}” har ingen tjänsteskrivelse.")
    return MeetingFacts(dossier, today, item_id=request.item_id)


def _from_minutes(
    connection: sqlite3.Connection, kind: DocumentKind, request: DocumentRequest, today: date
) -> MeetingFacts:
    from nämndtui.documents.kinds.facts import MeetingFacts

    meeting_id, number = request.meeting_id, request.paragraph
    record = with_names(load_record(connection, meeting_id), kept_names(connection, meeting_id))
    dossier = as_printed(record)
    check_has_paragraphs(dossier)
    if kind.of_one_paragraph:
        check_paragraph(kind, dossier, number)
    shown = shown_dossier(kind, dossier, request.public)
    part_id = part_of_paragraph(shown, number) if number and kind.of == "part" else 0
    return MeetingFacts(shown, today, number, part_id)


def _from_record(
    connection: sqlite3.Connection, kind: DocumentKind, request: DocumentRequest, today: date
) -> MeetingFacts:
    from nämndtui.documents.kinds.facts import MeetingFacts

    meeting_id = request.meeting_id
    record = with_names(load_record(connection, meeting_id), kept_names(connection, meeting_id))
    shown = shown_record(kind, record, request.public)
    return MeetingFacts(shown.dossier, today, request.paragraph, record=shown)
