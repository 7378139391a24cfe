"""Building the agenda: add, pull in, order, withdraw and take off items."""

from __future__ import annotations

from dataclasses import replace

from nämndtui.model.agenda.agenda_item import AgendaItem, ItemKind, ItemState, LateKind
from nämndtui.model.agenda.item_states import HANDLED, check_item_step
from nämndtui.model.agenda.meeting import Meeting
from nämndtui.model.agenda.meeting_states import SITTING, WRITING, check_agenda_open
from nämndtui.model.agenda.numbering import is_numbered, lateness, moved, numbers
from nämndtui.model.calendar.swedish_dates import short_date
from nämndtui.model.text.errors import RefusedError
from nämndtui.store.agenda import agenda as rows
from nämndtui.store.agenda.cases import case as load_case
from nämndtui.store.agenda.item_writing import insert_item
from nämndtui.store.agenda.items import item as load_item
from nämndtui.store.agenda.meetings import meeting as load_meeting
from nämndtui.store.core.change import Change
from nämndtui.store.database import Store
from nämndtui.store.people.committees import committee as load_committee
from nämndtui.store.summons.sendings import was_sent
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.checked_text import checked_fields, required
from nämndtui.workflow.record.derived_minutes import refresh
from nämndtui.workflow.registers.item_links import give_back, release


def add_item(store: Store, actor: Actor, draft: AgendaItem) -> int:
    """Put a new item on ``draft.meeting_id`` (or among the waiting ones when None).

    Position and number are given by the agenda; ``draft.id``, ``position`` and ``number`` are
    not used. Raises InvalidInputError without a title, RefusedError when the meeting is over.
    """
    new = checked_fields(draft)
    title = required(new.title, "title", "Punkten behöver en rubrik.")
    with store.change("add_item", actor.user, actor.now) as change:
        item_id = place_new(change, replace(new, title=title))
        change.summary = f"Ny punkt: {title}"
    return item_id


def pull_in_case(store: Store, actor: Actor, meeting_id: int, case_id: int) -> int:
    """Put a case on the agenda with what its memo already says; returns the item's id.

    A draft waiting for a meeting is placed as it is. A case that was tabled, referred back or
    withdrawn comes back with its earlier texts. Otherwise the item starts from the case alone.
    Raises RefusedError when the case already is on this agenda.
    """
    with store.change("pull_in_case", actor.user, actor.now) as change:
        case = load_case(change.connection, case_id)
        if rows.case_is_on_meeting(change.connection, case_id, meeting_id):
            raise RefusedError(f"{case.dnr} finns redan på dagordningen.")
        waiting = rows.waiting_item_of_case(change.connection, case_id)
        if waiting is not None:
            place_waiting(change, waiting, meeting_id)
            item_id = waiting
        else:
            earlier = rows.postponed_item_of_case(change.connection, case_id)
            item_id = _place_copy(change, case_id, earlier, meeting_id)
        change.summary = f"{case.dnr} till sammanträdet {_day(change, meeting_id)}"
    return item_id


def move_item(store: Store, actor: Actor, item_id: int, steps: int) -> None:
    """Move an item ``steps`` places down (negative = up) and number the agenda anew.

    Raises RefusedError after dispatch (F 4).
    """
    with store.change("move_item", actor.user, actor.now) as change:
        item = load_item(change.connection, item_id)
        meeting = _meeting_of(change, item)
        check_agenda_open(meeting.state)
        ids = [row["id"] for row in rows.agenda_rows(change.connection, meeting.id)]
        renumber(change, meeting, moved(ids, item_id, steps))
        change.summary = f"Flyttade punkten {item.title}"


def withdraw_item(store: Store, actor: Actor, item_id: int) -> None:
    """Let an item be withdrawn (utgår); number and title stay (F 3).

    Raises RefusedError once it is handled, or when the minutes are adjusted.
    """
    with store.change("item_withdrawn", actor.user, actor.now) as change:
        item = load_item(change.connection, item_id)
        if item.state in HANDLED:
            raise RefusedError("Punkten är redan behandlad. Ta tillbaka beslutet först.")
        check_item_step(item.state, "withdrawn", _meeting_of(change, item).state)
        change.update("agenda_items", item_id, {"state": "withdrawn"})
        give_back(change, item_id)
        _refresh(change, item)
        change.summary = f"Utgår: {item.title}"


