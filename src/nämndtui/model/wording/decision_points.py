"""A decision's points as the facts give them, and whether somebody has changed them by hand."""

from __future__ import annotations

from collections.abc import Iterator

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.meeting import Outcome
from nämndtui.model.attendance.serving import ParagraphServing
from nämndtui.model.decisions.yrkande import additions, contestants, procedural, text_points
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.record.minutes_serving import meeting_serving
from nämndtui.model.wording.breaks import POSTPONED, agenda_changes, postponed_points
from nämndtui.model.wording.decision_agreement import BY_PROPOSAL, accepted_points
from nämndtui.model.wording.decision_texts import HANDLED_STATES, default_points, information_points
from nämndtui.model.wording.opening_points import fixes_agenda

Points = tuple[str, ...]


def decision_points(
    record: MinutesRecord, item: AgendaItem, outcome: Outcome, reason: str
) -> Points:
    """The points of an outcome when the secretary writes none; empty when nothing says."""
    name = record.dossier.committee.name
    if outcome in POSTPONED and reason:
        return postponed_points(outcome, name, reason)
    at = serving_at(record, item)
    if outcome == "noted" and at is not None and not at.quorate:
        return information_points(len(at.serving), at.quorum)
    elected = [one.elected for one in record.votes_in(item.id) if one.elected]
    if elected and outcome in BY_PROPOSAL:
        return _elects(name, item, elected)
    found = default_points(outcome, item, name)
    if outcome in BY_PROPOSAL:
        found = with_additions(record, item, found)
    if item.kind == "opening" and fixes_agenda(item, record.dossier.items):
        found = (*found, *agenda_changes(record.dossier.items))
    return found


def with_additions(record: MinutesRecord, item: AgendaItem, points: Points) -> Points:
    """``points`` and those of accepted tilläggsyrkanden that are not among them."""
    return (*points, *(one for one in accepted_points(record, item) if one not in points))


def _elects(name: str, item: AgendaItem, elected: list[str]) -> Points:
    """The proposal when it names everyone elected, else that the committee elects them."""
    if all(any(one in point for point in item.proposal) for one in elected):
        return item.proposal
    return tuple(f"{name} utser {one}." for one in dict.fromkeys(elected))


def serving_at(record: MinutesRecord, item: AgendaItem) -> ParagraphServing | None:
    """Who serves at the item's §, or at the next one; None before any attendance is known."""
    if not (record.presences or record.dossier.attendances):
        return None
    return meeting_serving(record, item.id).at(record.number_of(item.id))


def changed_by_hand(record: MinutesRecord, item: AgendaItem, points: Points) -> bool:
    """True unless ``points`` are what the program can have written in the item's §."""
    extra = {point for one in additions(record.moved_in(item.id)) for point in text_points(one)}
    if item.kind == "opening":
        extra |= set(agenda_changes(record.dossier.items))
    for base in _written(record, item):
        rest = points[len(base) :]
        if points[: len(base)] == base and all(point in extra for point in rest):
            return False
    return True


def _written(record: MinutesRecord, item: AgendaItem) -> Iterator[Points]:
    """Every text that an outcome or a proposal gives."""
    moved, handling = record.moved_in(item.id), record.handling(item.id)
    name = record.dossier.committee.name
    reasons = ["", handling.reason, *(one.text for one in procedural(moved))]
    for outcome in HANDLED_STATES:
        yield default_points(outcome, item, name)
        for reason in filter(None, reasons if outcome in POSTPONED else ()):
            yield postponed_points(outcome, name, reason)
    for one in contestants(item, handling, moved):
        if one.points:
            yield one.points
    elected = [one.elected for one in record.votes_in(item.id) if one.elected]
    if elected:
        yield _elects(name, item, elected)
    at = serving_at(record, item)
    if at is not None:
        yield information_points(len(at.serving), at.quorum)
