"""What is sent of a decision, to whom, and when (D4, F 6)."""

from __future__ import annotations

from datetime import date

import pytest

from nämndtui.model.agenda.agenda_item import Recipient
from nämndtui.model.record.follow_up import Dispatch
from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.workflow.minutes.adjustment import mark_adjusted
from nämndtui.workflow.minutes.dispatch import add_dispatch, change_sent, mark_sent
from nämndtui.workflow.people.committees import change_settings
from tests.workflow.edge_cases.conftest import RECIPIENTS, Desk

ADJUSTED, NEXT_DAY = date(2026, 12, 15), date(2026, 12, 16)
PROPOSER = (Recipient("Motionären"), *RECIPIENTS)


def adjusted(desk: Desk, outcome: str = "as_proposed", reason: str = "") -> None:
    item = desk.item("Avgifter", recipients=PROPOSER)
    desk.open()
    desk.decide(item, outcome, reason=reason)
    desk.close()
    mark_adjusted(desk.store, desk.on(ADJUSTED), desk.meeting_id, ADJUSTED)


def first(desk: Desk) -> Dispatch:
    return desk.record.dispatches[0]


def test_an_extract_is_not_sent_before_the_adjustment_or_on_a_day_to_come(desk: Desk) -> None:
    adjusted(desk)
    later = desk.on(NEXT_DAY)
    with pytest.raises(InvalidInputError, match="före justeringen 2026-12-15"):
        mark_sent(desk.store, later, [first(desk).id], date(2026, 12, 10), "email")
    with pytest.raises(InvalidInputError, match="har inte varit ännu"):
        mark_sent(desk.store, later, [first(desk).id], date(2026, 12, 20), "email")


def test_what_is_sent_is_changed_by_an_act_of_its_own(desk: Desk) -> None:
    adjusted(desk)
    later = desk.on(NEXT_DAY)
    mark_sent(desk.store, later, [first(desk).id], ADJUSTED, "post")
    with pytest.raises(RefusedError, match="redan skickat 2026-12-15"):
        mark_sent(desk.store, later, [first(desk).id], NEXT_DAY, "email")
    assert first(desk).way == "post"
    change_sent(desk.store, later, first(desk).id, first(desk).version, NEXT_DAY, "email")
    assert (first(desk).sent_on, first(desk).way) == (NEXT_DAY, "email")
    entry = desk.store.connection.execute(
        "SELECT verb, summary, changes FROM history ORDER BY id DESC LIMIT 1"
    ).fetchone()
    assert entry["verb"] == "change_sent" and "Motionären" in entry["summary"]
    assert "2026-12-15" in entry["changes"]


def test_another_paper_may_go_before_the_adjustment_with_a_warning(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open()
    desk.decide(item)
    row = add_dispatch(desk.store, desk.actor, desk.paragraph(1).id, "Tidningen", "", "missiv")
    (warning,) = mark_sent(desk.store, desk.on(NEXT_DAY), [row], date(2026, 12, 9), "email")
    assert "inte justerad när missiv skickades" in warning


@pytest.mark.parametrize("outcome", ["referred_back", "tabled"])
def test_f6_a_postponed_decision_goes_only_to_the_administration(desk: Desk, outcome: str) -> None:
    committee = desk.record.dossier.committee
    name = "Omsorgsförvaltningen"
    change_settings(desk.store, desk.actor, committee.id, committee.version, administration=name)
    adjusted(desk, outcome, "Underlaget kom sent.")
    assert [one.recipient for one in desk.record.dispatches] == [name]


def test_f6_without_a_named_administration_a_postponed_decision_goes_to_nobody(
    desk: Desk,
) -> None:
    adjusted(desk, "tabled", "Underlaget kom sent.")
    assert desk.record.dispatches == ()
