"""What ``skriv`` is asked for: the reference and the options of each kind, as requests."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nämndtui.cli.light.output import message
from nämndtui.cli.light.show import date_in_words, meeting_moment, written_date
from nämndtui.cli.light.usage_error import UsageError
from nämndtui.model.publication.document_kinds import DOCUMENT_KINDS, DocumentKind
from nämndtui.model.publication.public_version import secret_numbers
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.diary_number import looks_like_diary_number
from nämndtui.model.text.errors import NotFoundError
from nämndtui.model.text.paragraph_reference import parse_paragraph_reference
from nämndtui.store.light.lookup import case_by_dnr, meeting_on, paragraph_by_number
from nämndtui.store.light.lookup_items import Found
from nämndtui.store.minutes.dossiers import load_dossier
from nämndtui.workflow.documents.making import DocumentRequest
from nämndtui.workflow.documents.minutes import check_has_paragraphs, masked_in

OPTIONS = tuple(dict.fromkeys(name for kind in DOCUMENT_KINDS.values() for name in kind.options))
"""The options that only go with some kinds; ``skriv`` is given them by these names."""


def check_options(kind: DocumentKind, words: str, target: Path, given: Mapping[str, Any]) -> None:
    """Raise UsageError for an option that does not fit ``kind``, or when it is not said of what.

    ``given`` holds each of ``OPTIONS`` as ``skriv`` was given it; None or False when it was not.
    """
    for option in OPTIONS:
        if given[option] not in (None, False) and option not in kind.options:
            raise UsageError(f"{option} kan inte användas med skriv {kind.name}.")
    if kind.of == "quarter":
        if words or not (given["--lag"] and given["--kvartal"]):
            raise UsageError(f"{kind.takes}.")
    elif not words:
        raise UsageError(f"Skriv vad det gäller, till exempel {kind.example}")
    if given["--alla"] and target.suffix and not target.is_dir():
        raise UsageError("Ange en mapp: --alla skriver ett dokument för varje paragraf.")


def requests_of(
    connection: sqlite3.Connection,
    kind: DocumentKind,
    reference: str,
    code: str,
    given: Mapping[str, Any],
) -> list[DocumentRequest]:
    """The documents of a meeting, § or item to write; with *--alla* one for each open §.

    What a public version leaves out is told. Raises UsageError, NotFoundError, RefusedError.
    """
    if kind.of == "item":
        return [_of_item(connection, kind, reference, code, given)]
    requests = _of_meeting(connection, kind, reference, code, given)
    if not given["--offentlig"]:
        return requests
    for one in requests:
        only = one.paragraph if kind.of_one_paragraph else 0
        for masked in masked_in(connection, kind, one.meeting_id, only):
            message(f"Utelämnat i {masked.where}: {masked.what}")
    return [DocumentRequest(kind.name, r.meeting_id, r.paragraph, public=True) for r in requests]


def _of_meeting(
    connection: sqlite3.Connection,
    kind: DocumentKind,
    reference: str,
    code: str,
    given: Mapping[str, Any],
) -> list[DocumentRequest]:
    wanted, every = parse_paragraph_reference(reference), given["--alla"]
    if wanted is not None and (kind.of_one_paragraph or kind.of == "vote") and not every:
        found = paragraph_by_number(connection, *wanted, code)
        return [DocumentRequest(kind.name, found["meeting_id"], paragraph=found["paragraph"])]
    if kind.of_one_paragraph and not every:
        raise UsageError(f"{kind.takes}.")
    meeting = _meeting(connection, kind, reference, code)
    if not every:
        number = given["--paragraf"] or 0
        return [DocumentRequest(kind.name, meeting["id"], paragraph=number)]
    dossier = load_dossier(connection, meeting["id"])
    check_has_paragraphs(dossier)
    return [
        DocumentRequest(kind.name, meeting["id"], paragraph=one)
        for one in _open_numbers(kind, dossier)
    ]


def _open_numbers(kind: DocumentKind, dossier: MeetingDossier) -> list[int]:
    """The §§ there are extracts of; the secret ones are told, and how they are written (F 27)."""
    secret = secret_numbers(dossier)
    for number in secret:
        message(
            f"§ {number} omfattas av sekretess och skrivs inte som {kind.name}. Skriv den för sig: "
            f"namndtui skriv sekretessbilaga §{number}/{dossier.meeting.date.year}"
        )
    return [one.number for one in dossier.paragraphs if one.number not in secret]


def _of_item(
    connection: sqlite3.Connection,
    kind: DocumentKind,
    reference: str,
    code: str,
    given: Mapping[str, Any],
) -> DocumentRequest:
    number = given["--punkt"]
    if looks_like_diary_number(reference):
        case = case_by_dnr(connection, reference, code)
        item = _item_of_case(case, number, given["--sammanträde"])
        return DocumentRequest(kind.name, item["meeting_id"], item_id=item["id"])
    meeting = _meeting(connection, kind, reference, code)
    if number is None:
        raise UsageError(f"Ange punkten: namndtui skriv {kind.name} DATUM --punkt N")
    for item in meeting["items"]:
        if item["number"] == number:
            return DocumentRequest(kind.name, meeting["id"], item_id=item["id"])
    raise NotFoundError(f"Dagordningen {meeting['date']} har ingen punkt {number}.")


def _meeting(
    connection: sqlite3.Connection, kind: DocumentKind, reference: str, code: str
) -> Found:
    moment = meeting_moment(reference) or (date_in_words(reference), "")
    if moment[0] is None:
        raise UsageError(f"”{reference[:60]}” går inte att skriva så. {kind.takes}.")
    return meeting_on(connection, moment[0], code, moment[1])


def _item_of_case(case: Found, number: int | None, day: str | None) -> Found:
    """The case's item on a meeting: on ``day`` when given, else on the latest."""
    if day is not None:
        moment = meeting_moment(day) or (written_date(day), "")
        day = moment[0]
    fitting = [
        item
        for item in case["items"]
        if item["date"] and day in (None, item["date"]) and number in (None, item["number"])
    ]
    if not fitting:
        where = f" {day}" if day else ""
        raise NotFoundError(
            f"{case['dnr']} står inte på något sammanträdes dagordning{where}. "
            "Hämta in ärendet till ett sammanträde först."
        )
    latest: Found = fitting[-1]
    return latest
