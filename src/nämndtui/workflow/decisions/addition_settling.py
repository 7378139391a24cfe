"""How a tilläggsyrkande was decided, and its points in the decision (KL 5:67)."""

from __future__ import annotations

from dataclasses import replace

from nämndtui.model.decisions.yrkande import Yrkande, contestants, text_points
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.wording.decision_agreement import BY_PROPOSAL
from nämndtui.model.wording.text_claims import folded
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns


def settle_addition(
    change: Change, record: MinutesRecord, item_id: int, ref: str, accepted: bool | None
) -> None:
    """Note that the addition with that ref was accepted, rejected or (None) not put, after all.

    Its points come into, or go from, a decision already written down.
    """
    for one in record.moved_in(item_id):
        if one.ref == ref and one.kind == "addition":
            change.update("moved_proposals", one.id, columns({"accepted": accepted}))
            follow_addition(change, record, one, replace(one, accepted=accepted))


def follow_addition(change: Change, record: MinutesRecord, before: Yrkande, after: Yrkande) -> None:
    """Make the written decision hold the points of ``after`` instead of those of ``before``."""
    old, new = _adds(before), _adds(after)
    item = record.dossier.item(after.item_id)
    paragraph = record.dossier.paragraph_of(item)
    if old == new or paragraph is None or paragraph.outcome not in BY_PROPOSAL:
        return
    others = contestants(item, record.handling(item.id), record.moved_in(item.id))
    proposed = {folded(point) for one in others for point in one.points}
    gone = {folded(point) for point in old} - proposed
    kept = [point for point in paragraph.points if folded(point) not in gone]
    here = {folded(point) for point in kept}
    points = (*kept, *(point for point in new if folded(point) not in here))
    change.update("paragraphs", paragraph.id, columns({"points": points}))


def _adds(one: Yrkande) -> tuple[str, ...]:
    counts = one.kind == "addition" and bool(one.accepted) and not one.withdrawn
    return text_points(one) if counts else ()
