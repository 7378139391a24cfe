"""A case system's column *Anmäld* or *Redovisad*: whether a decision has been reported, and where.

Only a § or the day of a meeting takes a decision out of the queue (KL 6:40, 7:8); each decision
is reported exactly once (D2.20), so what is unclear waits and is told.
"""

from __future__ import annotations

import re
from datetime import date

from nämndtui.exchange.tables.values import RowCells
from nämndtui.model.calendar.swedish_dates import parse_date
from nämndtui.model.text.errors import InvalidInputError

_NUMBER = re.compile(r"[0-9]{1,4}(?:\s*/\s*[0-9]{4})?")
_SECTION = re.compile(r"§|\bparagraf", re.IGNORECASE)
_DENIED_FIRST = re.compile(r"(?:nej|ej|inte|icke)\b", re.IGNORECASE)


def reported_where(cells: RowCells, field: str, today: date) -> str:
    """Where the decision was reported, ``§ 4/2026``; empty when it waits in the queue.

    A doubt is noted on the row for everything but a § and a plain no.
    """
    text = cells.text(field)
    if not text or cells.denied(field):
        return ""
    numbered = bool(_SECTION.search(cells.header(field)) or "/" in text)
    if _NUMBER.fullmatch(text) and numbered and _day(text) is None:
        return f"§ {''.join(text.split())}"
    if _SECTION.search(text) and not _DENIED_FIRST.match(text):
        return text
    day = _day(text)
    if day is not None and day <= today:
        cells.doubt(field, f"Räknas som anmält {day.isoformat()}, men paragrafen saknas.")
        return day.isoformat()
    said = f"kolumnen säger ”{text[:30]}”"
    cells.doubt(field, f"Beslutet står kvar i kön: {said} men inte vid vilken paragraf.")
    return ""


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except InvalidInputError:
        return None
