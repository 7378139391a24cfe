"""The draft that continues a tabled or referred back item on a later agenda (F 6, F 16)."""

from __future__ import annotations

from dataclasses import replace

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.meeting import Meeting
from nämndtui.store.agenda import agenda as rows
from nämndtui.store.agenda.items import item as load_item
from nämndtui.store.agenda.meetings import meeting as load_meeting
from nämndtui.store.agenda.meetings import next_unsent_meeting
from nämndtui.store.core.change import Change
from nämndtui.workflow.agenda.agenda import continued, place_new, renumber


def place_continuation(change: Change, item: AgendaItem, meeting: Meeting) -> int:
    """Put a draft that continues ``item`` on the next open ordinary agenda, else among the waiting.

    Returns the draft's id.
    """
    target = next_unsent_meeting(change.connection, item.committee_id, meeting.date)
    if target is not None and any(
        rows.case_is_on_meeting(change.connection, case.case_id, target.id) for case in item.cases
    ):
        target = None
    return place_new(change, continued(item, target.id if target else None), item.id)


def take_back_drafts(change: Change, item_id: int) -> None:
    """Remove drafts made when an item was postponed, now that it is not.

    Kept are those that are sent, and those somebody has worked on since.
    """
    earlier = _content(load_item(change.connection, item_id))
    for row in rows.continuations(change.connection, item_id):
        if _content(load_item(change.connection, row["id"])) != earlier:
            continue
        for table, row_id in rows.dependants(change.connection, row["id"]):
            change.delete(table, row_id)
        change.delete("agenda_items", row["id"])
        if row["meeting_id"] is not None:
            renumber(change, load_meeting(change.connection, row["meeting_id"]))


def _content(item: AgendaItem) -> AgendaItem:
    """What somebody may have written: the item without its place, state and row ids."""
    return replace(
        continued(item, None),
        version=0,
        earlier=(),
        attachments=tuple(replace(one, id=0) for one in item.attachments),
    )
