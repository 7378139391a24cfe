"""Which meeting a Word file of minutes belongs to."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

from nämndtui.model.text.errors import NotFoundError, RefusedError
from nämndtui.store.agenda.meetings import meetings_held_on
from nämndtui.store.summons.issued_documents import issued_meeting

_DAY = re.compile(r"\b(\d{4}-\d{2}-\d{2})\b")


def meeting_of_file(connection: sqlite3.Connection, path: Path, content: bytes) -> int:
    """The id of the meeting whose minutes ``path`` holds: as written there, else by its title.

    A copy by another name is known by the title among its properties, which Word keeps. Raises
    NotFoundError when neither says, RefusedError when several meetings fit.
    """
    known = issued_meeting(connection, str(path.resolve()))
    if known:
        return known
    from nämndtui.documents.read_back.title import read_title

    title = read_title(content).replace("\u00a0", " ")
    found = _DAY.search(title)
    held = meetings_held_on(connection, found[1] if found else "")
    ids = [meeting_id for meeting_id, committee in held if committee in title]
    if not ids:
        raise NotFoundError(
            f"Det framgår inte vilket sammanträde {path.name} gäller. Ange det med "
            "--sammanträde DATUM."
        )
    if len(ids) > 1:
        raise RefusedError(
            "Nämnden har flera sammanträden den dagen. Ange datum och klockslag med --sammanträde."
        )
    return ids[0]
