"""What a text claims was decided, voted or moved: compared with what the facts would claim.

Only claims made in the program's own turns of phrase are read, so a text in other words claims
nothing here; that it lacks the facts' sentence is told as a remark instead.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

_IN_ORDER = ("ja-röst för", "nej-röst för", "utsett", "beslutat enligt", "beslutar enligt")
"""Phrases whose proposals come in the order of the votes."""
_CUES = (*_IN_ORDER, "valt", "faller på", "bifall till", "avslag på")
_CHOICES = (
    re.compile(r"\b(nämnden) (bifaller|avslår) det\b"),
    re.compile(r"\b(beslutat att) (bifalla|avslå)\b"),
    re.compile(r"\b(ärendet ska) (avgöras|återremitteras|bordläggas)\b"),
    re.compile(r"\b(beslutat att ärendet) (avgörs|återremitteras|bordläggs)\b"),
    re.compile(r"\b(finner|därmed|yrkar|reserverar sig) (inte|ej)\b"),
)
_MOVES = re.compile(r"([^.:\n]*)\byrkar (bifall|avslag)\b")
_PARTY = re.compile(r"\s*\([^()\n]{1,12}\)")
_MARKS = re.compile(r"[*_\\]")

Claims = Mapping[str, tuple[str, ...]]
"""Phrase → what it was said of, in order."""


def claims(text: str, labels: Collection[str], people: Collection[str]) -> Claims:
    """The claims of ``text`` about proposals ``labels`` and by ``people`` (names)."""
    plain = folded(_PARTY.sub("", text))
    found: dict[str, list[str]] = {}
    for phrase, said in _all(plain, labels, people):
        found.setdefault(phrase, []).append(said)
    return {phrase: tuple(said) for phrase, said in found.items()}


def contradictions(written: Claims, wanted: Claims) -> Iterator[tuple[str, str]]:
    """(phrase, what it is said of) for each claim of a text that the facts do not make."""
    for phrase, said in written.items():
        meant = wanted.get(phrase, ())
        other = [one for one in said if one not in meant]
        if not other and phrase in _IN_ORDER and len(said) == len(meant) and said != meant:
            other = [mine for mine, theirs in zip(said, meant, strict=True) if mine != theirs]
        yield from ((phrase, one) for one in dict.fromkeys(other))


def folded(text: str) -> str:
    """``text`` without letter case, emphasis and line breaks: what two texts are compared in."""
    return " ".join(_MARKS.sub("", text).casefold().split())


def _all(text: str, labels: Collection[str], people: Collection[str]) -> Iterator[tuple[str, str]]:
    known = sorted({folded(_PARTY.sub("", one)) for one in labels if one}, key=len, reverse=True)
    for cue in _CUES:
        for place in re.finditer(rf"\b{cue} ", text):
            rest = text[place.end() :]
            label = next((one for one in known if rest.startswith(one)), "")
            if label:
                yield cue, label
    for pattern in _CHOICES:
        yield from ((found[1], found[2]) for found in pattern.finditer(text))
    for moved in _MOVES.finditer(text):
        for name in people:
            if folded(name) in moved[1]:
                yield f"{name} yrkar", moved[2]
