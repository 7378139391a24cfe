"""The decision procedure (beslutsgång) in words: the order of propositions (KL 5:53, 5:67; C3).

That a vote is asked for is told here, what it meant and gave under Omröstning. What the chair
found is told as noted; with a vote and nothing noted, only that the question was put.
"""

from __future__ import annotations

from collections.abc import Iterator

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.meeting import Outcome, Undecided
from nämndtui.model.attendance.presiding import Presiding
from nämndtui.model.decisions.proposition_order import main_and_counter
from nämndtui.model.decisions.vote import Vote, VoteKind
from nämndtui.model.decisions.yrkande import (
    Contestant,
    Handling,
    Yrkande,
    YrkandeKind,
    additions,
    contestants,
    genitive,
    procedural,
)
from nämndtui.model.text.number_words import join_swedish

_PUTS = "Ordföranden ställer"
_LATER: dict[YrkandeKind, str] = {"refer_back": "återremitteras", "table": "bordläggas"}
ASKED = "Omröstning begärs."
ASKED_SECRET = "Sluten omröstning begärs."


def procedure_text(
    item: AgendaItem,
    handling: Handling,
    moved: tuple[Yrkande, ...],
    votes: tuple[Vote, ...],
    outcome: Outcome | Undecided,
) -> str:
    """How the chair put the questions; empty when the facts say nothing about it."""
    if any(vote.elects for vote in votes):
        # In an election names compete, not proposals: there is no proposition to put.
        matter = _election(votes)
    else:
        matter = _matter(contestants(item, handling, moved), handling, votes, outcome)
    parts = [
        *_postpone(handling, procedural(moved), votes),
        *matter,
        *_additions(moved, votes, outcome),
    ]
    return "\n\n".join(parts)


def presiding_note(leads: Presiding, usual: Presiding) -> str:
    """Who leads this § when it is someone else than at the rest of the meeting (F 15)."""
    if leads.person is None or leads.person == usual.person:
        return ""
    office = f", {leads.office}," if leads.office else ""
    return f"{leads.person.name_with_party}{office} leder sammanträdet under paragrafen."


def _postpone(
    handling: Handling, asked: tuple[Yrkande, ...], votes: tuple[Vote, ...]
) -> Iterator[str]:
    if not asked:
        return
    ways = list(dict.fromkeys(_LATER[one.kind] for one in asked))
    put = (
        "Ordföranden ställer först proposition på om ärendet ska avgöras i dag eller "
        f"{join_swedish(ways, 'eller')}"
    )
    voted = _has(votes, "procedural")
    ref = handling.finding if voted else handling.winner
    found = next((one for one in asked if one.ref == ref), None)
    if voted and found is None:
        yield f"{put}. {ASKED}"
        return
    how = f"ska {_LATER[found.kind]}" if found else "ska avgöras i dag"
    yield (
        f"{put} och finner att nämnden beslutar att ärendet {how}.{f' {ASKED}' if voted else ''}"
    )


def _matter(
    proposals: tuple[Contestant, ...],
    handling: Handling,
    votes: tuple[Vote, ...],
    outcome: Outcome | Undecided,
) -> Iterator[str]:
    if outcome in ("tabled", "referred_back", "noted"):
        return
    voted = _has(votes, "main")
    ref = handling.finding if voted else handling.winner
    found = next((one for one in proposals if one.ref == ref), None)
    if found is None and not voted and outcome == "as_proposed" and proposals:
        found = proposals[0]
    if found is None and not voted:
        if len(proposals) < 2 and outcome == "as_proposed":
            yield f"{_put(proposals)} och finner att nämnden beslutar enligt det."
        return
    if len(proposals) > 2:
        yield from main_and_counter(proposals, handling, votes)
    put = _put(proposals)
    asked = f" {ASKED}" if voted else ""
    if found is None:
        yield f"{put}.{asked}"
        return
    what = found.label if len(proposals) > 1 else "det"
    yield f"{put} och finner att nämnden beslutar enligt {what}.{asked}"


def _put(proposals: tuple[Contestant, ...]) -> str:
    if len(proposals) < 2:
        return "Ordföranden ställer proposition på förslaget"
    what = "förslagen" if len(proposals) == 2 else "huvudförslag och motförslag"
    return f"Ordföranden ställer {what} mot varandra"


def _election(votes: tuple[Vote, ...]) -> Iterator[str]:
    for vote in votes:
        if vote.elects:
            yield ASKED_SECRET if vote.secret else ASKED


def _additions(
    moved: tuple[Yrkande, ...], votes: tuple[Vote, ...], outcome: Outcome | Undecided
) -> Iterator[str]:
    if outcome in ("tabled", "referred_back"):
        return
    # The addition depends on what the vote gave, which is told under the vote.
    begun = "Efter omröstningen ställer ordföranden" if _has(votes, "main") else _PUTS
    for one in additions(moved):
        put = f"{begun} proposition på {genitive(one.movers)} tilläggsyrkande"
        if any(vote.about_addition(one.ref) for vote in votes):
            yield f"{put}. {ASKED}"
        elif one.accepted is not None:
            yield f"{put} och finner att nämnden {'bifaller' if one.accepted else 'avslår'} det."


def _has(votes: tuple[Vote, ...], kind: VoteKind) -> bool:
    return any(vote.kind == kind for vote in votes)
