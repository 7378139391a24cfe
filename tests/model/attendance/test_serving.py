"""Who serves at each §, and why (B2, D2.8–10, F 8, F 14–19)."""

from __future__ import annotations

from datetime import date, time

import pytest

from nämndtui.model.attendance.presence import Override, Presence, Sitting
from nämndtui.model.attendance.room import Certified, Room
from nämndtui.model.attendance.serving import ParagraphServing, serving_table
from nämndtui.model.people.persons import Mandate
from nämndtui.model.people.seats import seats, vacant_parties
from nämndtui.model.people.substitute_order import PersonalSubstitute, SubstituteOrder
from tests.model.conftest import DAY, EVERYONE, MEMBERS, ORDER, MakeRoom, mandate, stay

PER, SIV, TORE = "3", "4", "5"
"""Seat keys."""


def who(at: ParagraphServing, seat: str) -> str:
    found = next(one for one in at.seats_served if one.seat.key == seat)
    return found.person.name if found.person else ""


def why(at: ParagraphServing, seat: str) -> str:
    return next(one.reason for one in at.seats_served if one.seat.key == seat)


def served(room: Room, seat: str, *numbers: int) -> list[str]:
    return [who(at, seat) for at in serving_table(room, numbers)]


def test_members_serve_their_own_seats(room: MakeRoom) -> None:
    (at,) = serving_table(room(), [41])
    assert [one.person.name for one in at.serving if one.person] == [
        one.person.name for one in MEMBERS
    ]
    assert at.quorate and at.quorum == 3


def test_the_own_partys_first_substitute_is_called_in(room: MakeRoom) -> None:
    (at,) = serving_table(room(away=(4,)), [41])
    assert (who(at, SIV), why(at, SIV)) == (
        "Ida Gran",
        "först i tur av ersättarna för S i rummet",
    )


def test_a_personal_substitute_comes_before_the_party(room: MakeRoom) -> None:
    order = SubstituteOrder((PersonalSubstitute(4, 14),), ORDER.parties)
    (at,) = serving_table(room(away=(4,), order=order), [41])
    assert (who(at, SIV), why(at, SIV)) == ("Olof Hed", "personlig ersättare för Siv Dahl (S)")


def test_without_an_own_substitute_the_listed_parties_follow(room: MakeRoom) -> None:
    (at,) = serving_table(room(away=(5,)), [41])
    assert who(at, TORE) == "Ida Gran"
    assert why(at, TORE) == (
        "ingen ersättare för V är ledig; S står på tur i inkallelseordningen för V"
    )


def test_no_party_loses_its_own_substitute_to_another(room: MakeRoom) -> None:
    (at,) = serving_table(room(away=(4, 5, 14)), [41])
    assert (who(at, SIV), who(at, TORE)) == ("Ida Gran", "Bo Lind")


def test_a_party_without_order_gets_nobody_and_the_reason_says_so(room: MakeRoom) -> None:
    (at,) = serving_table(room(away=(3, 11)), [41])
    assert who(at, PER) == ""
    assert why(at, PER) == "är inte här; ingen ersättare står på tur i rummet"


def test_a_late_member_takes_the_seat_from_the_next_paragraph(room: MakeRoom) -> None:
    late = room((stay(4, 43),))
    assert served(late, SIV, 41, 42, 43) == ["Ida Gran", "Ida Gran", "Siv Dahl"]


def test_a_substitute_who_serves_goes_on_when_another_comes_in(room: MakeRoom) -> None:
    coming = room((stay(13, 42),), away=(4,))
    assert served(coming, SIV, 41, 42) == ["Olof Hed", "Olof Hed"]


def test_who_left_may_not_serve_again_the_same_day(room: MakeRoom) -> None:
    back = room((stay(4, None, 41), stay(4, 43)))
    assert served(back, SIV, 41, 42, 43) == ["Siv Dahl", "Ida Gran", "Ida Gran"]
    alone = room((stay(4, None, 41), stay(4, 43)), away=(13, 14))
    last = serving_table(alone, [41, 42, 43])[-1]
    assert "har gått, tjänstgör inte mer i dag" in why(last, SIV)


