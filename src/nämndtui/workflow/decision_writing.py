"""Writing down a decision inside an open change: §, state, and the draft that returns (F 6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nämndtui.model.agenda_item import AgendaItem
from nämndtui.model.completeness_paragraph import DECISIONS
from nämndtui.model.decision_agreement import BY_PROPOSAL, accepted_points
from nämndtui.model.decision_texts import HANDLED_STATES, default_points
from nämndtui.model.errors import InvalidInputError, RefusedError
from nämndtui.model.item_states import check_item_step
from nämndtui.model.meeting import Meeting, MinutesPart, Paragraph
from nämndtui.model.minutes_record import MinutesRecord
from nämndtui.model.minutes_service import meeting_service
from nämndtui.model.moved_proposal import SOURCES, Contestant, contestants, procedural
from nämndtui.model.opening_points import fixes_agenda
from nämndtui.model.wording_breaks import POSTPONED, agenda_changes, postponed_points
from nämndtui.store import agenda as rows
from nämndtui.store.change import Change
from nämndtui.store.columns import columns
from nämndtui.store.committees import committee as load_committee
from nämndtui.store.handlings import write_handling
from nämndtui.store.minutes import insert_paragraph, insert_part, parts_of_meeting
from nämndtui.workflow.checked_text import checked
from nämndtui.workflow.returning import place_continuation, take_back_drafts

_PROCEDURAL = {"refer_back": "referred_back", "table": "tabled"}


@dataclass(frozen=True)
class Decision:
    """What the secretary says about the decision; empty parts follow from the facts.

    ``winner`` is the ref of the proposal decided by (``staff``, ``chair``, ``yrkande 12``).
    """

    outcome: str = ""
    points: Sequence[str] | None = None
    winner: str = ""
    reason: str = ""


def write_decision(
    change: Change, record: MinutesRecord, item: AgendaItem, meeting: Meeting, said: Decision
) -> int:
    """Record the decision and its consequences; returns the § number.

    Raises RefusedError without a quorum (KL 6:27), InvalidInputError when nothing says what was
    decided.
    """
    decision = resolved(record, item, said)
    wanted = HANDLED_STATES[decision.outcome]
    if not item.withdrawn and item.state != wanted:
        check_item_step(item.state, wanted, meeting.state)
    if meeting.state == "adjourned":
        raise RefusedError("Sammanträdet är ajournerat. Återuppta det innan något beslutas.")
    _check_quorum(record, item, decision.outcome)
    points = tuple(one for one in checked(tuple(decision.points or ())) if one.strip())
    if not points:
        raise InvalidInputError("Förslag saknas: skriv beslutet själv.", "points")
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


def resolved(record: MinutesRecord, item: AgendaItem, said: Decision) -> Decision:
    """``said`` with outcome, points and winner filled in from each other and the facts."""
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
            points = _with_additions(record, item, chosen.points)
        elif points is None and rejected:
            points = (f"{record.dossier.committee.name} avslår {_rejected(item, chosen)}.",)
    elif winner:
        raise InvalidInputError("Det förslaget finns inte bland yrkandena.", "winner")
    if outcome not in HANDLED_STATES:
        raise InvalidInputError("Ange vad nämnden beslutade.", "outcome")
    if not reason and outcome in POSTPONED:
        reason = next((o.text for o in procedural(moved) if _PROCEDURAL[o.kind] == outcome), "")
    if points is None:
        points = _default_points(record, item, outcome, reason)
    return Decision(outcome, points, winner, reason)


def main_part_id(change: Change, meeting: Meeting) -> int:
    """The id of the meeting's main minutes part, made when it is missing."""
    for part in parts_of_meeting(change.connection, meeting.id):
        if not part.immediate:
            return part.id
    place = load_committee(change.connection, meeting.committee_id).settings.storage_place
    return insert_part(change, meeting.id, MinutesPart(0, storage_place=place))


def _default_points(
    record: MinutesRecord, item: AgendaItem, outcome: str, reason: str
) -> tuple[str, ...]:
    name = record.dossier.committee.name
    if outcome in POSTPONED and reason:
        return postponed_points(outcome, name, reason)
    elected = [one.elected for one in record.votes_in(item.id) if one.elected]
    if elected and outcome in BY_PROPOSAL:
        return _elects(name, item, elected)
    found = default_points(outcome, item, name)
    if outcome in BY_PROPOSAL:
        found = _with_additions(record, item, found)
    if item.kind == "opening" and fixes_agenda(item, record.dossier.items):
        found = (*found, *agenda_changes(record.dossier.items))
    return found


def _with_additions(
    record: MinutesRecord, item: AgendaItem, points: Sequence[str]
) -> tuple[str, ...]:
    return (*points, *(one for one in accepted_points(record, item) if one not in points))


def _elects(name: str, item: AgendaItem, elected: list[str]) -> tuple[str, ...]:
    """The proposal when it names everyone elected, else that the committee elects them."""
    if all(any(one in point for point in item.proposal) for one in elected):
        return item.proposal
    return tuple(f"{name} utser {one}." for one in dict.fromkeys(elected))


def _rejected(item: AgendaItem, chosen: Contestant) -> str:
    """What is rejected, by name when there is more than one proposal to mistake it for (F 7)."""
    named = chosen.label.removeprefix("avslag på ")
    return named if item.chair_differs or named.endswith("yrkande") else "förslaget"


def _check_quorum(record: MinutesRecord, item: AgendaItem, outcome: str) -> None:
    if outcome not in DECISIONS or not (record.presences or record.dossier.attendances):
        return
    at = meeting_service(record, item.id).at(record.number_of(item.id))
    if not at.quorate:
        raise RefusedError(
            f"KL 6:27: nämnden är inte beslutsför. {len(at.serving)} tjänstgör, det behövs "
            f"{at.quorum}. Information får lämnas utan beslut; skjut annars upp punkten till "
            "nästa sammanträde."
        )


def _write_paragraph(
    change: Change,
    record: MinutesRecord,
    item: AgendaItem,
    meeting: Meeting,
    outcome: str,
    points: tuple[str, ...],
) -> int:
    existing = record.dossier.paragraph_of(item)
    if existing is not None:
        change.update("paragraphs", existing.id, columns({"outcome": outcome, "points": points}))
        return existing.number
    # The record was read under the write lock, so nobody can draw the same number.
    new = Paragraph(0, item.id, meeting.date.year, record.next_number, outcome, points)
    insert_paragraph(change, meeting.committee_id, new, main_part_id(change, meeting))
    return new.number


def _follow(change: Change, item: AgendaItem, meeting: Meeting, outcome: str) -> None:
    """Postponed: a linked draft on the next agenda, or waiting; no longer so: it goes.

    A draft somebody has written in since stays, and the meter points it out.
    """
    drafts = rows.continuations(change.connection, item.id)
    if outcome not in POSTPONED:
        take_back_drafts(change, item.id)
    elif not drafts:
        place_continuation(change, item, meeting)
