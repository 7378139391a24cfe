"""The decision procedure (beslutsgång) in words: the order of propositions (KL 5:53, 5:67; C3)."""

from __future__ import annotations

from collections.abc import Iterator

from nämndtui.model.agenda_item import AgendaItem
from nämndtui.model.moved_proposal import (
    Contestant,
    Handling,
    MovedProposal,
    additions,
    contestants,
    genitive,
    procedural,
)
from nämndtui.model.number_words import join_swedish
from nämndtui.model.presiding import Presiding
from nämndtui.model.vote import Vote

_PUTS = "Ordföranden ställer"
_LATER = {"refer_back": "återremitteras", "table": "bordläggas"}


def procedure_text(
    item: AgendaItem,
    handling: Handling,
    moved: tuple[MovedProposal, ...],
    votes: tuple[Vote, ...],
    outcome: str,
) -> str:
    """How the chair put the questions; empty when the facts say nothing about it."""
    parts = [
        *_postpone(handling, procedural(moved), votes),
        *_matter(contestants(item, handling, moved), handling, votes, outcome),
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
    handling: Handling, asked: tuple[MovedProposal, ...], votes: tuple[Vote, ...]
) -> Iterator[str]:
    if not asked:
        return
    ways = list(dict.fromkeys(_LATER[one.kind] for one in asked))
    won = next((one for one in asked if one.ref == handling.winner), None)
    found = f"ska {_LATER[won.kind]}" if won else "ska avgöras i dag"
    text = (
        "Ordföranden ställer först proposition på om ärendet ska avgöras i dag eller "
        f"{join_swedish(ways, 'eller')} och finner att nämnden beslutar att ärendet {found}."
    )
    yield text + (" Omröstning begärs." if _has(votes, "procedural") else "")


def _matter(
    proposals: tuple[Contestant, ...], handling: Handling, votes: tuple[Vote, ...], outcome: str
) -> Iterator[str]:
    if outcome in ("tabled", "referred_back", "noted"):
        return
    asked = " Omröstning begärs." if _has(votes, "main") else ""
    winner = next((one for one in proposals if one.ref == handling.winner), None)
    if len(proposals) < 2:
        if winner is not None or outcome == "as_proposed":
            yield (
                "Ordföranden ställer proposition på förslaget och finner att nämnden beslutar "
                f"enligt det.{asked}"
            )
        return
    won = winner or (proposals[0] if outcome == "as_proposed" else None)
    if won is None:
        return
    if len(proposals) > 2:
        yield from _main_and_counter(proposals, handling, votes)
    what = "förslagen" if len(proposals) == 2 else "huvudförslag och motförslag"
    yield (
        f"Ordföranden ställer {what} mot varandra och finner att nämnden beslutar "
        f"enligt {won.label}.{asked}"
    )


def _main_and_counter(
    proposals: tuple[Contestant, ...], handling: Handling, votes: tuple[Vote, ...]
) -> Iterator[str]:
    """With three or more the others first compete to be the counter-proposal (F 21)."""
    main = next((one for one in proposals if one.ref == handling.main), proposals[0])
    others = [one.label for one in proposals if one is not main]
    counter = _counter(proposals, main, handling, votes)
    asked = " Omröstning begärs." if _has(votes, "counter") else ""
    yield (
        f"Ordföranden utser {main.label} till huvudförslag. För att utse motförslag ställs "
        f"{join_swedish(others)} mot varandra."
        + (f" Ordföranden finner att nämnden utser {counter} till motförslag." if counter else "")
        + asked
    )


def _counter(
    proposals: tuple[Contestant, ...],
    main: Contestant,
    handling: Handling,
    votes: tuple[Vote, ...],
) -> str:
    labels = {one.ref: one.label for one in proposals}
    held = [vote.winner for vote in votes if vote.kind == "counter" and vote.winner]
    last = next((vote for vote in votes if vote.kind == "main"), None)
    if held:
        return labels.get(held[-1], "")
    for ref in (last.yes_ref, last.no_ref) if last else (handling.winner,):
        if ref != main.ref and ref in labels:
            return labels[ref]
    return ""


def _additions(
    moved: tuple[MovedProposal, ...], votes: tuple[Vote, ...], outcome: str
) -> Iterator[str]:
    if outcome in ("tabled", "referred_back"):
        return
    asked = " Omröstning begärs." if _has(votes, "addition") else ""
    # The addition depends on what the vote gave, which is told under the vote.
    begun = "Efter omröstningen ställer ordföranden" if _has(votes, "main") else _PUTS
    for one in additions(moved):
        if one.accepted is not None:
            yield (
                f"{begun} proposition på {genitive(one.movers)} tilläggsyrkande och "
                f"finner att nämnden {'bifaller' if one.accepted else 'avslår'} det.{asked}"
            )


def _has(votes: tuple[Vote, ...], kind: str) -> bool:
    return any(vote.kind == kind for vote in votes)
