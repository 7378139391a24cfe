"""Writing down a decision inside an open change: §, state, and the draft that returns (F 6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.item_states import check_item_step
from nämndtui.model.agenda.meeting import Meeting, MinutesPart, Outcome, Paragraph, Undecided
from nämndtui.model.decisions.yrkande import (
    SOURCES,
    Contestant,
    YrkandeKind,
    contestants,
    procedural,
)
from nämndtui.model.minutes.completeness_paragraph import DECISIONS
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.model.wording.breaks import POSTPONED
from nämndtui.model.wording.decision_points import (
    Points,
    changed_by_hand,
    decision_points,
    serving_at,
    with_additions,
)
from nämndtui.model.wording.decision_texts import HANDLED_STATES
from nämndtui.store.agenda import agenda as rows
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns
from nämndtui.store.decisions.handlings import write_handling
from nämndtui.store.minutes.minutes import insert_paragraph, insert_part, parts_of_meeting
from nämndtui.store.people.committees import committee as load_committee
from nämndtui.workflow.agenda.returning import place_continuation, take_back_drafts
from nämndtui.workflow.core.checked_text import checked

_PROCEDURAL: dict[YrkandeKind, Outcome] = {"refer_back": "referred_back", "table": "tabled"}


@dataclass(frozen=True)
class Decision:
    """What the secretary says about the decision; empty parts follow from the facts.

    ``winner`` is the ref of the proposal decided by (``staff``, ``chair``, ``yrkande 12``).
    """

    outcome: Outcome | Undecided = ""
    points: Sequence[str] | None = None
    winner: str = ""
    reason: str = ""
    replace_edited: bool = False
    """Let the new wording take the place of one that was changed by hand."""


@dataclass(frozen=True)
class Decided:
    """A ``Decision`` with nothing left unsaid."""

    outcome: Outcome
    points: Points
    winner: str
    reason: str


class EditedDecisionError(RefusedError):
    """The decision was changed by hand, and another would take its place: ask first."""

    def __init__(self, number: int, before: Points, after: Points) -> None:
        super().__init__(
            f"Beslutet i § {number} är ändrat för hand. Säg först om det ska ersättas."
        )
        self.number = number
        self.before = before
        self.after = after


def write_decision(
    change: Change, record: MinutesRecord, item: AgendaItem, meeting: Meeting, said: Decision
) -> int:
    """Record the decision and its consequences; returns the § number.

    Raises RefusedError without a quorum (KL 6:27), EditedDecisionError when a text changed by hand
    would be lost, InvalidInputError when nothing says what was decided.
    """
    decision = resolved(record, item, said)
    wanted = HANDLED_STATES[decision.outcome]
    if not item.withdrawn and item.state != wanted:
        check_item_step(item.state, wanted, meeting.state)
    if meeting.state == "adjourned":
        raise RefusedError("Sammanträdet är ajournerat. Återuppta det innan något beslutas.")
    _check_quorum(record, item, decision.outcome)
    points = tuple(one for one in checked(decision.points) if one.strip())
    if not points:
        raise InvalidInputError("Förslag saknas: skriv beslutet själv.", "points")
    points = _settled(record, item, said, decision, points)
    number = _write_paragraph(change, record, item, meeting, decision.outcome, points)
    change.update("agenda_items", item.id, {"state": wanted})
    now = record.handling(item.id)
    handled = replace(
        now,
        winner=decision.winner,
        reason=checked(decision.reason, "reason"),
        # A proposal that is decided by was not taken back.
        withdrawn=tuple(one for one in now.withdrawn if one != decision.winner),
    )
    if handled != now:
        write_handling(change, handled)
    _follow(change, item, meeting, decision.outcome)
    return number


def resolved(record: MinutesRecord, item: AgendaItem, said: Decision) -> Decided:
    """``said`` with outcome, points and winner filled in from each other and the facts.

    Raises InvalidInputError when nothing says what was decided.
    """
    moved = record.moved_in(item.id)
    outcome, points, reason = said.outcome, said.points, said.reason.strip()
    winner = said.winner
    asked = next((one for one in procedural(moved) if one.ref == winner), None)
    proposals = {one.ref: one for one in contestants(item, record.handling(item.id), moved)}
    if asked is not None:
        outcome, reason = _PROCEDURAL[asked.kind], reason or asked.text
    elif winner in proposals:
        chosen = proposals[winner]
        rejected = not chosen.points and winner not in SOURCES
        outcome = "rejected" if rejected else "as_proposed" if winner in SOURCES else "own_decision"
        if points is None and chosen.points:
            points = with_additions(record, item, chosen.points)
        elif points is None and rejected:
            points = (f"{record.dossier.committee.name} avslår {_rejected(item, chosen)}.",)
    elif winner:
        raise InvalidInputError("Det förslaget finns inte bland yrkandena.", "winner")
    if not outcome or outcome not in HANDLED_STATES:
        raise InvalidInputError("Ange vad nämnden beslutade.", "outcome")
    if not reason and outcome in POSTPONED:
        reason = next((o.text for o in procedural(moved) if _PROCEDURAL[o.kind] == outcome), "")
    if points is None:
        existing, now = record.dossier.paragraph_of(item), record.handling(item.id)
        if existing is not None and existing.outcome == outcome and not winner:
            winner, reason = now.winner, reason or now.reason  # the same again: nothing changes
            won = next((one.points for ref, one in proposals.items() if ref == winner), ())
            points = won or None
    if points is None:
        points = decision_points(record, item, outcome, reason)
    return Decided(outcome, tuple(points), winner, reason)


def main_part_id(change: Change, meeting: Meeting) -> int:
    """The id of the meeting's main minutes part, made when it is missing."""
    for part in parts_of_meeting(change.connection, meeting.id):
        if not part.immediate:
            return part.id
    place = load_committee(change.connection, meeting.committee_id).settings.storage_place
    return insert_part(change, meeting.id, MinutesPart(0, storage_place=place))


