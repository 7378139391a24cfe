"""Words that look like somebody's name, birth date or address, in a text that may not tell it.

The register of unenforced decisions may not say who a row is about (B8). A birth date is told
from its digits; a name only by how it looks, so what is found is refused where no name belongs
and pointed out where the text is free.
"""

from __future__ import annotations

import re

from nämndtui.model.unenforced.given_names import GIVEN_NAMES, words_of
from nämndtui.model.unenforced.legal_catalogue import MEASURES

_BIRTH_DATE = re.compile(
    r"(?<![0-9])(?<![0-9][-/:.])"
    r"(?:(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
    r"|[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))(?![0-9]|[-/:.][0-9])"
)
_WORD = r"[^\W\d_]+(?:[-’'][^\W\d_]+)*"
_PAIR = re.compile(rf"(?=\b({_WORD})(,? )({_WORD})\b)")
_TO_SOMEBODY = re.compile(
    rf"\b(?:åt|för|med|till|om|hos)\s+({_WORD})(?:\s+({_WORD}))?", re.IGNORECASE
)
_ADDRESS = re.compile(
    r"\b[^\W\d_]+(?:gatan|vägen|gränden?|stigen)\s+[0-9]+\s?[A-Za-z]?\b", re.IGNORECASE
)
_PLACE_WORDS = words_of(
    """
    norra södra östra västra norr söder öster väster öst väst centrum nya gamla stora lilla
    övre nedre inre yttre mellersta sankt sankta villa kvarteret enheten enhet gruppbostaden
    gruppbostad gruppboendet boendet boende serviceboendet servicebostaden träffpunkten
    förvaltningen nämnden kommun kommunen region regionen januari februari mars april maj juni
    juli augusti september oktober november december måndag tisdag onsdag torsdag fredag
    """
)
_SHORT_FORMS = words_of("sol lss ivo hvb kf ks lov säbo skr kl fl osl hsl ssk")
_SURNAME = re.compile(r"(?:sson|sdotter|qvist|kvist|ström|gren|dahl|stedt|strand)s?$")


_WORDS_TOO = ("alma", "bo", "dan", "gun", "kent", "linda", "moa", "per", "sten", "stig", "vera")


def birth_date_in(text: str) -> str:
    """Six or eight digits that may be a birth date, not part of a date written ``2026-06-04``."""
    found = _BIRTH_DATE.search(text)
    return found[0] if found else ""


def person_in(text: str) -> str:
    """The first words that look like a person or an address, as written; empty when none do."""
    if found := _ADDRESS.search(text):
        return found[0]
    for found in _TO_SOMEBODY.finditer(text):
        if _is_given_alone(found[1]) or (found[2] and _are_name(found[1], found[2], False)):
            return found[0]
    for found in _PAIR.finditer(text):
        first, between, last = found[1], found[2], found[3]
        if between.startswith(","):
            named = _is_given(last) and _capital(first) and _capital(last)
        else:
            named = _are_name(first, last, _begins_sentence(text, found.start()))
        if named and not _after_place(text, found.start()):
            return f"{first}{between}{last}"
    return ""


def _are_name(first: str, last: str, begins: bool) -> bool:
    """True for given name and surname. Any word has a capital where a sentence begins."""
    if _is_known(first) or _is_known(last):
        return False
    if _is_given(first) and (_capital(last) or _SURNAME.search(last.casefold())):
        return True
    if not (_capital(first) and _capital(last)):
        return False
    return not begins or bool(_SURNAME.search(last.casefold()))


def _is_given(word: str) -> bool:
    return word.casefold() in GIVEN_NAMES


def _is_given_alone(word: str) -> bool:
    """A given name without surname: one that is a word too must have its capital."""
    return _is_given(word) and (_capital(word) or word not in _WORDS_TOO)


def _capital(word: str) -> bool:
    return word[0].isupper() and len(word) > 1


def _is_known(word: str) -> bool:
    folded = word.casefold()
    return folded in _PLACE_WORDS or folded in _SHORT_FORMS or folded in _CATALOGUE_WORDS


def _begins_sentence(text: str, at: int) -> bool:
    before = text[:at].rstrip()
    return not before or before[-1] in ".!?:;" or "\n" in text[len(before) : at]


def _after_place(text: str, at: int) -> bool:
    return bool(re.search(r"\b(?:i|på|vid)\s+$", text[:at], re.IGNORECASE))


_CATALOGUE_WORDS = frozenset(
    word for measure in MEASURES for word in re.findall(_WORD, measure.name.casefold())
)
