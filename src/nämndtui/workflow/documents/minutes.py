"""The papers a meeting leaves: protokoll, utdrag, anslag, lists and sekretessbilaga."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

from nämndtui.model.attendance.attendance_rows import with_facts
from nämndtui.model.people.certified_names import with_names
from nämndtui.model.publication.public_version import (
    Masked,
    full_dossier,
    own_dossier,
    own_record,
    public_dossier,
    secret_numbers,
)
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.record.minutes_serving import meeting_serving
from nämndtui.model.text.errors import NotFoundError, RefusedError
from nämndtui.model.text.paragraph_range import format_paragraphs
from nämndtui.store.locks.certified_names import kept_names
from nämndtui.store.minutes.dossiers import load_dossier
from nämndtui.store.minutes.minutes_records import load_record

if TYPE_CHECKING:
    from nämndtui.documents.templates.document import Document

MINUTES_KINDS = (
    *("protokoll", "utdrag", "anslag"),
    *("närvarolista", "voteringslista", "sekretessbilaga"),
)
PUBLIC_KINDS = ("protokoll", "utdrag")
"""What there is a public version of."""


def make_minutes_document(
    connection: sqlite3.Connection,
    kind: str,
    meeting_id: int,
    paragraph: int = 0,
    public: bool = False,
) -> Document:
    """One of ``MINUTES_KINDS``; ``paragraph`` and ``public`` as ``DocumentRequest`` has them.

    Raises NotFoundError, RefusedError when there is nothing to write.
    """
    # Word rendering is heavy to load and most starts of the program never need it.
    from nämndtui.documents.kinds import before_meeting, minutes

    names = kept_names(connection, meeting_id)
    if kind in ("närvarolista", "voteringslista"):
        record = own_record(with_names(load_record(connection, meeting_id), names))
        if kind == "närvarolista":
            return minutes.attendance_sheet(record)
        return minutes.vote_list(record, paragraph)
    dossier = as_printed(with_names(load_record(connection, meeting_id), names))
    if not dossier.paragraphs:
        raise RefusedError("Sammanträdet har inga paragrafer än; det finns inget att skriva.")
    if kind == "sekretessbilaga":
        _check_secret(dossier, paragraph)
        return minutes.secrecy_annex(full_dossier(dossier), paragraph)
    shown = public_dossier(dossier)[0] if public else own_dossier(dossier)
    if kind == "utdrag":
        _check_not_secret(dossier, paragraph)
        return _named(before_meeting.extract(shown, paragraph), public)
    part_id = part_of_paragraph(dossier, paragraph) if paragraph else 0
    if kind == "anslag":
        return minutes.announcement(shown, part_id)
    return _named(before_meeting.minutes(shown, part_id), public)


def as_printed(record: MinutesRecord) -> MeetingDossier:
    """The dossier with what the front page tells of the facts: §§ served, sittings (F 8, A13)."""
    dossier = replace(record.dossier, sittings=record.sittings)
    if not record.presences:
        return dossier
    serving = meeting_serving(record)
    rows = with_facts(dossier.attendances, serving.room, serving.table)
    return replace(dossier, attendances=rows)


def _check_not_secret(dossier: MeetingDossier, number: int) -> None:
    """Raise RefusedError for the extract of a secret § (F 27)."""
    if number in secret_numbers(dossier):
        raise RefusedError(
            f"§ {number} omfattas av sekretess och ges inte ut som utdrag. Skriv den som "
            f"sekretessbilaga: namndtui skriv sekretessbilaga §{number}/{_year(dossier)}"
        )


def _check_secret(dossier: MeetingDossier, number: int) -> None:
    """Raise RefusedError for the annex of a § that is not secret, NotFoundError without one."""
    part_of_paragraph(dossier, number)
    if number not in secret_numbers(dossier):
        raise RefusedError(
            f"§ {number} omfattas inte av sekretess. Ska den det: ange ”nej” vid Publicera på "
            "ärendet. Annars skriver du ett utdrag."
        )


def _year(dossier: MeetingDossier) -> int:
    return dossier.meeting.date.year


def masked_in(
    connection: sqlite3.Connection, meeting_id: int, paragraph: int = 0
) -> tuple[Masked, ...]:
    """What the public version of a meeting's minutes, or of one §, leaves out."""
    found = public_dossier(load_dossier(connection, meeting_id))[1]
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


def _named(document: Document, public: bool) -> Document:
    if not public:
        return document
    return replace(document, name=f"{document.name.removesuffix('.docx')} offentlig.docx")
