"""Three or more proposals: which compete to be the counter-proposal, and in what order (F 21)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nämndtui.model.decisions.vote import Vote
from nämndtui.model.decisions.yrkande import Contestant, Handling
from nämndtui.model.text.number_words import join_swedish


def main_proposal(proposals: Sequence[Contestant], handling: Handling) -> Contestant:
    """The chair's choice, else the first."""
    return next((one for one in proposals if one.ref == handling.main), proposals[0])


def still_in(
    proposals: Sequence[Contestant], handling: Handling, votes: Sequence[Vote]
) -> tuple[Contestant, ...]:
    """The proposals that may yet become the counter-proposal; the last winner stands first."""
    out = {_loser(vote) for vote in votes if vote.kind == "counter" and vote.winner}
    main = main_proposal(proposals, handling)
    left = [one for one in proposals if one is not main and one.ref not in out]
    last = next((vote.winner for vote in reversed(votes) if vote.kind == "counter"), "")
    return tuple(sorted(left, key=lambda one: one.ref != last))


def main_and_counter(
    proposals: tuple[Contestant, ...], handling: Handling, votes: tuple[Vote, ...]
) -> Iterator[str]:
    """The main proposal, then A against B, the winner against C, until one is left."""
    main = main_proposal(proposals, handling)
    labels = {one.ref: one.label for one in proposals}
    held = [vote for vote in votes if vote.kind == "counter"]
    lines = [f"Ordföranden utser {main.label} till huvudförslag."]
    for place, vote in enumerate(held):
        begins = "Därefter" if place else "För att utse motförslag"
        yes = labels.get(vote.yes_ref, vote.yes_means)
        no = labels.get(vote.no_ref, vote.no_means)
        lines.append(f"{begins} ställer ordföranden {yes} mot {no}. Omröstning begärs.")
    left = still_in(proposals, handling, votes)
    if len(left) > 1:
        begins = "Därefter" if held else "För att utse motförslag"
        counter = _found(left, main, handling, votes)
        found = f" Ordföranden finner att nämnden utser {counter} till motförslag."
        against = join_swedish([one.label for one in left])
        lines.append(f"{begins} ställs {against} mot varandra.{found if counter else ''}")
    yield " ".join(lines)


def _found(
    left: Sequence[Contestant], main: Contestant, handling: Handling, votes: Sequence[Vote]
) -> str:
    """The counter-proposal nobody asked a vote on: what then stood against the main one."""
    labels = {one.ref: one.label for one in left}
    last = next((vote for vote in votes if vote.kind == "main"), None)
    for ref in (last.yes_ref, last.no_ref) if last else (handling.winner,):
        if ref != main.ref and ref in labels:
            return labels[ref]
    return ""


def _loser(vote: Vote) -> str:
    return vote.no_ref if vote.winner == vote.yes_ref else vote.yes_ref
