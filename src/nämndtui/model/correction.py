"""Corrections (rättelse) of adjusted minutes: visible, never instead of the text (F 26, B4)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

CORRECTED_FIELDS = (
    "points",
    "motions",
    "procedure",
    "vote",
    "disqualification",
    "reservations",
    "notes",
    "attendance",
    "title",
)
CORRECTION_BASES = ("clerical", "missing_paragraph", "other")
"""Skrivfel (FL 36 §), paragraf saknades, annat. Substance needs a new decision."""


@dataclass(frozen=True)
class Correction:
    """What was corrected in a § after adjustment: when, by whom, why, and both texts."""

    id: int
    paragraph_id: int
    made_on: dt.date
    made_by: str
    basis: str
    field: str
    before: str
    after: str
    reason: str


def suggests_new_notice(correction: Correction) -> bool:
    """True when the notice should be posted again: the decision's own text was touched."""
    return correction.field == "points" or correction.basis == "missing_paragraph"
