"""Reservations and notes to the minutes (KL 4:27; B3, F 23)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from nämndtui.model.people.persons import Person

StatementKind = Literal["reservation", "note", "separate_opinion"]
STATEMENT_KINDS: tuple[StatementKind, ...] = get_args(StatementKind)
"""Reservation, protokollsanteckning, särskilt yttrande."""


@dataclass(frozen=True)
class Statement:
    """A reservation or note by one or more persons in one item.

    ``announced_before_close``: a reservation made later does not exist. ``text`` is the written
    motivation, which may come later (``received_on``) until the § is adjusted.
    """

    id: int
    item_id: int
    kind: StatementKind
    persons: tuple[Person, ...]
    text: str = ""
    announced_before_close: bool = True
    received_on: dt.date | None = None
    version: int = 1


def statement_faults(
    statement: Statement,
    serving: Collection[int],
    not_taking_part: Collection[int],
    meeting_open: bool,
    substitutes_may_note: bool,
    inside: Collection[int],
) -> Iterator[str]:
    """Why a statement cannot be made, in Swedish; nothing when it can (D2.13–14).

    ``inside`` are person ids in the room at the §; ``meeting_open`` is False once it is closed.
    """
    if statement.kind == "reservation" and not (meeting_open and statement.announced_before_close):
        yield (
            "KL 4:27: en reservation ska anmälas innan sammanträdet avslutas. "
            "Den kan inte föras in nu."
        )
    for person in statement.persons:
        if person.id not in serving:
            if statement.kind == "reservation":
                yield f"KL 4:27: {person.name} deltog inte i beslutet och kan inte reservera sig."
            elif not (substitutes_may_note and person.id in inside):
                yield (
                    f"{person.name} tjänstgör inte. Ersättare får lämna anteckningar bara om "
                    "nämndens regler säger det (inställningen ersättare_får_anteckna)."
                )
        elif person.id in not_taking_part and statement.kind == "reservation":
            yield f"KL 4:27: {person.name} deltog inte i beslutet och kan inte reservera sig."
