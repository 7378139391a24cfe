"""Everything a tilläggskallelse says."""

from __future__ import annotations

from datetime import date

from nämndtui.documents.contexts.committee import (
    Context,
    committee_context,
    document_context,
    meeting_context,
)
from nämndtui.documents.contexts.item import item_context
from nämndtui.documents.contexts.summons import summons_signatures
from nämndtui.model.calendar.swedish_dates import iso
from nämndtui.model.people.committee import Committee
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.summons.supplement import DocumentChange
from nämndtui.model.summons.supplement_document import SupplementDocument, SupplementItem
from nämndtui.model.summons.supplement_wording import change_words, replaced_words, since_words
from nämndtui.model.text.clean_text import clean_line

SUPPLEMENT = "Tilläggskallelse"


def supplement_context(dossier: MeetingDossier, document: SupplementDocument) -> Context:
    """The context of ``tilläggskallelse.docx``; dated the day it was sent, or is written."""
    committee, meeting = dossier.committee, dossier.meeting
    title = f"{SUPPLEMENT} till {committee.name} {iso(meeting.date)}"
    items = [_item(one, committee, document.day) for one in document.items]
    return {
        "nämnd": committee_context(committee),
        "dokument": document_context(SUPPLEMENT, title, document.day),
        "sammanträde": meeting_context(committee, meeting),
        "tillägg": {
            "nummer": str(document.number),
            "rubrik": f"Nytt sedan {since_words(dossier, document.before)}",
        },
        "nyheter": [_news(one, item) for one, item in zip(document.items, items, strict=True)],
        "punkter": [item for item in items if item["har_sida"]],
        "underskrifter": summons_signatures(dossier),
    }


def _item(one: SupplementItem, committee: Committee, day: date) -> Context:
    """One of ``punkter``; its memo only when that is in the supplement."""
    item = item_context(one.item, committee, day)
    item["ersätter"] = _replaces(one.changed("item_page"))
    if not one.memo_sent:
        item["tjänsteskrivelse"] = None
    elif item["tjänsteskrivelse"] is not None:
        item["tjänsteskrivelse"]["ersätter"] = _replaces(one.changed("memo"))
    return item


def _replaces(change: DocumentChange | None) -> str:
    words = replaced_words(change) if change is not None else ""
    return f"{words[0].upper()}{words[1:]}." if words else ""


def _news(one: SupplementItem, item: Context) -> Context:
    """One of ``nyheter``: an item in the list of what is new."""
    shown = ("nummer", "rubrik", "diarienummer", "anmärkning", "har_sida", "bokmärke")
    return {
        **{name: item[name] for name in shown},
        "ändringar": [clean_line(change_words(change)) for change in one.changes],
    }
