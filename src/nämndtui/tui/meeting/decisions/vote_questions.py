"""What can be voted on in an item just now, from the proposals that stand (F 20–21)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.decisions.proposition_order import main_proposal, still_in
from nämndtui.model.decisions.vote import Vote, VoteKind
from nämndtui.model.decisions.yrkande import (
    Contestant,
    additions,
    contestants,
    names,
    procedural,
)
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.text.vocabulary import VALUES

TODAY = "att ärendet avgörs i dag"


def vote_questions(record: MinutesRecord, item: AgendaItem) -> tuple[Vote, ...]:
    """The votes already held first, then those that can be held, in the order they are put."""
    held = record.votes_in(item.id)
    asked = {(one.kind, one.yes_ref, one.no_ref, one.yes_means) for one in held}
    asked |= {(one.kind, one.no_ref, one.yes_ref, one.no_means) for one in held}
    new = [
        one
        for one in _possible(record, item)
        if (one.kind, one.yes_ref, one.no_ref, one.yes_means) not in asked
    ]
    return (*held, *new)


def question_words(vote: Vote) -> tuple[str, str, str]:
    """What kind of vote, what yes means and what no means."""
    again = "ändra " if vote.id else ""
    kind = VALUES["vote_kind"][vote.kind]
    return f"{again}{kind}", vote.yes_means, vote.no_means


def _possible(record: MinutesRecord, item: AgendaItem) -> Iterator[Vote]:
    moved, handling = record.moved_in(item.id), record.handling(item.id)
    blank = Vote(0, item.id, 0)
    for asked in procedural(moved):
        means = VALUES["moved_kind"][asked.kind]
        yield replace(blank, kind="procedural", no_ref=asked.ref, yes_means=TODAY, no_means=means)
    proposals = list(contestants(item, handling, moved))
    if len(proposals) == 2:
        yield _between(blank, "main", *proposals)
    elif len(proposals) > 2:
        main, votes = main_proposal(proposals, handling), record.votes_in(item.id)
        others = still_in(proposals, handling, votes)
        # Once one has won, it is the winner that meets the next.
        first = others[:1] if any(vote.kind == "counter" for vote in votes) else others
        for place, one in enumerate(first):
            for other in others[place + 1 :]:
                yield _between(blank, "counter", one, other)
        for one in others:
            yield _between(blank, "main", main, one)
    for added in additions(moved):
        whose = names(added.movers)
        yield replace(
            blank,
            kind="addition",
            yes_ref=added.ref,
            yes_means=f"bifall till tilläggsyrkandet av {whose}",
            no_means=f"avslag på tilläggsyrkandet av {whose}",
        )


def _between(blank: Vote, kind: VoteKind, yes: Contestant, no: Contestant) -> Vote:
    return replace(
        blank,
        kind=kind,
        yes_ref=yes.ref,
        no_ref=no.ref,
        yes_means=yes.label,
        no_means=no.label,
    )
