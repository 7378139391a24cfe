"""Plain text put into generated Markdown, so that it stays text."""

from __future__ import annotations

import re

from nämndtui.model.text.clean_text import clean_line

_MARKS = re.compile(r"([\\`*_\[\]|])")


def plain_in_markdown(text: str) -> str:
    """One line of ``text`` with every character Markdown could act on made literal."""
    return _MARKS.sub(r"\\\1", clean_line(text))
