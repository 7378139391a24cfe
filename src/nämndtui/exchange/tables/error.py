"""A file that cannot be read as a table, said so that the user knows what to do."""

from __future__ import annotations

from nämndtui.model.text.clean_text import clean_line, visible_controls
from nämndtui.model.text.errors import InvalidInputError


class TableError(InvalidInputError):
    """The file is no table, is too large or dangerous to open, or its columns are unknown."""


def shown_name(name: str) -> str:
    """A file or column name, shortened and harmless in a message."""
    line = clean_line(visible_controls(name))
    return line if len(line) <= 60 else f"{line[:59]}…"
