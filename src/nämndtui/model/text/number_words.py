"""Numbers in Swedish text: words to twelve, digits from thirteen, and how nouns follow them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

Gender = Literal["neuter", "common"]
"""Grammatical gender: ``neuter`` says *ett* (beslut, avbrott), ``common`` *en* (månad)."""

_WORDS = (
    *("noll", "ett", "två", "tre", "fyra", "fem", "sex"),
    *("sju", "åtta", "nio", "tio", "elva", "tolv"),
)
_ORDINALS = (
    *("nollte", "första", "andra", "tredje", "fjärde", "femte", "sjätte"),
    *("sjunde", "åttonde", "nionde", "tionde", "elfte", "tolfte"),
)
_PRINTED = str.maketrans({",": "\u00a0", ".": ",", "-": "\u2212"})


def number_word(n: int, gender: Gender = "neuter") -> str:
    """``n`` as a word from 0 to 12 (*ett* or *en* by ``gender``), in digits beyond."""
    if not 0 <= n < len(_WORDS):
        return number_text(n)
    return "en" if n == 1 and gender == "common" else _WORDS[n]


def count_words(*numbers: int, gender: Gender = "neuter") -> list[str]:
    """The counts of one sentence: words, or digits throughout when any is above 12."""
    if any(not 0 <= n < len(_WORDS) for n in numbers):
        return [number_text(n) for n in numbers]
    return [number_word(n, gender) for n in numbers]


def ordinal(n: int) -> str:
    """``första`` … ``tolfte``, then ``13:e``, ``21:a``. ``n`` is 0 or more."""
    if n < len(_ORDINALS):
        return _ORDINALS[n]
    ending = "a" if n % 10 in (1, 2) and n % 100 not in (11, 12) else "e"
    return f"{n}:{ending}"


def noun_form(n: int, singular: str, many: str) -> str:
    """The form of the noun that follows ``n``: ``noun_form(2, "dag", "dagar")`` → ``dagar``."""
    return singular if n in (1, -1) else many


def plural(n: int, singular: str, many: str) -> str:
    """``n`` in digits with its noun: ``1 dag``, ``3 dagar``."""
    return f"{number_text(n)} {noun_form(n, singular, many)}"


def number_text(value: int | float | Decimal, decimals: int | None = None) -> str:
    """``value`` in Swedish digits: ``1 067 317``, ``−2,5``.

    Thousands are parted by no-break spaces, minus is U+2212. ``decimals`` rounds (half to even
    for the exact value); None prints the decimals there are.
    """
    if decimals is not None:
        return f"{value:z,.{decimals}f}".translate(_PRINTED)
    exact = Decimal(repr(value)) if isinstance(value, float) else value
    return (f"{exact:,}" if isinstance(exact, int) else f"{exact:z,f}").translate(_PRINTED)


def join_swedish(parts: Sequence[str], word: str = "och") -> str:
    """``a, b och c``: commas, and ``word`` before the last."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"
