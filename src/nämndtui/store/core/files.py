"""Attachment bytes at rest: a folder beside the database where the SHA-256 names the file."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

from nämndtui.model.text.errors import NotFoundError, RefusedError
from nämndtui.model.text.system_reason import system_reason


class AttachmentFolder:
    """Content-addressed files: ``<folder>/ab/abcdef…``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def beside(cls, database_path: str) -> AttachmentFolder:
        """The attachment folder of a database: ``<name> bilagor`` beside it."""
        path = Path(database_path)
        return cls(path.with_name(f"{path.stem} bilagor"))

    def path(self, sha256: str) -> Path:
        """Where the bytes with that checksum lie (whether or not they exist)."""
        return self.folder / sha256[:2] / sha256

    def add(self, content: bytes) -> str:
        """Store bytes durably and return their SHA-256: temporary name, flush, rename.

        Raises RefusedError in Swedish when the disk is full or the folder is read-only.
        """
        sha256 = hashlib.sha256(content).hexdigest()
        target = self.path(sha256)
        if target.exists():
            return sha256
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            _write_durably(target, content)
        except OSError as error:
            raise RefusedError(f"Bilagan kunde inte sparas: {system_reason(error)}.") from error
        return sha256

    def read(self, sha256: str) -> bytes:
        """The bytes. Raises NotFoundError when missing and RefusedError when damaged."""
        path = self.path(sha256)
        if not path.exists():
            raise NotFoundError(f"Bilagans fil saknas i {self.folder}.")
        content = path.read_bytes()
        if hashlib.sha256(content).hexdigest() != sha256:
            raise RefusedError(f"Bilagans fil i {self.folder} är skadad.")
        return content

    def checksums(self) -> set[str]:
        """Every checksum stored in the folder."""
        if not self.folder.is_dir():
            return set()
        return {path.name for path in self.folder.glob("??/*") if len(path.name) == 64}


def _write_durably(target: Path, content: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".ny-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, target)
    except BaseException:
        os.unlink(temporary)
        raise
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
