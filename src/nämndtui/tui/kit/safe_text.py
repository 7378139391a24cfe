"""The one way for data to reach the screen: as text, never as markup or terminal commands.

``[utkast]``, ``[/`` and ESC in a title are ordinary text to a secretary. ``Content`` and Rich's
``Text`` are not parsed by Textual, so every widget gets its strings through these functions.
"""

from __future__ import annotations

from rich.text import Text
from textual.content import Content

from nämndtui.model.text.clean_text import visible_controls

LONGEST_CELL = 200
LONGEST_TEXT = 20_000
_CUT = "…"


def visible(text: str, limit: int = LONGEST_TEXT) -> str:
    """``text`` with controls shown as symbols, cut to ``limit`` characters."""
    shown = visible_controls(text[: limit + 1])
    return shown if len(shown) <= limit else shown[: limit - 1] + _CUT


def one_line(text: str, limit: int = LONGEST_CELL) -> str:
    """``visible`` on one line: line breaks and tabs become spaces."""
    return " ".join(visible(text, limit).split())


def plain(text: str, style: str = "", limit: int = LONGEST_TEXT) -> Content:
    """Text for Static, Label, Button, Select, border titles and notices.

    ``style`` is a style of our own (``bold``, ``$text-error``), for the whole text.
    """
    return Content.styled(visible(text, limit), style) if style else Content(visible(text, limit))


def cell(text: str, style: str = "", limit: int = LONGEST_CELL) -> Text:
    """Text for one cell of a table or one row of a tree; ``style`` is a Rich style."""
    return Text(one_line(text, limit), style=style, no_wrap=True, overflow="ellipsis", end="")


def wrapped(text: str, style: str = "", limit: int = LONGEST_CELL) -> Text:
    """As ``cell``, but wrapped over several lines where the table allows it."""
    return Text(one_line(text, limit), style=style, end="")


def joined(*parts: Content | str) -> Content:
    """Several pieces as one Content; plain strings are treated as data."""
    return Content("").join(part if isinstance(part, Content) else plain(part) for part in parts)
