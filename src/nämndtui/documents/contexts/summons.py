"""Everything a kallelse says."""

from __future__ import annotations

from datetime import date

from nämndtui.documents.contexts.committee import (
    Context,
    committee_context,
    document_context,
    group_meeting_context,
    meeting_context,
)
from nämndtui.documents.contexts.item import item_context
from nämndtui.model.calendar.swedish_dates import iso
from nämndtui.model.people.committee import Committee
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.clean_text import clean_line

SUMMONS = "Kallelse/föredragningslista"


def summons_context(dossier: MeetingDossier, today: date) -> Context:
    """The context of ``kallelse.docx``; dated the day it was sent, or ``today``.

    What was raised at the meeting itself (F 1) was never in any kallelse and is left out.
    """
    committee, meeting = dossier.committee, dossier.meeting
    day = meeting.summons_date or today
    listed = (item for item in dossier.items if item.late != "at_meeting")
    items = [item_context(item, committee, day) for item in listed]
    return {
        "nämnd": committee_context(committee),
        "dokument": document_context(SUMMONS, summons_title(dossier), day),
        "sammanträde": meeting_context(committee, meeting),
        "dagordning": _opening_first(items),
        "punkter": [item for item in items if item["har_sida"]],
        "underskrifter": summons_signatures(dossier),
        "gruppmöten": [group_meeting_context(committee, group) for group in meeting.group_meetings],
        "förhinder": clean_line(meeting.absence_contact)
        or clean_line(committee.settings.absence_contact),
    }


def summons_title(dossier: MeetingDossier) -> str:
    """``Kallelse till Omsorgsnämnden 2017-09-26``: the document's title property."""
    return f"Kallelse till {dossier.committee.name} {iso(dossier.meeting.date)}"


def secretary_signature(committee: Committee) -> Context:
    """The secretary as one who signs: ``namn`` and ``roll``."""
    settings = committee.settings
    return {"namn": clean_line(settings.secretary), "roll": clean_line(settings.secretary_title)}


def summons_signatures(dossier: MeetingDossier) -> list[Context]:
    """``underskrifter``: the chair and the secretary."""
    chair = dossier.chair
    name = ""
    if chair is not None:
        party = chair.party or chair.person.party
        name = f"{chair.person.name} ({party})" if party else chair.person.name
    signed = {"namn": clean_line(name), "roll": "Ordförande"}
    return [signed, secretary_signature(dossier.committee)]


def _opening_first(items: list[Context]) -> list[Context]:
    """Unnumbered opening items stand before all others (A1)."""
    opening = [item for item in items if item["slag"] == "inledning" and not item["nummer"]]
    rest = [item for item in items if item["slag"] != "inledning" or item["nummer"]]
    return opening + rest
