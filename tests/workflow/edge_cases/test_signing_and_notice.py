"""Whose signatures the minutes need, and the notice's last days (KL 5:69, 8:12; F 25, F 30)."""

from __future__ import annotations

from datetime import date

import pytest

from nämndtui.model.minutes.parts import legal_force
from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.workflow.attendance.disqualifications import declare_disqualified
from nämndtui.workflow.minutes.adjustment import mark_adjusted
from nämndtui.workflow.minutes.part_notice import post_part, take_down
from nämndtui.workflow.minutes.part_signing import send_for_signing, sign_part
from tests.workflow.edge_cases.conftest import HELD, Desk

SENT, FIRST, LAST = date(2026, 12, 10), date(2026, 12, 11), date(2026, 12, 14)
ADJUSTED = date(2026, 12, 15)
AFTER = date(2027, 1, 20)


def closed(desk: Desk) -> int:
    """A meeting that is over, its minutes out for signing; the part's id."""
    item = desk.item("Avgifter")
    desk.open()
    desk.decide(item)
    desk.close("Karin Ek")
    send_for_signing(desk.store, desk.on(AFTER), desk.main.id, SENT)
    return desk.main.id


def adjusted(desk: Desk) -> int:
    """Minutes adjusted on the 15th; the part's id."""
    item = desk.item("Avgifter")
    desk.open()
    desk.decide(item)
    desk.close("Karin Ek")
    mark_adjusted(desk.store, desk.on(ADJUSTED), desk.meeting_id, ADJUSTED)
    return desk.main.id


@pytest.mark.parametrize(
    "order", [("Karin Ek", "Ali Saadi"), ("Ali Saadi", "Karin Ek")], ids="–".join
)
def test_minutes_are_adjusted_when_both_the_chair_and_the_adjuster_have_signed(
    desk: Desk, order: tuple[str, str]
) -> None:
    part_id, later = closed(desk), desk.on(AFTER)
    first, last = (desk.ids[name] for name in order)
    assert not sign_part(desk.store, later, part_id, first, FIRST)
    assert desk.main.adjusted_on is None
    assert sign_part(desk.store, later, part_id, last, LAST)
    assert desk.main.adjusted_on == LAST


def test_the_day_of_adjusting_is_that_of_the_latest_signature_whoever_is_noted_last(
    desk: Desk,
) -> None:
    part_id, later = closed(desk), desk.on(AFTER)
    assert not sign_part(desk.store, later, part_id, desk.ids["Karin Ek"], LAST)
    assert sign_part(desk.store, later, part_id, desk.ids["Ali Saadi"], FIRST)
    assert desk.main.adjusted_on == LAST


def test_everyone_who_led_at_some_paragraph_signs(desk: Desk) -> None:
    items = [desk.item("Avgifter"), desk.item("Tomtköp")]
    desk.open()
    desk.decide(items[0])
    declare_disqualified(desk.store, desk.actor, items[1], desk.ids["Ali Saadi"])
    desk.decide(items[1])
    desk.close("Per Ahl")
    part_id, later = desk.main.id, desk.on(AFTER)
    send_for_signing(desk.store, later, part_id, SENT)
    signed = [
        sign_part(desk.store, later, part_id, desk.ids[name], FIRST)
        for name in ("Per Ahl", "Ali Saadi", "Karin Ek")
    ]
    assert signed == [False, False, True]


def test_nobody_signs_before_the_minutes_were_sent(desk: Desk) -> None:
    part_id, later = closed(desk), desk.on(AFTER)
    ali = desk.ids["Ali Saadi"]
    with pytest.raises(InvalidInputError, match="utskicket för underskrift"):
        sign_part(desk.store, later, part_id, ali, date(2026, 12, 9))
    assert not sign_part(desk.store, later, part_id, ali, SENT)


def test_the_minutes_are_not_sent_before_the_meeting_nor_ahead_of_today(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open()
    desk.decide(item)
    desk.close("Karin Ek")
    part_id = desk.main.id
    with pytest.raises(InvalidInputError, match="sammanträdet"):
        send_for_signing(desk.store, desk.on(AFTER), part_id, date(2026, 12, 7))
    with pytest.raises(InvalidInputError):
        send_for_signing(desk.store, desk.on(SENT), part_id, FIRST)
    send_for_signing(desk.store, desk.on(HELD), part_id, HELD)


@pytest.mark.parametrize(
    ("posted", "warned"), [(date(2026, 12, 17), False), (date(2026, 12, 18), True)]
)
def test_a_notice_is_late_from_the_third_day_after_the_adjusting(
    desk: Desk, posted: date, warned: bool
) -> None:
    warnings = post_part(desk.store, desk.on(AFTER), adjusted(desk), posted)
    assert ["KL 8:12" in one for one in warnings] == [True] * warned


@pytest.mark.parametrize(
    ("taken_down", "warned", "force"),
    [(date(2027, 1, 7), True, None), (date(2027, 1, 8), False, date(2027, 1, 8))],
)
def test_a_notice_may_come_down_the_day_after_the_last_to_appeal(
    desk: Desk, taken_down: date, warned: bool, force: date | None
) -> None:
    part_id, later = adjusted(desk), desk.on(AFTER)
    post_part(desk.store, later, part_id, date(2026, 12, 16))
    warnings = take_down(desk.store, later, part_id, taken_down)
    assert ["anslå på nytt" in one for one in warnings] == [True] * warned
    assert legal_force(desk.record) == {1: force}


def test_a_notice_that_was_up_long_enough_is_not_posted_anew(desk: Desk) -> None:
    part_id, later = adjusted(desk), desk.on(AFTER)
    post_part(desk.store, later, part_id, date(2026, 12, 16))
    take_down(desk.store, later, part_id, date(2027, 1, 8))
    with pytest.raises(RefusedError, match="kan inte bli"):
        post_part(desk.store, later, part_id, date(2027, 1, 9))
    with pytest.raises(RefusedError, match="redan antecknat som nedtaget 2027-01-08"):
        take_down(desk.store, later, part_id, date(2027, 1, 10))
