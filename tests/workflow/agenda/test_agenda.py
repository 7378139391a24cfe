"""Building an agenda: numbers, order, pulling in cases, standing items and what is frozen."""

from __future__ import annotations

from datetime import date, time

import pytest

from nämndtui.model.agenda.agenda_item import AgendaItem, ItemKind, Recipient, StaffMemo
from nämndtui.model.agenda.case import Case, CaseReference
from nämndtui.model.agenda.meeting import Meeting
from nämndtui.model.agenda.standing_item import Placement, StandingItem
from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.store.agenda.items import item as load_item
from nämndtui.store.database import Store
from nämndtui.store.minutes.dossiers import load_dossier
from nämndtui.workflow.agenda.agenda import (
    add_item,
    move_item,
    pull_in_case,
    remove_item,
    unlist_item,
    withdraw_item,
)
from nämndtui.workflow.agenda.meetings import plan_meeting
from nämndtui.workflow.agenda.standing_items import add_standing_item, add_standing_items
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.undo import undo_last
from nämndtui.workflow.people.committees import change_settings
from nämndtui.workflow.summons.cancelling import cancel_meeting
from nämndtui.workflow.summons.summons import mark_summoned


def new_item(committee_id: int, meeting_id: int | None, title: str, **more: object) -> AgendaItem:
    kind = str(more.pop("kind", "decision"))
    return AgendaItem(0, committee_id, meeting_id, 0, None, kind, title, **more)  # type: ignore[arg-type]


def agenda(store: Store, meeting_id: int) -> list[tuple[int | None, str]]:
    return [(i.number, i.title) for i in load_dossier(store.connection, meeting_id).items]


@pytest.fixture
def three(store: Store, actor: Actor, committee_id: int, meeting_id: int) -> list[int]:
    titles = ("Justering", "Riktlinjer", "Budget")
    kinds = ("opening", "decision", "decision")
    return [
        add_item(store, actor, new_item(committee_id, meeting_id, title, kind=kind))
        for title, kind in zip(titles, kinds, strict=True)
    ]


def test_items_are_numbered_in_order_and_opening_items_are_not(
    store: Store, meeting_id: int, three: list[int]
) -> None:
    assert agenda(store, meeting_id) == [(None, "Justering"), (1, "Riktlinjer"), (2, "Budget")]


def test_opening_items_are_numbered_where_the_committee_wants_it(
    store: Store, actor: Actor, committee_id: int, meeting_id: int, three: list[int]
) -> None:
    change_settings(store, actor, committee_id, 1, opening_items="numbered")
    move_item(store, actor, three[2], -1)
    assert agenda(store, meeting_id) == [(1, "Justering"), (2, "Budget"), (3, "Riktlinjer")]


def test_an_opening_item_stays_first_however_it_is_moved(
    store: Store, actor: Actor, meeting_id: int, three: list[int]
) -> None:
    move_item(store, actor, three[0], 2)
    assert agenda(store, meeting_id)[0] == (None, "Justering")


def test_the_first_item_puts_the_meeting_under_preparation(
    store: Store, meeting_id: int, three: list[int]
) -> None:
    assert load_dossier(store.connection, meeting_id).meeting.state == "preparing"


def test_a_waiting_item_comes_with_everything_its_memo_says(
    store: Store, actor: Actor, committee_id: int, meeting_id: int, case: Case
) -> None:
    waiting = new_item(
        committee_id,
        None,
        "Motion om nattvandring",
        cases=(CaseReference(case.id, case.dnr),),
        staff_proposal=("Omsorgsnämnden föreslår kommunfullmäktige att avslå motionen.",),
        summary="Motionären vill ha fler nattvandrare.",
        memo=StaffMemo(date(2026, 11, 12), ("Eva Berg, utredare",), body="## Ärendet\n\nText."),
        recipients=(Recipient("Kommunfullmäktige", "KS/2025:88"),),
    )
    add_item(store, actor, waiting)
    item = load_item(store.connection, pull_in_case(store, actor, meeting_id, case.id))
    assert item.proposal == ("Omsorgsnämnden föreslår kommunfullmäktige att avslå motionen.",)
    assert item.memo and item.memo.references == ("Eva Berg, utredare",)
    assert item.recipients[0].text == "Kommunfullmäktige (KS/2025:88)"
    assert (item.number, item.dnrs) == (1, ("on/2026:1",))


