"""Invented votes at the sample meeting: an open one and a secret one."""

from __future__ import annotations

from nämndtui.documents.samples.dossier import sample_dossier
from nämndtui.model.decisions.vote import Ballot, Tally, Vote

_OPEN_ITEM, _SECRET_ITEM = 5, 6
_NO = ("Gunilla Örn", "Frida Änglund", "Göran Österman")
_ABSTAINS = ("Hanna Lidfors",)


def sample_votes() -> tuple[Vote, ...]:
    """§ 86 by open vote, where one is out for jäv; § 87 by secret vote."""
    serving = [one for one in sample_dossier().attendances if one.serves]
    ballots = tuple(
        Ballot(
            one.person,
            "no"
            if one.person.name in _NO
            else "abstain"
            if one.person.name in _ABSTAINS
            else "yes",
            one.party,
            one.replaces,
        )
        for one in serving
        if 86 not in one.not_paragraphs
    )
    return (
        Vote(
            1,
            _OPEN_ITEM,
            1,
            yes_means="ordförandens förslag",
            no_means="förvaltningens förslag",
            ballots=ballots,
        ),
        Vote(
            2,
            _SECRET_ITEM,
            1,
            "election",
            secret=True,
            tallies=(Tally("Aino Rautio (S)", 7), Tally("Erik Åsberg (C)", 3)),
            blank=1,
        ),
    )
