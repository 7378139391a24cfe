"""Checking that a database is whole: file, history, attachments, rules and search index."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from nämndtui.model.agenda.attachment_number import gaps, parse_attachment_number
from nämndtui.model.text.system_reason import database_reason
from nämndtui.store.care import checks
from nämndtui.store.core.connection import open_reader
from nämndtui.store.core.files import AttachmentFolder
from nämndtui.store.core.search_index import SearchIndex, rebuild_whole_index
from nämndtui.store.database import Store
from nämndtui.store.locks.check import lock_faults
from nämndtui.store.locks.ledger_check import ledger_faults
from nämndtui.store.locks.seals import seal_faults, unsealed_notes
from nämndtui.store.registers.checks import register_faults
from nämndtui.store.summons.checks import sending_faults

Say = Callable[[str], object]

MOST_SHOWN = 50
"""So many faults of one kind are spelt out."""


@dataclass(frozen=True)
class CheckReport:
    """``faults`` must be mended; ``notes`` are only worth knowing. Swedish sentences."""

    faults: tuple[str, ...]
    notes: tuple[str, ...] = ()


def check_database(path: str, say: Say, original: AttachmentFolder | None = None) -> CheckReport:
    """Check everything about the database at ``path`` without changing it.

    ``say`` is told, in Swedish, what is being checked; ``original`` is the attachment folder to
    name when another than the one beside ``path``. Raises NotFoundError and RefusedError when
    there is no database to check.
    """
    connection = open_reader(path, any_version=True)
    files = AttachmentFolder.beside(os.path.abspath(path))
    try:
        faults: list[str] = []
        for what, find in _steps(connection, files, original):
            say(f"Kontrollerar {what} …")
            faults += _at_most(find, what)
        notes = [
            *_at_most(_numbering_notes(connection), "bilagornas nummer"),
            *_at_most(unsealed_notes(connection), "förseglingarna"),
        ]
        return CheckReport(tuple(faults), (*notes, *_orphans(connection, files)))
    finally:
        connection.close()


def rebuild_search(store: Store) -> None:
    """Index every case and item anew, in one transaction."""
    rebuild_whole_index(store.connection)


def attachment_faults(
    connection: sqlite3.Connection,
    files: AttachmentFolder,
    original: AttachmentFolder | None = None,
) -> Iterator[str]:
    """Attachments whose file is missing or is not the one that was attached.

    With ``original`` the files looked at are copies of those, and the places named are theirs.
    """
    named = original or files
    for row in checks.attached_files(connection):
        where = f"bilagan ”{row['title']}” {row['date']}".strip()
        path = files.path(row["sha256"])
        if not path.is_file():
            yield f"Filen till {where} saknas i {named.folder}."
            continue
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        if found != row["sha256"]:
            yield f"Filen till {where} är skadad eller utbytt: {named.path(row['sha256'])}"


def _steps(
    connection: sqlite3.Connection, files: AttachmentFolder, original: AttachmentFolder | None
) -> tuple[tuple[str, Iterator[str]], ...]:
    return (
        ("databasfilen", checks.file_faults(connection)),
        ("historiken", checks.history_faults(connection)),
        ("spärrarna", lock_faults(connection)),
        ("förseglingarna", seal_faults(connection)),
        ("liggarna", ledger_faults(connection)),
        ("bilagornas filer", attachment_faults(connection, files, original)),
        ("paragraferna", checks.paragraph_faults(connection)),
        ("sammanträdena", checks.meeting_faults(connection)),
        ("utskicken", sending_faults(connection)),
        ("diarienumren", checks.case_faults(connection)),
        ("registren", register_faults(connection)),
        ("texterna", checks.personal_number_faults(connection)),
        ("sökregistret", _index_faults(connection)),
    )


def _numbering_notes(connection: sqlite3.Connection) -> Iterator[str]:
    """Attachments whose numbers have gaps (A4, D2.18): worth mending, never in the way."""
    for row in checks.attachment_numbers(connection):
        numbers = [parse_attachment_number(text) for text in row["numbers"].split()]
        when = f" {row['date']}" if row["date"] else ""
        for gap in gaps(numbers):
            yield f"Punkten ”{row['title']}”{when}: {gap}"


def _index_faults(connection: sqlite3.Connection) -> Iterator[str]:
    wrong = len(SearchIndex(connection).out_of_step())
    if wrong:
        yield (
            f"Sökregistret är i otakt med {wrong} ärenden och punkter. "
            "Bygg om det med: namndtui kontrollera --bygg-om"
        )


def _at_most(faults: Iterator[str], what: str) -> list[str]:
    """The first faults of one kind; a damaged file is a fault too, not a crash."""
    shown: list[str] = []
    count = 0
    try:
        for fault in faults:
            count += 1
            if count <= MOST_SHOWN:
                shown.append(fault)
    except sqlite3.DatabaseError as error:
        shown.append(f"Det gick inte att kontrollera {what}: {database_reason(error)}.")
    more = count - MOST_SHOWN
    return [*shown, f"… och {more} fel till i {what}."] if more > 0 else shown


def _orphans(connection: sqlite3.Connection, files: AttachmentFolder) -> Iterator[str]:
    used = {row["sha256"] for row in checks.attached_files(connection)}
    unused = len(files.checksums() - used)
    if unused:
        what = "En fil" if unused == 1 else f"{unused} filer"
        whom = "den" if unused == 1 else "dem"
        yield f"{what} i {files.folder} används inte nu; historiken kan behöva {whom}."
