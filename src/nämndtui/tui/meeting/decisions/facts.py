"""What is recorded at an item as rows: yrkanden, votes, reservations, jäv. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from nämndtui.model.decisions.statement import Statement
from nämndtui.model.decisions.vote import Vote
from nämndtui.model.decisions.yrkande import Yrkande, YrkandeKind, names, target_label
from nämndtui.model.people.persons import Person
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.text.vocabulary import VALUES
from nämndtui.tui.kit.safe_text import one_line, plain

_SPEAKS_OF: dict[YrkandeKind, str] = {"approve": "till", "reject": "på"}
MOVED, VOTE, STATEMENT, JAV, OUT = ("yrkande", "omröstning", "uttalande", "jäv", "deltar inte")


@dataclass(frozen=True)
class Fact:
    """One row; ``row_id`` is the id of what it stands for, in the table ``kind`` names."""

    kind: str
    row_id: int
    label: str
    text: str
    gone: bool = False

    @property
    def key(self) -> str:
        """What the cursor stays on."""
        return f"{self.kind} {self.row_id}"


def facts_of(record: MinutesRecord, item_id: int) -> list[Fact]:
    """Everything recorded at the item, in the order of the minutes."""
    return [
        *(_person(JAV, "Jäv", one.id, one.person) for one in record.disqualifications
          if one.item_id == item_id),
        *(_person(OUT, "Deltar ej", one.id, one.person) for one in record.non_participations
          if one.item_id == item_id),
        *(_moved(record, one) for one in record.moved_in(item_id)),
        *(_vote(one) for one in record.votes_in(item_id)),
        *(_statement(one) for one in record.statements_in(item_id)),
    ]  # fmt: skip


def fact_content(fact: Fact) -> Content:
    """``Yrkande    Karin Ek (C): bifall``; withdrawn ones are dim."""
    style = "dim" if fact.gone else ""
    return Content("").join(
        (plain(f"{fact.label:<12}", "$quiet"), plain(one_line(fact.text), style))
    )


def _person(kind: str, label: str, row_id: int, person: Person) -> Fact:
    return Fact(kind, row_id, label, person.name_with_party)


def _moved(record: MinutesRecord, one: Yrkande) -> Fact:
    kind = VALUES["moved_kind"][one.kind]
    if one.kind in _SPEAKS_OF:
        item, moved = record.dossier.item(one.item_id), record.moved_in(one.item_id)
        kind = f"{kind} {_SPEAKS_OF[one.kind]} {target_label(item, moved, one.target)}"
    words = ": ".join(filter(None, (kind, " ".join(one.text.split()))))
    state = ", ".join(_outcomes(one))
    text = f"{names(one.movers)} – {words}{f' ({state})' if state else ''}"
    return Fact(MOVED, one.id, "Yrkande", text, one.withdrawn)


def _outcomes(one: Yrkande) -> Iterator[str]:
    if one.withdrawn:
        yield "återtaget"
    if one.accepted is not None:
        yield "bifallet" if one.accepted else "avslaget"


def _vote(one: Vote) -> Fact:
    if one.secret:
        counts = ", ".join(f"{tally.label} {tally.count}" for tally in one.tallies)
        return Fact(VOTE, one.id, "Omröstning", f"sluten: {counts} → {one.result}")
    counts = f"ja {one.count('yes')}  nej {one.count('no')}  avstår {one.count('abstain')}"
    return Fact(VOTE, one.id, "Omröstning", f"{counts} → {one.winner_means}")


def _statement(one: Statement) -> Fact:
    label = {"reservation": "Reservation", "note": "Anteckning"}.get(one.kind, "Yttrande")
    missing = "" if one.text.strip() else " (utan text)"
    return Fact(STATEMENT, one.id, label, f"{names(one.persons)}{missing}")
