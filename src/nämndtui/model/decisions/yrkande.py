"""Proposals the committee chooses between: the agenda's, and yrkanden made at the meeting.

KL 5:67 (via 6:35): the minutes show every proposal that has not been withdrawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.people.persons import Person
from nämndtui.model.text.number_words import join_swedish

YrkandeKind = Literal["approve", "reject", "own", "addition", "refer_back", "table"]
MOVED_KINDS: tuple[YrkandeKind, ...] = get_args(YrkandeKind)
"""Bifall, avslag, eget förslag, tillägg, återremiss, bordläggning."""
PROCEDURAL: tuple[YrkandeKind, ...] = ("refer_back", "table")
SOURCES = ("staff", "chair")


@dataclass(frozen=True)
class Yrkande:
    """One yrkande. ``target`` is the proposal it approves or rejects: ``staff``, ``chair``, the
    ref of another yrkande, or empty for the agenda's. ``accepted`` is the outcome of an addition.
    """

    id: int
    item_id: int
    kind: YrkandeKind
    movers: tuple[Person, ...]
    text: str = ""
    target: str = ""
    withdrawn: bool = False
    accepted: bool | None = None

    @property
    def ref(self) -> str:
        """How votes and outcomes point at it: ``yrkande 12``."""
        return f"yrkande {self.id}"


@dataclass(frozen=True)
class Handling:
    """How an item was handled, beyond its outcome.

    ``maintained`` are agenda proposals kept beside the one put forward, ``withdrawn`` those taken
    back (``staff``, ``chair``). ``main`` is the main proposal when there are three or more,
    ``winner`` the proposal decided by, ``reason`` why the item was tabled or referred back.
    ``finding`` is what the chair found before a vote was asked for; empty when not noted.
    """

    item_id: int
    maintained: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    main: str = ""
    winner: str = ""
    reason: str = ""
    finding: str = ""
    id: int = 0


@dataclass(frozen=True)
class Contestant:
    """A proposal to decide on; ``label`` fits after "enligt", ``points`` become the decision."""

    ref: str
    label: str
    points: tuple[str, ...] = ()
    movers: tuple[Person, ...] = ()


def contestants(
    item: AgendaItem, handling: Handling, moved: tuple[Yrkande, ...]
) -> tuple[Contestant, ...]:
    """The maintained proposals on the matter itself, the agenda's first (F 7)."""
    found = [
        one
        for one in _agenda(item, handling, moved)
        if one.points or one.ref in handling.maintained
    ]
    own = [one for one in moved if one.kind in ("own", "reject") and not one.withdrawn]
    rejected: set[str] = set()
    for one in own:
        if one.kind == "own":
            found.append(Contestant(one.ref, own_label(own, one), text_points(one), one.movers))
        elif one.target not in rejected:
            rejected.add(one.target)
            label = f"avslag på {target_label(item, moved, one.target)}"
            found.append(Contestant(one.ref, label, (), one.movers))
    return tuple(found)


def text_points(one: Yrkande) -> tuple[str, ...]:
    """A yrkande's text as the points it would give, one a line."""
    return tuple(line.strip() for line in one.text.split("\n") if line.strip())


def own_label(moved: list[Yrkande], one: Yrkande) -> str:
    """``Karin Eks (C) yrkande``, numbered when the same people made several."""
    same = [other.id for other in moved if other.kind == "own" and other.movers == one.movers]
    number = f" {same.index(one.id) + 1}" if len(same) > 1 else ""
    return f"{genitive(one.movers)} yrkande{number}"


def additions(moved: tuple[Yrkande, ...]) -> tuple[Yrkande, ...]:
    """Maintained yrkanden that add to the decision; each is put on its own."""
    return tuple(one for one in moved if one.kind == "addition" and not one.withdrawn)


def procedural(moved: tuple[Yrkande, ...]) -> tuple[Yrkande, ...]:
    """Maintained yrkanden to table or refer back: put before the matter itself."""
    return tuple(one for one in moved if one.kind in PROCEDURAL and not one.withdrawn)


def agenda_label(item: AgendaItem, source: str = "") -> str:
    """``förvaltningens förslag`` or ``ordförandens förslag``; empty source = the one put."""
    put = source or ("chair" if item.chair_proposal is not None else "staff")
    return "ordförandens förslag" if put == "chair" else "förvaltningens förslag"


def target_label(item: AgendaItem, moved: tuple[Yrkande, ...], target: str) -> str:
    """What a yrkande speaks of, in words."""
    if target in ("", *SOURCES):
        return agenda_label(item, target)
    for one in moved:
        if one.ref == target:
            return own_label(list(moved), one) if one.kind == "own" else "yrkandet"
    return "förslaget"


def names(people: tuple[Person, ...]) -> str:
    """``Karin Ek (C) och Bo Lind (C)``."""
    return join_swedish([one.name_with_party for one in people])


def genitive(people: tuple[Person, ...]) -> str:
    """``Karin Eks (C)``; names ending in s, x or z stay as they are; from three, ``m.fl.``."""
    shown = [_genitive(one) for one in people]
    return f"{shown[0]} m.fl." if len(shown) > 2 else join_swedish(shown)


def _genitive(person: Person) -> str:
    ending = "" if person.name[-1:].casefold() in ("s", "x", "z") else "s"
    party = f" ({person.party})" if person.party else ""
    return f"{person.name}{ending}{party}"


def _agenda(item: AgendaItem, handling: Handling, moved: tuple[Yrkande, ...]) -> list[Contestant]:
    """The agenda's proposals: the chair's when it differs, the administration's when kept."""
    put = "chair" if item.chair_proposal is not None else "staff"
    kept = {put, *handling.maintained} - set(handling.withdrawn)
    kept |= {one.target for one in moved if one.kind == "approve" and not one.withdrawn}
    texts = {"staff": item.staff_proposal, "chair": item.chair_proposal or ()}
    order = ("chair", "staff") if put == "chair" else ("staff",)
    return [
        Contestant(source, agenda_label(item, source), texts[source])
        for source in order
        if source in kept
    ]
