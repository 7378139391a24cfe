"""Diary numbers (diarienummer) in all the forms Swedish municipalities print them.

The fast look-up path loads this module, so it imports nothing a bare Python start has to fetch
from afar.

A number is read as at most one prefix of letters and two or three groups of digits:

* The year is the group of four digits 1900–2099. Where two groups could be the year, the first
  is it when there is a prefix, else the last. Two digits (``31/16``) are a year only at the end,
  after a slash, and mean 2000–2099.
* The group beside it is the serial. A third group is the class in the records plan. It stands
  last (``KS/2020:248-003``, ``2021/KS 0280 013``) or, when the year is last, first:
  ``106-156/2013`` is class 106, serial 156, year 2013.
* Three groups without a prefix are read only in that last form, so a date is never a number.
"""

from __future__ import annotations

from collections import namedtuple
from itertools import groupby

from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.errors import InvalidInputError

_SEPARATORS = " /:-._"
_SAME_AS = {0xA0: " ", 0x2013: "-", 0x2010: "-", 0x2011: "-", 0x2212: "-"}
_LONGEST = 60
_SERIAL_DIGITS = 9
_LEADING_WORDS = ("dnr", "diarienr", "diarienummer")
_Groups = list[tuple[str, str]]


class DiaryNumberError(InvalidInputError, ValueError):
    """The text is no diary number, or the pattern cannot print one; the message is Swedish."""


class DiaryNumber(namedtuple("DiaryNumber", "prefix year serial class_code", defaults=("",))):
    """One diary number. ``prefix`` is as written, ``year`` four digits, ``class_code`` text."""

    __slots__ = ()
    prefix: str
    year: int
    serial: int
    class_code: str

    @property
    def sort_key(self) -> tuple[int, int]:
        """Year then serial: the order of a diary."""
        return (self.year, self.serial)

    @property
    def key(self) -> tuple[str, int, int]:
        """What makes the number unique: casefolded prefix, year, serial."""
        return (self.prefix.casefold(), self.year, self.serial)


def parse_diary_number(text: str, pattern: str = "") -> DiaryNumber:
    """The diary number written in ``text``, whatever its spacing, case or Unicode form.

    ``pattern`` is the own diary's pattern; it settles which group is the year when two could be.
    Raises DiaryNumberError when ``text`` is something else.
    """
    line = clean_line(text)
    prefix, groups = _split(line.translate(_SAME_AS)) if len(line) <= _LONGEST else (None, [])
    if prefix is not None:
        own_order = pattern.find("{year") < pattern.find("{serial")
        number = _read(prefix, groups, own_order if pattern else bool(prefix))
        if number is not None:
            return number
    shown = line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
    raise DiaryNumberError(
        f"”{shown}” är inget diarienummer. Skriv förkortning, år och löpnummer, "
        "till exempel VON/2017:106."
    )


def looks_like_diary_number(text: str) -> bool:
    """True when ``parse_diary_number`` can read ``text``."""
    try:
        parse_diary_number(text)
    except DiaryNumberError:
        return False
    return True


def check_pattern(pattern: str) -> None:
    """Accepts a pattern such as ``{prefix}/{year}:{serial:05d}`` or raises DiaryNumberError.

    Fields: ``prefix`` (optional), ``year`` and ``serial``, each once; ``serial`` may have a width.
    Between them only separators, and at least one between year and serial, so that what is
    printed can be read back.
    """
    _pattern_parts(pattern)


def format_diary_number(number: DiaryNumber, pattern: str) -> str:
    """``number`` printed by ``pattern``; the class is left out.

    Separators left at the ends by an empty prefix are dropped. Raises DiaryNumberError for a
    pattern that ``check_pattern`` refuses.
    """
    values = {"prefix": number.prefix, "year": f"{number.year:04d}", "": ""}
    printed = ""
    for literal, field, width in _pattern_parts(pattern):
        value = f"{number.serial:0{width}d}" if field == "serial" else values[field]
        printed += literal + value
    return printed.strip(_SEPARATORS)


def _kind(character: str) -> str:
    if character in _SEPARATORS:
        return "separator"
    if character.isascii() and character.isdigit():
        return "digits"
    return "letters" if character.isalpha() else "foreign"


