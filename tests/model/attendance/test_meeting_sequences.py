"""Whatever is said in a meeting, verb after verb, D2.8–14 hold at each § and on the cover."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from nämndtui.documents.contexts.attendance import attendance_text
from nämndtui.model.attendance.attendance_rows import attendance_rows, numbers_of
from nämndtui.model.attendance.presence import Override, OverrideKind, Presence
from nämndtui.model.attendance.presence_changes import arrived, departed
from nämndtui.model.attendance.room import Room
from nämndtui.model.attendance.serving import ParagraphServing, serving_table
from nämndtui.model.decisions.statement import Statement, statement_faults
from nämndtui.model.decisions.vote import Ballot, Tally, Vote, vote_faults
from nämndtui.model.people.persons import Person
from nämndtui.model.people.seats import seats
from nämndtui.model.text.errors import RefusedError
from nämndtui.model.text.paragraph_range import parse_paragraphs
from tests.model.conftest import DAY, EVERYONE, MEMBERS, ORDER, SUBSTITUTES, stay

FIRST = 41
PEOPLE = st.sampled_from(sorted(EVERYONE))
VERBS = st.one_of(
    st.tuples(st.sampled_from(["arrive", "leave", "jäv"]), PEOPLE),
    st.tuples(st.just("serve"), st.sampled_from([one.person.id for one in SUBSTITUTES])),
    st.tuples(st.just("skip"), PEOPLE),
    st.tuples(st.sampled_from(["decide", "vote"]), st.just(0)),
)


@dataclass
class Sitting:
    """A meeting as its verbs leave it: the facts, and the §§ decided so far."""

    stays: list[Presence] = field(default_factory=lambda: [stay(person) for person in EVERYONE])
    jäv: dict[int, frozenset[int]] = field(default_factory=dict)
    overrides: list[Override] = field(default_factory=list)
    number: int = FIRST
    decided: list[int] = field(default_factory=list)

    @property
    def room(self) -> Room:
        return Room(
            DAY,
            tuple(seats(MEMBERS, 5, ())),
            SUBSTITUTES,
            ORDER,
            tuple(self.stays),
            dict(self.jäv),
            tuple(self.overrides),
        )

    def at(self) -> ParagraphServing:
        return serving_table(self.room, range(FIRST, self.number + 1))[-1]

    def say(self, verb: str, person: int) -> None:
        """One verb at the § on the table; one that is refused changes nothing."""
        own = [one for one in self.stays if one.person.id == person]
        try:
            if verb == "arrive":
                self.stays.append(arrived(own, stay(person), self.number))
            elif verb == "leave":
                gone = departed(own, "Någon", self.number - 1)
                self.stays[self.stays.index(next(o for o in own if o.covers(self.number - 1)))] = (
                    gone
                )
        except RefusedError:
            return
        if verb == "jäv":
            self.jäv[self.number] = self.jäv.get(self.number, frozenset()) | {person}
        elif verb in ("serve", "skip"):
            kind: OverrideKind = "serve" if verb == "serve" else "skip"
            held = EVERYONE[person].person
            seat = "4" if verb == "serve" else ""
            self.overrides.append(Override(0, kind, "skäl", held, seat, self.number))
        elif verb == "vote":
            check_vote(self.at())
        elif verb == "decide" and self.at().quorate:
            self.decided.append(self.number)
            self.number += 1


def check_vote(at: ParagraphServing) -> None:
    """D2.11–12: one ballot each for those serving, the chair's vote decides, open votes."""
    people = [one.person for one in at.serving if one.person]
    leads = at.presiding.person
    ballots = tuple(
        Ballot(person, "yes" if place % 2 else "no") for place, person in enumerate(people)
    )
    vote = Vote(1, 1, 1, ballots=ballots)
    lead = leads.id if leads else None
    own = next((one.choice for one in ballots if one.person.id == lead), "")
    for casting in ("yes", "no"):
        tied = replace(vote, casting=casting if vote.tied else "")
        faults = list(vote_faults(tied, at.serving_ids, lead, False, False))
        assert bool(faults) == bool(vote.tied and casting != own)
    stranger = Ballot(Person(99, "Ingen"), "yes")
    extra = replace(vote, ballots=(*ballots, stranger))
    assert any("4:24" in one for one in vote_faults(extra, at.serving_ids, lead, False, False))
    abstains = replace(vote, ballots=tuple(replace(one, choice="abstain") for one in ballots))
    if ballots:
        assert any("4:26" in o for o in vote_faults(abstains, at.serving_ids, lead, False, True))
    secret = Vote(1, 1, 1, secret=True, tallies=(Tally("A", len(people)),))
    assert any("5:54" in one for one in vote_faults(secret, at.serving_ids, lead, False, False))
    assert not list(vote_faults(secret, at.serving_ids, lead, True, False))


@settings(max_examples=80, deadline=None)
@given(st.lists(VERBS, max_size=25))
def test_the_invariants_hold_whatever_is_said(said: list[tuple[str, int]]) -> None:
    sitting = Sitting()
    for verb, person in said:
        sitting.say(verb, person)
    room = sitting.room
    for at in serving_table(room, range(FIRST, sitting.number + 1)):
        people = [one.person.id for one in at.serving if one.person]
        assert len(people) == len(set(people)) <= len(room.seats)
        assert at.quorate == (len(people) >= len(room.seats) // 2 + 1)
        assert at.quorate or at.number not in sitting.decided
        assert not at.serving_ids & room.jäv(at.number)
        assert at.serving_ids <= {one.person.id for one in at.inside}
        inside = {one.person.id for one in at.inside}
        for held in EVERYONE.values():
            reserves = Statement(1, 1, "reservation", (held.person,))
            for in_time in (True, False):
                faults = statement_faults(reserves, at.serving_ids, (), in_time, False, inside)
                right = in_time and held.person.id in at.serving_ids
                assert bool(list(faults)) != right


@settings(max_examples=80, deadline=None)
@given(st.lists(VERBS, max_size=25))
def test_the_cover_text_says_what_each_paragraph_says(said: list[tuple[str, int]]) -> None:
    sitting = Sitting()
    for verb, person in said:
        sitting.say(verb, person)
    numbers = sitting.decided
    if not numbers:
        return
    table = serving_table(sitting.room, numbers)
    for row in attendance_rows(sitting.room, table):
        there = numbers_of(row, numbers)
        if row.serves:
            at_all = [at.number for at in table if row.person.id in at.serving_ids]
            own = [n for name, ns in row.replaced for n in ns] if row.replaced else list(there)
            assert sorted(own) == [n for n in at_all if n in there]
        text = attendance_text(row).replace("\u00a0", " ")
        if len(row.replaced) > 1:
            for name, own_numbers in row.replaced:
                said_of = text.partition(f"{name} §")[2].lstrip("§ ")
                shown = "".join(c for c in said_of.partition(" och ")[0] if c in "0123456789–, ")
                assert set(parse_paragraphs(shown.strip(" ,"))) <= set(own_numbers)


def test_a_choice_gives_way_to_the_holder_but_a_skipped_holder_waits() -> None:
    sitting = Sitting()
    for verb, person in (("leave", 4), ("serve", 12), ("decide", 0), ("arrive", 4)):
        sitting.say(verb, person)
    assert 4 in sitting.at().serving_ids
    sitting.say("skip", 4)
    assert (4 in sitting.at().serving_ids, 12 in sitting.at().serving_ids) == (False, True)
