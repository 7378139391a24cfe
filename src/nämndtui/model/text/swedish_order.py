"""Swedish alphabetical order without the machine's locale, and spelling without diacritics.

a–z å ä ö; w after v (since 2006); é = e, ü = y, æ = ä, ø = ö; case does not matter; white space
before punctuation before digits before letters. The fast look-up path loads this module, so it
imports ``unicodedata`` and nothing else.
"""

from __future__ import annotations

from unicodedata import combining, normalize

_SPACE = "\x01"
_PUNCTUATION = "\x02"


def _order_table() -> dict[int, str]:
    table = {code: _PUNCTUATION + chr(code) for code in range(0x80)}
    table.update({ord(digit): digit for digit in "0123456789"})
    for small in "abcdefghijklmnopqrstuvwxyz":
        table[ord(small)] = table[ord(small.upper())] = small
    table.update(dict.fromkeys((0x09, 0x0A, 0x20), _SPACE))
    # The three characters after z in ASCII stand for the three letters after z in Swedish.
    for letters, place in (("åÅ", "{"), ("äÄæÆ", "|"), ("öÖøØőŐ", "}"), ("üÜűŰ", "y")):
        table.update({ord(letter): place for letter in letters})
    table.update({ord(a): b for a, b in zip("éÉèÈàÀłŁđĐ", "eeeeaalldd", strict=True)})
    return table


_ORDER = _order_table()
_FOLDED = {0xE6: "a", 0xF8: "o", 0x142: "l", 0x111: "d"}


def sort_key(text: str) -> str:
    """A string that compares, code point by code point, as ``text`` sorts in Swedish."""
    if text.isascii():
        return text.translate(_ORDER)
    key = normalize("NFC", text).translate(_ORDER)
    return key if key.isascii() else "".join(map(_place, key))


def surname_key(name: str) -> str:
    """The order of persons: by surname, then by the rest of the name.

    The surname is the last word, or what stands before a comma; a party in parentheses at the
    end is ignored. ``von``, ``af`` and the like do not count (``von Sydow`` stands under S).
    """
    person = name.split("(", 1)[0].strip() or name
    surname, comma, given = person.partition(",")
    if comma:
        surnames, givens = surname.split(), given.split()
    else:
        *givens, last = person.split() or [""]
        surnames = [last]
    while len(surnames) > 1 and surnames[0].islower():
        del surnames[0]
    while len(givens) > 1 and givens[-1].islower():
        del givens[-1]
    return f"{sort_key(' '.join(surnames))}\x00{sort_key(' '.join(givens))}"


def collate(a: str, b: str) -> int:
    """−1, 0 or 1 as ``a`` sorts before, with or after ``b``: an SQLite collation."""
    if a == b:
        return 0
    left, right = sort_key(a), sort_key(b)
    return (left > right) - (left < right)


def fold(text: str) -> str:
    """``text`` casefolded and without diacritics: ``Ärende`` → ``arende``, ``idé`` → ``ide``."""
    if text.isascii():
        return text.lower()
    bare = (c for c in normalize("NFD", text.casefold()) if not combining(c))
    return normalize("NFC", "".join(bare)).translate(_FOLDED)


def _place(character: str) -> str:
    """The key of one character that the table has no place for."""
    if character.isascii():
        return character
    letters = [c for c in normalize("NFKD", character).casefold() if not combining(c)]
    return "".join(
        c if c.isalnum() and not c.isascii() else _ORDER.get(ord(c), _PUNCTUATION + c)
        for c in letters
    )
