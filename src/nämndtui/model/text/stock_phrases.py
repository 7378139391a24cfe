"""Stock phrases: a short word that becomes a whole phrase while one types (C3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

COMMITTEE = "{nämnd}"
"""Stands for the committee's name in a phrase."""

STANDARD: dict[str, str] = {
    "nb": "{nämnd} beslutar att",
    "ng": "{nämnd} godkänner",
    "nf": "{nämnd} fastställer",
    "na": "{nämnd} antar",
    "nbev": "{nämnd} beviljar",
    "nav": "{nämnd} avslår",
    "nbif": "{nämnd} bifaller",
    "nfk": "{nämnd} föreslår kommunfullmäktige att",
    "nut": "{nämnd} uppdrar åt förvaltningen att",
    "nnp": "{nämnd} noterar till protokollet att nämnden tagit del av",
    "nlh": "{nämnd} lägger ärendet till handlingarna.",
    "nyt": "{nämnd} överlämnar förvaltningens skrivelse som sitt yttrande.",
    "nbo": "{nämnd} bordlägger ärendet.",
    "når": "{nämnd} återremitterar ärendet till förvaltningen för att",
    "nbs": "{nämnd} anser medborgarförslaget besvarat.",
    "nts": "{nämnd} tillstyrker",
    "nas": "{nämnd} avstyrker",
    "nask": "{nämnd} avskriver ärendet.",
    "nu": "{nämnd} utser",
    "nup": "{nämnd} upphäver",
    "oj": "Paragrafen förklaras omedelbart justerad.",
    "op": "Ordföranden ställer proposition på förslaget och finner att nämnden beslutar enligt "
    "det.",
    "om": "Ordföranden ställer förslagen mot varandra och finner att nämnden beslutar enligt",
}


@dataclass(frozen=True)
class Expansion:
    """``length`` characters before the cursor are replaced by ``text``."""

    length: int
    text: str


def phrases_of(own: str, committee: str) -> dict[str, str]:
    """Short word → phrase: the standard ones, and the committee's ``kort = fras; …`` among them.

    The committee's win; one that is empty after ``=`` takes the standard one away.
    """
    found = dict(STANDARD)
    for line in own.split(";"):
        short, equals, phrase = line.partition("=")
        if not equals or not short.strip():
            continue
        if phrase.strip():
            found[short.strip().casefold()] = phrase.strip()
        else:
            found.pop(short.strip().casefold(), None)
    return {short: phrase.replace(COMMITTEE, committee) for short, phrase in found.items()}


def expansion(before: str, phrases: Mapping[str, str]) -> Expansion | None:
    """What the word just before the cursor stands for, if it is a short word.

    ``before`` is the line up to the cursor. A ``;`` in front of the word is taken along.
    """
    word = before.split(" ")[-1].split("\t")[-1]
    phrase = phrases.get(word.lstrip(";").casefold()) if word else None
    return None if phrase is None else Expansion(len(word), phrase)


def completion(before: str, phrases: Mapping[str, str]) -> str:
    """The rest of a phrase whose first words stand on the line; empty when none is meant.

    Only when a word is finished and a single phrase fits: a guess must not be in the way.
    """
    started = before.lstrip()
    if len(started) < len("Omsorgs") or " " not in started:
        return ""
    fitting = [one for one in phrases.values() if one.startswith(started) and one != started]
    return fitting[0][len(started) :] if len(fitting) == 1 else ""
