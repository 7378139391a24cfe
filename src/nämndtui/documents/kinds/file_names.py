"""Names of documents: the same pattern everywhere, safe on every file system."""

from __future__ import annotations

import re
from datetime import date

from nämndtui.model.calendar.swedish_dates import iso
from nämndtui.model.people.committee import Committee
from nämndtui.model.text.clean_text import clean_line

_FORBIDDEN = re.compile(r'[/\\:*?"<>|\x00-\x1f]+')
_LONGEST = 110
_LONGEST_CODE = 20


def document_name(day: date | None, committee: Committee, what: str) -> str:
    """``2017-09-26 VON kallelse.docx``: date, committee, what it is.

    Characters some file system forbids (``/`` and ``:`` in diary numbers) become hyphens. A long
    code or a long name is cut; the ending is always there.
    """
    parts = (iso(day) if day else "", _safe(committee.code)[:_LONGEST_CODE], _safe(what))
    name = " ".join(part for part in parts if part)
    return f"{name[:_LONGEST].strip(' .-') or 'dokument'}.docx"


def _safe(text: str) -> str:
    plain = clean_line(text).replace("\u00a0", " ")
    return _FORBIDDEN.sub("-", plain).strip(" .-")
