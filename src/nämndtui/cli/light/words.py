"""Names of commands and options: accepted with å, ä, ö, decomposed, or as a, a, o.

The fast look-ups load this module; it imports hardly more than ``unicodedata``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from unicodedata import normalize

from nämndtui.cli.light.usage_error import UsageError

_PLAIN = {0xE5: "a", 0xE4: "a", 0xF6: "o"}


def plain_word(word: str) -> str:
    """``word`` in small letters without å, ä and ö: ``Säkerhetskopiera`` → ``sakerhetskopiera``."""
    return normalize("NFC", word).lower().translate(_PLAIN)


def find_word(word: str, known: Iterable[str]) -> str | None:
    """The one of ``known`` that ``word`` is, however its letters are written."""
    wanted = plain_word(word)
    return next((name for name in known if plain_word(name) == wanted), None)


def nearest_word(word: str, known: Iterable[str]) -> str | None:
    """The one of ``known`` most like a misspelt ``word``, if any is like it."""
    from difflib import get_close_matches

    names = {plain_word(name): name for name in known}
    close = get_close_matches(plain_word(word), names, 1, 0.6)
    return names[close[0]] if close else None


def word_among(written: str, known: Sequence[str], what: str) -> str:
    """The one of ``known`` that ``written`` is; ``what`` is what the user calls them (Slaget).

    Raises UsageError naming the nearest, or all.
    """
    found = find_word(written, known)
    if found is None:
        near = nearest_word(written, known)
        hint = f"Menade du {near}?" if near else f"Välj bland: {', '.join(known)}."
        raise UsageError(f"{what} {written[:40]} finns inte. {hint}")
    return found
