"""Holding a vote: ballots of all who serve, casting vote and lots (KL 5:53–56; F 20–22)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.attendance.serving import ParagraphServing
from nämndtui.model.decisions.vote import CHOICES, VOTE_KINDS, Ballot, Vote, fallen_on, vote_faults
from nämndtui.model.decisions.yrkande import additions, contestants, names, procedural
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.record.minutes_serving import meeting_serving
from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.store.core.change import Change
from nämndtui.store.database import Store
from nämndtui.store.decisions.handlings import write_handling
from nämndtui.store.decisions.votes import delete_vote, insert_vote
from nämndtui.workflow.attendance.open_meeting import item_on_table
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.checked_text import checked_fields
from nämndtui.workflow.decisions.addition_settling import settle_addition
from nämndtui.workflow.record.attendance_facts import ensure_facts
from nämndtui.workflow.record.derived_minutes import refresh


def hold_vote(
    store: Store,
    actor: Actor,
    draft: Vote,
    choices: Mapping[int, str],
    rest: str = "",
) -> int:
    """Record a vote in ``draft.item_id``; returns its id.

    ``choices`` maps person id → one of ``CHOICES``; those not named get ``rest``. A vote with
    ``draft.id`` set is held anew in its place. ``yes_means``/``no_means`` are filled in from the
    proposals. In a tie the chair's own vote is the casting vote (KL 5:56). A vote on an addition
    settles it, a main vote the proposal decided by; what the chair had found is kept.
    Raises InvalidInputError when somebody serving has no vote, RefusedError when the vote would
    be invalid, with the reason.
    """
    if draft.kind not in VOTE_KINDS:
        raise InvalidInputError("Välj vad omröstningen gäller.", "kind")
    clean = checked_fields(draft)
    with store.change("hold_vote", actor.user, actor.now) as change:
        item, meeting = item_on_table(change, draft.item_id)
        record = ensure_facts(change, meeting.id)
        at = meeting_serving(record, item.id).at(record.number_of(item.id))
        vote = replace(_worded(record, item, clean), seq=_seq(record, clean))
        if not vote.secret:
            vote = replace(vote, ballots=_ballots(record, item, at, choices, rest))
        vote = _decided(vote, item, at)
        if draft.id:
            delete_vote(change, draft.id)
        vote_id = insert_vote(change, vote)
        _follow(change, record, item, vote)
        refresh(change, meeting.id)
        change.summary = f"Omröstning: {item.title}"
    return vote_id


def remove_vote(store: Store, actor: Actor, item_id: int, vote_id: int) -> None:
    """Take away a vote noted by mistake."""
    with store.change("remove_vote", actor.user, actor.now) as change:
        item, meeting = item_on_table(change, item_id)
        record = ensure_facts(change, meeting.id)
        delete_vote(change, vote_id)
        for one in record.votes_in(item_id):
            if one.id == vote_id and one.kind == "addition":
                settle_addition(change, record, item_id, one.yes_ref, None)
        refresh(change, meeting.id)
        change.summary = f"Tog bort en omröstning: {item.title}"


def _follow(change: Change, record: MinutesRecord, item: AgendaItem, vote: Vote) -> None:
    """What a vote settles beyond itself: an addition, or the proposal decided by."""
    if vote.kind == "addition" and vote.result:
        settle_addition(change, record, item.id, vote.yes_ref, vote.result == "yes")
    if vote.kind not in ("main", "procedural"):
        return
    now = record.handling(item.id)
    earlier = any(one.kind in ("main", "procedural") for one in record.votes_in(item.id))
    # What stood as decided before the first vote is what the chair had found.
    new = replace(now, finding=now.finding if earlier else now.winner)
    if vote.kind == "main" and vote.winner:
        new = replace(new, winner=vote.winner)
    if new != now:
        write_handling(change, new)


def _seq(record: MinutesRecord, vote: Vote) -> int:
    held = record.votes_in(vote.item_id)
    again = next((one.seq for one in held if one.id == vote.id), 0)
    return again or 1 + max((one.seq for one in held), default=0)


def _worded(record: MinutesRecord, item: AgendaItem, vote: Vote) -> Vote:
    """What yes and no mean, taken from the proposals they point at."""
    moved = record.moved_in(item.id)
    labels = {one.ref: one.label for one in contestants(item, record.handling(item.id), moved)}
    labels |= {
        one.ref: f"bifall till tilläggsyrkandet av {names(one.movers)}" for one in additions(moved)
    }
    later = {"refer_back": "återremiss", "table": "bordläggning"}
    labels |= {one.ref: later[one.kind] for one in procedural(moved)}
    today = "att ärendet avgörs i dag" if vote.kind == "procedural" else ""
    yes = vote.yes_means or labels.get(vote.yes_ref, today)
    no = vote.no_means or labels.get(vote.no_ref, today)
    if vote.kind == "addition" and not no and yes.startswith("bifall till "):
        no = f"avslag på {yes.removeprefix('bifall till ')}"
    if not vote.secret and not (yes and no):
        raise InvalidInputError("Ange vad ja-röst och nej-röst betyder.", "yes_means")
    return replace(vote, yes_means=yes, no_means=no)


def _ballots(
    record: MinutesRecord,
    item: AgendaItem,
    at: ParagraphServing,
    choices: Mapping[int, str],
    rest: str,
) -> tuple[Ballot, ...]:
    out = {one.person.id for one in record.non_participations if one.item_id == item.id}
    strangers = set(choices) - at.serving_ids
    if strangers:
        raise RefusedError("KL 4:24: någon som inte tjänstgör har fått en röst.")
    ballots = []
    for one in at.serving:
        if one.mandate is None:
            continue
        person = one.mandate.person
        choice = choices.get(person.id, "absent" if person.id in out else rest)
        if choice not in CHOICES:
            raise InvalidInputError(f"Ange hur {person.name} röstar.", "choices")
        holder = one.seat.holder
        replaced = holder.person.name if one.substitute and holder else ""
        ballots.append(Ballot(person, choice, one.mandate.party, replaced))
    return tuple(ballots)


def _decided(vote: Vote, item: AgendaItem, at: ParagraphServing) -> Vote:
    leads = at.presiding.person
    vote = replace(vote, lot=fallen_on(vote.lot, vote.tied))
    if vote.tied and not item.election and not vote.casting:
        own = next((b.choice for b in vote.ballots if leads and b.person.id == leads.id), "")
        vote = replace(vote, casting=own if own in ("yes", "no") else "")
    faults = list(
        vote_faults(
            vote,
            at.serving_ids,
            leads.id if leads else None,
            item.election,
            item.exercise_of_authority,
        )
    )
    if faults:
        raise RefusedError(" ".join(faults))
    return vote


def drop_votes(change: Change, record: MinutesRecord, item_id: int) -> None:
    """Remove all votes of an item inside an open change."""
    for vote in record.votes_in(item_id):
        delete_vote(change, vote.id)
