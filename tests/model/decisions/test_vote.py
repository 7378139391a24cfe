"""What a vote gives: majority, ties, the casting vote and the lot (KL 5:53–56)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nämndtui.model.decisions.vote import Ballot, Choice, Tally, Vote, fallen_on, vote_faults
from nämndtui.model.people.persons import Person

SIV, TORE = "Siv Dahl (S)", "Tore Falk (V)"
OPEN = Vote(1, 1, 1, yes_ref="staff", no_ref="yrkande 2", yes_means="bifall", no_means="avslag")
SECRET = Vote(1, 1, 1, secret=True, tallies=(Tally(SIV, 2), Tally(TORE, 2)), blank=1)


def ballots(**votes: Choice) -> tuple[Ballot, ...]:
    """A ballot each: ``ballots(Ali="yes")``."""
    return tuple(
        Ballot(Person(number, name), choice)
        for number, (name, choice) in enumerate(votes.items(), 1)
    )


def faults(vote: Vote, personnel: bool = False, authority: bool = False) -> list[str]:
    """With Ali (1), Bo (2), Cia (3) and Dag (4) serving, and Ali in the chair."""
    return list(vote_faults(vote, {1, 2, 3, 4}, 1, personnel, authority))


TIE = replace(OPEN, ballots=ballots(Ali="yes", Bo="yes", Cia="no", Dag="no"))


@pytest.mark.parametrize(("lot", "chosen"), [(SIV, "Siv Dahl"), (TORE, "Tore Falk"), ("", "")])
def test_a_secret_vote_that_is_tied_is_settled_by_the_lot(lot: str, chosen: str) -> None:
    """Whatever kind it was noted as: the chair has no casting vote when names compete."""
    for kind in ("main", "election"):
        drawn = replace(SECRET, kind=kind, lot=lot, casting="yes")
        assert (drawn.result, drawn.elected) == (lot, chosen)


@pytest.mark.parametrize(("casting", "winner"), [("yes", "staff"), ("no", "yrkande 2"), ("", "")])
def test_an_open_vote_that_is_tied_is_settled_by_the_casting_vote(
    casting: str, winner: str
) -> None:
    tied = replace(TIE, casting=casting, lot="no" if casting == "yes" else "yes")
    assert (tied.result, tied.winner) == (casting, winner)


def test_an_open_election_that_is_tied_is_settled_by_the_lot() -> None:
    tied = replace(TIE, kind="election", casting="yes", lot="no", no_means="Tore Falk (V)")
    assert (tied.result, tied.elected) == ("no", "Tore Falk")


def test_one_vote_more_decides_and_no_one_breaks_a_tie_that_is_not() -> None:
    ahead = replace(SECRET, tallies=(Tally(SIV, 3), Tally(TORE, 2)), lot=TORE)
    assert (ahead.tied, ahead.result) == ((), SIV)
    assert (SECRET.tied, SECRET.cast) == ((SIV, TORE), 5)
    assert replace(OPEN).result == ""


def test_the_vote_of_everyone_who_serves_is_accounted_for() -> None:
    right = replace(TIE, casting="yes")
    assert faults(right) == []
    one_short = replace(right, ballots=right.ballots[:3], casting="")
    assert faults(one_short) == ["3 röster är redovisade men 4 tjänstgör."]
    twice = replace(right, ballots=(*right.ballots[:3], right.ballots[2]))
    assert faults(twice) == ["Någon har fått två röster."]
    stranger = Ballot(Person(9, "Ivar Ung"), "no")
    with_stranger = replace(right, ballots=(*right.ballots[:3], stranger))
    assert faults(with_stranger) == ["KL 4:24: Ivar Ung tjänstgör inte och har ingen röst."]


def test_none_may_abstain_where_authority_is_exercised_against_an_individual() -> None:
    for choice in ("abstain", "absent"):
        vote = replace(OPEN, ballots=ballots(Ali="yes", Bo="yes", Cia="no", Dag=choice))
        assert faults(vote) == []
        (told,) = faults(vote, authority=True)
        assert told.startswith("KL 4:26")


def test_the_chairs_own_vote_is_the_casting_vote() -> None:
    assert faults(replace(TIE, casting="no")) == [
        "KL 5:56: ordförandens röst avgör, och ordföranden röstade ja."
    ]
    no = replace(TIE, ballots=ballots(Ali="no", Bo="yes", Cia="no", Dag="yes"), casting="no")
    assert faults(no) == []
    assert faults(replace(no, casting="")) == [
        "KL 5:56: ordförandens röst avgör, och ordföranden röstade nej."
    ]
    silent = replace(TIE, ballots=ballots(Ali="abstain", Bo="yes", Cia="no", Dag="abstain"))
    assert faults(silent) == ["KL 4:25: vid lika röstetal måste ordföranden rösta."]


def test_the_casting_vote_and_the_lot_belong_to_a_tie_and_each_to_its_own_kind() -> None:
    ahead = replace(OPEN, ballots=ballots(Ali="yes", Bo="yes", Cia="yes", Dag="no"))
    for extra in (replace(ahead, casting="yes"), replace(ahead, lot="yes")):
        (told,) = faults(extra)
        assert told == "Utslagsröst och lottning hör bara till lika röstetal (KL 5:56)."
    (told,) = faults(replace(TIE, casting="yes", lot="yes"))
    assert told.startswith("KL 5:56: lottning hör bara till val och anställning")
    slips = replace(SECRET, blank=0, lot=SIV, casting="yes")
    (told,) = faults(slips, personnel=True)
    assert told.startswith("KL 5:56: vid val och anställning avgör lotten")
    assert faults(replace(slips, casting=""), personnel=True) == []


def test_the_lot_falls_on_one_of_the_alternatives_also_when_part_of_it_is_written() -> None:
    assert fallen_on("tore", (SIV, TORE)) == TORE
    assert fallen_on("a", (SIV, TORE)) == "a"
    assert fallen_on("Dahl", (SIV, TORE)) == SIV
    assert fallen_on("Bo", (SIV, TORE)) == "Bo"
    assert fallen_on("", (SIV, TORE)) == ""
    assert fallen_on("Ek", ("Ek", "Eklund")) == "Ek"


def test_names_compete_in_an_election_and_in_a_secret_vote_not_about_proposals() -> None:
    assert SECRET.elects
    assert replace(OPEN, kind="election").elects
    assert not OPEN.elects
    assert not replace(SECRET, yes_ref="staff").elects
    assert replace(SECRET, lot=SIV, yes_ref="staff").elected == ""
