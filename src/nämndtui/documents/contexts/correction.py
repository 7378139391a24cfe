"""Corrections of an adjusted §: both wordings, when, by whom and why (F 26)."""

from __future__ import annotations

from nämndtui.documents.contexts.committee import Context
from nämndtui.model.agenda.meeting import Paragraph
from nämndtui.model.calendar.swedish_dates import iso, long_date
from nämndtui.model.record.correction import CorrectedField, Correction, CorrectionBasis
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.point_text import text_to_points
from nämndtui.model.text.vocabulary import swedish

_CLERICAL = "skrivfel"
_LAW = "36\u00a0§ förvaltningslagen"


def corrections_context(dossier: MeetingDossier, paragraph: Paragraph) -> list[Context]:
    """``rättelser`` of a §, oldest first; both wordings are lists of Markdown."""
    authority = dossier.item(paragraph.item_id).exercise_of_authority
    return [_correction(one, authority) for one in dossier.corrections_of(paragraph)]


def basis_text(basis: CorrectionBasis, exercise_of_authority: bool) -> str:
    """On what ground: FL 36 § holds for decisions on individuals, elsewhere it is only likened to
    (FL 2 §)."""
    word = swedish("correction_basis", basis)
    if basis != "clerical":
        return word
    return f"{word}, {_LAW}" if exercise_of_authority else f"{word}, jämför {_LAW}"


def _correction(one: Correction, authority: bool) -> Context:
    return {
        "datum": iso(one.made_on),
        "datum_i_text": long_date(one.made_on),
        "av": clean_line(one.made_by),
        "avser": swedish("minutes_field", one.field),
        "grund": basis_text(one.basis, authority),
        "skäl": clean_line(one.reason),
        "före": _wording(one.field, one.before),
        "efter": _wording(one.field, one.after),
    }


def _wording(field: CorrectedField, text: str) -> list[str]:
    """The points of a decision, which are printed numbered; the one text of another field."""
    points = text_to_points(text) if field == "points" else (text.strip(),)
    return [one for one in points if one]
