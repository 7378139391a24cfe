"""Finds Swedish personal numbers (personnummer, samordningsnummer) that must not be stored.

A personal number is six or eight digits of birth date (day + 60 in a samordningsnummer), a
separator or none, and four digits. Text that is as likely a telephone number, a timestamp or an
amount counts only when its check digit is right; every other plausible number counts even with
a wrong one, for a mistyped personal number still points at somebody.
"""

from __future__ import annotations

import re

_CANDIDATE = re.compile(
    r"(?<![0-9])(?<![0-9][/:.,])"
    r"(?P<century>18|19|20)?(?P<year>[0-9]{2})"
    r"(?P<inner>-?)(?P<month>[0-9]{2})(?P=inner)(?P<day>[0-9]{2})"
    r"(?P<separator>[^\S\n]?[-+–−‐‑][^\S\n]?|[^\S\n]?)(?P<last>[0-9]{4})"
    r"(?![0-9])(?![.,:][0-9])"
)
_LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def find_personal_number(text: str) -> str | None:
    """The first personal number in ``text``, as written there; None when there is none."""
    start = 0
    while found := _CANDIDATE.search(text, start):
        if _is_personal_number(found):
            return found[0]
        start = found.start() + 1
    return None


def _is_personal_number(found: re.Match[str]) -> bool:
    month, day = int(found["month"]), int(found["day"])
    if not (1 <= month <= 12 and 1 <= (day - 60 if day > 60 else day) <= _LONGEST_MONTH[month - 1]):
        return False
    if found["inner"] and not (found["century"] and found["separator"].strip()):
        return False
    return not _could_be_other(found) or _check_digit_is_right(found)


def _could_be_other(found: re.Match[str]) -> bool:
    """True for what is as likely a telephone number, a timestamp or numbers side by side."""
    separator = found["separator"]
    if separator:
        return not separator.strip() or (bool(found["inner"]) and _is_clock(found["last"]))
    if found["century"] == "20":
        return _is_clock(found["last"])
    return found["century"] is None and found["year"].startswith("0")


def _is_clock(digits: str) -> bool:
    return int(digits[:2]) < 24 and int(digits[2:]) < 60


def _check_digit_is_right(found: re.Match[str]) -> bool:
    """Luhn's test over the ten last digits."""
    digits = found["year"] + found["month"] + found["day"] + found["last"]
    doubled = (int(digit) * (2 - index % 2) for index, digit in enumerate(digits))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0
