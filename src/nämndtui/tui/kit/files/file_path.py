"""A file on the disk, named by typing: completion, and what is wrong with a path."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from textual.suggester import Suggester

from nämndtui.model.text.errors import InvalidInputError
from nämndtui.model.text.system_reason import system_reason


class PathSuggester(Suggester):
    """Completes a path with the first file or folder that begins so."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The path as it could go on; the disk is read in a thread."""
        return await asyncio.to_thread(complete, value)


def complete(typed: str) -> str | None:
    """The first file or folder in alphabetical order that ``typed`` is the beginning of."""
    if not typed.strip():
        return None
    folder, beginning = os.path.split(typed)
    try:
        names = sorted(
            entry.name + (os.sep if entry.is_dir() else "")
            for entry in os.scandir(os.path.expanduser(folder) or ".")
            if entry.name.casefold().startswith(beginning.casefold())
            and (beginning.startswith(".") or not entry.name.startswith("."))
        )
    except OSError:
        return None  # no such folder, or it may not be read: nothing to suggest
    found = names[0] if names else None
    return os.path.join(folder, found) if found else None


def existing_file(text: str) -> Path:
    """The file at a typed path; ``~`` and surrounding quotes are understood.

    Raises InvalidInputError when it is no file.
    """
    path = Path(text.strip().strip("\"'")).expanduser()
    if path.is_file():
        return path
    what = "är en mapp" if path.is_dir() else "finns inte"
    raise InvalidInputError(f"{path} {what}. Skriv hela sökvägen till en fil.", "file")


def optional_file(text: str) -> Path | None:
    """As ``existing_file``; nothing written gives None."""
    return existing_file(text) if text.strip() else None


def file_bytes(path: Path | None) -> bytes | None:
    """The file's bytes, None for no file. Raises InvalidInputError when it cannot be read."""
    try:
        return path.read_bytes() if path else None
    except OSError as error:
        raise InvalidInputError(
            f"{path} kan inte läsas ({system_reason(error)}). Stäng filen om den är öppen.", "file"
        ) from error
