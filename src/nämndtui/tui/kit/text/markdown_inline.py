"""Markdown inside a paragraph as styled text."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token
from textual.content import Content

from nämndtui.tui.kit.safe_text import plain


def inline_content(tokens: Sequence[Token]) -> Content:
    """Bold, italics, links and text inside a paragraph."""
    parts: list[Content] = []
    bold = italic = 0
    for token in tokens:
        kind = token.type
        bold += {"strong_open": 1, "strong_close": -1}.get(kind, 0)
        italic += {"em_open": 1, "em_close": -1}.get(kind, 0)
        if kind == "hardbreak":
            parts.append(Content("\n"))
        elif kind == "softbreak":
            parts.append(Content(" "))
        elif kind == "image":
            parts.append(plain(f"[Bild: {token.content}]"))
        elif token.content:
            style = " ".join(filter(None, ("bold" * bool(bold), "italic" * bool(italic))))
            parts.append(plain(token.content, style))
    return Content("").join(parts)
