"""Whether a decision's points are those of the proposal it was decided by (KL 5:67; F 7)."""

from __future__ import annotations

from collections.abc import Iterator

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.meeting import Outcome, Paragraph
from nämndtui.model.decisions.yrkande import additions, agenda_label, contestants, text_points
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.wording.text_claims import folded

BY_PROPOSAL: tuple[Outcome, ...] = ("as_proposed", "own_decision")
"""Outcomes decided by a proposal's own text."""


def point_faults(record: MinutesRecord, paragraph: Paragraph) -> Iterator[tuple[str, bool]]:
    """(Swedish sentence, is it a fault by law) for each point that does not belong.

    A point of a proposal that lost makes the minutes wrong. One that no proposal has, and one of
    the winner's that is missing, are remarks: the secretary may have put it in better words.
    """
    item = record.dossier.item(paragraph.item_id)
    if paragraph.outcome not in BY_PROPOSAL or any(v.elects for v in record.votes_in(item.id)):
        return
    if item.kind == "opening":
        return  # its points tell of the agenda, which opening_points looks after
    winner, won = _won(record, item, paragraph)
    lost = _lost(record, item, winner)
    right = {folded(point): point for point in won}
    written = {folded(point) for point in paragraph.points}
    for point in paragraph.points:
        key = folded(point)
        if not key or key in right:
            continue
        if key in lost:
            yield f"Beslutet har punkten ”{point}”, som hör till {lost[key]}.", True
        elif paragraph.outcome == "as_proposed":
            yield f"Beslutspunkten ”{point}” finns inte i förslaget. Byt till eget beslut?", False
    if paragraph.outcome == "as_proposed":
        for key, point in right.items():
            if key not in written:
                yield f"Beslutet saknar förslagets punkt ”{point}”", False


def accepted_points(record: MinutesRecord, item: AgendaItem) -> tuple[str, ...]:
    """The points that accepted additions add to the decision."""
    accepted = [one for one in additions(record.moved_in(item.id)) if one.accepted]
    return tuple(point for one in accepted for point in text_points(one))


def _won(
    record: MinutesRecord, item: AgendaItem, paragraph: Paragraph
) -> tuple[str, tuple[str, ...]]:
    """The ref and the points of what was decided, additions among them."""
    proposals = contestants(item, record.handling(item.id), record.moved_in(item.id))
    ref = record.handling(item.id).winner
    chosen = next((one for one in proposals if one.ref == ref), None)
    if chosen is None and paragraph.outcome == "as_proposed" and proposals:
        chosen = proposals[0]
    points = chosen.points if chosen else item.proposal
    return chosen.ref if chosen else "", (*points, *accepted_points(record, item))


def _lost(record: MinutesRecord, item: AgendaItem, winner: str) -> dict[str, str]:
    """Point → whose proposal it is, of those that were not decided by."""
    found: dict[str, str] = {}
    if winner:
        proposals = contestants(item, record.handling(item.id), record.moved_in(item.id))
        for one in proposals:
            if one.ref != winner:
                found |= {folded(point): one.label for point in one.points}
        if winner == "chair" and item.chair_differs:
            staff = agenda_label(item, "staff")
            found |= {folded(point): staff for point in item.staff_proposal}
    for added in additions(record.moved_in(item.id)):
        if added.accepted is False:
            said = "ett avslaget tilläggsyrkande"
            found |= {folded(point): said for point in text_points(added)}
    return found
