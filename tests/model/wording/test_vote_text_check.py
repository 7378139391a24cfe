"""A vote told in words and table is held against the registered votes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämndtui.model.decisions.vote import CHOICES, Ballot, Choice, Vote
from nämndtui.model.people.persons import Person
from nämndtui.model.wording.vote import votes_text
from nämndtui.model.wording.vote_text_check import vote_text_faults

NAMES = ("Ali Saadi", "Karin Ek", "Bo | Lind", "Siv *Dahl*")


def vote(*choices: Choice, seq: int = 1) -> Vote:
    ballots = tuple(
        Ballot(Person(number, name, party="S"), choice)
        for number, (name, choice) in enumerate(zip(NAMES, choices, strict=False), 1)
    )
    return Vote(0, 1, seq, "main", "staff", "moved:1", "A", "B", ballots=ballots)


@given(st.lists(st.sampled_from(CHOICES), min_size=1, max_size=4))
def test_what_the_program_writes_agrees_with_its_votes(choices: list[Choice]) -> None:
    one = vote(*choices)
    assert list(vote_text_faults(votes_text((one,)), (one,))) == []


def test_an_x_moved_in_word_is_told_by_name() -> None:
    one = vote("yes", "no", "no")
    text = votes_text((one,)).replace("| Karin Ek (S) |   | X |", "| Karin Ek (S) | X |   |")
    assert list(vote_text_faults(text, (one,))) == [
        "Röstlistan anger Ja för Karin Ek; registrerat är Nej."
    ]
    nobody = votes_text((one,)).replace("| Karin Ek (S) |   | X |", "| Karin Ek (S) |   |   |")
    assert "anger inget för Karin Ek" in "".join(vote_text_faults(nobody, (one,)))


def test_each_vote_has_its_own_list() -> None:
    first, second = vote("yes", "no"), vote("no", "yes", seq=2)
    text = votes_text((first, second))
    assert list(vote_text_faults(text, (first, second))) == []
    turned = replace(second, ballots=vote("yes", "yes").ballots)
    told = list(vote_text_faults(text, (first, turned)))
    assert "Röstlistan anger Nej för Ali Saadi; registrerat är Ja." in told


@pytest.mark.parametrize("text", ["", "Omröstningsresultat: 6 ja-röster, 6 nej-röster."])
def test_without_registered_votes_the_text_is_all_there_is(text: str) -> None:
    assert list(vote_text_faults(text, ())) == []


def test_other_figures_than_the_votes_are_told() -> None:
    one = vote("yes", "yes", "no")
    told = list(vote_text_faults("Omröstningsresultat: 1 ja-röst, 2 nej-röster.", (one,)))
    assert told == ["Omröstningen anger andra rösttal än de registrerade rösterna."]
