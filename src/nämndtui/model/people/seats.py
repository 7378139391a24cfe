"""The committee's seats: who holds each, and which stand vacant (F 19)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from nämndtui.model.people.persons import Mandate

VACANT = "Vakant"


@dataclass(frozen=True)
class Seat:
    """One seat. ``holder`` is None when it is vacant; ``party`` may then be unknown (empty).

    ``key`` names the seat for good: the holder's person id, or ``vakant 1``.
    """

    key: str
    party: str
    holder: Mandate | None = None

    @property
    def name(self) -> str:
        """``Karin Ek (C)``, or ``Vakant (C)``."""
        name = self.holder.person.name if self.holder else VACANT
        return f"{name} ({self.party})" if self.party else name


def seats(members: Iterable[Mandate], count: int, vacant_parties: Sequence[str]) -> list[Seat]:
    """Seats in list order; those without a holder come last, up to ``count`` in all."""
    held = [Seat(str(one.person.id), one.party, one) for one in members]
    parties = [*vacant_parties, *[""] * count][: max(0, count - len(held))]
    return [*held, *(Seat(f"vakant {n}", party) for n, party in enumerate(parties, 1))]


def vacant_parties(mandates: Iterable[Mandate], day: date) -> tuple[str, ...]:
    """The parties whose member left before ``day`` and got no successor, latest first.

    ``mandates`` are all there have been; a new member of the party succeeds the one who left.
    """
    members = [one for one in mandates if not one.is_substitute and one.valid_from <= day]
    first = min((one.valid_from for one in members), default=day)
    successors = Counter(one.party for one in members if one.valid_from > first)
    ended = [one for one in members if one.valid_to is not None and one.valid_to < day]
    open_seats = []
    for one in sorted(ended, key=lambda mandate: mandate.valid_to or day):
        if successors[one.party]:
            successors[one.party] -= 1
        else:
            open_seats.append(one.party)
    return tuple(reversed(open_seats))
