"""Unenforced decisions out of the list an office has kept so far."""

from __future__ import annotations

import re
from datetime import date

from nämndtui.exchange.tables.column_matching import ImportField
from nämndtui.exchange.tables.register_columns import import_fields, read_cells
from nämndtui.exchange.tables.support_measure import law_in, measure_alone
from nämndtui.exchange.tables.unenforced_comment import UnenforcedComment, is_denied, read_comment
from nämndtui.exchange.tables.values import RowCells
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.model.text.vocabulary import VALUES
from nämndtui.model.unenforced.columns import UNENFORCED_COLUMNS
from nämndtui.model.unenforced.unenforced_decision import (
    UnenforcedDecision,
    UnenforcedKind,
    checked_unenforced,
    note_warning,
)

SUPPORT_FIELDS: tuple[ImportField, ...] = import_fields(UNENFORCED_COLUMNS)
_OWN = ("measure", "start", "decided_on", "executed_on", "closed_on")
"""What a row says in more than one column, or not in words of its own."""
_MISSING = {column.name: column.missing for column in UNENFORCED_COLUMNS}
_MONTHS = re.compile(
    r"(?:([0-9]{1,2})\s*år(?:\s+och)?)?\s*(?:([0-9]{1,4})(?:[.,][0-9]+)?\s*(?:m[a-zåäö]*\.?)?)?"
)
_LAWS = {"sol": "sol", "socialtjänstlagen": "sol", "lss": "lss"}
_KINDS: dict[str, UnenforcedKind] = {
    "beslut": "decision",
    "gynnande beslut": "decision",
    "avbrott": "interruption",
}
_SEXES = {"k": "K", "kvinna": "K", "f": "K", "m": "M", "man": "M", "": ""}
_REASONS = {
    **{word.casefold(): value for value, word in VALUES["unenforced_reason"].items()},
    "resursbrist": "resources",
    "egen begäran": "postponed",
    "annat": "other",
}
_CLOSED = {word.casefold(): value for value, word in VALUES["closed_reason"].items()}


def read_unenforced(
    cells: RowCells, committee_id: int, law: str, today: date
) -> UnenforcedDecision | None:
    """The row's decision; None, with its faults noted on the row, when it cannot be one.

    ``law`` (sol, lss or empty) is that of the whole file, where rows do not say their own.
    """
    written = cells.text("measure", _MISSING["measure"])
    comment = cells.text("comment")
    said = read_comment(comment)
    kind, start, decided_on = _begun(cells)
    rest = read_cells(cells, UNENFORCED_COLUMNS, _OWN)
    rest["refused_offers"] = rest["refused_offers"] or said.refused_offers
    rest["stated_on"] = (rest["stated_on"] or today) if cells.has("stated_months") else None
    draft = UnenforcedDecision(
        id=0,
        committee_id=committee_id,
        law=_law(cells, written, law),
        measure=measure_alone(written),
        start=start or today,
        kind=kind,
        sex=cells.choice("sex", _SEXES, ""),
        reason=cells.choice("reason", _REASONS, _reason_in(comment)),
        executed_on=_ended(cells, "executed_on", said.executed_on),
        closed_on=_ended(cells, "closed_on", said.closed_on),
        closed_reason=cells.choice("closed_reason", _CLOSED, ""),
        decided_on=decided_on,
        stated_months=_months(cells),
        **rest,
    )
    _check_told(cells, draft, today)
    if cells.problems or start is None:
        return None
    _note_doubts(cells, draft, said)
    try:
        return checked_unenforced(draft, today, None)
    except InvalidInputError as error:
        cells.problem(error.field, str(error))
        return None


def _begun(cells: RowCells) -> tuple[UnenforcedKind, date | None, date | None]:
    """(kind, start, day of the decision an interruption concerns).

    A day of interruption makes the row one, unless the row says otherwise itself; the column for
    the decision's date then is that of the decision once executed.
    """
    interrupted = cells.day("interrupted_on")
    named = "avbrott" in cells.header("start").casefold()
    usual: UnenforcedKind = "interruption" if interrupted or named else "decision"
    kind: UnenforcedKind = cells.choice("kind", _KINDS, usual)
    if interrupted is None:
        decided = cells.day("decided_on") if kind == "interruption" else None
        return kind, cells.day("start", _MISSING["start"]), decided
    if kind == "decision":
        cells.problem("interrupted_on", "Raden är ett beslut men har en dag för avbrott.")
    return kind, interrupted, cells.day("decided_on") or cells.day("start")


def _ended(cells: RowCells, field: str, said: date | None) -> date | None:
    """The column's day, else the comment's; ``nej`` and ``ej verkställd`` are no day."""
    if not cells.has(field):
        return said
    return None if cells.denied(field) else cells.day(field)


def _check_told(cells: RowCells, row: UnenforcedDecision, today: date) -> None:
    """IVO is told of a row's end, so not before it (SoL 34:2, LSS 28 g)."""
    told, ended = row.final_notice_on, row.ended_on
    if told is not None and ended is None:
        cells.problem("final_notice_on", "Raden är varken verkställd eller avslutad.")
    elif told is not None and ended is not None and told < ended:
        cells.problem("final_notice_on", "Anmälan kan inte ligga före slutdatumet.")
    if row.stated_on is not None and not row.start <= row.stated_on <= today:
        cells.problem("stated_on", "Dagen ska ligga mellan beslutet och i dag.")


def _note_doubts(cells: RowCells, draft: UnenforcedDecision, said: UnenforcedComment) -> None:
    for doubt in said.doubts:
        cells.doubt("comment", doubt)
    if warning := note_warning(draft.note):
        cells.doubt("note", warning)
    if said.not_executed and draft.executed_on is not None:
        taken = draft.executed_on.isoformat()
        cells.doubt("comment", f"Kommentaren säger ej verkställd, men raden är verkställd {taken}.")
    for field, day in (("executed_on", said.executed_on), ("closed_on", said.closed_on)):
        written = getattr(draft, field)
        if day and written != day:
            other = written.isoformat() if written else "ingen dag"
            cells.doubt(field, f"Kommentaren säger {day.isoformat()}, kolumnen {other}.")
    if cells.has("refused_offers") and set(said.refused_offers) - set(draft.refused_offers):
        days = ", ".join(day.isoformat() for day in said.refused_offers)
        cells.doubt("refused_offers", f"Kommentaren säger tackat nej {days}.")


def _law(cells: RowCells, measure: str, law: str) -> str:
    if cells.has("law"):
        return cells.choice("law", _LAWS, "")
    found = law_in(measure) or law
    if not found:
        cells.problem("law", _MISSING["law"])
    return found


def _months(cells: RowCells) -> int | None:
    """The typed figure, also ``1 år 2 månader``; kept only to be compared (A8)."""
    text = cells.text("stated_months")
    found = _MONTHS.fullmatch(text.casefold().strip())
    if text and not found:
        cells.problem("stated_months", f"”{text[:30]}” är inget antal månader.")
    return 12 * int(found[1] or 0) + int(found[2] or 0) if text and found else None


def _reason_in(comment: str) -> str:
    """The reason whose words come first in the comment, unless they are denied there."""
    folded = comment.casefold()
    for word, value in _REASONS.items():
        place = folded.find(word) if word else -1
        if place >= 0 and not is_denied(folded[:place]):
            return value
    return ""
