"""What is decided follows yrkanden and votes, whichever way one comes there (F 7, F 20–21)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from nämndtui.model.decisions.vote import Vote
from nämndtui.model.minutes.completeness import missing_by_law
from nämndtui.workflow.decisions.votes import hold_vote, remove_vote
from nämndtui.workflow.decisions.yrkanden import edit_moved, move_proposal, set_standing
from tests.workflow.edge_cases.conftest import Desk

ADDED = ("Omsorgsnämnden antar avgifter.", "Avgifterna utvärderas 2027.")


def addition(desk: Desk, item: int) -> int:
    karin = [desk.ids["Karin Ek"]]
    return move_proposal(desk.store, desk.actor, item, "addition", karin, ADDED[1])


def accept(desk: Desk, item: int, moved: int) -> None:
    edit_moved(desk.store, desk.actor, item, moved, accepted=True)


def vote_yes(desk: Desk, item: int, moved: int) -> None:
    question = Vote(0, item, 0, "addition", yes_ref=f"yrkande {moved}")
    hold_vote(desk.store, desk.actor, question, {}, rest="yes")


@pytest.mark.parametrize("settle", [accept, vote_yes])
@pytest.mark.parametrize("how", [{"outcome": "as_proposed"}, {"outcome": "", "winner": "staff"}])
@pytest.mark.parametrize("first", ["settle", "decide"])
def test_an_accepted_addition_is_in_the_decision(
    desk: Desk, settle: Callable[[Desk, int, int], None], how: dict[str, str], first: str
) -> None:
    item = desk.item("Avgifter")
    desk.open()
    moved = addition(desk, item)
    if first == "settle":
        settle(desk, item, moved)
    desk.decide(item, **how)
    if first == "decide":
        settle(desk, item, moved)
    assert desk.paragraph(1).points == ADDED
    assert not missing_by_law(desk.record, (1,))


def test_a_vote_on_an_addition_settles_it_in_correct_swedish(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open()
    moved = addition(desk, item)
    desk.decide(item)
    vote_yes(desk, item, moved)
    vote = desk.paragraph(1).vote
    assert "Nämnden har därmed beslutat att bifalla tilläggsyrkandet av Karin Ek (C)." in vote
    (held,) = desk.record.votes_in(item)
    again = Vote(held.id, item, 0, "addition", yes_ref=held.yes_ref)
    hold_vote(desk.store, desk.actor, again, {}, rest="no")
    assert "Nämnden har därmed beslutat att avslå tilläggsyrkandet" in desk.paragraph(1).vote
    assert desk.paragraph(1).points == ADDED[:1]
    assert desk.record.moved_in(item)[0].accepted is False
    (held,) = desk.record.votes_in(item)
    remove_vote(desk.store, desk.actor, item, held.id)
    assert desk.record.moved_in(item)[0].accepted is None


def two_proposals(desk: Desk, item: int) -> str:
    karin = [desk.ids["Karin Ek"]]
    moved = move_proposal(desk.store, desk.actor, item, "own", karin, "Avgifterna sänks.")
    return f"yrkande {moved}"


def test_the_chairs_finding_stands_when_the_vote_says_otherwise(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open()
    ref = two_proposals(desk, item)
    desk.decide(item, "", winner="staff")
    hold_vote(desk.store, desk.actor, Vote(0, item, 0, "main", "staff", ref), {}, rest="no")
    desk.decide(item, "", winner=ref)
    paragraph = desk.paragraph(1)
    assert paragraph.procedure == (
        "Ordföranden ställer förslagen mot varandra och finner att nämnden beslutar enligt "
        "förvaltningens förslag. Omröstning begärs."
    )
    assert "Nämnden har därmed beslutat enligt Karin Eks (C) yrkande." in paragraph.vote
    assert paragraph.points == ("Avgifterna sänks.",)


def test_without_a_finding_the_question_is_only_put(desk: Desk) -> None:
    item = desk.item("Avgifter")
    desk.open()
    ref = two_proposals(desk, item)
    hold_vote(desk.store, desk.actor, Vote(0, item, 0, "main", "staff", ref), {}, rest="yes")
    desk.decide(item, "", winner="staff")
    neutral = "Ordföranden ställer förslagen mot varandra. Omröstning begärs."
    assert desk.paragraph(1).procedure == neutral
    set_standing(desk.store, desk.actor, item, finding=ref)
    assert "finner att nämnden beslutar enligt Karin Eks (C) yrkande." in (
        desk.paragraph(1).procedure
    )


def test_f7_a_rejection_says_of_what_and_the_proposal_stands_in_words(desk: Desk) -> None:
    item = desk.item("Budget", chair_proposal=("Omsorgsnämnden antar listan.",))
    desk.open()
    tore = [desk.ids["Tore Falk"]]
    moved = move_proposal(desk.store, desk.actor, item, "reject", tore)
    desk.decide(item, "", winner=f"yrkande {moved}")
    paragraph = desk.paragraph(1)
    assert paragraph.points == ("Omsorgsnämnden avslår ordförandens förslag.",)
    assert paragraph.motions == (
        "Ordförandens förslag: Omsorgsnämnden antar listan.\n\n"
        "Tore Falk (V) yrkar avslag på ordförandens förslag."
    )


def test_a_proposal_that_wins_was_not_withdrawn(desk: Desk) -> None:
    item = desk.item("Budget", chair_proposal=("Omsorgsnämnden antar listan.",))
    desk.open()
    karin = [desk.ids["Karin Ek"]]
    move_proposal(desk.store, desk.actor, item, "approve", karin, target="staff")
    set_standing(desk.store, desk.actor, item, withdrawn=["staff"])
    desk.decide(item, "", winner="staff")
    assert desk.record.handling(item).withdrawn == ()
