"""Unenforced decisions out of the list an office has kept so far."""

from __future__ import annotations

import re
from datetime import date

from nämndtui.exchange.column_matching import ImportField
from nämndtui.exchange.table_values import RowCells
from nämndtui.model.errors import InvalidInputError
from nämndtui.model.support_decision import SupportDecision, checked_support
from nämndtui.model.vocabulary import VALUES

SUPPORT_FIELDS: tuple[ImportField, ...] = (
    ImportField(
        "local_key", "nyckel", ("löpnummer", "kod", "id", "rad", "lokal nyckel"), required=True
    ),
    ImportField("law", "lag", ("lagstiftning",)),
    ImportField(
        "measure",
        "insats",
        ("insats och lagrum", "insats och lagrum som beslutet gäller", "beslut om"),
        required=True,
    ),
    ImportField("kind", "typ", ("slag", "beslut eller avbrott")),
    ImportField(
        "start",
        "beslutsdatum",
        ("datum", "datum för beslut", "avbrottsdatum", "datum för avbrottet", "från datum"),
        required=True,
    ),
    ImportField("decided_on", "datum_för_verkställt_beslut", ("ursprungligt beslutsdatum",)),
    ImportField("sex", "kön", ("kön (k/m)", "kön k/m", "kön (m/k)")),
    ImportField("reason", "skäl", ("orsak", "anledning", "skäl till ej verkställt")),
    ImportField(
        "refused_offers", "tackat_nej", ("avböjda erbjudanden", "erbjudande", "tackat nej datum")
    ),
    ImportField(
        "executed_on", "verkställd", ("verkställt", "verkställighetsdatum", "återupptagen")
    ),
    ImportField("closed_on", "avslutad", ("avslutat", "avslutsdatum")),
    ImportField("closed_reason", "avslutsskäl", ("orsak till avslut",)),
    ImportField(
        "stated_months",
        "månader",
        (
            *("tid som förflutit från beslutsdag", "antal månader", "tid som förflutit"),
            "uppgivna månader",
        ),
    ),
    ImportField("comment", "kommentar", ("övriga kommentarer", "kommentarer")),
)

_PROVISION = re.compile(r",?\s*\(?\d+\s*(?:kap\.|§).*$", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LAWS = {"sol": "sol", "socialtjänstlagen": "sol", "lss": "lss"}
_KINDS = {"beslut": "decision", "gynnande beslut": "decision", "avbrott": "interruption"}
_SEXES = {"k": "K", "kvinna": "K", "f": "K", "m": "M", "man": "M", "": ""}
_REASONS = {
    **{word.casefold(): value for value, word in VALUES["unenforced_reason"].items()},
    "resursbrist": "resources",
    "egen begäran": "postponed",
    "annat": "other",
}
_CLOSED = {word.casefold(): value for value, word in VALUES["closed_reason"].items()}


def read_support(
    cells: RowCells, committee_id: int, law: str, today: date
) -> SupportDecision | None:
    """The row's decision; None, with its faults noted on the row, when it cannot be one.

    ``law`` (sol, lss or empty) is that of the whole file, where rows do not say their own.
    """
    written = cells.text("measure", "Insats saknas.")
    start = cells.day("start", "Datum saknas.")
    comment = cells.text("comment")
    kind = cells.choice("kind", _KINDS, "decision")
    draft = SupportDecision(
        id=0,
        committee_id=committee_id,
        local_key=cells.text("local_key", "Egen nyckel saknas, till exempel A12."),
        law=_law(cells, written, law),
        measure=_PROVISION.sub("", written).strip(" ,"),
        start=start or today,
        kind=kind,
        sex=cells.choice("sex", _SEXES, ""),
        reason=cells.choice("reason", _REASONS, _reason_in(comment)),
        refused_offers=cells.days("refused_offers") or _offers_in(comment),
        executed_on=cells.day("executed_on") or _day_after("verkställd", comment),
        closed_on=cells.day("closed_on") or _day_after("avslutad", comment),
        closed_reason=cells.choice("closed_reason", _CLOSED, ""),
        decided_on=cells.day("decided_on") if kind == "interruption" else None,
        stated_months=_months(cells),
        stated_on=today if cells.text("stated_months") else None,
    )
    if cells.problems or start is None:
        return None
    try:
        return checked_support(draft, today, None)
    except InvalidInputError as error:
        cells.problem(error.field, str(error))
        return None


def _law(cells: RowCells, measure: str, law: str) -> str:
    if cells.has("law"):
        return cells.choice("law", _LAWS, "")
    folded = measure.casefold()
    found = "lss" if "lss" in folded else "sol" if "sol" in folded.split() else law
    if not found:
        cells.problem("law", "Raden säger inte om den gäller SoL eller LSS.")
    return found


def _months(cells: RowCells) -> int | None:
    text = cells.text("stated_months")
    digits = re.match(r"(\d{1,4})\b", text)
    if text and not digits:
        cells.problem("stated_months", f"”{text[:30]}” är inget antal månader.")
    return int(digits[1]) if digits else None


def _reason_in(comment: str) -> str:
    folded = comment.casefold()
    return next((value for word, value in _REASONS.items() if word and word in folded), "")


def _offers_in(comment: str) -> tuple[date, ...]:
    """The days in ``den enskilde har tackat nej till erbjudandet 2026-06-04 och 2026-09-08``."""
    _, found, after = comment.casefold().partition("tackat nej")
    if not found:
        return ()
    until = re.split(r"verkställd|avslutad", after)[0]
    return _real_days(_DAY.findall(until))


def _day_after(word: str, comment: str) -> date | None:
    found = re.search(rf"{word}\s+({_DAY.pattern})", comment.casefold())
    days = _real_days([found[1]]) if found else ()
    return days[0] if days else None


def _real_days(texts: list[str]) -> tuple[date, ...]:
    days = []
    for text in texts:
        try:
            days.append(date.fromisoformat(text))
        except ValueError:
            continue  # a comment is free text: what is no day is left in it
    return tuple(days)