def restore_item(store: Store, actor: Actor, item_id: int) -> None:
    """Take back a withdrawal: the item is a draft again, or listed when the summons is out.

    Raises RefusedError for an item that is not withdrawn, that has a § saying so, or whose
    meeting is over.
    """
    with store.change("restore_item", actor.user, actor.now) as change:
        item = load_item(change.connection, item_id)
        if not item.withdrawn:
            raise RefusedError("Punkten utgår inte.")
        meeting = _meeting_of(change, item)
        state: ItemState = "draft" if lateness(meeting.state) == "no" else "listed"
        check_item_step(item.state, state, meeting.state)
        number = rows.paragraph_number(change.connection, item_id)
        if number is not None:
            raise RefusedError(f"§ {number} säger att punkten utgår. Ta tillbaka paragrafen först.")
        change.update("agenda_items", item_id, {"state": state})
        _refresh(change, item)
        change.summary = f"Utgår inte längre: {item.title}"


def set_ready(store: Store, actor: Actor, item_id: int, ready: bool) -> None:
    """Mark an item as ready, or as a draft again. Raises RefusedError once it is listed."""
    with store.change("set_ready", actor.user, actor.now) as change:
        item = load_item(change.connection, item_id)
        if item.state not in ("draft", "ready"):
            raise RefusedError("Punkten står redan i en skickad kallelse.")
        change.update("agenda_items", item_id, {"state": "ready" if ready else "draft"})
        change.summary = f"{'Klar' if ready else 'Utkast'}: {item.title}"


def unlist_item(store: Store, actor: Actor, item_id: int) -> None:
    """Take an item off the agenda and keep it, with all its texts, waiting for a meeting."""
    with store.change("unlist_item", actor.user, actor.now) as change:
        item = load_item(change.connection, item_id)
        meeting = _meeting_of(change, item)
        check_agenda_open(meeting.state)
        change.update("agenda_items", item_id, {"meeting_id": None, "number": None, "position": 0})
        give_back(change, item_id)
        renumber(change, meeting)
        change.summary = f"Väntar på sammanträde: {item.title}"


def place_item(store: Store, actor: Actor, item_id: int, meeting_id: int) -> None:
    """Put an item that waits for a meeting on an agenda, with all its texts.

    Raises RefusedError when it already is on one, or the meeting is over.
    """
    with store.change("place_item", actor.user, actor.now) as change:
        item = load_item(change.connection, item_id)
        if item.meeting_id is not None:
            raise RefusedError("Punkten ligger redan på en dagordning.")
        place_waiting(change, item_id, meeting_id)
        change.summary = f"{item.title} till sammanträdet {_day(change, meeting_id)}"


def remove_item(store: Store, actor: Actor, item_id: int) -> None:
    """Delete a draft item and its texts; undo brings it back. Refused after dispatch.

    What has once been sent stays, also when its kallelse was recalled.
    """
    with store.change("remove_item", actor.user, actor.now) as change:
        item = load_item(change.connection, item_id)
        if item.meeting_id is not None:
            check_agenda_open(_meeting_of(change, item).state)
        if was_sent(change.connection, item_id):
            raise RefusedError(
                "Punkten har gått ut i en kallelse och tas inte bort. Ta den av dagordningen, "
                "eller låt den utgå."
            )
        release(change, item_id)
        for table, row_id in rows.dependants(change.connection, item_id):
            change.delete(table, row_id)
        change.delete("agenda_items", item_id)
        if item.meeting_id is not None:
            renumber(change, load_meeting(change.connection, item.meeting_id))
        change.summary = f"Tog bort punkten {item.title}"


