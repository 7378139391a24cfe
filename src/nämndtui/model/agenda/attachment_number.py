"""Attachment numbers (bilagor) within one item: ``1``, ``2``, ``2:1`` …"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import total_ordering

from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.errors import InvalidInputError

_FORM = re.compile(
    r"(?:bilaga(?:\s+nr)?\.?\s*)?([0-9]{1,4})(?:\s*[:.]\s*([0-9]{1,4}))?\s*:?", re.IGNORECASE
)


@total_ordering
@dataclass(frozen=True)
class AttachmentNumber:
    """``main``, or ``main:sub`` for a sub-attachment; both 1 or more.

    Ordered as printed: 1, 2, 2:1, 2:2, 3. Raises InvalidInputError for a number below 1.
    """

    main: int
    sub: int | None = None

    def __post_init__(self) -> None:
        if self.main < 1 or (self.sub is not None and self.sub < 1):
            raise InvalidInputError("Bilagor numreras från 1. Skriv till exempel 2 eller 2:1.")

    def __lt__(self, other: AttachmentNumber) -> bool:
        return (self.main, self.sub or 0) < (other.main, other.sub or 0)

    def __str__(self) -> str:
        return f"{self.main}" if self.sub is None else f"{self.main}:{self.sub}"


def parse_attachment_number(text: str) -> AttachmentNumber:
    """The number in ``2:1``, ``2`` or ``Bilaga 2:1``. Raises InvalidInputError."""
    line = clean_line(text)
    found = _FORM.fullmatch(line)
    if not found:
        raise InvalidInputError(
            f"”{line[:40]}” är inget bilagenummer. Skriv till exempel 2 eller 2:1."
        )
    return AttachmentNumber(int(found[1]), int(found[2]) if found[2] else None)


def label(number: AttachmentNumber, single: bool) -> str:
    """``Bilaga 2:1``; the item's only attachment (``single``) is just ``Bilaga``."""
    return "Bilaga" if single else f"Bilaga {number}"


def gaps(numbers: Iterable[AttachmentNumber]) -> list[str]:
    """What is wrong with the numbering of one item's attachments, a Swedish sentence each.

    Main numbers run 1..n and sub-numbers 1..m without gaps, none twice. A main number exists
    when an attachment has it alone or with a sub-number: ``1, 2:1, 2:2`` is whole.
    """
    given = sorted(numbers)
    used = set(given)
    found = [
        f"Bilaga {number} finns mer än en gång. Ge den ena ett annat nummer."
        for number in sorted(used)
        if given.count(number) > 1
    ]
    mains = {number.main for number in used}
    found += _missing(mains, "")
    for main in sorted(mains):
        subs = {number.sub for number in used if number.main == main and number.sub}
        found += _missing(subs, f"{main}:")
    return found


def _missing(present: set[int], before: str) -> list[str]:
    """A sentence for each unbroken gap below the highest number present."""
    sentences = []
    previous = 0
    for number in sorted(present):
        first, last = previous + 1, number - 1
        what = f"{before}{first}" if first == last else f"{before}{first}–{before}{last}"
        if first <= last:
            sentences.append(
                f"Bilaga {what} saknas före bilaga {before}{number}. "
                "Lägg till det som saknas eller numrera om."
            )
        previous = number
    return sentences
