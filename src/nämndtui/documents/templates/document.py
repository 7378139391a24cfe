"""A finished document, and what it says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Document:
    """``name`` is a safe file name ending in .docx; ``content`` its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True)
class DocumentProperties:
    """The properties a reader, a search engine and a screen reader see first.

    ``date`` becomes both created and modified: the document's own day, not the clock's.
    """

    title: str
    subject: str = ""
    author: str = ""
    date: date | None = None