def _split(line: str) -> tuple[str | None, _Groups]:
    """The prefix (None when the shape is foreign) and the (separator before, digits) groups."""
    runs = [(kind, "".join(run)) for kind, run in groupby(line.strip(_SEPARATORS), _kind)]
    if len(runs) > 2 and runs[0][1].casefold() in _LEADING_WORDS:
        runs = runs[2:] if runs[1][0] == "separator" else runs[1:]
    kinds = [kind for kind, _ in runs]
    if "foreign" in kinds:
        return None, []
    groups: _Groups = []
    for index, (kind, run) in enumerate(runs):
        if kind == "digits":
            before = runs[index - 1] if index else ("", "")
            groups.append((before[1].strip() if before[0] == "separator" else "", run))
    return _prefix(runs), groups


def _prefix(runs: list[tuple[str, str]]) -> str | None:
    """The letters as one prefix; None when they stand in more than one place."""
    places = [index for index, (kind, _) in enumerate(runs) if kind == "letters"]
    if not places:
        return ""
    together = runs[places[0] : places[-1] + 1]
    joined = all(kind == "letters" or run in (" ", "-") for kind, run in together)
    return "".join(run for _, run in together) if joined else None


def _read(prefix: str, groups: _Groups, year_first: bool) -> DiaryNumber | None:
    """The number those groups stand for, or None."""
    texts = [digits for _, digits in groups]
    if len(texts) == 3:
        if prefix and _is_year(texts[0]):
            return _number(prefix, texts[0], texts[1], texts[2])
        if groups[1][0] == "-" and groups[2][0] == "/" and _is_year(texts[2]):
            return _number(prefix, texts[2], texts[1], texts[0])
        return None
    if len(texts) != 2:
        return None
    first, last = texts
    if _is_year(first) and (year_first or not _is_year(last)):
        return _number(prefix, first, last)
    if _is_year(last):
        return _number(prefix, last, first)
    if len(last) == 2 and groups[1][0] == "/":
        return _number(prefix, "20" + last, first)
    return None


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and "1900" <= digits <= "2099"


def _number(prefix: str, year: str, serial: str, class_code: str = "") -> DiaryNumber | None:
    if len(serial) > _SERIAL_DIGITS or int(serial) == 0:
        return None
    return DiaryNumber(prefix, int(year), int(serial), class_code)


def _pattern_parts(pattern: str) -> list[tuple[str, str, int]]:
    """The pattern as (literal before, field, width); a last literal has the field ``""``."""
    parts: list[tuple[str, str, int]] = []
    rest = pattern
    while rest:
        literal, brace, rest = rest.partition("{")
        if literal.strip(_SEPARATORS):
            raise _bad_pattern(pattern)
        if not brace:
            parts.append((literal, "", 0))
            break
        field, closed, rest = rest.partition("}")
        name, _, width = field.partition(":")
        if not closed or (width and name != "serial") or name not in ("prefix", "year", "serial"):
            raise _bad_pattern(pattern)
        parts.append((literal, name, _width(width, pattern)))
    _check_order(parts, pattern)
    return parts


def _width(text: str, pattern: str) -> int:
    if not text:
        return 1
    if len(text) == 3 and text[0] == "0" and text[1] in "123456789" and text[2] == "d":
        return int(text[1])
    raise _bad_pattern(pattern)


def _check_order(parts: list[tuple[str, str, int]], pattern: str) -> None:
    """Raises when a field is missing or doubled, or when year and serial would run together."""
    fields = [field for _, field, _ in parts if field]
    if len(fields) != len(set(fields)) or not {"year", "serial"} <= set(fields):
        raise _bad_pattern(pattern)
    low, high = sorted((fields.index("year"), fields.index("serial")))
    if not any(literal for literal, _, _ in parts[low + 1 : high + 1]):
        raise _bad_pattern(pattern)


def _bad_pattern(pattern: str) -> DiaryNumberError:
    shown = pattern if len(pattern) <= _LONGEST else pattern[: _LONGEST - 1] + "…"
    return DiaryNumberError(
        f"Diarienumrets mönster ”{shown}” går inte att använda. Det ska innehålla {{year}} och "
        "{serial}, får innehålla {prefix}, och mellan dem får det bara stå / : - . _ eller "
        "mellanslag. Exempel: {prefix}/{year}:{serial} eller {prefix} {year}/{serial:05d}."
    )
