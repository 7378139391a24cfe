"""The anslag: what the notice board says of adjusted minutes, and how to appeal (C4)."""

from __future__ import annotations

from nämndtui.documents.contexts.committee import (
    Context,
    committee_context,
    document_context,
    meeting_context,
)
from nämndtui.documents.contexts.notice import notice_context
from nämndtui.documents.contexts.printed_part import PrintedPart
from nämndtui.model.calendar.swedish_dates import iso, long_date
from nämndtui.model.text.paragraph_range import format_paragraphs
from nämndtui.model.text.vocabulary import swedish

ANNOUNCEMENT = "Anslag om justerat protokoll"
_APPEAL = (
    "Den som är medlem av kommunen har rätt att få lagligheten av besluten prövad (laglighets"
    "prövning, 13 kap. 1–5 §§ kommunallagen). Överklagandet ska vara skriftligt och ha kommit in "
    "till {court} senast den dag som anges ovan, tre veckor från den dag då justeringen "
    "tillkännagavs. Ange vilket beslut som överklagas och varför det är olagligt.",
    "Beslut som rör en enskild överklagas enligt den underrättelse som har följt med beslutet.",
)


def announcement_context(printed: PrintedPart) -> Context:
    """The context of ``anslag.docx``, for the main part or one adjusted at once."""
    dossier = printed.dossier
    notice = notice_context(printed)
    title = f"Anslag {dossier.committee.name} {iso(dossier.meeting.date)} {notice['paragrafer']}"
    return {
        "nämnd": committee_context(dossier.committee),
        "dokument": document_context(
            ANNOUNCEMENT, title.strip(), dossier.meeting.date, printed.marking
        ),
        "sammanträde": meeting_context(dossier.committee, dossier.meeting, dossier.sittings),
        "anslag": notice,
        "rättelser": _corrections(printed),
        "överklagande": [text.format(court=notice["överklagas_till"]) for text in _APPEAL],
    }


def _corrections(printed: PrintedPart) -> list[str]:
    """``§ 83, rättad den 28 november 2026: beslut``, for the §§ the notice is about (F 26)."""
    dossier = printed.dossier
    return [
        f"{format_paragraphs([paragraph.number])}, rättad {long_date(one.made_on)}: "
        f"{swedish('minutes_field', one.field)}"
        for paragraph in dossier.paragraphs
        if paragraph.number in printed.numbers
        for one in dossier.corrections_of(paragraph)
    ]
