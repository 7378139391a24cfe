"""What a document of the minutes is about: §§, part, and what its public form leaves out."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from nämndtui.model.attendance.attendance_rows import with_facts
from nämndtui.model.publication.document_kinds import DocumentKind
from nämndtui.model.publication.public_version import Masked, public_dossier, secret_numbers
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.record.minutes_serving import meeting_serving
from nämndtui.model.text.errors import NotFoundError, RefusedError
from nämndtui.model.text.paragraph_range import format_paragraphs
from nämndtui.store.minutes.dossiers import load_dossier


def as_printed(record: MinutesRecord) -> MeetingDossier:
    """The dossier with what the front page tells of the facts: §§ served, sittings (F 8, A13)."""
    dossier = replace(record.dossier, sittings=record.sittings)
    if not record.presences:
        return dossier
    serving = meeting_serving(record)
    rows = with_facts(dossier.attendances, serving.room, serving.table)
    return replace(dossier, attendances=rows)


def check_has_paragraphs(dossier: MeetingDossier) -> None:
    """Raise RefusedError for a meeting that has decided nothing yet."""
    if not dossier.paragraphs:
        raise RefusedError("Sammanträdet har inga paragrafer än; det finns inget att skriva.")


def check_paragraph(kind: DocumentKind, dossier: MeetingDossier, number: int) -> None:
    """Raise RefusedError for a secret § in a kind that is of an open one, or the reverse (F 27).

    Raises NotFoundError when the meeting has no such §.
    """
    part_of_paragraph(dossier, number)
    secret = number in secret_numbers(dossier)
    if secret and kind.of != "secret_paragraph":
        raise RefusedError(
            f"§ {number} omfattas av sekretess och ges inte ut som {kind.name}. Skriv den som "
            f"sekretessbilaga: namndtui skriv sekretessbilaga §{number}/{dossier.meeting.date.year}"
        )
    if not secret and kind.of == "secret_paragraph":
        raise RefusedError(
            f"§ {number} omfattas inte av sekretess. Ska den det: ange ”nej” vid Publicera på "
            "ärendet. Annars skriver du ett utdrag."
        )


def masked_in(
    connection: sqlite3.Connection, kind: DocumentKind, meeting_id: int, paragraph: int = 0
) -> tuple[Masked, ...]:
    """What the public form of a meeting's document, or of one for a §, leaves out.

    Raises RefusedError when the meeting has no §§ to write of.
    """
    # Word rendering is heavy to load and most starts of the program never need it.
    from nämndtui.documents.kinds.makers import MAKERS

    dossier = load_dossier(connection, meeting_id)
    check_has_paragraphs(dossier)
    found = public_dossier(MAKERS[kind.name].printed(dossier))[1]
    mark = format_paragraphs([paragraph]) if paragraph else ""
    return tuple(one for one in found if mark in ("", one.where))


def part_of_paragraph(dossier: MeetingDossier, number: int) -> int:
    """The id of the immediate part that has § ``number``; 0 for the main part.

    Raises NotFoundError when the meeting has no such §.
    """
    if all(one.number != number for one in dossier.paragraphs):
        held = format_paragraphs(one.number for one in dossier.paragraphs)
        raise NotFoundError(f"§ {number} finns inte i protokollet. Där finns {held}.")
    return next(
        (
            part.id
            for part in dossier.minutes_parts
            if part.immediate and number in part.paragraph_numbers
        ),
        0,
    )
