"""Backups: the whole database and every attachment in one verified file or folder."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from nämndtui.model.text.errors import RefusedError
from nämndtui.model.text.system_reason import database_reason, system_reason
from nämndtui.store.care.backup import integrity, vacuum_into
from nämndtui.store.core.connection import open_reader
from nämndtui.store.core.files import AttachmentFolder
from nämndtui.workflow.care.check import attachment_faults, check_database
from nämndtui.workflow.core.actor import Actor

Say = Callable[[str], object]

DATABASE = "nämnd.db"
FILES = AttachmentFolder.beside(DATABASE).folder.name
"""The names inside every backup, so that a folder backup can be opened as it is."""
MANIFEST = "säkerhetskopia.json"
FORMAT = "namndtui-säkerhetskopia"


@dataclass(frozen=True)
class Backup:
    """What was written: ``path``, how many ``attachments``, and Swedish ``faults`` met."""

    path: Path
    attachments: int
    faults: tuple[str, ...] = ()


def back_up(database: str, target: Path, actor: Actor, say: Say) -> Backup:
    """Copy the database and its attachments to ``target``: a new ``.zip``, else a new folder.

    Works beside a writer and from a read-only place. The copy is opened and checked before it
    gets its name. An attachment missing from the start is a fault, and the rest is saved.
    Raises RefusedError when ``target`` exists or cannot be written, NotFoundError.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise RefusedError(f"{target} finns redan. Välj ett annat namn.")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=target.parent, prefix=".ny-") as folder:
            staged = Path(folder) / "kopia"
            staged.mkdir()
            faults, count = _stage(database, staged, actor, say)
            _put(staged, target, say)
    except OSError as error:
        where = f" {error.filename}:" if error.filename else ""
        raise RefusedError(
            f"Säkerhetskopian kunde inte skrivas:{where} {system_reason(error)}."
        ) from error
    except sqlite3.Error as error:
        raise RefusedError(
            f"Säkerhetskopian kunde inte skrivas: {database_reason(error)}. "
            "Kör: namndtui kontrollera"
        ) from error
    return Backup(target, count, faults)


def _stage(database: str, staged: Path, actor: Actor, say: Say) -> tuple[tuple[str, ...], int]:
    """A folder backup in ``staged``, checked; its faults and number of files."""
    say("Kopierar databasen …")
    connection = open_reader(database, any_version=True)
    try:
        vacuum_into(connection, str(staged / DATABASE))
    finally:
        connection.close()
    files = AttachmentFolder.beside(os.path.abspath(database))
    checksums = sorted(files.checksums())
    for count, sha256 in enumerate(checksums, 1):
        if count % 100 == 0:
            say(f"Kopierar bilagor: {count} av {len(checksums)} …")
        goal = AttachmentFolder(staged / FILES).path(sha256)
        goal.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(files.path(sha256), goal)
    faults = _verified(staged, files, say)
    manifest = {
        "format": FORMAT,
        "version": 1,
        "skapad": actor.now.isoformat(timespec="seconds"),
        "databas": _checksum(staged / DATABASE),
        "bilagor": len(checksums),
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    (staged / MANIFEST).write_text(text, encoding="utf-8")
    return faults, len(checksums)


def _verified(staged: Path, original: AttachmentFolder, say: Say) -> tuple[str, ...]:
    """Faults of the attachments. Raises RefusedError when the copied database is not whole."""
    say("Kontrollerar kopian …")
    connection = open_reader(str(staged / DATABASE), any_version=True)
    try:
        answer = integrity(connection)
        if answer != "ok":
            raise RefusedError(f"Kopian blev inte hel ({answer}). Kör: namndtui kontrollera")
        return tuple(attachment_faults(connection, AttachmentFolder(staged / FILES), original))
    finally:
        connection.close()


def _put(staged: Path, target: Path, say: Say) -> None:
    if target.suffix.lower() != ".zip":
        if target.exists():
            target.rmdir()  # empty, as was checked
        os.replace(staged, target)
        return
    say("Packar …")
    packed = staged.with_suffix(".zip")
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for path in sorted(path for path in staged.rglob("*") if path.is_file()):
            archive.write(path, path.relative_to(staged).as_posix())
    with ZipFile(packed) as archive:
        damaged = archive.testzip()
    if damaged:
        raise RefusedError(f"Kopian blev inte hel ({damaged}). Försök igen.")
    os.replace(packed, target)


def _checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def check_backup(folder: Path, attachments: AttachmentFolder, say: Say) -> None:
    """Raise RefusedError unless ``folder`` holds a whole database; ``say`` what it lacks.

    ``attachments`` is where its attachments will lie, and where missing ones belong.
    """
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        genuine = manifest["format"] == FORMAT and manifest["version"] == 1
    except (OSError, ValueError, KeyError, TypeError):
        genuine = False
    if not genuine or not (folder / DATABASE).is_file():
        raise RefusedError("Det är ingen säkerhetskopia från NämndTUI. Välj en annan fil.")
    if manifest.get("databas") != _checksum(folder / DATABASE):
        raise RefusedError("Säkerhetskopians databas har ändrats eller skadats. Välj en annan.")
    for fault in check_database(str(folder / DATABASE), say, attachments).faults:
        say(f"I säkerhetskopian: {fault}")
