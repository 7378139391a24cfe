"""Invented registers: delegated decisions and quarter reports that use all the templates show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from nämndtui.model.calendar.quarter import Quarter
from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.unenforced.quarter_report import QuarterReport, compile_report
from nämndtui.model.unenforced.unenforced_decision import UnenforcedDecision

SAMPLE_QUARTER = Quarter(2026, 3)
_COMPILED = date(2026, 10, 6)
_HOME = "Bostad med särskild service för vuxna"
_ROWS: tuple[tuple[str, str, dict[str, object]], ...] = (
    (_HOME, "2025-02-11", {"sex": "M", "refused_offers": (date(2026, 6, 4), date(2025, 9, 16))}),
    (_HOME, "2025-11-20", {"sex": "K"}),
    (_HOME, "2026-03-30", {"sex": "K", "executed_on": date(2026, 9, 21)}),
    ("Kontaktperson", "2026-01-15", {"sex": "M", "reason": "other"}),
    ("Kontaktperson", "2026-05-12", {"sex": "K"}),
    ("Ledsagarservice", "2026-04-08", {"closed_on": date(2026, 8, 17), "closed_reason": "moved"}),
    (
        "Daglig verksamhet",
        "2026-06-01",
        {"kind": "interruption", "sex": "M", "decided_on": date(2024, 5, 6)},
    ),
)
ROLE_ORDER = ("Förvaltningschef", "Verksamhetschef", "Biståndshandläggare")


def sample_unenforced() -> tuple[UnenforcedDecision, ...]:
    """Granted support in the third quarter of 2026: new, old, refused, executed, interrupted."""
    return tuple(
        UnenforcedDecision(
            number,
            1,
            f"A{number}",
            "lss",
            measure,
            date.fromisoformat(start),
            **{"reason": "resources", **more},  # type: ignore[arg-type]
        )
        for number, (measure, start, more) in enumerate(_ROWS, 1)
    )


def sample_reports() -> tuple[QuarterReport, ...]:
    """The LSS reports of the first three quarters of 2026, oldest first."""
    rows = sample_unenforced()
    found = [compile_report(rows[:1], 1, "lss", Quarter(2025, 2), date(2025, 7, 7))]
    for number, compiled in ((1, date(2026, 4, 9)), (2, date(2026, 7, 7)), (3, _COMPILED)):
        quarter = Quarter(2026, number)
        report = compile_report(rows, 1, "lss", quarter, compiled, earlier=found)
        found.append(replace(report, id=number))
    return tuple(found[1:])


def sample_decisions() -> tuple[DelegatedDecision, ...]:
    """Delegated decisions of several roles, one of them urgent (KL 6:39)."""
    made: Sequence[tuple[str, str, str, str, str]] = (
        ("2017-09-04", "B 36", "Verksamhetschef", "Yttrande till IVO, tillsyn", "on/2016:224"),
        ("2017-09-18", "B 36", "Verksamhetschef", "Yttrande till IVO, lex Sarah", "on/2017:96"),
        ("2017-08-30", "G 5", "Förvaltningschef", "Avtal om hjälpmedel", "on/2017:80"),
        ("2017-09-06", "C 2", "Biståndshandläggare", "Avgiftsbeslut", "on/2017:4"),
    )
    urgent = DelegatedDecision(
        9, 1, date(2017, 9, 1), "A 1", "Ordförande", "Karin Ekmark", "on/2017:99",
        "Yttrande till förvaltningsrätten", urgent=True,
        urgent_reason="Domstolens svarstid gick ut före sammanträdet.",
    )  # fmt: skip
    return (
        urgent,
        *(
            DelegatedDecision(number, 1, date.fromisoformat(day), point, role, "", dnr, what)
            for number, (day, point, role, what, dnr) in enumerate(made, 1)
        ),
    )
