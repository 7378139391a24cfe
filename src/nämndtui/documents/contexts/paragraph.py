"""One § of the minutes, as a template sees it."""

from __future__ import annotations

from nämndtui.documents.contexts.committee import Context
from nämndtui.documents.contexts.correction import corrections_context
from nämndtui.documents.contexts.item import attachment_texts, item_context
from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.meeting import Paragraph
from nämndtui.model.calendar.swedish_dates import iso
from nämndtui.model.people.committee import Committee
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.paragraph_range import format_paragraphs
from nämndtui.model.wording.people import apart_from_jäv
from nämndtui.model.wording.recipients import decision_recipients

_RESERVES = "reserverar sig"
IMMEDIATE_TEXT = "Paragrafen förklaras omedelbart justerad."


def paragraph_context(dossier: MeetingDossier, paragraph: Paragraph) -> Context:
    """One of ``paragrafer``: all that ``punkter`` has about the item, and what was decided."""
    item = dossier.item(paragraph.item_id)
    disqualified, stays_out = apart_from_jäv(paragraph.disqualification)
    administration = dossier.committee.settings.administration
    sent_to = decision_recipients(paragraph.outcome, item.recipients, administration)
    return {
        **item_context(item, dossier.committee),
        "expedieras_till": [clean_line(recipient.text) for recipient in sent_to],
        "paragraf": str(paragraph.number),
        "beteckning": format_paragraphs([paragraph.number]),
        "beslut": decision_points(paragraph, item, dossier.committee),
        "omedelbart_justerad": IMMEDIATE_TEXT if paragraph.immediate else "",
        "jäv": disqualified,
        "deltar_inte": stays_out,
        "rättelser": corrections_context(dossier, paragraph),
        "reservationer": paragraph.reservations.strip(),
        "flera_reservationer": paragraph.reservations.count(_RESERVES) > 1,
        "anteckningar": paragraph.notes.strip(),
        "yrkanden": paragraph.motions.strip(),
        "beslutsgång": paragraph.procedure.strip(),
        "omröstning": paragraph.vote.strip(),
        "beslutsunderlag": _supporting_documents(item),
        "bokmärke": f"paragraf_{paragraph.year}_{paragraph.number}",
    }


def decision_points(paragraph: Paragraph, item: AgendaItem, committee: Committee) -> list[str]:
    """The decision's points; when none were written, what the outcome says (C3)."""
    points = [point.strip() for point in paragraph.points if point.strip()]
    if points:
        return points
    if paragraph.outcome == "tabled":
        return [f"{committee.name} bordlägger ärendet."]
    if paragraph.outcome == "referred_back":
        return [f"{committee.name} återremitterar ärendet."]
    if paragraph.outcome in ("as_proposed", "noted"):
        return [point.strip() for point in item.proposal if point.strip()]
    return []


def _supporting_documents(item: AgendaItem) -> list[str]:
    """The memo with its date, then the attachments."""
    memo = []
    if item.memo:
        dated = f" daterad {iso(item.memo.date)}" if item.memo.date else ""
        memo = [f"Tjänsteskrivelse{dated}"]
    return memo + attachment_texts(item.attachments)
