"""The anslag: what the notice board says of adjusted minutes, and how to appeal (C4)."""

from __future__ import annotations

from nämndtui.documents.context_committee import (
    Context,
    committee_context,
    document_context,
    meeting_context,
)
from nämndtui.documents.context_notice import notice_context
from nämndtui.documents.printed_part import PrintedPart
from nämndtui.model.swedish_dates import iso

ANNOUNCEMENT = "Anslag om justerat protokoll"
_APPEAL = (
    "Den som är medlem av kommunen har rätt att få lagligheten av besluten prövad (13 kap. "
    "kommunallagen). Överklagandet ska vara skriftligt och ha kommit in till förvaltningsrätten "
    "senast den dag som anges ovan. Ange vilket beslut som överklagas och varför det är olagligt.",
    "Beslut som rör en enskild överklagas enligt den underrättelse som har följt med beslutet.",
)


def announcement_context(printed: PrintedPart) -> Context:
    """The context of ``anslag.docx``, for the main part or one adjusted at once."""
    dossier = printed.dossier
    notice = notice_context(printed)
    title = f"Anslag {dossier.committee.name} {iso(dossier.meeting.date)} {notice['paragrafer']}"
    return {
        "nämnd": committee_context(dossier.committee),
        "dokument": document_context(ANNOUNCEMENT, title.strip(), dossier.meeting.date),
        "sammanträde": meeting_context(dossier.committee, dossier.meeting),
        "anslag": notice,
        "överklagande": list(_APPEAL),
    }
