"""Everything a sekretessbilaga says: one secret § in full, apart from the minutes (F 27)."""

from __future__ import annotations

from nämndtui.documents.contexts.committee import Context
from nämndtui.documents.contexts.minutes import extract_context
from nämndtui.documents.contexts.notice import adjustment_context
from nämndtui.documents.contexts.printed_part import part_with
from nämndtui.model.calendar.swedish_dates import iso
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.paragraph_range import format_paragraphs

SECRECY_ANNEX = "Sekretessbilaga"


def secrecy_context(dossier: MeetingDossier, number: int) -> Context:
    """The context of ``sekretessbilaga.docx`` for § ``number``: as an utdrag, and ``sekretess``.

    The file's title says no more than the minutes do. Raises NotFoundError.
    """
    context = extract_context(dossier, number)
    committee, day = dossier.committee, iso(dossier.meeting.date)
    title = f"{SECRECY_ANNEX} {committee.name} {day} {format_paragraphs([number])}"
    document = {**context["dokument"], "slag": SECRECY_ANNEX, "titel": title}
    mark = _mark(dossier, number)
    return {**context, "dokument": document, "sekretess": mark}


def _mark(dossier: MeetingDossier, number: int) -> Context:
    """``sekretess``: provision, date and authority (OSL 5:5); what is not known is filled in.

    The day is that of the adjustment: from then on the § is an official document (TF 2:10).
    """
    committee = dossier.committee
    adjusted = adjustment_context(part_with(dossier, number))["justerat"]
    authority = ", ".join(filter(None, (committee.name, committee.municipality)))
    return {"bestämmelse": "", "datum": adjusted, "myndighet": clean_line(authority)}
