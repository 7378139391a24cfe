"""An agenda item and the memo behind it, as a template sees them (A2–A3)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import chain
from typing import Any

from nämndtui.documents.contexts.committee import Context, time_style, time_text
from nämndtui.model.agenda.agenda_item import AgendaItem, Attachment, LateKind, StaffMemo
from nämndtui.model.agenda.attachment_number import label
from nämndtui.model.agenda.item_fields import SUMMONS, fields_in, minutes_text
from nämndtui.model.agenda.start_times import time_needed
from nämndtui.model.agenda.timed_items import ends
from nämndtui.model.calendar.swedish_dates import format_time_span, iso
from nämndtui.model.people.committee import Committee
from nämndtui.model.publication.secret_paragraph import is_secret
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.vocabulary import VALUES, swedish

AT_MEETING = "Extra ärende"
_LATE: dict[LateKind, str] = {"supplement": "Tillägg", "at_meeting": AT_MEETING}
_NOTHING_TO_REPORT = "Det finns inga ärenden att redovisa."
_SECRET = "Handlingarna omfattas av sekretess och lämnas för sig."
_NO_PAPERS = "Inga handlingar bifogas kallelsen."


def item_context(item: AgendaItem, committee: Committee, day: date | None = None) -> Context:
    """One of ``punkter``: everything about an item, and its memo in ``tjänsteskrivelse``.

    ``day`` is the date of the document, for a memo that has none. A supplement fills in
    ``ersätter`` of what is a new version.
    """
    return {
        **{
            field.swedish: _OF_KIND[field.kind](getattr(item, field.name))
            for field in fields_in(SUMMONS)
            if field.kind in _OF_KIND
        },
        **_identity(item),
        "förslag": _texts(item.proposal),
        "förvaltningens_förslag": _texts(item.staff_proposal),
        "ordförandens_förslag": _texts(item.chair_proposal or ()),
        "ordförandens_avviker": item.chair_differs,
        "tidigare_behandling": [clean_line(one.text) for one in item.earlier],
        "sammanfattning": item.summary_shown.strip(),
        **_times(item, committee),
        "tom": _empty_text(item),
        "ersätter": "",
        "tjänsteskrivelse": memo_context(item, item.memo, committee, day) if item.memo else None,
    }


def memo_context(
    item: AgendaItem, memo: StaffMemo, committee: Committee, day: date | None
) -> Context:
    """``tjänsteskrivelse``: the item's own proposal and summary as the administration wrote them.

    ``ordning`` says in which order attachments, signatures and recipients stand (A3).
    """
    dated = memo.date or day
    signatures = [
        {"namn": clean_line(one.name), "titel": clean_line(one.title)} for one in memo.signatures
    ]
    settings = committee.settings
    if not signatures and settings.memo_signer:
        signer, title = clean_line(settings.memo_signer), clean_line(settings.memo_signer_title)
        signatures = [{"namn": signer, "titel": title}]
    order = [VALUES["memo_section"].get(name, name) for name in settings.memo_section_order]
    return {
        "datum": iso(dated) if dated else "",
        "diarienummer": clean_line(", ".join(item.dnrs)),
        "referens": [clean_line(name) for name in memo.references],
        "mottagare": clean_line(memo.addressee or committee.name),
        "rubrik": clean_line(item.title),
        "förslag": _texts(item.staff_proposal),
        "sammanfattning": item.summary.strip(),
        "text": memo.body.strip(),
        "bilagor": attachment_texts(item.attachments),
        "underskrifter": signatures,
        "expedieras_till": [clean_line(recipient.text) for recipient in item.recipients],
        "ordning": order,
        "ersätter": "",
    }


def attachment_texts(attachments: tuple[Attachment, ...]) -> list[str]:
    """``Bilaga 2:1 Rubrik`` in order; an item's only attachment is just its title (A4)."""
    single = len(attachments) == 1
    ordered = sorted(attachments, key=lambda attachment: attachment.number)
    return [_attachment_text(attachment, single) for attachment in ordered]


def _times(item: AgendaItem, committee: Committee) -> Context:
    """When the item begins, its span, and how long it takes; nothing of what takes no time."""
    needed = time_needed(item.kind, item.state, item.duration)
    end, style = ends(item), time_style(committee)
    span = format_time_span(item.starts, end, style) if item.starts and end else ""
    return {
        "starttid": time_text(committee, item.starts),
        "beräknad_tid": span,
        "tidsåtgång": minutes_text(needed),
    }


def _identity(item: AgendaItem) -> Context:
    has_page = item.number is not None and item.kind != "heading" and not item.withdrawn
    return {
        "nummer": "" if item.number is None else str(item.number),
        "rubrik": clean_line(item.title),
        "rubrik_med_dnr": clean_line(item.title_with_dnr),
        "diarienummer": clean_line(", ".join(item.dnrs)),
        "slag": swedish("item_kind", item.kind),
        "utgår": item.withdrawn,
        "sent": _LATE.get(item.late, ""),
        "har_sida": has_page,
        "bokmärke": f"punkt_{item.position}_{item.id}",
    }


_OF_KIND: dict[str, Callable[[Any], Any]] = {
    "text": str.strip,
    "minutes": minutes_text,
    "presenters": lambda found: [clean_line(one.text) for one in found],
    "recipients": lambda found: [clean_line(one.text) for one in found],
    "attachments": attachment_texts,
}
"""Kind of field → what a template gets under the field's Swedish name. Number, title and diary
numbers, and the proposals and summaries of the administration and the chair, are made together."""


def _attachment_text(attachment: Attachment, single: bool) -> str:
    colon = ":" if attachment.number.sub is None else ""
    name = "" if single else f"{label(attachment.number, single)}{colon} "
    details = ", ".join(
        filter(None, (attachment.dnr, iso(attachment.date) if attachment.date else ""))
    )
    text = f"{name}{attachment.title}" + (f" ({details})" if details else "")
    return clean_line(text)


def _texts(points: tuple[str, ...]) -> list[str]:
    return [point.strip() for point in points if point.strip()]


def _empty_text(item: AgendaItem) -> str:
    """What an item page says when the item has nothing to show (A11, F 27)."""
    if is_secret(item):
        return _SECRET
    content = chain(item.proposal, (item.summary_shown,), (p.name for p in item.presenters))
    if any(text.strip() for text in content) or item.memo or item.attachments:
        return ""
    reports = item.kind in ("reported_matters", "delegated_decisions")
    return _NOTHING_TO_REPORT if reports else _NO_PAPERS