def _rejected(item: AgendaItem, chosen: Contestant) -> str:
    """What is rejected, by name when there is more than one proposal to mistake it for (F 7)."""
    named = chosen.label.removeprefix("avslag på ")
    return named if item.chair_differs or named.endswith("yrkande") else "förslaget"


def _check_quorum(record: MinutesRecord, item: AgendaItem, outcome: Outcome) -> None:
    """A decision needs a quorum; so does noting, where the item asks for a decision (F 16)."""
    informs = outcome not in DECISIONS and item.kind != "decision"
    at = serving_at(record, item)
    if at is None or at.quorate or informs or item.withdrawn:
        return
    raise RefusedError(
        f"KL 6:27: nämnden är inte beslutsför. {len(at.serving)} tjänstgör, det behövs "
        f"{at.quorum}. Information får lämnas utan beslut; skjut annars upp punkten till "
        "nästa sammanträde."
    )


def _settled(
    record: MinutesRecord, item: AgendaItem, said: Decision, decided: Decided, points: Points
) -> Points:
    """What is to stand: a text changed by hand gives way only when that has been said.

    The same outcome again changes nothing. Raises EditedDecisionError.
    """
    existing = record.dossier.paragraph_of(item)
    if existing is None or said.points is not None or said.replace_edited:
        return points
    if points == existing.points or not changed_by_hand(record, item, existing.points):
        return points
    now = record.handling(item.id)
    if (decided.outcome, decided.winner, decided.reason) == (
        existing.outcome,
        now.winner,
        now.reason,
    ):
        return existing.points
    raise EditedDecisionError(existing.number, existing.points, points)


def _write_paragraph(
    change: Change,
    record: MinutesRecord,
    item: AgendaItem,
    meeting: Meeting,
    outcome: Outcome,
    points: tuple[str, ...],
) -> int:
    """Write the item's §: numbered as it is handled, in the year of the first day (F 5, F 11)."""
    existing = record.dossier.paragraph_of(item)
    if existing is not None:
        change.update("paragraphs", existing.id, columns({"outcome": outcome, "points": points}))
        return existing.number
    # The record was read under the write lock, so nobody can draw the same number.
    new = Paragraph(0, item.id, meeting.date.year, record.next_number, outcome, points)
    insert_paragraph(change, meeting.committee_id, new, main_part_id(change, meeting))
    return new.number


def _follow(change: Change, item: AgendaItem, meeting: Meeting, outcome: Outcome) -> None:
    """Postponed: a linked draft on the next agenda, or waiting; no longer so: it goes.

    A draft somebody has written in since stays, and the meter points it out.
    """
    drafts = rows.continuations(change.connection, item.id)
    if outcome not in POSTPONED:
        take_back_drafts(change, item.id)
    elif not drafts:
        place_continuation(change, item, meeting)
