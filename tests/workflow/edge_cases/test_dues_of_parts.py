"""What is due with each part of the minutes stands on its own row, and goes when it is done."""

from __future__ import annotations

from datetime import date, time

import pytest

from nämndtui.model.agenda.meeting import Meeting
from nämndtui.workflow.agenda.meetings import plan_meeting
from nämndtui.workflow.deadlines.overview import overview
from nämndtui.workflow.deadlines.watch import watch_list
from nämndtui.workflow.minutes.adjustment import mark_adjusted, mark_posted, set_adjusters
from nämndtui.workflow.minutes.immediate import declare_immediate
from nämndtui.workflow.minutes.part_notice import post_part, take_down
from nämndtui.workflow.minutes.part_signing import adjust_part
from tests.workflow.edge_cases.conftest import HELD, Desk


@pytest.fixture
def parts(desk: Desk) -> tuple[int, int]:
    """§ 2 adjusted at the meeting and posted the day after; §§ 1 and 3 later: the parts' ids."""
    items = [desk.item(f"Ärende {number}") for number in (1, 2, 3)]
    desk.open()
    for item in items:
        desk.decide(item)
    set_adjusters(desk.store, desk.actor, desk.meeting_id, ["Karin Ek"])
    immediate = declare_immediate(desk.store, desk.actor, desk.meeting_id, [2])
    adjust_part(desk.store, desk.actor, immediate, HELD)
    desk.close()
    day_after, adjusted, posted = (date(2026, 12, day) for day in (9, 17, 18))
    post_part(desk.store, desk.on(day_after), immediate, day_after)
    mark_adjusted(desk.store, desk.on(adjusted), desk.meeting_id, adjusted)
    mark_posted(desk.store, desk.on(posted), desk.meeting_id, posted)
    return immediate, desk.main.id


def told(desk: Desk, on: date) -> dict[str, str]:
    """What *bevakning* says of the notices: text → day and source."""
    kinds = ("last_appeal_day", "legal_force", "taken_down", "posted")
    found = watch_list(desk.store.connection, desk.committee_id, on)
    rows = [one for one in found if one.kind in kinds]
    return {one.text.replace("\xa0", " "): f"{one.due} {one.basis}" for one in rows}


def test_each_part_has_its_appeal_period_and_legal_force(
    desk: Desk, parts: tuple[int, int]
) -> None:
    assert told(desk, date(2026, 12, 19)) == {
        "Sista dag att överklaga besluten tis 8 dec § 2": "2026-12-30 KL 13:5",
        "Besluten tis 8 dec § 2 vinner laga kraft": "2026-12-31 KL 13:5",
        "Ta ned anslaget för tis 8 dec § 2": "2026-12-31 KL 8:12",
        "Sista dag att överklaga besluten tis 8 dec": "2027-01-08 KL 13:5",
        "Besluten tis 8 dec vinner laga kraft": "2027-01-09 KL 13:5",
        "Ta ned anslaget för tis 8 dec": "2027-01-09 KL 8:12",
    }


def test_taking_down_is_urgent_on_its_day_and_gone_once_done(
    desk: Desk, parts: tuple[int, int]
) -> None:
    def urgency(on: date) -> list[str]:
        found = overview(desk.store.connection, desk.committee_id, on).todo
        return [one.urgency for one in found if "§\xa02" in one.text]

    assert urgency(date(2026, 12, 29)) == ["info", "info", "info"]
    assert urgency(date(2026, 12, 31)) == ["info", "warn"]
    assert urgency(date(2027, 1, 2)) == ["late"]
    take_down(desk.store, desk.on(date(2027, 1, 2)), parts[0], date(2027, 1, 2))
    assert urgency(date(2027, 1, 2)) == []


def test_a_notice_that_came_down_too_early_is_to_be_posted_again(
    desk: Desk, parts: tuple[int, int]
) -> None:
    take_down(desk.store, desk.on(date(2026, 12, 20)), parts[0], date(2026, 12, 20))
    rows = told(desk, date(2026, 12, 21))
    assert rows["Anslå protokollet tis 8 dec § 2"] == "2026-12-20 KL 8:12"
    assert not [text for text in rows if "laga kraft" in text and "§ 2" in text]


def test_next_years_calendar_is_late_until_a_meeting_is_planned(desk: Desk) -> None:
    def calendar(on: date) -> list[str]:
        found = overview(desk.store.connection, desk.committee_id, on).todo
        return [one.urgency for one in found if one.kind == "meeting_calendar"]

    assert calendar(date(2026, 10, 31)) == ["warn"]
    assert calendar(date(2026, 11, 1)) == ["late"]
    assert calendar(date(2027, 1, 3)) == []  # the database was new after that October
    assert calendar(date(2027, 11, 1)) == ["late"]
    assert calendar(date(2028, 1, 3)) == ["late"]
    coming = Meeting(0, desk.committee_id, date(2028, 2, 8), time(18, 30), "")
    plan_meeting(desk.store, desk.actor, coming)
    assert calendar(date(2027, 11, 1)) == [] and calendar(date(2028, 1, 3)) == []


def test_the_yearly_account_of_proposals_is_late_until_it_is_given(desk: Desk) -> None:
    def account(on: date) -> list[str]:
        found = overview(desk.store.connection, desk.committee_id, on).todo
        return [one.urgency for one in found if one.kind == "citizen_proposals"]

    desk.case("Sittbänkar", "citizen_proposal", raised_on=date(2026, 9, 1))
    assert account(date(2026, 12, 30)) == ["warn"]
    assert account(date(2027, 1, 1)) == ["late"]
    item = desk.item("Redovisning av medborgarförslag som inte är avgjorda")
    desk.open()
    desk.decide(item)
    assert account(date(2027, 1, 1)) == []
