"""One row of the register of unenforced decisions: a granted support, or its interruption.

The register must not tell who it is about (B8): a local key that means nothing outside the
office stands for the person, and names, birth dates and personal numbers are refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal, get_args

from nämndtui.model.text.errors import InvalidInputError
from nämndtui.model.unenforced.legal_catalogue import LAWS, measure_name, provision
from nämndtui.model.unenforced.local_key import key_fault
from nämndtui.model.unenforced.person_words import birth_date_in, person_in
from nämndtui.model.unenforced.states import reportable_from, unenforced_state_of

if TYPE_CHECKING:
    from nämndtui.model.unenforced.states import UnenforcedState

UnenforcedKind = Literal["decision", "interruption"]
KINDS: tuple[UnenforcedKind, ...] = get_args(UnenforcedKind)
REASONS = ("", "resources", "postponed", "other")
"""``postponed`` at the individual's own request within a choice system (SoL 34:6)."""
CLOSED_REASONS = ("", "replaced", "moved", "deceased", "withdrawn", "other")
SEXES = ("", "K", "M")


@dataclass(frozen=True)
class UnenforcedDecision:
    """A favourable decision not yet executed, or support that has stopped (``kind``).

    ``start`` is the decision's or the interruption's date. ``decided_on`` is the date of the
    decision an interruption concerns (it gives the provision), None for a decision.
    ``executed_on`` is the day the support actually started, or started again. ``stated_months``
    is an imported, typed figure, kept for comparison only, ``stated_on`` the day it was read in.
    ``superseded_by`` names the row that corrects this one.
    """

    id: int
    committee_id: int
    local_key: str
    law: str
    measure: str
    start: date
    kind: UnenforcedKind = "decision"
    sex: str = ""
    reason: str = ""
    refused_offers: tuple[date, ...] = ()
    executed_on: date | None = None
    closed_on: date | None = None
    closed_reason: str = ""
    decided_on: date | None = None
    stated_months: int | None = None
    stated_on: date | None = None
    note: str = ""
    final_notice_on: date | None = None
    superseded_by: int | None = None
    correction_reason: str = ""
    version: int = 1

    @property
    def ended_on(self) -> date | None:
        """The day it was executed or closed."""
        return self.executed_on or self.closed_on

    @property
    def reportable_from(self) -> date:
        """Three months after the start: add_months(start, 3) (SoL 34:1, LSS 28 f)."""
        return reportable_from(self.start)

    @property
    def provision(self) -> str:
        """The provision in force the day of the decision. Raises InvalidInputError."""
        return provision(self.law, self.measure, self.decided_on or self.start)


def unenforced_state(row: UnenforcedDecision, today: date, reported: bool) -> UnenforcedState:
    """Where the row stands (D3); ``reported``: it is in a compiled quarter report."""
    return unenforced_state_of(
        row.start,
        row.executed_on,
        row.closed_on,
        today,
        notified=row.final_notice_on is not None,
        superseded=row.superseded_by is not None,
        reported=reported,
    )


def checked_unenforced(
    row: UnenforcedDecision, today: date, key_patterns: str | None = ""
) -> UnenforcedDecision:
    """The row with its measure spelled as in the catalogue and offers in order (D2.22).

    ``key_patterns`` are the committee's own (``local_key``); None leaves the key as it is.
    Raises InvalidInputError, with the field, for the first thing that cannot be so.
    """
    if key_patterns is not None and (fault := key_fault(row.local_key, key_patterns)):
        raise InvalidInputError(fault, "local_key")
    for field, message in _faults(row, today):
        raise InvalidInputError(message, field)
    name = measure_name(row.law, row.measure)
    provision(row.law, name, row.decided_on or row.start)
    offers = tuple(sorted(set(row.refused_offers)))
    return replace(row, measure=name, refused_offers=offers)


def _faults(row: UnenforcedDecision, today: date) -> Iterator[tuple[str, str]]:
    yield from _person_faults(row)
    if row.law not in LAWS:
        yield "law", "Ange lag: SoL eller LSS."
    if row.kind not in KINDS:
        yield "kind", "Ange om raden är ett beslut eller ett avbrott."
    if row.sex not in SEXES:
        yield "sex", "Kön anges med K eller M."
    if row.reason not in REASONS:
        yield "reason", "Välj skäl: resursbrist, uppskjutet på egen begäran eller annat skäl."
    if row.closed_reason not in CLOSED_REASONS:
        yield "closed_reason", "Välj varför ärendet avslutades ur listan."
    if row.start > today:
        yield "start", f"{row.start.isoformat()} har inte inträffat än. Kontrollera datumet."
    yield from _end_faults(row, today)
    yield from _interruption_faults(row)


def _end_faults(row: UnenforcedDecision, today: date) -> Iterator[tuple[str, str]]:
    if row.executed_on and row.closed_on:
        yield "closed_on", "Beslutet är antingen verkställt eller avslutat. Ta bort ett av datumen."
    for field, day in (("executed_on", row.executed_on), ("closed_on", row.closed_on)):
        if day is None:
            continue
        if day < row.start:
            what = "avbrottet" if row.kind == "interruption" else "beslutet"
            yield field, f"{day.isoformat()} ligger före {what} ({row.start.isoformat()})."
        if day > today:
            yield field, f"{day.isoformat()} har inte inträffat än. Kontrollera datumet."
    for offer in row.refused_offers:
        if not row.start <= offer <= (row.ended_on or today):
            yield (
                "refused_offers",
                f"Erbjudandet {offer.isoformat()} ska ligga mellan "
                f"{row.start.isoformat()} och {(row.ended_on or today).isoformat()}.",
            )


def _interruption_faults(row: UnenforcedDecision) -> Iterator[tuple[str, str]]:
    if row.kind == "decision" and row.decided_on is not None:
        yield "decided_on", "Beslutsdatum anges särskilt bara för avbrott."
    if row.kind == "interruption" and row.decided_on is None:
        yield "decided_on", "Ange datum för det verkställda beslut som avbrottet gäller."
    if row.kind == "interruption" and row.decided_on and row.decided_on > row.start:
        yield "decided_on", "Avbrottet kan inte ligga före det beslut som det gäller."


def _person_faults(row: UnenforcedDecision) -> Iterator[tuple[str, str]]:
    """What tells who it is, where it may not be told. Names in the note are only pointed out."""
    for field in ("measure", "note", "correction_reason"):
        if found := birth_date_in(getattr(row, field)):
            yield (
                field,
                f"”{found}” kan vara ett födelsedatum. Ta bort det; ett vanligt datum skrivs "
                "2026-06-04.",
            )
    if found := person_in(row.measure):
        yield (
            "measure",
            f"”{found}” ser ut som ett namn eller en adress. Skriv bara vad det är för insats; "
            "registret får inte säga vem det gäller.",
        )


def note_warning(note: str) -> str:
    """What to think of before a note is kept; empty when nothing in it looks like a person."""
    found = person_in(note)
    return (
        f"”{found}” ser ut som ett namn eller en adress. Registret får inte säga vem det gäller; "
        "ta bort det om det är en person."
        if found
        else ""
    )
