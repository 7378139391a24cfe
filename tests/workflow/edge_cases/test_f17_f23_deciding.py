"""F 17–23: who serves, ties, several proposals, reservations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from nämndtui.model.attendance.presence import Override
from nämndtui.model.decisions.vote import Tally, Vote
from nämndtui.model.minutes.completeness import missing_by_law
from nämndtui.model.people.seats import VACANT
from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.model.wording.text_agreement import disagreements
from nämndtui.tui.meeting.decisions.vote_questions import vote_questions
from nämndtui.workflow.attendance.disqualifications import stay_out_of_decision
from nämndtui.workflow.attendance.roll import come_in
from nämndtui.workflow.attendance.serving_choices import choose_serving, remove_choice
from nämndtui.workflow.decisions.statements import announce, hand_in_text
from nämndtui.workflow.decisions.text_restoring import restore_text
from nämndtui.workflow.decisions.votes import hold_vote
from nämndtui.workflow.decisions.yrkanden import move_proposal, set_standing, withdraw_moved
from nämndtui.workflow.minutes.minutes import edit_paragraph
from nämndtui.workflow.people.committees import change_settings
from nämndtui.workflow.people.persons import end_mandate
from tests.workflow.edge_cases.conftest import Desk


def why(desk: Desk, number: int, item: int, seat: str) -> str:
    seats_served = desk.at(number, item).seats_served
    return next(one.reason for one in seats_served if one.seat.name == seat)


def test_f17_the_order_picks_and_says_why(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open("Tore Falk")
    assert why(desk, 1, item, "Tore Falk (V)") == (
        "ingen ersättare för V är ledig; S står på tur i inkallelseordningen för V"
    )
    desk.decide(item)
    assert desk.attendance("Ida Gran", "serving_substitute").replaces == "Tore Falk"


def test_f17_the_secretary_may_choose_otherwise_with_a_reason(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open("Tore Falk")
    seat = str(desk.ids["Tore Falk"])
    bo = next(m.person for m in desk.record.dossier.mandates if m.person.name == "Bo Lind")
    with pytest.raises(InvalidInputError, match="skälet"):
        choose_serving(desk.store, desk.actor, desk.meeting_id, Override(0, "serve", " ", bo, seat))
    choice = Override(0, "serve", "Ida Gran och Olof Hed avstår", bo, seat)
    choice_id = choose_serving(desk.store, desk.actor, desk.meeting_id, choice)
    assert why(desk, 1, item, "Tore Falk (V)") == "Ida Gran och Olof Hed avstår"
    remove_choice(desk.store, desk.actor, desk.meeting_id, choice_id)
    assert "Ida Gran" in desk.serving(1, item)


def test_f17_nobody_to_call_leaves_the_seat_empty(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open("Per Ahl", "Eva Berg")
    assert why(desk, 1, item, "Per Ahl (M)") == (
        "är inte här; ingen ersättare står på tur i rummet"
    )


def test_f18_a_late_member_takes_the_seat_between_items(desk: Desk) -> None:
    first, second = desk.item("Avgifter"), desk.item("Riktlinjer")
    desk.open("Siv Dahl")
    desk.decide(first)
    come_in(desk.store, desk.actor, desk.meeting_id, desk.ids["Siv Dahl"])
    desk.decide(second)
    assert ["Ida Gran" in desk.serving(n) for n in (1, 2)] == [True, False]
    assert desk.attendance("Siv Dahl", "member").from_paragraph == 2
    assert desk.attendance("Ida Gran", "serving_substitute").to_paragraph == 1
    assert desk.attendance("Ida Gran", "substitute").from_paragraph == 2


def test_f19_a_vacant_seat_counts_and_a_substitute_serves(desk: Desk) -> None:
    held = next(m for m in desk.record.dossier.mandates if m.person.name == "Siv Dahl")
    end_mandate(desk.store, desk.actor, held.id, held.version, date(2026, 11, 30))
    item = desk.item("Avgifter")
    desk.open()
    at = desk.at(1, item)
    assert at.seats_served[-1].seat.name == f"{VACANT} (S)"
    assert (len(at.seats_served), at.quorum) == (5, 3)
    desk.decide(item)
    assert desk.attendance("Ida Gran", "serving_substitute").replaces == "vakant"


def votes_for(desk: Desk, **choices: str) -> dict[int, str]:
    names = {name.split()[0]: person for name, person in desk.ids.items()}
    return {names[name]: choice for name, choice in choices.items()}


def two_proposals(desk: Desk, item: int) -> str:
    move_proposal(desk.store, desk.actor, item, "own", [desk.ids["Karin Ek"]], "Avgifterna sänks.")
    return desk.record.moved_in(item)[0].ref


def test_f20_a_tie_is_broken_by_the_chair(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open()
    ref = two_proposals(desk, item)
    choices = votes_for(desk, Ali="yes", Siv="yes", Karin="no", Per="no", Tore="abstain")
    hold_vote(desk.store, desk.actor, Vote(0, item, 1, yes_ref="staff", no_ref=ref), choices)
    (vote,) = desk.record.votes_in(item)
    assert (vote.casting, vote.winner) == ("yes", "staff")
    desk.decide(item, "", winner=vote.winner)
    text = desk.paragraph(1).vote
    assert "Omröstningsresultat: 2 ja-röster, 2 nej-röster, 1 som avstår." in text
    assert (
        "Nämnden har därmed med ordförandens utslagsröst beslutat enligt förvaltningens förslag."
        in text
    )
    assert not missing_by_law(desk.record, (1,))


def test_f20_the_casting_vote_is_the_chairs_own_vote(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open()
    ref = two_proposals(desk, item)
    choices = votes_for(desk, Ali="yes", Siv="yes", Karin="no", Per="no", Tore="abstain")
    other = Vote(0, item, 1, yes_ref="staff", no_ref=ref, casting="no")
    with pytest.raises(RefusedError, match=r"KL 5:56.*ordföranden röstade ja"):
        hold_vote(desk.store, desk.actor, other, choices)


def test_f20_the_chair_must_vote_then(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open()
    ref = two_proposals(desk, item)
    choices = votes_for(desk, Ali="abstain", Siv="yes", Per="yes", Karin="no", Tore="no")
    with pytest.raises(RefusedError, match="KL 4:25"):
        hold_vote(desk.store, desk.actor, Vote(0, item, 1, yes_ref="staff", no_ref=ref), choices)


def test_f20_in_an_election_lots_are_drawn(desk: Desk) -> None:
    item = desk.item("Val av ombud", election=True)
    desk.open()
    tie = Vote(
        0,
        item,
        1,
        "election",
        secret=True,
        tallies=(Tally("Siv Dahl", 2), Tally("Tore Falk", 2)),
        blank=1,
    )
    with pytest.raises(RefusedError, match="lotten föll på"):
        hold_vote(desk.store, desk.actor, tie, {})
    with pytest.raises(RefusedError, match="lotten föll på"):
        hold_vote(desk.store, desk.actor, replace(tie, lot="a"), {})
    hold_vote(desk.store, desk.actor, replace(tie, lot="tore"), {})
    desk.decide(item, "own_decision")
    assert desk.paragraph(1).points == ("Omsorgsnämnden utser Tore Falk.",)
    assert desk.paragraph(1).procedure == "Sluten omröstning begärs."
    text = desk.paragraph(1).vote
    assert text.endswith("Nämnden har därmed valt Tore Falk.")
    assert not missing_by_law(desk.record, (1,))
    desk.decide(item, "own_decision", points=["Omsorgsnämnden utser Siv Dahl till ombud."])
    assert missing_by_law(desk.record, (1,)) == [
        "§\u00a01 KL 5:67: beslutet följer inte omröstningens resultat: Tore Falk är vald."
    ]
    assert "2 röster för Siv Dahl, 2 röster för Tore Falk, 1 blank röst." in text
    assert "Lotten avgör och faller på Tore Falk." in text


def test_f20_secret_ballots_are_for_elections_only(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open()
    secret = Vote(0, item, 1, secret=True, tallies=(Tally("ja", 3), Tally("nej", 2)))
    with pytest.raises(RefusedError, match="KL 5:54"):
        hold_vote(desk.store, desk.actor, secret, {})


def test_f21_three_proposals_and_several_votes_in_one_paragraph(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open()
    karin = two_proposals(desk, item)
    tore = [desk.ids["Tore Falk"]]
    move_proposal(desk.store, desk.actor, item, "own", tore, "Avgifterna tas bort.")
    other = desk.record.moved_in(item)[1].ref
    set_standing(desk.store, desk.actor, item, main="staff")
    counter = Vote(0, item, 1, "counter", karin, other)
    hold_vote(desk.store, desk.actor, counter, votes_for(desk, Tore="no"), rest="yes")
    final = Vote(0, item, 2, "main", "staff", karin)
    hold_vote(desk.store, desk.actor, final, votes_for(desk, Karin="no"), rest="yes")
    desk.decide(item, "", winner="staff")
    paragraph = desk.paragraph(1)
    assert paragraph.procedure == (
        "Ordföranden utser förvaltningens förslag till huvudförslag. För att utse motförslag "
        "ställer ordföranden Karin Eks (C) yrkande mot Tore Falks (V) yrkande. Omröstning "
        "begärs.\n\n"
        "Ordföranden ställer huvudförslag och motförslag mot varandra. Omröstning begärs."
    )
    assert "Omröstning 1." in paragraph.vote and "Omröstning 2." in paragraph.vote
    assert paragraph.vote.count("| Ali Saadi (S) |") == 2
    assert "utsett Karin Eks (C) yrkande till motförslag" in paragraph.vote
    assert "Omröstning begärs" not in paragraph.vote
    assert not missing_by_law(desk.record, (1,))


def test_f21_four_proposals_are_told_in_the_order_they_were_put(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open()
    for name, text in (("Karin Ek", "Halva."), ("Tore Falk", "Inga."), ("Per Ahl", "Dubbla.")):
        move_proposal(desk.store, desk.actor, item, "own", [desk.ids[name]], text)
    karin, tore, per = (one.ref for one in desk.record.moved_in(item))
    first = Vote(0, item, 1, "counter", karin, tore)
    hold_vote(desk.store, desk.actor, first, votes_for(desk, Tore="no"), rest="yes")
    dossier_item = desk.record.dossier.item(item)
    asked = [one for one in vote_questions(desk.record, dossier_item) if not one.id]
    assert not [one for one in asked if tore in (one.yes_ref, one.no_ref)]
    hold_vote(desk.store, desk.actor, Vote(0, item, 2, "counter", karin, per), {}, rest="no")
    hold_vote(desk.store, desk.actor, Vote(0, item, 3, "main", "staff", per), {}, rest="yes")
    desk.decide(item, "", winner="staff")
    paragraph = desk.paragraph(1)
    assert paragraph.procedure == (
        "Ordföranden utser förvaltningens förslag till huvudförslag. För att utse motförslag "
        "ställer ordföranden Karin Eks (C) yrkande mot Tore Falks (V) yrkande. Omröstning begärs. "
        "Därefter ställer ordföranden Karin Eks (C) yrkande mot Per Ahls (M) yrkande. Omröstning "
        "begärs.\n\n"
        "Ordföranden ställer huvudförslag och motförslag mot varandra. Omröstning begärs."
    )
    assert "Karin Eks (C) yrkande går därmed vidare." in paragraph.vote
    assert paragraph.vote.count("till motförslag") == 1
    assert not missing_by_law(desk.record, (1,))


def test_f21_everyone_serving_has_a_vote_and_nobody_else(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open()
    ref = two_proposals(desk, item)
    vote = Vote(0, item, 1, yes_ref="staff", no_ref=ref)
    with pytest.raises(InvalidInputError, match="Ange hur"):
        hold_vote(desk.store, desk.actor, vote, votes_for(desk, Ali="yes"))
    with pytest.raises(RefusedError, match="KL 4:24"):
        hold_vote(desk.store, desk.actor, vote, votes_for(desk, Bo="yes"), rest="yes")


def test_f21_a_withdrawn_proposal_leaves_the_minutes(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open()
    two_proposals(desk, item)
    withdraw_moved(desk.store, desk.actor, item, desk.record.moved_in(item)[0].id)
    desk.decide(item)
    assert (desk.paragraph(1).motions, len(desk.record.moved)) == ("", 1)
    assert "ställer proposition på förslaget" in desk.paragraph(1).procedure


def test_f22_staying_out_of_a_decision_is_recorded_by_name(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open()
    ref = two_proposals(desk, item)
    stay_out_of_decision(desk.store, desk.actor, item, desk.ids["Tore Falk"])
    vote = Vote(0, item, 1, yes_ref="staff", no_ref=ref)
    hold_vote(desk.store, desk.actor, vote, votes_for(desk, Karin="no"), rest="yes")
    desk.decide(item, "", winner="staff")
    paragraph = desk.paragraph(1)
    assert paragraph.disqualification == "Tore Falk (V) deltar inte i beslutet."
    assert "3 ja-röster, 1 nej-röst, 0 som avstår, 1 som inte deltar." in paragraph.vote
    with pytest.raises(RefusedError, match="deltog inte i beslutet"):
        announce(desk.store, desk.actor, item, "reservation", [desk.ids["Tore Falk"]])


def test_f22_but_not_in_exercise_of_authority(desk: Desk) -> None:
    item = desk.item("Enskilt ärende", exercise_of_authority=True)
    desk.open()
    with pytest.raises(RefusedError, match="KL 4:26"):
        stay_out_of_decision(desk.store, desk.actor, item, desk.ids["Tore Falk"])
    vote = Vote(0, item, 1, yes_means="bifall", no_means="avslag")
    with pytest.raises(RefusedError, match="KL 4:26"):
        hold_vote(desk.store, desk.actor, vote, votes_for(desk, Tore="abstain"), rest="yes")


def test_f23_a_reservation_announced_in_time_without_text(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open()
    two_proposals(desk, item)
    desk.decide(item, "", winner="staff")
    announce(desk.store, desk.actor, item, "reservation", [desk.ids["Karin Ek"]])
    expected = "Karin Ek (C) reserverar sig mot beslutet till förmån för eget yrkande"
    assert desk.paragraph(1).reservations == f"{expected}."
    (statement,) = desk.record.statements
    desk.close("Per Ahl")
    hand_in_text(desk.store, desk.actor, item, statement.id, "Avgifterna är för höga.")
    assert desk.paragraph(1).reservations == f"{expected}:\n\nAvgifterna är för höga."


def test_f23_announced_after_the_close_there_is_none(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open()
    desk.decide(item)
    desk.close()
    with pytest.raises(RefusedError, match=r"KL 4:27.*innan sammanträdet avslutas"):
        announce(desk.store, desk.actor, item, "reservation", [desk.ids["Karin Ek"]])


def test_f23_a_substitute_who_does_not_serve_may_note_if_the_rules_say_so(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open()
    desk.decide(item)
    bo = [desk.ids["Bo Lind"]]
    with pytest.raises(RefusedError, match="deltog inte i beslutet"):
        announce(desk.store, desk.actor, item, "reservation", bo)
    with pytest.raises(RefusedError, match="ersättare_får_anteckna"):
        announce(desk.store, desk.actor, item, "note", bo, "Bra.")
    with pytest.raises(RefusedError, match="tjänstgör får yrka"):
        move_proposal(desk.store, desk.actor, item, "reject", bo)
    version = desk.record.dossier.committee.version
    change_settings(desk.store, desk.actor, desk.committee_id, version, substitutes_may_note=True)
    announce(desk.store, desk.actor, item, "note", bo, "Bra.")
    assert desk.paragraph(1).notes == ("Bo Lind (C) lämnar följande protokollsanteckning:\n\nBra.")


def test_an_edited_text_that_no_longer_agrees_is_pointed_out(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open()
    ref = two_proposals(desk, item)
    vote = Vote(0, item, 1, yes_ref="staff", no_ref=ref)
    hold_vote(desk.store, desk.actor, vote, votes_for(desk, Karin="no"), rest="yes")
    desk.decide(item, "", winner="staff")
    paragraph = desk.paragraph(1)
    edited = paragraph.vote.replace("4 ja-röster", "5 ja-röster")
    edit_paragraph(desk.store, desk.actor, paragraph.id, paragraph.version, vote=edited)
    assert missing_by_law(desk.record, (1,)) == [
        "§\u00a01 KL 5:67: Omröstningen anger andra rösttal än de registrerade rösterna."
    ]
    announce(desk.store, desk.actor, item, "reservation", [desk.ids["Karin Ek"]])
    assert desk.paragraph(1).vote == edited
    with pytest.raises(RefusedError, match="andra rösttal"):
        desk.close("Per Ahl")


def test_editing_one_text_leaves_the_warning_on_another(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open()
    two_proposals(desk, item)
    desk.decide(item, "", winner="staff")
    announce(desk.store, desk.actor, item, "reservation", [desk.ids["Karin Ek"]])
    for field in ("motions", "reservations"):
        one = desk.paragraph(1)
        text = f"{getattr(one, field)} Så sades det."
        edit_paragraph(desk.store, desk.actor, one.id, one.version, **{field: text})
    move_proposal(desk.store, desk.actor, item, "approve", [desk.ids["Siv Dahl"]])
    changed = "skriven för hand, och uppgifterna har ändrats"
    one = desk.paragraph(1)
    edit_paragraph(desk.store, desk.actor, one.id, one.version, notes="Inget.")
    assert any(changed in found.message for found in disagreements(desk.record, desk.paragraph(1)))


@pytest.mark.parametrize("own", ["Karin Ek (C) yrkar något annat.", ""])
def test_a_text_can_be_put_back_as_the_facts_give_it(desk: Desk, own: str) -> None:
    item = desk.item("Avgifter")
    desk.open()
    two_proposals(desk, item)
    desk.decide(item, "", winner="staff")
    given = desk.paragraph(1)
    edit_paragraph(desk.store, desk.actor, given.id, given.version, motions=own)
    one = desk.paragraph(1)
    restore_text(desk.store, desk.actor, one.id, one.version, "motions")
    assert desk.paragraph(1).motions == given.motions
    assert disagreements(desk.record, desk.paragraph(1)) == ()
    move_proposal(desk.store, desk.actor, item, "approve", [desk.ids["Siv Dahl"]])
    assert "Siv Dahl (S) yrkar bifall" in desk.paragraph(1).motions
