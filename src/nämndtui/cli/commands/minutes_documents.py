"""What ``skriv`` is asked for when it is a paper that a meeting leaves."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nämndtui.cli.light.output import message
from nämndtui.cli.light.show import meeting_moment, written_date
from nämndtui.cli.light.usage_error import UsageError
from nämndtui.model.publication.public_version import secret_numbers
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.errors import RefusedError
from nämndtui.model.text.paragraph_reference import parse_paragraph_reference
from nämndtui.store.light.lookup import meeting_on, paragraph_by_number
from nämndtui.store.minutes.dossiers import load_dossier
from nämndtui.workflow.documents.minutes import PUBLIC_KINDS, masked_in
from nämndtui.workflow.documents.writing import DocumentRequest

_OF_A_PARAGRAPH = ("utdrag", "voteringslista", "sekretessbilaga")
_ONLY_OF_A_PARAGRAPH = {"utdrag": "Ett utdrag", "sekretessbilaga": "En sekretessbilaga"}
_OF_A_PART = ("protokoll", "anslag")


def check_minutes_options(kind: str, target: Path, given: Mapping[str, Any]) -> None:
    """Raise UsageError for an option that does not fit ``kind``.

    ``given`` holds *paragraph*, *public* and *every* as ``skriv`` was given them.
    """
    if given["paragraph"] is not None and kind not in (*_OF_A_PART, "voteringslista"):
        raise UsageError(f"--paragraf kan inte användas med skriv {kind}.")
    if given["public"] and kind not in PUBLIC_KINDS:
        raise UsageError(f"--offentlig kan inte användas med skriv {kind}.")
    if given["every"] and kind != "utdrag":
        raise UsageError(f"--alla kan inte användas med skriv {kind}.")
    if given["every"] and target.suffix and not target.is_dir():
        raise UsageError("Ange en mapp: --alla skriver ett dokument för varje paragraf.")


def minutes_requests(
    connection: sqlite3.Connection,
    kind: str,
    reference: str,
    code: str,
    given: Mapping[str, Any],
) -> list[DocumentRequest]:
    """The documents to write; with *every* an extract of each of the meeting's §§.

    What a public version leaves out is told. Raises UsageError, NotFoundError, RefusedError.
    """
    number, every = given["paragraph"] or 0, given["every"]
    requests = _requests(connection, kind, reference, code, number, every)
    if not given["public"]:
        return requests
    for one in requests:
        only = one.paragraph if kind == "utdrag" else 0
        for masked in masked_in(connection, one.meeting_id, only):
            message(f"Utelämnat i {masked.where}: {masked.what}")
    return [DocumentRequest(kind, r.meeting_id, r.paragraph, public=True) for r in requests]


def _requests(
    connection: sqlite3.Connection,
    kind: str,
    reference: str,
    code: str,
    number: int,
    every: bool,
) -> list[DocumentRequest]:
    wanted = parse_paragraph_reference(reference)
    if wanted is not None and kind in _OF_A_PARAGRAPH and not every:
        found = paragraph_by_number(connection, *wanted, code)
        return [DocumentRequest(kind, found["meeting_id"], paragraph=found["paragraph"])]
    if kind in _ONLY_OF_A_PARAGRAPH and not every:
        raise UsageError(
            f"{_ONLY_OF_A_PARAGRAPH[kind]} gäller en paragraf: namndtui skriv {kind} §88/2026"
        )
    moment = meeting_moment(reference) or (written_date(reference), "")
    meeting = meeting_on(connection, moment[0], code, moment[1])
    if not every:
        return [DocumentRequest(kind, meeting["id"], paragraph=number)]
    dossier = load_dossier(connection, meeting["id"])
    if not dossier.paragraphs:
        raise RefusedError("Sammanträdet har inga paragrafer än; det finns inget att skriva.")
    return [DocumentRequest(kind, meeting["id"], paragraph=one) for one in _open_numbers(dossier)]


def _open_numbers(dossier: MeetingDossier) -> list[int]:
    """The §§ there are extracts of; the secret ones are told, and how they are written (F 27)."""
    secret = secret_numbers(dossier)
    for number in secret:
        message(
            f"§ {number} omfattas av sekretess och skrivs inte som utdrag. Skriv den för sig: "
            f"namndtui skriv sekretessbilaga §{number}/{dossier.meeting.date.year}"
        )
    return [one.number for one in dossier.paragraphs if one.number not in secret]
