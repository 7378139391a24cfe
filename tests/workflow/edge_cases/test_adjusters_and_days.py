"""Who adjusts the minutes (KL 5:69), and the days of a part in order (D2.7)."""

from __future__ import annotations

from datetime import date

import pytest

from nämndtui.model.minutes.parts import legal_force
from nämndtui.model.people.persons import Person
from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.store.people.persons import insert_person
from nämndtui.workflow.attendance.disqualifications import declare_disqualified
from nämndtui.workflow.core.undo import undo_last
from nämndtui.workflow.minutes.adjustment import mark_adjusted, mark_posted, set_adjusters
from nämndtui.workflow.minutes.immediate import declare_immediate
from nämndtui.workflow.minutes.part_notice import correct_notice, post_part, take_down
from nämndtui.workflow.minutes.part_signing import (
    adjust_part,
    replace_adjuster,
    send_for_signing,
    sign_part,
)
from nämndtui.workflow.people.committees import change_settings
from tests.workflow.edge_cases.conftest import HELD, Desk

TENTH, FIFTEENTH, SIXTEENTH = date(2026, 12, 10), date(2026, 12, 15), date(2026, 12, 16)
LATER = date(2027, 1, 20)


def held(desk: Desk) -> None:
    items = [desk.item("Avgifter"), desk.item("Taxor")]
    desk.open()
    for item in items:
        desk.decide(item)


def adjusted(desk: Desk) -> int:
    """Adjusted minutes; the part's id."""
    held(desk)
    desk.close()
    mark_adjusted(desk.store, desk.on(FIFTEENTH), desk.meeting_id, FIFTEENTH)
    return desk.main.id


def official(desk: Desk) -> int:
    with desk.store.change("person", "anna", desk.actor.now) as change:
        return insert_person(change, Person(0, "Lena Holm", kind="official", title="Chef"))


def test_an_official_cannot_be_elected_adjuster(desk: Desk) -> None:
    held(desk)
    official(desk)
    with pytest.raises(InvalidInputError, match="tjänsteperson och kan inte justera"):
        set_adjusters(desk.store, desk.actor, desk.meeting_id, ["Lena Holm"])


def test_the_chair_adjusts_already_and_nobody_twice(desk: Desk) -> None:
    held(desk)
    with pytest.raises(InvalidInputError, match="Ali Saadi leder sammanträdet"):
        set_adjusters(desk.store, desk.actor, desk.meeting_id, ["Ali Saadi"])
    with pytest.raises(InvalidInputError, match="två gånger"):
        set_adjusters(desk.store, desk.actor, desk.meeting_id, ["Karin Ek", "Karin Ek"])
    set_adjusters(desk.store, desk.actor, desk.meeting_id, ["Karin Ek"])


def test_who_presided_all_along_does_not_count_as_the_elected_adjuster(desk: Desk) -> None:
    held(desk)
    set_adjusters(desk.store, desk.actor, desk.meeting_id, ["Karin Ek"])
    part_id = declare_immediate(desk.store, desk.actor, desk.meeting_id, [2])
    second = desk.record.item_at(2).id
    declare_disqualified(desk.store, desk.actor, second, desk.ids["Ali Saadi"])
    with pytest.raises(RefusedError, match="Välj justerare först"):
        adjust_part(desk.store, desk.actor, part_id, HELD)
    per = [desk.ids["Per Ahl"]]
    replace_adjuster(desk.store, desk.actor, part_id, per, HELD, "Nämndens beslut § 2")
    adjust_part(desk.store, desk.actor, part_id, HELD)


def test_an_adjuster_is_not_replaced_by_nobody_or_by_an_official(desk: Desk) -> None:
    held(desk)
    desk.close()
    part_id, later = desk.main.id, desk.on(FIFTEENTH)
    with pytest.raises(InvalidInputError, match="vem som justerar i stället"):
        replace_adjuster(desk.store, later, part_id, [], FIFTEENTH, "Nämndens beslut § 3")
    lena = official(desk)
    with pytest.raises(InvalidInputError, match="tjänsteperson"):
        replace_adjuster(desk.store, later, part_id, [lena], FIFTEENTH, "Nämndens beslut § 3")


def test_as_many_adjust_as_the_setting_says(desk: Desk) -> None:
    held(desk)
    committee = desk.record.dossier.committee
    change_settings(desk.store, desk.actor, committee.id, committee.version, adjusters=2)
    desk.close("Karin Ek")
    later = desk.on(FIFTEENTH)
    with pytest.raises(RefusedError, match="två till"):
        mark_adjusted(desk.store, later, desk.meeting_id, FIFTEENTH)
    set_adjusters(desk.store, later, desk.meeting_id, ["Karin Ek", "Per Ahl"])
    mark_adjusted(desk.store, later, desk.meeting_id, FIFTEENTH)