def test_the_committees_rule_may_let_them_return(room: MakeRoom) -> None:
    back = room((stay(4, None, 41), stay(4, 43)), leavers_may_return=True)
    assert served(back, SIV, 41, 42, 43) == ["Siv Dahl", "Ida Gran", "Siv Dahl"]


def test_another_day_is_another_day(room: MakeRoom) -> None:
    sittings = (
        Sitting(1, DAY, time(18, 30), time(22, 0), 41),
        Sitting(2, date(2026, 12, 9), time(18, 0), None, 43),
    )
    back = room((stay(4, None, 41), stay(4, 43)), sittings=sittings)
    assert served(back, SIV, 41, 42, 43) == ["Siv Dahl", "Ida Gran", "Siv Dahl"]


def test_jäv_is_for_one_item_and_the_member_returns(room: MakeRoom) -> None:
    out = room(disqualified={42: frozenset({4})})
    table = serving_table(out, [41, 42, 43])
    assert [who(at, SIV) for at in table] == ["Siv Dahl", "Ida Gran", "Siv Dahl"]
    assert 4 not in {one.person.id for one in table[1].inside}


def test_a_substitute_out_for_jäv_gets_the_seat_back(room: MakeRoom) -> None:
    out = room(away=(4,), disqualified={42: frozenset({13})})
    assert served(out, SIV, 41, 42, 43) == ["Ida Gran", "Olof Hed", "Ida Gran"]


def test_leaving_straight_after_jäv_is_leaving(room: MakeRoom) -> None:
    gone = room((stay(4, None, 42), stay(4, 44)), disqualified={42: frozenset({4})})
    assert served(gone, SIV, 41, 42, 43, 44)[-1] == "Ida Gran"


def test_the_secretary_chooses_with_a_reason(room: MakeRoom) -> None:
    choice = Override(1, "serve", "Ida Gran avstår", EVERYONE[14].person, SIV, 41, 41)
    chosen = room(away=(4,), overrides=(choice,))
    table = serving_table(chosen, [41, 42])
    assert (who(table[0], SIV), why(table[0], SIV)) == ("Olof Hed", "Ida Gran avstår")


def test_a_choice_that_cannot_hold_is_passed_by(room: MakeRoom) -> None:
    choice = Override(1, "serve", "x", EVERYONE[14].person, SIV)
    assert served(room(away=(4, 14), overrides=(choice,)), SIV, 41) == ["Ida Gran"]


def test_a_seat_may_stay_empty_and_a_person_stand_aside(room: MakeRoom) -> None:
    empty = Override(1, "empty", "kallas inte in för en informationspunkt", None, SIV)
    assert served(room(away=(4,), overrides=(empty,)), SIV, 41) == [""]
    aside = Override(1, "skip", "vill inte tjänstgöra", EVERYONE[13].person)
    assert served(room(away=(4,), overrides=(aside,)), SIV, 41) == ["Olof Hed"]


@pytest.mark.parametrize(
    ("away", "leads", "office"),
    [
        ((), "Ali Saadi", "ordförande"),
        ((1,), "Karin Ek", "1:e vice ordförande"),
        ((1, 2), "Per Ahl", "2:e vice ordförande"),
    ],
)
def test_the_vice_chairs_preside_in_order(
    room: MakeRoom, away: tuple[int, ...], leads: str, office: str
) -> None:
    (at,) = serving_table(room(away=away), [41])
    assert at.presiding.person and at.presiding.person.name == leads
    assert at.presiding.office == office


def test_none_of_the_presidium_left_someone_is_named(room: MakeRoom) -> None:
    (at,) = serving_table(room(away=(1, 2, 3)), [41])
    assert at.presiding.person is None
    named = Override(1, "preside", "utsedd av fullmäktige", EVERYONE[4].person)
    (at,) = serving_table(room(away=(1, 2, 3), overrides=(named,)), [41])
    assert at.presiding.person == EVERYONE[4].person


