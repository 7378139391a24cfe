"""Corrections (rättelse) of adjusted minutes: visible, never instead of the text (F 26, B4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.meeting import Paragraph
from nämndtui.model.text.point_text import points_to_text

CorrectedField = Literal[
    "points",
    "motions",
    "procedure",
    "vote",
    "disqualification",
    "reservations",
    "notes",
    "attendance",
    "title",
]
CORRECTED_FIELDS: tuple[CorrectedField, ...] = get_args(CorrectedField)
CorrectionBasis = Literal["clerical", "missing_paragraph", "other"]
CORRECTION_BASES: tuple[CorrectionBasis, ...] = get_args(CorrectionBasis)
"""Skrivfel (FL 36 §), paragraf saknades, annat. Substance needs a new decision."""


@dataclass(frozen=True)
class Correction:
    """What was corrected in a § after adjustment: when, by whom, why, and both texts."""

    id: int
    paragraph_id: int
    made_on: dt.date
    made_by: str
    basis: CorrectionBasis
    field: CorrectedField
    before: str
    after: str
    reason: str


def suggests_new_notice(correction: Correction) -> bool:
    """True when the notice should be posted again: the decision's own text was touched."""
    return correction.field == "points" or correction.basis == "missing_paragraph"


def corrected_text(text: str, field: CorrectedField, corrections: Iterable[Correction]) -> str:
    """``text`` as it reads after the corrections of that field, oldest first; both are kept."""
    for one in corrections:
        if one.field == field:
            text = one.after
    return text


def latest_wording(
    item: AgendaItem, paragraph: Paragraph, field: CorrectedField, corrections: Iterable[Correction]
) -> str:
    """What a field of a § says now: as adjusted, or as last corrected; points as they are typed.

    Attendance is written in several places, so what it says is not known here.
    """
    if field == "points":
        original = points_to_text(paragraph.points)
    else:
        original = item.title if field == "title" else str(getattr(paragraph, field, ""))
    own = [one for one in corrections if one.paragraph_id == paragraph.id]
    return corrected_text(original, field, own)


def correction_mark(correction: Correction) -> str:
    """The visible mark in the §: ``Rättat 2026-12-20 av Anna Alm: skrivfel i summan.``"""
    return f"Rättat {correction.made_on.isoformat()} av {correction.made_by}: {correction.reason}"
