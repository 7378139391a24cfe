"""Names of documents: the same pattern everywhere, safe on every file system."""

from __future__ import annotations

import re
from datetime import date
from unicodedata import normalize

from nämndtui.model.clean_text import clean_line
from nämndtui.model.committee import Committee
from nämndtui.model.swedish_dates import iso

_FORBIDDEN = re.compile(r'[/\\:*?"<>|\x00-\x1f]+')
_LONGEST = 120


def document_name(day: date | None, committee: Committee, what: str) -> str:
    """``2017-09-26 VON kallelse.docx``: date, committee, what it is.

    Characters some file system forbids (``/`` and ``:`` in diary numbers) become hyphens, and a
    long name is cut; the ending is always there.
    """
    parts = (iso(day) if day else "", committee.code, what)
    name = clean_line(" ".join(part for part in parts if part)).replace("\u00a0", " ")
    name = _FORBIDDEN.sub("-", normalize("NFC", name)).strip(" .-")
    return f"{name[:_LONGEST].strip(' .-') or 'dokument'}.docx"
