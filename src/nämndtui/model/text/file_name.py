"""The name a file is kept under, whoever sent it and from which system."""

from __future__ import annotations

from nämndtui.model.text.clean_text import clean_line

_FORBIDDEN = dict.fromkeys(map(ord, '<>:"|?*'))
_LONGEST = 150


def plain_file_name(name: str) -> str:
    """The last part of a file name from anywhere, safe to write in a folder.

    Folders, controls, what Windows forbids, and dots and spaces at the ends are dropped; a long
    name is cut before its ending. ``bilaga`` when nothing is left, as of ``..``.
    """
    last = clean_line(name).replace("\\", "/").rsplit("/", 1)[-1]
    kept = clean_line(last.translate(_FORBIDDEN)).strip(". ")
    if len(kept) > _LONGEST:
        stem, dot, ending = kept.rpartition(".")
        ending = f"{dot}{ending}" if stem and len(ending) < 10 else ""
        kept = kept[: _LONGEST - len(ending)].strip(". ") + ending
    return kept or "bilaga"