def test_a_case_is_put_on_the_same_agenda_only_once(
    store: Store, actor: Actor, meeting_id: int, case: Case
) -> None:
    pull_in_case(store, actor, meeting_id, case.id)
    with pytest.raises(RefusedError, match="redan på dagordningen"):
        pull_in_case(store, actor, meeting_id, case.id)


def test_after_dispatch_numbers_are_frozen_and_new_items_come_last(
    store: Store, actor: Actor, committee_id: int, meeting_id: int, three: list[int]
) -> None:
    mark_summoned(store, actor, meeting_id, date(2026, 12, 1))
    with pytest.raises(RefusedError, match="ligger fast"):
        move_item(store, actor, three[2], -1)
    add_item(store, actor, new_item(committee_id, meeting_id, "Yttrande"))
    assert agenda(store, meeting_id)[-1] == (3, "Yttrande")
    assert load_dossier(store.connection, meeting_id).items[-1].late == "supplement"


def test_a_withdrawn_item_keeps_number_and_title(
    store: Store, actor: Actor, meeting_id: int, three: list[int]
) -> None:
    mark_summoned(store, actor, meeting_id, date(2026, 12, 1))
    withdraw_item(store, actor, three[1])
    assert agenda(store, meeting_id)[1] == (1, "Riktlinjer")
    assert load_item(store.connection, three[1]).withdrawn


def test_an_item_taken_off_waits_with_its_texts_and_the_rest_are_renumbered(
    store: Store, actor: Actor, meeting_id: int, three: list[int]
) -> None:
    unlist_item(store, actor, three[1])
    assert agenda(store, meeting_id) == [(None, "Justering"), (1, "Budget")]
    assert load_item(store.connection, three[1]).meeting_id is None


def test_a_removed_item_comes_back_whole_on_undo(
    store: Store, actor: Actor, committee_id: int, meeting_id: int, case: Case
) -> None:
    draft = new_item(
        committee_id,
        meeting_id,
        "Taxa",
        staff_proposal=("Omsorgsnämnden antar taxan.",),
        cases=(CaseReference(case.id, case.dnr),),
        memo=StaffMemo(body="Text"),
    )
    item_id = add_item(store, actor, draft)
    before = load_item(store.connection, item_id)
    remove_item(store, actor, item_id)
    undo_last(store, actor)
    after = load_item(store.connection, item_id)
    assert (after.proposal, after.dnrs, after.memo) == (before.proposal, before.dnrs, before.memo)


def test_standing_items_go_in_by_one_key_with_their_yearly_case(
    store: Store, actor: Actor, committee_id: int, meeting_id: int, three: list[int]
) -> None:
    wanted: tuple[tuple[str, Placement, ItemKind], ...] = (
        ("Information", "first", "information"),
        ("Delegationsbeslut", "last", "other"),
    )
    for position, (title, placement, kind) in enumerate(wanted):
        add_standing_item(
            store,
            actor,
            StandingItem(0, committee_id, position, kind, title, placement, case_title=title),
        )
    add_standing_items(store, actor, meeting_id)
    assert agenda(store, meeting_id) == [
        (None, "Justering"),
        (1, "Information"),
        (2, "Riktlinjer"),
        (3, "Budget"),
        (4, "Delegationsbeslut"),
    ]
    items = load_dossier(store.connection, meeting_id).items
    assert items[1].dnrs == ("on/2026:1",)
    assert add_standing_items(store, actor, meeting_id) == []


def test_a_cancelled_meeting_gives_its_items_back(
    store: Store, actor: Actor, committee_id: int, meeting_id: int, case: Case
) -> None:
    item_id = pull_in_case(store, actor, meeting_id, case.id)
    version = load_dossier(store.connection, meeting_id).meeting.version
    cancel_meeting(store, actor, meeting_id, version, "För få ärenden")
    assert load_item(store.connection, item_id).meeting_id is None
    later = plan_meeting(store, actor, Meeting(0, committee_id, date(2027, 2, 9), time(18, 30), ""))
    assert pull_in_case(store, actor, later, case.id) == item_id


def test_an_item_without_title_is_refused(
    store: Store, actor: Actor, committee_id: int, meeting_id: int
) -> None:
    with pytest.raises(InvalidInputError, match="rubrik"):
        add_item(store, actor, new_item(committee_id, meeting_id, "  "))


def test_a_personal_number_is_stopped_before_it_is_stored(
    store: Store, actor: Actor, committee_id: int, meeting_id: int
) -> None:
    with pytest.raises(InvalidInputError, match="personnummer"):
        add_item(store, actor, new_item(committee_id, meeting_id, "Beslut om 19121212-1212"))
