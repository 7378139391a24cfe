"""D3: an item's state follows the meeting; when the meeting is over nothing is reopened."""

from __future__ import annotations

from datetime import date

import pytest

from nämndtui.model.text.errors import RefusedError
from nämndtui.store.agenda.items import item as load_item
from nämndtui.workflow.agenda.agenda import restore_item, withdraw_item
from nämndtui.workflow.minutes.adjustment import mark_adjusted
from nämndtui.workflow.minutes.minutes import note_withdrawn, take_back_decision
from nämndtui.workflow.people.committees import change_settings
from tests.workflow.edge_cases.conftest import Desk

ADJUSTED = date(2026, 12, 15)


def state(desk: Desk, item_id: int) -> str:
    return load_item(desk.store.connection, item_id).state


def closed_with_one_withdrawn(desk: Desk) -> tuple[int, int]:
    """A closed meeting: (the item decided, the item withdrawn)."""
    decided, gone = desk.item("Avgifter"), desk.item("Taxor")
    desk.open()
    desk.decide(decided)
    withdraw_item(desk.store, desk.actor, gone)
    desk.close()
    return decided, gone


def test_a_withdrawn_item_is_not_taken_up_again_when_the_meeting_is_over(desk: Desk) -> None:
    _, gone = closed_with_one_withdrawn(desk)
    with pytest.raises(RefusedError, match="på ett senare sammanträde"):
        restore_item(desk.store, desk.actor, gone)
    assert state(desk, gone) == "withdrawn"


def test_a_decision_is_not_taken_back_when_the_meeting_is_over(desk: Desk) -> None:
    decided, _ = closed_with_one_withdrawn(desk)
    with pytest.raises(RefusedError, match="Beslutet ligger fast"):
        take_back_decision(desk.store, desk.actor, decided)
    assert (state(desk, decided), desk.record.numbers) == ("decided", (1,))


def test_a_decided_item_is_not_restored_as_if_it_were_withdrawn(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open()
    desk.decide(item)
    with pytest.raises(RefusedError, match="utgår inte"):
        restore_item(desk.store, desk.actor, item)
    assert state(desk, item) == "decided"


def test_minutes_with_an_unhandled_item_are_not_adjusted_until_it_is_withdrawn(desk: Desk) -> None:
    _, left = closed_with_one_withdrawn(desk)
    # As a meeting that came in a package may be.
    with desk.store.change("test", "anna", desk.actor.now) as change:
        change.update("agenda_items", left, {"state": "listed"})
    later = desk.on(ADJUSTED)
    with pytest.raises(RefusedError, match="2 Taxor är varken behandlad eller utgår"):
        mark_adjusted(desk.store, later, desk.meeting_id, ADJUSTED)
    withdraw_item(desk.store, later, left)
    mark_adjusted(desk.store, later, desk.meeting_id, ADJUSTED)
    with pytest.raises(RefusedError, match="justerat"):
        restore_item(desk.store, later, left)


def test_the_paragraph_of_a_withdrawn_item_goes_before_the_withdrawal_does(desk: Desk) -> None:
    committee = desk.record.dossier.committee
    change_settings(
        desk.store, desk.actor, committee.id, committee.version, paragraph_for_withdrawn=True
    )
    item = desk.item("Avgifter")
    desk.open()
    withdraw_item(desk.store, desk.actor, item)
    note_withdrawn(desk.store, desk.actor, item)
    with pytest.raises(RefusedError, match="§ 1 säger att punkten utgår"):
        restore_item(desk.store, desk.actor, item)
    take_back_decision(desk.store, desk.actor, item)
    assert (state(desk, item), desk.record.numbers) == ("withdrawn", ())
    restore_item(desk.store, desk.actor, item)
    assert state(desk, item) == "listed"
