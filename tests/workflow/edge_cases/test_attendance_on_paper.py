"""Attendance by § in the § and on the front page (F 8, F 14–15, F 18, F 22, F 24; KL 6:22–24)."""

from __future__ import annotations

from datetime import date, time

import pytest

from nämndtui.documents.contexts.minutes import minutes_context
from nämndtui.model.attendance.presence import Override
from nämndtui.model.minutes.paragraph_checks import paragraph_faults
from nämndtui.model.text.errors import RefusedError
from nämndtui.tui.meeting.attendance.roll import roll_rows
from nämndtui.workflow.attendance.disqualifications import (
    declare_disqualified,
    stay_out_of_decision,
)
from nämndtui.workflow.attendance.roll import come_in, leave, set_remote
from nämndtui.workflow.attendance.serving_choices import choose_serving
from nämndtui.workflow.attendance.sittings import adjourn, resume
from nämndtui.workflow.documents.minutes import as_printed
from nämndtui.workflow.minutes.immediate import declare_immediate
from tests.workflow.edge_cases.conftest import Desk


def front(desk: Desk, part_id: int = 0) -> dict[str, list[str]]:
    """Who took part, as the front page of the minutes or of a part says it."""
    found = minutes_context(as_printed(desk.record), part_id)["närvaro"]
    return {
        group: [line.replace("\u00a0", " ") for line in lines] for group, lines in found.items()
    }


def jäv(desk: Desk, item: int, name: str) -> None:
    declare_disqualified(desk.store, desk.actor, item, desk.ids[name])


def test_a_stand_in_is_not_accused_of_jäv(desk: Desk) -> None:
    item = desk.item("Tomtköp")
    desk.open()
    jäv(desk, item, "Siv Dahl")
    desk.decide(item)
    assert (
        "Ida Gran (S) tjänstgör i stället för Siv Dahl (S)." in desk.paragraph(1).disqualification
    )
    faults = paragraph_faults(desk.record, desk.record.dossier.item(item))
    assert not [one for one in faults if "KL 6:30" in one]


def test_each_replacement_has_its_own_range_and_a_part_only_its_own(desk: Desk) -> None:
    items = [desk.item(title) for title in ("Avgifter", "Tomtköp", "Plan", "Budget")]
    desk.open()
    jäv(desk, items[0], "Siv Dahl")
    desk.decide(items[0])
    desk.decide(items[1])
    leave(desk.store, desk.actor, desk.meeting_id, desk.ids["Tore Falk"])
    desk.decide(items[2])
    desk.decide(items[3])
    both = "Ida Gran (S), tj. ers. för Siv Dahl § 1 och Tore Falk §§ 3–4"
    assert both in front(desk)["beslutande"]
    declare_immediate(desk.store, desk.actor, desk.meeting_id, [3])
    part = next(one for one in desk.record.dossier.minutes_parts if one.immediate)
    shown = front(desk, part.id)["beslutande"]
    assert "Ida Gran (S), tj. ers. för Tore Falk" in shown


def test_f8_who_has_gone_stands_among_those_who_served(desk: Desk) -> None:
    first, second = desk.item("Avgifter"), desk.item("Plan")
    desk.open()
    desk.decide(first)
    leave(desk.store, desk.actor, desk.meeting_id, desk.ids["Siv Dahl"])
    desk.decide(second)
    come_in(desk.store, desk.actor, desk.meeting_id, desk.ids["Siv Dahl"])
    third = desk.item("Budget")
    desk.decide(third)
    shown = front(desk)
    assert "Siv Dahl (S), t.o.m. § 1" in shown["beslutande"]
    assert not [line for line in shown["ersättare"] if "Siv Dahl" in line]
    rows = roll_rows(desk.record, desk.at(3), third)
    siv = next(row for row in rows if row.person and row.person.name == "Siv Dahl")
    assert siv.why == "har gått, tjänstgör inte mer i dag"


