"""Everything minutes and extracts say."""

from __future__ import annotations

from nämndtui.documents.contexts.attendance import attendance_context
from nämndtui.documents.contexts.committee import (
    Context,
    committee_context,
    document_context,
    meeting_context,
)
from nämndtui.documents.contexts.notice import adjustment_context, notice_context
from nämndtui.documents.contexts.paragraph import paragraph_context
from nämndtui.documents.contexts.printed_part import (
    PrintedPart,
    apart_text,
    main_part,
    part_by_id,
    part_with,
)
from nämndtui.documents.contexts.signatures import adjuster_names, minutes_signatures
from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.calendar.swedish_dates import iso
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.errors import NotFoundError
from nämndtui.model.text.number_words import join_swedish
from nämndtui.model.text.paragraph_range import format_paragraphs

MINUTES = "Sammanträdesprotokoll"
EXTRACT = "Protokollsutdrag"


def minutes_context(dossier: MeetingDossier, part_id: int = 0) -> Context:
    """The context of ``protokoll.docx``: the main part, or the part with id ``part_id``.

    The main part prints a § adjusted at once in its place, but does not count it among its own;
    a part of its own prints only its own §§ (F 24). Raises NotFoundError for another part_id.
    """
    printed = part_by_id(dossier, part_id) if part_id else main_part(dossier)
    shown = printed.dossier
    left_out = [] if printed.immediate else [i for i in shown.items if _left_out(shown, i.id)]
    return {
        **_common(printed, MINUTES, minutes_title(printed)),
        "paragrafer": [paragraph_context(shown, one) for one in shown.paragraphs],
        "utgår": [_numbered(item) for item in left_out],
        "anslag": notice_context(printed),
    }


def extract_context(dossier: MeetingDossier, number: int) -> Context:
    """The context of ``utdrag.docx`` for § ``number``. Raises NotFoundError."""
    for one in dossier.paragraphs:
        if one.number == number:
            title = f"{EXTRACT} {dossier.committee.name} {iso(dossier.meeting.date)}"
            return {
                **_common(
                    part_with(dossier, number), EXTRACT, f"{title} {format_paragraphs([number])}"
                ),
                "paragraf": paragraph_context(dossier, one),
            }
    held = format_paragraphs(one.number for one in dossier.paragraphs) or "inga paragrafer"
    raise NotFoundError(
        f"§ {number} finns inte i protokollet {iso(dossier.meeting.date)}. Där finns {held}."
    )


def minutes_title(printed: PrintedPart) -> str:
    """``Sammanträdesprotokoll Omsorgsnämnden 2017-09-26 §§ 84–97``."""
    dossier = printed.dossier
    name = f"{MINUTES} {dossier.committee.name} {iso(dossier.meeting.date)}"
    return f"{name} {format_paragraphs(printed.numbers)}".strip()


def _common(printed: PrintedPart, kind: str, title: str) -> Context:
    """What minutes and extract share: who, when, who signs and who adjusts."""
    dossier = printed.dossier
    adjusters = adjuster_names(printed)
    immediate = printed.numbers if printed.immediate else printed.apart
    return {
        "nämnd": committee_context(dossier.committee),
        "dokument": document_context(kind, title, dossier.meeting.date, printed.marking),
        "sammanträde": meeting_context(dossier.committee, dossier.meeting, dossier.sittings),
        "närvaro": attendance_context(dossier),
        "paragrafer_text": format_paragraphs(printed.numbers),
        "paragrafer_anmärkning": apart_text(printed),
        "omedelbart_justerade": format_paragraphs(immediate),
        "justerare": adjusters,
        "utses_att_justera": join_swedish(adjusters),
        "justering": adjustment_context(printed),
        "underskrifter": minutes_signatures(printed, adjusters),
        "signrutor": ["Ordförandes sign"] + ["Justerandes sign"] * max(1, len(adjusters)),
    }


def _numbered(item: AgendaItem) -> str:
    """A withdrawn item keeps the number it had in the kallelse (F 3)."""
    number = f"Ärende {item.number}: " if item.number else ""
    return clean_line(f"{number}{item.title_with_dnr}")


def _left_out(dossier: MeetingDossier, item_id: int) -> bool:
    item = dossier.item(item_id)
    return item.withdrawn and dossier.paragraph_of(item) is None
