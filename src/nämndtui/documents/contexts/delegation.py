"""Everything the list of delegated decisions says (A7)."""

from __future__ import annotations

from collections.abc import Iterable

from nämndtui.documents.contexts.committee import (
    Context,
    committee_context,
    document_context,
    meeting_context,
)
from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.calendar.swedish_dates import iso
from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.delegation.listing import RoleGroup, grouped
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.number_words import number_text

DELEGATION_LIST = "Delegationsbeslut"


def delegation_context(
    dossier: MeetingDossier,
    decisions: Iterable[DelegatedDecision],
    role_order: tuple[str, ...] = (),
) -> Context:
    """The context of ``delegationslista.docx``: the decisions a meeting is told of, by role."""
    taken = tuple(decisions)
    item = _item(dossier, taken)
    title = f"Redovisning av delegationsbeslut {iso(dossier.meeting.date)}"
    return {
        "nämnd": committee_context(dossier.committee),
        "dokument": document_context(DELEGATION_LIST, title, dossier.meeting.date),
        "sammanträde": meeting_context(dossier.committee, dossier.meeting),
        "ärende": {
            "nummer": "" if item is None or item.number is None else str(item.number),
            "rubrik": clean_line(item.title) if item else "",
            "diarienummer": clean_line(", ".join(item.dnrs)) if item else "",
        },
        "period": _period(taken),
        "antal": number_text(len(taken)),
        "grupper": _groups(grouped(taken, role_order)),
    }


def _groups(groups: tuple[RoleGroup, ...]) -> list[Context]:
    before = ("", *(group.operation for group in groups))
    return [
        _group(group, group.operation != last)
        for group, last in zip(groups, before[: len(groups)], strict=True)
    ]


def _group(group: RoleGroup, begins: bool) -> Context:
    return {
        "rubrik": clean_line(group.role),
        "verksamhet": clean_line(group.operation),
        "ny_verksamhet": begins,
        "brådskande": group.urgent,
        "beslut": [_decision(one) for one in group.decisions],
    }


def _decision(decision: DelegatedDecision) -> Context:
    """The decider's name stays in the register: the list is public."""
    reason = ""
    if decision.urgent:
        reason = ". ".join(
            part.rstrip(".")
            for part in (clean_line(decision.role), clean_line(decision.urgent_reason))
            if part
        )
    return {
        "punkt": clean_line(decision.point),
        "text": clean_line(decision.description).rstrip(".;"),
        "skäl": f"{reason}." if reason else "",
        "diarienummer": clean_line(decision.dnr),
        "datum": iso(decision.decided_on),
    }


def _item(dossier: MeetingDossier, decisions: tuple[DelegatedDecision, ...]) -> AgendaItem | None:
    """The item that lists them, else the one the agenda has for such decisions."""
    ids = {one.item_id for one in decisions}
    listing = (one for one in dossier.items if one.id in ids)
    usual = (one for one in dossier.items if one.kind == "delegated_decisions")
    return next(listing, None) or next(usual, None)


def _period(decisions: tuple[DelegatedDecision, ...]) -> str:
    """The first and last day decisions were made; empty without decisions."""
    days = sorted({one.decided_on for one in decisions})
    return " till och med ".join(iso(day) for day in dict.fromkeys((*days[:1], *days[-1:])))
