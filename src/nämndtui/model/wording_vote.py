"""Votes in words: what yes and no mean, the result, and the list of how each voted (C3)."""

from __future__ import annotations

from nämndtui.model.number_words import plural
from nämndtui.model.vote import CHOICES, Ballot, Vote

_TOLD_IN_PROCEDURE = ("main", "counter", "procedural", "addition")
"""The decision procedure ends with the words that a vote is requested; said once is enough."""
_HEADINGS = ("Ja", "Nej", "Avstår", "Frånvarande")


def votes_text(votes: tuple[Vote, ...]) -> str:
    """Everything about an item's votes, in order; empty without any."""
    return "\n\n".join(
        _vote(vote, f"Omröstning {vote.seq}. " if len(votes) > 1 else "") for vote in votes
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


def outcome_sentence(vote: Vote) -> str:
    """``Nämnden har därmed beslutat enligt A.`` with casting vote or lot; empty if undecided."""
    if not vote.result:
        return ""
    means = vote.winner_means
    if vote.lot and vote.tied:
        return f"Rösterna är lika många. Lotten avgör och faller på {means}."
    how = " med ordförandens utslagsröst" if vote.casting and vote.tied else ""
    if vote.kind == "election" or (vote.secret and not vote.yes_ref):
        return f"Nämnden har därmed valt {means}."
    if vote.kind == "counter":
        return f"Nämnden har därmed{how} utsett {means} till motförslag."
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


def _vote(vote: Vote, heading: str) -> str:
    begun = "Sluten omröstning begärs." if vote.secret else "Omröstning begärs."
    if not vote.secret and vote.kind in _TOLD_IN_PROCEDURE:
        begun = ""
    means = "" if vote.secret else means_sentence(vote)
    parts = (
        " ".join(filter(None, (heading.rstrip(), begun, means))),
        " ".join(filter(None, (result_sentence(vote), outcome_sentence(vote)))),
        ballot_table(vote),
    )
    return "\n\n".join(filter(None, parts))


def _passive(means: str) -> str:
    return {"återremiss": "återremitteras", "bordläggning": "bordläggs"}.get(means, means)
