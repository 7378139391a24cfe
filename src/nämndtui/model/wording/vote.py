"""Votes in words: what yes and no mean, the result, and the list of how each voted (C3)."""

from __future__ import annotations

from nämndtui.model.decisions.vote import CHOICES, Ballot, Vote
from nämndtui.model.text.number_words import plural

_HEADINGS = ("Ja", "Nej", "Avstår", "Frånvarande")


def votes_text(votes: tuple[Vote, ...], proposals: int = 0) -> str:
    """Everything about an item's votes, in order; empty without any.

    ``proposals`` is how many stand: the counter-proposal is chosen by the vote that leaves one.
    """
    counters = [vote.id for vote in votes if vote.kind == "counter"]
    ends = counters[proposals - 3 :] if proposals > 2 else counters[-1:]
    return "\n\n".join(
        _vote(
            vote,
            f"Omröstning {place}." if len(votes) > 1 else "",
            vote.kind != "counter" or vote.id in ends,
        )
        for place, vote in enumerate(votes, 1)
    )


def means_sentence(vote: Vote) -> str:
    """``Ja-röst för A. Nej-röst för B.``"""
    return f"Ja-röst för {vote.yes_means}. Nej-röst för {vote.no_means}."


def result_sentence(vote: Vote) -> str:
    """``Omröstningsresultat: 7 ja-röster, 4 nej-röster, 0 som avstår.``

    Those who do not take part are counted last, when there are any.
    """
    if vote.secret:
        counted = [f"{plural(one.count, 'röst', 'röster')} för {one.label}" for one in vote.tallies]
        if vote.blank:
            counted.append(plural(vote.blank, "blank röst", "blanka röster"))
        return f"Omröstningsresultat: {', '.join(counted)}."
    counted = [
        plural(vote.count("yes"), "ja-röst", "ja-röster"),
        plural(vote.count("no"), "nej-röst", "nej-röster"),
        f"{vote.count('abstain')} som avstår",
    ]
    if vote.count("absent"):
        counted.append(f"{vote.count('absent')} som inte deltar")
    return f"Omröstningsresultat: {', '.join(counted)}."


def outcome_sentence(vote: Vote, ends: bool = True) -> str:
    """``Nämnden har därmed beslutat enligt A.`` with casting vote or lot; empty if undecided.

    A vote on the counter-proposal that does not ``ends`` the choice only carries its winner on.
    """
    if not vote.result:
        return ""
    means = vote.winner_means
    how = " med ordförandens utslagsröst" if vote.casting and vote.tied else ""
    if vote.elects:
        drawn = vote.lot and vote.tied
        lot = f"Rösterna är lika många. Lotten avgör och faller på {means}. " if drawn else ""
        return f"{lot}Nämnden har därmed valt {means}."
    if vote.kind == "counter":
        if not ends:
            return f"{means[:1].upper()}{means[1:]} går därmed{how} vidare."
        return f"Nämnden har därmed{how} utsett {means} till motförslag."
    if vote.kind == "addition":
        return f"Nämnden har därmed{how} beslutat {_disposed(means)}."
    if vote.kind == "procedural":
        decided = means if means.startswith("att ") else f"att ärendet {_passive(means)}"
        return f"Nämnden har därmed{how} beslutat {decided}."
    return f"Nämnden har därmed{how} beslutat enligt {means}."


def ballot_table(vote: Vote) -> str:
    """The vote list as a Markdown table, one X a row; empty for a secret vote."""
    if vote.secret or not vote.ballots:
        return ""
    shown = len(CHOICES) if vote.count("absent") else len(CHOICES) - 1
    lines = [
        f"| Beslutande | {' | '.join(_HEADINGS[:shown])} |",
        "|---|" + ":-:|" * shown,
        *(
            f"| {ballot_name(one)} | "
            + " | ".join("X" if one.choice == choice else " " for choice in CHOICES[:shown])
            + " |"
            for one in vote.ballots
        ),
    ]
    return "\n".join(lines)


def ballot_name(ballot: Ballot) -> str:
    """``Bo Lind (C), ersätter Karin Ek``."""
    party = ballot.party or ballot.person.party
    name = f"{ballot.person.name} ({party})" if party else ballot.person.name
    text = f"{name}, ersätter {ballot.replaces}" if ballot.replaces else name
    return text.replace("|", "\\|")


def _vote(vote: Vote, heading: str, ends: bool) -> str:
    means = "" if vote.secret else means_sentence(vote)
    parts = (
        " ".join(filter(None, (heading, means))),
        " ".join(filter(None, (result_sentence(vote), outcome_sentence(vote, ends)))),
        ballot_table(vote),
    )
    return "\n\n".join(filter(None, parts))


def _disposed(means: str) -> str:
    """``bifall till tilläggsyrkandet`` → ``att bifalla tilläggsyrkandet``."""
    for noun, verb in (("bifall till ", "bifalla"), ("avslag på ", "avslå")):
        if means.startswith(noun):
            return f"att {verb} {means.removeprefix(noun)}"
    return f"enligt {means}"


def _passive(means: str) -> str:
    return {"återremiss": "återremitteras", "bordläggning": "bordläggs"}.get(means, means)