def test_days_of_a_part_come_in_order(desk: Desk) -> None:
    held(desk)
    desk.close()
    part_id, later, ali = desk.main.id, desk.on(FIFTEENTH), desk.ids["Ali Saadi"]
    with pytest.raises(InvalidInputError, match="före sammanträdet 2026-12-08"):
        send_for_signing(desk.store, later, part_id, date(2026, 12, 1))
    send_for_signing(desk.store, later, part_id, TENTH)
    with pytest.raises(InvalidInputError, match="före utskicket för underskrift 2026-12-10"):
        sign_part(desk.store, later, part_id, ali, date(2026, 12, 9))
    sign_part(desk.store, later, part_id, ali, FIFTEENTH)
    with pytest.raises(InvalidInputError, match="före den senaste underskriften 2026-12-15"):
        adjust_part(desk.store, later, part_id, date(2026, 12, 14))


def test_nothing_is_adjusted_or_posted_on_a_day_to_come(desk: Desk) -> None:
    held(desk)
    desk.close()
    with pytest.raises(InvalidInputError, match="2099-01-01 har inte varit ännu"):
        mark_adjusted(desk.store, desk.on(FIFTEENTH), desk.meeting_id, date(2099, 1, 1))
    mark_adjusted(desk.store, desk.on(FIFTEENTH), desk.meeting_id, FIFTEENTH)
    with pytest.raises(InvalidInputError, match="har inte varit ännu"):
        mark_posted(desk.store, desk.on(FIFTEENTH), desk.meeting_id, SIXTEENTH)
    with pytest.raises(InvalidInputError, match="före justeringen 2026-12-15"):
        mark_posted(desk.store, desk.on(FIFTEENTH), desk.meeting_id, TENTH)


def test_a_mistyped_day_of_posting_is_put_right_and_stays_in_the_ledger(desk: Desk) -> None:
    part_id = adjusted(desk)
    later = desk.on(LATER)
    post_part(desk.store, later, part_id, date(2026, 12, 26))
    (*_, moved) = correct_notice(desk.store, later, part_id, SIXTEENTH, None, "Fel siffra")
    assert "2027-01-07" in moved or "2027-01-08" in moved
    assert desk.main.posted_on == SIXTEENTH
    notices = desk.record.log(part_id).notices
    assert [(one.posted_on.day, one.wrong) for one in notices] == [(16, False), (26, True)]
    correct_notice(desk.store, later, part_id, date(2026, 12, 26), None, "Det var rätt ändå")
    assert desk.main.posted_on == date(2026, 12, 26)
    assert [one.wrong for one in desk.record.log(part_id).notices] == [True, False]
    with pytest.raises(InvalidInputError, match="desamma"):
        correct_notice(desk.store, later, part_id, date(2026, 12, 26), None, "Igen")


def test_a_mistyped_day_of_taking_down_is_put_right(desk: Desk) -> None:
    part_id = adjusted(desk)
    later = desk.on(LATER)
    post_part(desk.store, later, part_id, SIXTEENTH)
    assert take_down(desk.store, later, part_id, date(2026, 12, 18)) != ()
    assert legal_force(desk.record)[1] is None
    assert correct_notice(desk.store, later, part_id, SIXTEENTH, date(2027, 1, 18), "Månad") == ()
    assert legal_force(desk.record)[1] is not None


def test_taking_down_says_in_plain_words_what_is_wrong(desk: Desk) -> None:
    part_id = adjusted(desk)
    later = desk.on(LATER)
    post_part(desk.store, later, part_id, SIXTEENTH)
    with pytest.raises(InvalidInputError, match="före anslaget 2026-12-16"):
        take_down(desk.store, later, part_id, TENTH)
    take_down(desk.store, later, part_id, date(2027, 1, 8))
    with pytest.raises(RefusedError, match="redan antecknat som nedtaget 2027-01-08"):
        take_down(desk.store, later, part_id, date(2027, 1, 9))


def test_undo_says_what_can_be_done_instead(desk: Desk) -> None:
    part_id = adjusted(desk)
    with pytest.raises(RefusedError, match="En justering kan inte ångras"):
        undo_last(desk.store, desk.on(FIFTEENTH))
    post_part(desk.store, desk.on(SIXTEENTH), part_id, SIXTEENTH)
    with pytest.raises(RefusedError, match="Ett anslag kan inte ångras"):
        undo_last(desk.store, desk.on(SIXTEENTH))
