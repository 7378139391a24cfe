"""Everything minutes and extracts say."""

from __future__ import annotations

from datetime import date

from nämndtui.documents.context_attendance import (
    attendance_context,
    name_with_party,
    presiding,
)
from nämndtui.documents.context_committee import (
    Context,
    committee_context,
    document_context,
    meeting_context,
    time_text,
)
from nämndtui.documents.context_paragraph import paragraph_context
from nämndtui.documents.context_summons import secretary_signature
from nämndtui.model.calendar_days import last_appeal_day, take_down_day
from nämndtui.model.clean_text import clean_line
from nämndtui.model.dossier import MeetingDossier
from nämndtui.model.errors import NotFoundError
from nämndtui.model.meeting import MinutesPart
from nämndtui.model.number_words import join_swedish
from nämndtui.model.paragraph_range import format_paragraphs
from nämndtui.model.swedish_dates import iso, long_date

MINUTES = "Sammanträdesprotokoll"
EXTRACT = "Protokollsutdrag"


def minutes_context(dossier: MeetingDossier) -> Context:
    """The context of ``protokoll.docx``.

    The front page speaks of the main part: a § adjusted immediately is printed in its place but
    is not among the main part's §§ (F 24).
    """
    withdrawn = [clean_line(i.title_with_dnr) for i in dossier.items if _left_out(dossier, i.id)]
    return {
        **_common(dossier, MINUTES, minutes_title(dossier)),
        "närvaro": attendance_context(dossier),
        "paragrafer": [paragraph_context(dossier, one) for one in dossier.paragraphs],
        "utgår": withdrawn,
        "anslag": _notice(dossier),
    }


def extract_context(dossier: MeetingDossier, number: int) -> Context:
    """The context of ``utdrag.docx`` for § ``number``. Raises NotFoundError."""
    for one in dossier.paragraphs:
        if one.number == number:
            title = f"{EXTRACT} {dossier.committee.name} {iso(dossier.meeting.date)}"
            return {
                **_common(dossier, EXTRACT, f"{title} {format_paragraphs([number])}"),
                "närvaro": attendance_context(dossier),
                "paragraf": paragraph_context(dossier, one),
            }
    held = format_paragraphs(main_numbers(dossier)) or "inga paragrafer"
    raise NotFoundError(
        f"§ {number} finns inte i protokollet {iso(dossier.meeting.date)}. Där finns {held}."
    )


def minutes_title(dossier: MeetingDossier) -> str:
    """``Sammanträdesprotokoll Omsorgsnämnden 2017-09-26 §§ 84–97``."""
    numbers = format_paragraphs(p.number for p in dossier.paragraphs)
    name = f"{MINUTES} {dossier.committee.name} {iso(dossier.meeting.date)}"
    return f"{name} {numbers}".strip()


def main_numbers(dossier: MeetingDossier) -> list[int]:
    """The §§ of the main part: as it says itself, else all that are not immediate."""
    part = dossier.main_part
    if part is not None and part.paragraph_numbers:
        return list(part.paragraph_numbers)
    return [p.number for p in dossier.paragraphs if not p.immediate]


def _common(dossier: MeetingDossier, kind: str, title: str) -> Context:
    """What minutes and extract share: who, when, who signs and who adjusts."""
    adjusters = _adjusters(dossier)
    part = dossier.main_part
    return {
        "nämnd": committee_context(dossier.committee),
        "dokument": document_context(kind, title, dossier.meeting.date),
        "sammanträde": meeting_context(dossier.committee, dossier.meeting),
        "paragrafer_text": format_paragraphs(main_numbers(dossier)),
        "omedelbart_justerade": format_paragraphs(
            one.number for one in dossier.paragraphs if one.immediate
        ),
        "justerare": adjusters,
        "utses_att_justera": join_swedish(adjusters),
        "justering": _adjustment(dossier, part),
        "underskrifter": _signatures(dossier, adjusters),
        "signrutor": ["Ordförandes sign"] + ["Justerandes sign"] * max(1, len(adjusters)),
    }


def _adjusters(dossier: MeetingDossier) -> list[str]:
    """The elected adjusters; who led the meeting signs as chair and is not named twice."""
    part = dossier.main_part
    led = presiding(dossier)
    chair_id = led.person.id if led else None
    people = part.adjusters if part else ()
    return [clean_line(person.name_with_party) for person in people if person.id != chair_id]


def _adjustment(dossier: MeetingDossier, part: MinutesPart | None) -> Context:
    if part is None:
        return {"plats": "", "datum": "", "tid": "", "justerat": "", "text": ""}
    at = time_text(dossier.committee, part.adjust_time)
    day = long_date(part.adjust_date) if part.adjust_date else ""
    place = clean_line(part.adjust_place)
    return {
        "plats": place,
        "datum": iso(part.adjust_date) if part.adjust_date else "",
        "tid": at,
        "justerat": iso(part.adjusted_on) if part.adjusted_on else "",
        "text": ", ".join(filter(None, (place, " ".join(filter(None, (day, at)))))),
    }


def _signatures(dossier: MeetingDossier, adjusters: list[str]) -> list[Context]:
    led = presiding(dossier)
    chair = dossier.chair
    name = name_with_party(led) if led else chair.person.name_with_party if chair else ""
    return [
        {**secretary_signature(dossier.committee), "roll": "Sekreterare"},
        {"namn": clean_line(name), "roll": "Ordförande"},
        *({"namn": adjuster, "roll": "Justerare"} for adjuster in adjusters),
    ]


def _notice(dossier: MeetingDossier) -> Context:
    """``anslag``: the certificate's facts (C4); the dates are empty until the notice is posted."""
    part = dossier.main_part
    posted = part.posted_on if part else None
    storage = part.storage_place if part else ""

    def day(value: date | None) -> str:
        return iso(value) if value else ""

    return {
        "paragrafer": format_paragraphs(main_numbers(dossier)),
        "justerat": day(part.adjusted_on if part else None),
        "anslaget": day(posted),
        "nedtas": day(take_down_day(posted) if posted else None),
        "överklagas_senast": day(last_appeal_day(posted) if posted else None),
        "förvaringsplats": clean_line(storage or dossier.committee.settings.storage_place),
        "underskrift": clean_line(dossier.committee.settings.secretary),
    }


def _left_out(dossier: MeetingDossier, item_id: int) -> bool:
    item = dossier.item(item_id)
    return item.withdrawn and dossier.paragraph_of(item) is None
