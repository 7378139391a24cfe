"""Votes: ballots, result, casting vote and lots (KL 4:24–26, 5:53–56 via 6:33; F 20–22)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from nämndtui.model.people.persons import Person

Choice = Literal["yes", "no", "abstain", "absent"]
CHOICES: tuple[Choice, ...] = get_args(Choice)
"""``absent``: serves but does not take part in the decision, or is out during the vote."""
VoteKind = Literal["main", "counter", "procedural", "addition", "election"]
VOTE_KINDS: tuple[VoteKind, ...] = get_args(VoteKind)
"""Huvudvotering, motförslagsvotering, om ärendet ska avgöras i dag, tillägg, val."""


@dataclass(frozen=True)
class Ballot:
    """One serving person's vote; ``party`` and ``replaces`` (Swedish) are for the list."""

    person: Person
    choice: Choice
    party: str = ""
    replaces: str = ""


@dataclass(frozen=True)
class Tally:
    """Counted slips of a secret vote for one alternative."""

    label: str
    count: int


@dataclass(frozen=True)
class Vote:
    """One vote of an item, ``seq`` first to last.

    ``yes_ref``/``no_ref`` point at proposals, ``yes_means``/``no_means`` say them in words.
    Open votes have ``ballots``, secret ones ``tallies`` (and ``blank`` slips). ``casting`` is the
    side of the chair's casting vote, ``lot`` the alternative the lot fell on.
    """

    id: int
    item_id: int
    seq: int
    kind: VoteKind = "main"
    yes_ref: str = ""
    no_ref: str = ""
    yes_means: str = ""
    no_means: str = ""
    secret: bool = False
    ballots: tuple[Ballot, ...] = ()
    tallies: tuple[Tally, ...] = ()
    blank: int = 0
    casting: str = ""
    lot: str = ""

    def count(self, choice: Choice) -> int:
        """How many voted ``choice`` openly."""
        return sum(ballot.choice == choice for ballot in self.ballots)

    @property
    def elects(self) -> bool:
        """True when names compete: an election, or a secret vote not about proposals."""
        return self.kind == "election" or (self.secret and not self.yes_ref)

    @property
    def elected(self) -> str:
        """Who an election gave, without the party; empty for other votes and while undecided."""
        return person_of(self.winner_means) if self.elects else ""

    def about_addition(self, ref: str) -> bool:
        """True for the vote on the addition with that ref."""
        return self.kind == "addition" and self.yes_ref == ref

    @property
    def cast(self) -> int:
        """Everyone accounted for: ballots, or slips in a secret vote."""
        if self.secret:
            return self.blank + sum(one.count for one in self.tallies)
        return len(self.ballots)

    @property
    def tied(self) -> tuple[str, ...]:
        """The alternatives with most votes when they are several; empty otherwise."""
        best = [label for label, count in self._counts() if count == self._most()]
        return tuple(best) if len(best) > 1 else ()

    @property
    def result(self) -> str:
        """``yes``, ``no`` or, in a secret vote, the winning label; empty while undecided."""
        if self.tied:
            return self.lot if self.kind == "election" or self.secret else self.casting
        return next((label for label, count in self._counts() if count == self._most()), "")

    @property
    def winner(self) -> str:
        """The ref of the proposal that won; empty while undecided."""
        return {"yes": self.yes_ref, "no": self.no_ref}.get(self.result, "")

    @property
    def winner_means(self) -> str:
        """What won, in words."""
        return {"yes": self.yes_means, "no": self.no_means}.get(self.result, self.result)

    def _counts(self) -> list[tuple[str, int]]:
        if self.secret:
            return [(one.label, one.count) for one in self.tallies]
        return [("yes", self.count("yes")), ("no", self.count("no"))] if self.ballots else []

    def _most(self) -> int:
        return max((count for _, count in self._counts()), default=0)


def person_of(label: str) -> str:
    """``Siv Dahl`` of ``Siv Dahl (S)``."""
    return label.partition(" (")[0].strip()


def fallen_on(lot: str, alternatives: Collection[str]) -> str:
    """The alternative a lot fell on, from a part of it; ``lot`` itself when that fits several."""
    wanted = lot.strip().casefold()
    if not wanted or lot in alternatives:
        return lot
    found = [one for one in alternatives if wanted in one.casefold()]
    return found[0] if len(found) == 1 else lot


def vote_faults(
    vote: Vote,
    serving: Collection[int],
    presiding: int | None,
    personnel_or_election: bool,
    exercise_of_authority: bool,
) -> Iterator[str]:
    """What makes a vote invalid, in Swedish; nothing when it holds (D2.11–12)."""
    if vote.secret and not personnel_or_election:
        yield "KL 5:54: omröstningen ska vara öppen; sluten är den bara vid val och anställning."
    if vote.cast != len(serving):
        yield f"{vote.cast} röster är redovisade men {len(serving)} tjänstgör."
    voters = {ballot.person.id for ballot in vote.ballots}
    for ballot in vote.ballots:
        if ballot.person.id not in serving:
            yield f"KL 4:24: {ballot.person.name} tjänstgör inte och har ingen röst."
    if len(voters) != len(vote.ballots):
        yield "Någon har fått två röster."
    if exercise_of_authority and vote.count("abstain") + vote.count("absent"):
        yield "KL 4:26: i ett ärende om myndighetsutövning mot någon enskild får ingen avstå."
    yield from _tie_faults(vote, presiding, personnel_or_election)


def _tie_faults(vote: Vote, presiding: int | None, personnel: bool) -> Iterator[str]:
    if not vote.tied:
        if vote.casting or vote.lot:
            yield "Utslagsröst och lottning hör bara till lika röstetal (KL 5:56)."
        return
    if personnel:
        if vote.casting:
            yield "KL 5:56: vid val och anställning avgör lotten, inte ordförandens utslagsröst."
        if vote.lot not in vote.tied:
            yield "KL 5:56: det är lika röstetal. Ange vad lotten föll på."
        return
    if vote.lot:
        yield "KL 5:56: lottning hör bara till val och anställning; ordföranden har utslagsröst."
    # The casting vote is the chair's own vote counted once more, not a choice of its own.
    chosen = next((one.choice for one in vote.ballots if one.person.id == presiding), "")
    if chosen not in ("yes", "no"):
        yield "KL 4:25: vid lika röstetal måste ordföranden rösta."
    elif vote.casting != chosen:
        side = "ja" if chosen == "yes" else "nej"
        yield f"KL 5:56: ordförandens röst avgör, och ordföranden röstade {side}."