def test_the_chair_who_is_back_leads_from_the_paragraph_after_the_one_someone_was_named_at(
    room: MakeRoom,
) -> None:
    named = Override(1, "preside", "leder under ordförandens ärende", EVERYONE[4].person, "", 42)
    table = serving_table(room(overrides=(named,)), [41, 42, 43])
    leads = [one.presiding.person.name for one in table if one.presiding.person]
    assert leads == ["Ali Saadi", "Siv Dahl", "Ali Saadi"]


def test_someone_named_for_a_span_leads_to_its_end_though_the_chair_is_back(
    room: MakeRoom,
) -> None:
    named = Override(1, "preside", "på förslag", EVERYONE[4].person, "", 42, 43)
    table = serving_table(room(overrides=(named,)), [41, 42, 43, 44])
    leads = [one.presiding.person.name for one in table if one.presiding.person]
    assert leads == ["Ali Saadi", "Siv Dahl", "Siv Dahl", "Ali Saadi"]


def test_someone_named_who_does_not_serve_does_not_lead(room: MakeRoom) -> None:
    named = Override(1, "preside", "på förslag", EVERYONE[4].person, "", 41)
    (at,) = serving_table(room(away=(1, 4), overrides=(named,)), [41])
    assert at.presiding.person and at.presiding.person.name == "Karin Ek"
    assert (at.presiding.reason, at.presiding.stands_in) == ("ordförande deltar inte", True)


def test_adjusted_paragraphs_stay_as_certified_and_the_next_ones_follow(room: MakeRoom) -> None:
    fixed = {41: (Certified("4", 14, reason="tjänstgjorde"), Certified("1", 1, True))}
    certified = room(away=(4,), certified=fixed)
    assert served(certified, SIV, 41, 42) == ["Olof Hed", "Olof Hed"]


def test_a_vacant_seat_counts_for_the_quorum_and_a_substitute_may_serve(room: MakeRoom) -> None:
    vacant = room(away=(4,), seats=tuple(seats(MEMBERS, 6, ("S",))))
    (at,) = serving_table(vacant, [41])
    assert at.quorum == 4
    assert {who(at, SIV), who(at, "vakant 1")} == {"Ida Gran", "Olof Hed"}
    assert at.seats_served[-1].seat.name == "Vakant (S)"


def test_a_vacant_seat_nobody_fills_is_vacant_whoever_is_disqualified(room: MakeRoom) -> None:
    jäv = {41: frozenset(EVERYONE)}
    vacant = room(seats=tuple(seats(MEMBERS, 6, ("L",))), disqualified=jäv)
    (at,) = serving_table(vacant, [41])
    assert why(at, "vakant 1").startswith("platsen är vakant; ")
    assert why(at, SIV).startswith("är jävig; ")


def test_the_party_of_a_vacant_seat_is_that_of_who_left() -> None:
    left = Mandate(
        9, 1, mandate(9, "Nils Ros", "C").person, "member", "C", date(2023, 1, 1), date(2026, 5, 31)
    )
    replaced = Mandate(
        8, 1, mandate(8, "Gun Alm", "S").person, "member", "S", date(2023, 1, 1), date(2025, 5, 31)
    )
    successor = Mandate(7, 1, mandate(7, "Pia Ros", "S").person, "member", "S", date(2025, 6, 1))
    everyone = (*MEMBERS, left, replaced, successor)
    assert vacant_parties(everyone, DAY) == ("C",)


def test_guests_and_officials_are_there_without_serving(room: MakeRoom) -> None:
    guest = Presence(0, mandate(20, "Gäst", "").person, "guest", title="revisor")
    (at,) = serving_table(room((guest,)), [41])
    assert 20 not in at.serving_ids
    assert guest in at.inside
