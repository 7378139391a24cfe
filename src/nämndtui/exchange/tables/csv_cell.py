"""One cell of a CSV file: safe in a spreadsheet, and the same text when read back."""

from __future__ import annotations

import re

LIST_SEPARATOR = " | "
"""Stands between the values of a cell that holds a list."""

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")
_NEGATIVE = re.compile(r"-[0-9]{1,3}(?:[ \u00a0]?[0-9]{3})*(?:[.,][0-9]+)?|-[0-9]+(?:[.,][0-9]+)?")


def guard_cell(text: str) -> str:
    """``text`` such that no spreadsheet takes it for a formula: an apostrophe is put before.

    A plain negative number (``-5``, ``-1 250,50``) stays. ``restore_cell`` is the inverse.
    """
    if _FORMULA.match(text) and not _NEGATIVE.fullmatch(text):
        return f"'{text}"
    return text


def restore_cell(text: str) -> str:
    """What ``guard_cell`` was given."""
    return text[1:] if _GUARDED.match(text) else text
