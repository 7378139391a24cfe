"""When and where minutes are adjusted, and the certificate of their notice (C4)."""

from __future__ import annotations

from datetime import date

from nämndtui.documents.contexts.committee import Context, time_text
from nämndtui.documents.contexts.printed_part import PrintedPart
from nämndtui.model.calendar.calendar_days import last_appeal_day, take_down_day
from nämndtui.model.calendar.swedish_dates import iso, long_date
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.paragraph_range import format_paragraphs

APPEAL_COURT = "förvaltningsrätten"
"""What is printed until the committee has said which."""
_NOTHING = {"plats": "", "datum": "", "tid": "", "justerat": "", "text": ""}
_BOARD = "på kommunens digitala anslagstavla."


def adjustment_context(printed: PrintedPart) -> Context:
    """``justering``: the place and time agreed, and the day it was done."""
    part = printed.part
    if part is None:
        return dict(_NOTHING)
    agreed = part.adjust_place or part.adjust_date or part.adjust_time
    if printed.immediate and not agreed:
        return {**_NOTHING, "justerat": _day(part.adjusted_on), "text": "Vid sammanträdet"}
    at = time_text(printed.dossier.committee, part.adjust_time)
    day = long_date(part.adjust_date) if part.adjust_date else ""
    place = clean_line(part.adjust_place)
    return {
        "plats": place,
        "datum": _day(part.adjust_date),
        "tid": at,
        "justerat": _day(part.adjusted_on),
        "text": ", ".join(filter(None, (place, " ".join(filter(None, (day, at))))))
        or (long_date(part.adjusted_on) if part.adjusted_on else ""),
    }


def notice_context(printed: PrintedPart) -> Context:
    """``anslag``: the certificate's facts; what has not happened yet is empty, to be filled in."""
    part = printed.part
    adjusted = part.adjusted_on if part else None
    posted = part.posted_on if part else None
    storage = part.storage_place if part else ""
    settings = printed.dossier.committee.settings
    return {
        "text": _statement(adjusted, posted),
        "paragrafer": format_paragraphs(printed.numbers),
        "justerat": _day(adjusted),
        "anslaget": _day(posted),
        "nedtas": _day(take_down_day(posted) if posted else None),
        "överklagas_senast": _day(last_appeal_day(posted) if posted else None),
        "överklagas_till": clean_line(settings.appeal_court) or APPEAL_COURT,
        "förvaringsplats": clean_line(storage or settings.storage_place),
        "underskrift": clean_line(settings.secretary),
    }


def _statement(adjusted: date | None, posted: date | None) -> str:
    """What is true on the day the document is written (KL 8:12)."""
    if adjusted is None:
        return f"Justeringen av protokollet tillkännages {_BOARD}"
    if posted is None:
        return f"Protokollet är justerat. Justeringen tillkännages {_BOARD}"
    return f"Protokollet är justerat. Justeringen har tillkännagetts {_BOARD}"


def _day(value: date | None) -> str:
    return iso(value) if value else ""
