"""The office's own keys for individuals: codes that say nothing about anybody (B8).

A committee may have its own patterns, parted by commas: ``#`` is a number, ``@`` a letter, and
every other sign is itself (``Rad #, SoL-#``).
"""

from __future__ import annotations

import re

from nämndtui.model.text.errors import InvalidInputError
from nämndtui.model.unenforced.person_words import birth_date_in, person_in

LONGEST_KEY = 12
_PARTS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LETTERS = re.compile(r"[^\W\d_]{4}")
_SIGNS = {"#": r"\d+", "@": r"[^\W\d_]"}


def key_fault(key: str, patterns: str = "") -> str:
    """What is wrong with a key, in Swedish; empty when it is fit to be one.

    Without ``patterns`` it is letters and digits without spaces, at most three letters in a row
    and at least one digit: ``A12``, ``2026-17``, ``LSS4``.
    """
    if not key.strip():
        return "Raden behöver en egen nyckel, till exempel A12."
    if birth_date_in(key.replace("-", "")):
        return (
            f"”{key[:20]}” kan vara ett födelsedatum. Använd en nyckel som inte säger något "
            "om personen, till exempel A12."
        )
    if person_in(key):
        return (
            f"”{key[:40]}” ser ut som ett namn eller en adress. Registret får inte säga vem det "
            "gäller; använd en nyckel, till exempel A12."
        )
    if len(key) > LONGEST_KEY:
        return f"Nyckeln får vara högst {LONGEST_KEY} tecken, till exempel A12."
    if patterns.strip():
        if any(one.fullmatch(key) for one in check_key_patterns(patterns)):
            return ""
        return (
            f"”{key}” följer inte nämndens mönster för nycklar ({patterns.strip()}). "
            "Mönstret står under Inställningar."
        )
    if _PARTS.fullmatch(key) and re.search(r"\d", key) and not _LETTERS.search(key):
        return ""
    return (
        f"”{key}” är ingen nyckel. Använd en kod av siffror och högst tre bokstäver i följd, utan "
        "mellanslag, som inte säger vem det är, till exempel A12."
    )


def check_key_patterns(patterns: str) -> tuple[re.Pattern[str], ...]:
    """The patterns, ready to try a key against. Raises InvalidInputError for one without ``#``."""
    found = [" ".join(part.split()) for part in patterns.split(",") if part.strip()]
    for one in found:
        if "#" not in one:
            raise InvalidInputError(
                f"Mönstret ”{one}” saknar # som står för ett nummer. Skriv till exempel Rad #.",
                "support_key_patterns",
            )
    return tuple(
        re.compile("".join(_SIGNS.get(sign, re.escape(sign)) for sign in one)) for one in found
    )