def test_f8_an_adjournment_is_told_in_its_paragraph_and_on_the_front_page(desk: Desk) -> None:
    first, second = desk.item("Avgifter"), desk.item("Plan")
    desk.open()
    desk.decide(first)
    adjourn(desk.store, desk.actor, desk.meeting_id, time(19, 10))
    resume(desk.store, desk.actor, desk.meeting_id, time(19, 25))
    assert desk.paragraph(1).procedure.startswith("Sammanträdet ajourneras kl.\u00a019.10–19.25.")
    adjourn(desk.store, desk.actor, desk.meeting_id, time(22, 0))
    later = date(2026, 12, 10)
    resume(desk.store, desk.actor, desk.meeting_id, time(18, 0), later, item_id=second)
    desk.decide(second)
    assert "fortsätter torsdagen den 10" in desk.paragraph(2).procedure
    desk.close(at=time(20, 0))
    times = minutes_context(as_printed(desk.record))["sammanträde"]["tid_från_till"]
    assert times.replace("\u00a0", " ") == (
        "kl. 18.30–19.10, kl. 19.25–22.00 och torsdagen den 10 december 2026 kl. 18.00–20.00"
    )


def test_f18_a_chosen_substitute_gives_the_seat_back(desk: Desk) -> None:
    first, second = desk.item("Avgifter"), desk.item("Plan")
    desk.open("Tore Falk")
    bo = next(m.person for m in desk.record.dossier.mandates if m.person.name == "Bo Lind")
    seat = str(desk.ids["Tore Falk"])
    choice = Override(0, "serve", "enligt överenskommelse", bo, seat)
    choose_serving(desk.store, desk.actor, desk.meeting_id, choice)
    desk.decide(first)
    come_in(desk.store, desk.actor, desk.meeting_id, desk.ids["Tore Falk"])
    desk.decide(second)
    assert [("Bo Lind" in desk.serving(n), "Tore Falk" in desk.serving(n)) for n in (1, 2)] == [
        (True, False),
        (False, True),
    ]
    back = next(one for one in desk.at(2).seats_served if one.seat.key == seat)
    assert back.reason == "har kommit; valet av Bo Lind upphör"


def test_f22_not_taking_part_is_another_thing_than_jäv(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open()
    with pytest.raises(RefusedError, match="Bo Lind tjänstgör inte"):
        stay_out_of_decision(desk.store, desk.actor, item, desk.ids["Bo Lind"])
    stay_out_of_decision(desk.store, desk.actor, item, desk.ids["Tore Falk"])
    jäv(desk, item, "Siv Dahl")
    desk.decide(item)
    (shown,) = minutes_context(as_printed(desk.record))["paragrafer"]
    assert shown["deltar_inte"] == "Tore Falk (V) deltar inte i beslutet."
    assert shown["jäv"].startswith("Siv Dahl (S) anmäler jäv")
    assert "deltar inte i beslutet" not in shown["jäv"]


def test_f15_nobody_else_leads_while_the_chair_serves(desk: Desk) -> None:
    first, second = desk.item("Avgifter"), desk.item("Plan")
    desk.open()
    siv = next(m.person for m in desk.record.dossier.mandates if m.person.name == "Siv Dahl")
    leads = Override(0, "preside", "utsedd", siv, "", 1)
    with pytest.raises(RefusedError, match=r"KL 6:22.*Ali Saadi tjänstgör"):
        choose_serving(desk.store, desk.actor, desk.meeting_id, leads)
    jäv(desk, first, "Ali Saadi")
    choose_serving(desk.store, desk.actor, desk.meeting_id, leads)
    desk.decide(first)
    desk.decide(second)
    named = [desk.at(number).presiding.person for number in (1, 2)]
    assert [one.name for one in named if one] == ["Siv Dahl", "Ali Saadi"]


def test_taking_part_at_a_distance_is_by_paragraph(desk: Desk) -> None:
    items = [desk.item(title) for title in ("Avgifter", "Plan", "Budget")]
    desk.open()
    siv = desk.ids["Siv Dahl"]
    desk.decide(items[0])
    set_remote(desk.store, desk.actor, desk.meeting_id, siv, True, 2)
    desk.decide(items[1])
    set_remote(desk.store, desk.actor, desk.meeting_id, siv, False, 3)
    desk.decide(items[2])
    assert "Siv Dahl (S), på distans § 2" in front(desk)["beslutande"]
    set_remote(desk.store, desk.actor, desk.meeting_id, siv, True, 3)
    assert "Siv Dahl (S), på distans §§ 2–3" in front(desk)["beslutande"]
    assert len([one for one in desk.record.presences if one.person.id == siv]) == 2
