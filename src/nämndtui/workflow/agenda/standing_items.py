"""Standing cases and items: what every year and every meeting repeats."""

from __future__ import annotations

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.case import Case, CaseReference
from nämndtui.model.agenda.meeting import Meeting
from nämndtui.model.agenda.meeting_states import check_agenda_open
from nämndtui.model.agenda.standing_item import StandingItem
from nämndtui.store.agenda.agenda import agenda_rows
from nämndtui.store.agenda.cases import standing_cases
from nämndtui.store.agenda.meetings import meeting as load_meeting
from nämndtui.store.agenda.standing_items import insert_standing_item, standing_items
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns
from nämndtui.store.database import Store
from nämndtui.workflow.agenda.agenda import place_new, renumber
from nämndtui.workflow.agenda.cases import draw_case
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.checked_text import checked_fields, checked_values, required


def add_standing_items(store: Store, actor: Actor, meeting_id: int) -> list[int]:
    """Put in the standing items the agenda does not already have; returns their ids.

    A standing case missing for the meeting's year is registered with the next number. Raises
    RefusedError after dispatch.
    """
    with store.change("add_standing_items", actor.user, actor.now) as change:
        meeting = load_meeting(change.connection, meeting_id)
        check_agenda_open(meeting.state)
        there = {row["title"].casefold() for row in agenda_rows(change.connection, meeting_id)}
        wanted = [
            standing
            for standing in standing_items(change.connection, meeting.committee_id)
            if standing.title.casefold() not in there
        ]
        before = [row["id"] for row in agenda_rows(change.connection, meeting_id)]
        added = [
            (standing, place_standing(change, actor, meeting, standing)) for standing in wanted
        ]
        first = [item_id for standing, item_id in added if standing.placement == "first"]
        last = [item_id for standing, item_id in added if standing.placement != "first"]
        renumber(change, meeting, [*first, *before, *last])
        change.summary = f"Återkommande punkter: {len(added)}"
    return [item_id for _, item_id in added]


def create_standing_cases(store: Store, actor: Actor, committee_id: int, year: int) -> list[Case]:
    """Register the year's standing cases that are missing (C1: done every January)."""
    with store.change("create_standing_cases", actor.user, actor.now) as change:
        created = []
        for standing in standing_items(change.connection, committee_id):
            if standing.case_title and not _find(change, committee_id, year, standing.case_title):
                created.append(_register(change, actor, committee_id, year, standing.case_title))
        change.summary = f"Återkommande ärenden {year}: {len(created)}"
    return created


def add_standing_item(store: Store, actor: Actor, new: StandingItem) -> int:
    """Add a standing item to the committee's list. Raises InvalidInputError without a title."""
    item = checked_fields(new)
    required(item.title, "title", "Punkten behöver en rubrik.")
    with store.change("add_standing_item", actor.user, actor.now) as change:
        change.summary = f"Ny återkommande punkt: {item.title}"
        return insert_standing_item(change, item)


def edit_standing_item(
    store: Store, actor: Actor, item_id: int, version: int, **changes: object
) -> None:
    """Change fields of a standing item. Raises StaleVersionError."""
    values = columns(checked_values(dict(changes)))
    with store.change("edit_standing_item", actor.user, actor.now) as change:
        change.update("standing_items", item_id, values, version)
        change.summary = "Ändrade en återkommande punkt"


def remove_standing_item(store: Store, actor: Actor, item_id: int) -> None:
    """Take an item off the committee's list; agendas keep theirs."""
    with store.change("remove_standing_item", actor.user, actor.now) as change:
        title = change.read("standing_items", item_id)["title"]
        change.delete("standing_items", item_id)
        change.summary = f"Tog bort återkommande punkt: {title}"


def place_standing(change: Change, actor: Actor, meeting: Meeting, standing: StandingItem) -> int:
    """Put a standing item on an agenda with its case, inside an open change; returns its id."""
    cases: tuple[CaseReference, ...] = ()
    if standing.case_title:
        year = meeting.date.year
        found = _find(change, meeting.committee_id, year, standing.case_title)
        if found is None:
            case = _register(change, actor, meeting.committee_id, year, standing.case_title)
            found = CaseReference(case.id, case.dnr, case.title)
        cases = (found,)
    return place_new(
        change,
        AgendaItem(
            id=0,
            committee_id=meeting.committee_id,
            meeting_id=meeting.id,
            position=0,
            number=None,
            kind=standing.kind,
            title=standing.title,
            cases=cases,
            staff_proposal=standing.proposal,
            summary=standing.summary,
        ),
    )


def _find(change: Change, committee_id: int, year: int, title: str) -> CaseReference | None:
    wanted = title.casefold()
    for case in standing_cases(change.connection, committee_id, year):
        if case.title.casefold().startswith(wanted):
            return case
    return None


def _register(change: Change, actor: Actor, committee_id: int, year: int, title: str) -> Case:
    draft = Case(0, committee_id, "", year, 0, f"{title} {year}", "standing", opened=actor.today)
    return draw_case(change, draft)
