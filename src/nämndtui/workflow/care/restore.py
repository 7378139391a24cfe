"""Restoring a backup without ever losing what was there before."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import BadZipFile, ZipFile

from nämndtui.model.text.errors import NotFoundError, RefusedError
from nämndtui.model.text.system_reason import system_reason
from nämndtui.store.care.backup import lock_out_others
from nämndtui.store.core.files import AttachmentFolder
from nämndtui.workflow.care.backup import DATABASE, FILES, check_backup
from nämndtui.workflow.core.actor import Actor

Say = Callable[[str], object]

_BESIDE = ("-wal", "-shm", "-journal")


def restore(source: Path, database: Path, actor: Actor, say: Say, replace: bool = False) -> None:
    """Put the backup ``source`` (zip or folder) in place as ``database`` with its attachments.

    The backup is checked before anything is touched. With ``replace`` an existing database and
    its attachments are moved aside, never deleted; ``say`` tells where. Raises NotFoundError,
    RefusedError when ``database`` exists, is in use, or the backup is not whole.
    """
    database = database.absolute()
    if not source.exists():
        raise NotFoundError(f"{source} finns inte. Ange säkerhetskopians fil eller mapp.")
    taken = database.exists() or _attachments(database).exists()
    if taken and not replace:
        raise RefusedError(
            f"{database} finns redan. Återställ till en annan plats med --db, "
            "eller flytta undan den gamla med --ersätt."
        )
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=database.parent, prefix=".ny-") as folder:
            staged = Path(folder) / "kopia"
            _unpack(source, staged)
            check_backup(staged, AttachmentFolder(_attachments(database)), say)
            if taken:
                _move_aside(database, actor, say)
            if (staged / FILES).is_dir():
                os.replace(staged / FILES, _attachments(database))
            os.replace(staged / DATABASE, database)
    except OSError as error:
        where = f" {error.filename}:" if error.filename else ""
        raise RefusedError(
            f"Återställningen gick inte att göra:{where} {system_reason(error)}."
        ) from error


def _unpack(source: Path, staged: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, staged)
        return
    try:
        with ZipFile(source) as archive:
            for member in archive.infolist():
                parts = member.filename.rstrip("/").split("/")
                outside = any(part in ("", ".", "..") or "\\" in part for part in parts)
                if outside or stat.S_ISLNK(member.external_attr >> 16):
                    raise RefusedError("Det är ingen säkerhetskopia från NämndTUI.")
            archive.extractall(staged)
    except (BadZipFile, ValueError) as error:
        raise RefusedError(f"{source} är ingen hel zipfil. Välj en annan.") from error


def _move_aside(database: Path, actor: Actor, say: Say) -> None:
    """Rename the old database and its attachments; refused while another program writes there."""
    lock = None
    if database.exists():
        try:
            lock = lock_out_others(str(database))
        except sqlite3.OperationalError as error:
            raise RefusedError(
                f"{database} används av ett annat program. Stäng det och försök igen."
            ) from error
        except sqlite3.DatabaseError:
            say("Den gamla databasen går inte att läsa; den flyttas undan som den är.")
    try:
        aside = _free_name(database, actor)
        for ending in ("", *_BESIDE):
            old = database.with_name(database.name + ending)
            if old.exists():
                os.replace(old, aside.with_name(aside.name + ending))
        if _attachments(database).exists():
            os.replace(_attachments(database), _attachments(aside))
    finally:
        if lock is not None:
            lock.close()
    say(f"Den gamla databasen finns nu i {aside}")


def _free_name(database: Path, actor: Actor) -> Path:
    """``demo före återställning 2026-11-22 09.30.00.db``, beside the old one."""
    moment = actor.now.strftime("%Y-%m-%d %H.%M.%S")
    stem = f"{database.stem} före återställning {moment}"
    count = 1
    while True:
        name = database.with_name(f"{stem}{f' ({count})' if count > 1 else ''}{database.suffix}")
        if not name.exists() and not _attachments(name).exists():
            return name
        count += 1


def _attachments(database: Path) -> Path:
    return AttachmentFolder.beside(str(database)).folder
