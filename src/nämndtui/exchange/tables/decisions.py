"""Delegated decisions out of a case system's export."""

from __future__ import annotations

from datetime import date

from nämndtui.exchange.tables.column_matching import ImportField
from nämndtui.exchange.tables.reported_cell import reported_where
from nämndtui.exchange.tables.values import RowCells
from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.delegation.order import canonical_point
from nämndtui.model.text.errors import InvalidInputError

DECISION_FIELDS: tuple[ImportField, ...] = (
    ImportField(
        "decided_on",
        "beslutsdatum",
        ("datum", "beslutsdag", "beslut datum", "beslutat", "beslutad", "fattat den"),
        required=True,
    ),
    ImportField(
        "point",
        "punkt",
        ("delegationspunkt", "delegation", "kod", "nr i delegationsordningen", "delegationskod"),
        required=True,
    ),
    ImportField(
        "role", "roll", ("delegat", "befattning", "titel", "beslutsfattarens roll"), required=True
    ),
    ImportField(
        "decider",
        "beslutsfattare",
        ("namn", "beslutsfattarens namn", "fattat av", "beslutat av", "handläggare"),
        required=True,
    ),
    ImportField(
        "dnr",
        "diarienummer",
        ("dnr", "diarienr", "ärendenummer", "ärendenr", "beteckning"),
        required=True,
    ),
    ImportField(
        "description",
        "beskrivning",
        ("beslut", "rubrik", "ärende", "ärendemening", "ärenderubrik", "innehåll", "beslutstext"),
        required=True,
    ),
    ImportField("urgent", "brådskande", ("kl 6:39", "6:39", "ordförandebeslut")),
    ImportField("urgent_reason", "skäl_för_brådska", ("varför brådskande", "skäl")),
    ImportField(
        "reported_at",
        "anmält",
        ("anmäld", "redovisad", "redovisat", "anmält §", "anmäld §", "anmäld paragraf"),
    ),
)


def read_decision(cells: RowCells, committee_id: int, today: date) -> DelegatedDecision | None:
    """The row's decision; None, with its faults noted on the row, when it cannot be one."""
    decided_on = cells.day("decided_on", "Beslutsdatum saknas.")
    point = cells.text("point", "Punkt i delegationsordningen saknas.")
    if point:
        try:
            point = canonical_point(point)
        except InvalidInputError as error:
            cells.problem("point", str(error))
    role = cells.text("role", "Roll saknas.")
    decider = cells.text("decider", "Beslutsfattare saknas.")
    dnr = cells.text("dnr", "Diarienummer saknas.")
    description = cells.text("description", "Beskrivning saknas.")
    urgent = cells.flag("urgent")
    reason = cells.text("urgent_reason")
    if urgent and not reason:
        cells.problem("urgent", "Skriv varför beslutet inte kunde vänta (KL 6:39).")
    reported = reported_where(cells, "reported_at", today)
    if decided_on is None or cells.problems:
        return None
    return DelegatedDecision(
        id=0,
        committee_id=committee_id,
        decided_on=decided_on,
        point=point,
        role=role,
        decider=decider,
        dnr=dnr,
        description=description,
        urgent=urgent,
        urgent_reason=reason if urgent else "",
        state="reported" if reported else "registered",
        reported_at=reported,
    )
