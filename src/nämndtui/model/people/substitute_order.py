"""The order in which substitutes are called in (inkallelseordning; KL 6:16, F 17).

The council decides it: first the member's personal substitute, then the member's own party in
elected order, then the parties listed for that party.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nämndtui.model.people.persons import Mandate
from nämndtui.model.people.seats import Seat


@dataclass(frozen=True)
class PersonalSubstitute:
    """``substitute_id`` is elected to stand in for ``member_id`` (person ids)."""

    member_id: int
    substitute_id: int


@dataclass(frozen=True)
class SubstituteOrder:
    """Personal substitutes, and for each party the parties to turn to after its own."""

    personal: tuple[PersonalSubstitute, ...] = ()
    parties: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def after(self, party: str) -> tuple[str, ...]:
        """The parties to turn to when ``party`` has no substitute left in the room."""
        return dict(self.parties).get(party, ())


@dataclass(frozen=True)
class Candidate:
    """Who is next in turn for a seat, and why, in Swedish."""

    mandate: Mandate
    reason: str


STAGES = ("personal", "own_party", "listed")
"""All seats are tried at one stage before the next, so that no party loses its own substitute."""


def candidate(
    order: SubstituteOrder, seat: Seat, free: Sequence[Mandate], stage: str
) -> Candidate | None:
    """The first of ``free`` (substitutes in elected order) for ``seat`` at one stage, if any."""
    return next(_candidates(order, seat, free, stage), None)


def _candidates(
    order: SubstituteOrder, seat: Seat, free: Sequence[Mandate], stage: str
) -> Iterator[Candidate]:
    if stage == "personal" and seat.holder is not None:
        wanted = [
            one.substitute_id for one in order.personal if one.member_id == seat.holder.person.id
        ]
        for person_id in wanted:
            for one in free:
                if one.person.id == person_id:
                    yield Candidate(one, f"personlig ersättare för {seat.name}")
    elif stage == "own_party" and seat.party:
        for one in free:
            if one.party == seat.party:
                yield Candidate(one, f"först i tur av ersättarna för {seat.party} i rummet")
    elif stage == "listed":
        for party in order.after(seat.party):
            for one in free:
                if one.party == party:
                    yield Candidate(
                        one,
                        f"ingen ersättare för {seat.party} är ledig; {party} står på tur i "
                        f"inkallelseordningen för {seat.party}",
                    )