def place_new(change: Change, new: AgendaItem, continues: int | None = None) -> int:
    """Store an item at its place on its meeting's agenda, inside an open change."""
    if new.meeting_id is None:
        return insert_item(change, replace(new, position=0, number=None), continues)
    meeting = load_meeting(change.connection, new.meeting_id)
    late = _lateness(meeting)
    position = 1 + max(
        (row["position"] for row in rows.agenda_rows(change.connection, meeting.id)), default=0
    )
    state = new.state if late == "no" else "listed"
    placed = replace(new, position=position, number=None, late=late, state=state)
    item_id = insert_item(change, placed, continues)
    _after_adding(change, meeting, item_id, new.kind)
    return item_id


def renumber(change: Change, meeting: Meeting, order: list[int] | None = None) -> None:
    """Give positions and numbers 1..n; opening items always stand first."""
    setting = load_committee(change.connection, meeting.committee_id).settings.opening_items
    kinds = {row["id"]: row["kind"] for row in rows.agenda_rows(change.connection, meeting.id)}
    ids = sorted(order or kinds, key=lambda item_id: kinds[item_id] != "opening")
    given = numbers((kinds[item_id] for item_id in ids), setting)
    places = [
        (item_id, place, number)
        for place, (item_id, number) in enumerate(zip(ids, given, strict=True), 1)
    ]
    rows.write_order(change, places)


def _after_adding(change: Change, meeting: Meeting, item_id: int, kind: ItemKind) -> None:
    """Number the agenda; after dispatch only the new item, as n + 1 (F 1)."""
    if meeting.state == "planned":
        change.update("meetings", meeting.id, {"state": "preparing"})
    if _lateness(meeting) == "no":
        renumber(change, meeting)
        return
    setting = load_committee(change.connection, meeting.committee_id).settings.opening_items
    if is_numbered(kind, setting):
        taken = [row["number"] or 0 for row in rows.agenda_rows(change.connection, meeting.id)]
        change.update("agenda_items", item_id, {"number": max(taken, default=0) + 1})
    _refresh(change, load_item(change.connection, item_id))


def _refresh(change: Change, item: AgendaItem) -> None:
    """Let the minutes follow a changed agenda, once they are being written (F 1)."""
    if item.meeting_id is None:
        return
    state = load_meeting(change.connection, item.meeting_id).state
    if state in SITTING or state in WRITING:
        refresh(change, item.meeting_id)


def _lateness(meeting: Meeting) -> LateKind:
    late = lateness(meeting.state)
    if late is None:
        raise RefusedError("Sammanträdet är avslutat eller inställt; välj ett annat sammanträde.")
    return late


def place_waiting(change: Change, item_id: int, meeting_id: int) -> None:
    """Put a waiting item on an agenda, inside an open change. Raises RefusedError."""
    meeting = load_meeting(change.connection, meeting_id)
    item = load_item(change.connection, item_id)
    late = _lateness(meeting)
    last = max((r["position"] for r in rows.agenda_rows(change.connection, meeting_id)), default=0)
    values = {"meeting_id": meeting_id, "position": last + 1, "late": late}
    if late != "no":
        values["state"] = "listed"
    change.update("agenda_items", item_id, values)
    _after_adding(change, meeting, item_id, item.kind)


def _place_copy(change: Change, case_id: int, earlier: int | None, meeting_id: int) -> int:
    case = load_case(change.connection, case_id)
    if earlier is not None:
        new = continued(load_item(change.connection, earlier), meeting_id)
    else:
        kind: ItemKind = "information" if case.case_type == "information" else "decision"
        new = AgendaItem(0, case.committee_id, meeting_id, 0, None, kind, case.title)
    item_id = place_new(change, replace(new, cases=()), earlier)
    change.insert("item_cases", {"item_id": item_id, "case_id": case_id, "position": 0})
    return item_id


def continued(earlier: AgendaItem, meeting_id: int | None) -> AgendaItem:
    """A new draft with an earlier item's texts, for a later meeting (D3)."""
    return replace(
        earlier, id=0, meeting_id=meeting_id, position=0, number=None, state="draft", late="no"
    )


def _meeting_of(change: Change, item: AgendaItem) -> Meeting:
    if item.meeting_id is None:
        raise RefusedError("Punkten väntar på ett sammanträde.")
    return load_meeting(change.connection, item.meeting_id)


def _day(change: Change, meeting_id: int) -> str:
    return short_date(load_meeting(change.connection, meeting_id).date)
