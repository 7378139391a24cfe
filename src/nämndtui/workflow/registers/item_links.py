"""What happens to the registers' rows when the agenda item that lists them moves on (D3)."""

from __future__ import annotations

from nämndtui.model.agenda.meeting import Meeting, Outcome
from nämndtui.model.delegation.checks import held_back
from nämndtui.model.delegation.listing import without_list
from nämndtui.model.text.errors import RefusedError
from nämndtui.store.core.change import Change
from nämndtui.store.delegation.delegated_decisions import urgent_missing_from
from nämndtui.store.registers.on_items import (
    LISTED_TABLES,
    items_with_registers,
    listed_ids,
    summary_of,
)
from nämndtui.store.unenforced.quarter_reports import reports_on_item
from nämndtui.workflow.delegation.annex import keep_annex

_TAKEN_UP: tuple[Outcome, ...] = ("as_proposed", "own_decision", "noted")


def give_back(change: Change, item_id: int) -> None:
    """Let what the item lists wait again, for an item that leaves its meeting (F 30)."""
    for table, state in LISTED_TABLES.items():
        ids = listed_ids(change.connection, table, item_id)
        change.update_many(table, ids, {"state": state, "item_id": None})
        if ids and table == "delegated_decisions":
            kept = without_list(summary_of(change.connection, item_id))
            change.update("agenda_items", item_id, {"summary": kept})
            keep_annex(change, item_id)


def release(change: Change, item_id: int) -> None:
    """Let go of everything the registers tie to an item that is about to be deleted."""
    give_back(change, item_id)
    for report_id in reports_on_item(change.connection, item_id):
        change.update("quarter_reports", report_id, {"item_id": None})


def settle_meeting(change: Change, meeting_id: int) -> None:
    """Minutes have been adjusted: what their §§ took up is reported, the rest waits again.

    While only §§ adjusted at the meeting are ready, the other items keep what they list.
    """
    for row in items_with_registers(change.connection, meeting_id):
        if not row["adjusted"] and (row["outcome"] is not None or not row["over"]):
            continue
        for table, waiting in LISTED_TABLES.items():
            ids = listed_ids(change.connection, table, row["id"])
            if row["outcome"] in _TAKEN_UP:
                change.update_many(table, ids, {"state": "reported"})
            else:
                change.update_many(table, ids, {"state": waiting, "item_id": None})


def check_urgent_reported(change: Change, meeting: Meeting) -> None:
    """Raise RefusedError while an urgent chair decision waits that this meeting must be told of.

    KL 6:39, 6:40: such a decision is reported at the committee's very next meeting (F 13).
    """
    waiting = urgent_missing_from(change.connection, meeting.committee_id, meeting.id, meeting.date)
    if waiting:
        shown = "; ".join(f"{one.dnr} {one.description}" for one in waiting[:3])
        held = any(held_back(one) for one in waiting)
        first = "Ta ställning till det i Delegationsbeslut och lägg" if held else "Lägg"
        raise RefusedError(
            "Ett brådskande beslut enligt 6 kap. 39 § kommunallagen ska anmälas vid det här "
            f"sammanträdet: {shown}. {first} det på dagordningen innan du avslutar."
        )
