"""Law as data: provisions of support decisions and reporting duties, with their dates (B8).

A support decision cites the law in force the day it was made; the duty to report it is the one
in force on the day of the report.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from nämndtui.model.text.errors import InvalidInputError
from nämndtui.model.text.paragraph_range import law_reference

LAWS = ("sol", "lss")
NEW_SOL = date(2025, 7, 1)
"""SoL 2025:400 is in force from this day; SoL 2001:453 until the day before."""
_OLD_SOL_LAST = date(2025, 6, 30)
_OLD_SOL_FIRST = date(2002, 1, 1)
_DUTY_FIRST = date(2008, 7, 1)


@dataclass(frozen=True)
class Measure:
    """A kind of support (insats) with its provision during ``[valid_from, valid_to]``."""

    law: str
    name: str
    provision: str
    valid_from: date
    valid_to: date | None = None

    def valid_on(self, day: date) -> bool:
        """True when the provision was in force."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class Duty:
    """The reporting duties of one law during ``[valid_from, valid_to]``, each as a reference.

    ``report`` to IVO and the auditors each quarter, ``executed_notice`` when a reported decision
    has been executed, ``statistics`` to the council, ``stay_municipality`` for a vistelsekommun,
    ``special_fee`` what a delay may cost. ``title`` is the law in full, ``short`` in tables.
    """

    law: str
    title: str
    short: str
    report: str
    executed_notice: str
    statistics: str
    stay_municipality: str
    special_fee: str
    valid_from: date
    valid_to: date | None = None


_LSS_MEASURES = (
    "Rådgivning och annat personligt stöd",
    "Personlig assistans",
    "Ledsagarservice",
    "Kontaktperson",
    "Avlösarservice",
    "Korttidsvistelse utanför det egna hemmet",
    "Korttidstillsyn",
    "Familjehem eller bostad med särskild service för barn eller ungdomar",
    "Bostad med särskild service för vuxna",
    "Daglig verksamhet",
)
_SOL_MEASURES = (
    "Särskilt boende",
    "Korttidsboende",
    "Hemtjänst",
    "Boendestöd",
    "Bostad med särskild service",
    "Dagverksamhet",
    "Sysselsättning",
    "Kontaktperson",
    "Kontaktfamilj",
    "Ledsagning",
    "Avlösning i hemmet",
    "Familjehem",
    "Stödboende",
    "Öppenvård",
    "Trygghetslarm",
)
_LSS_OTHER_NAMES = {
    "rådgivning": 1,
    "råd och stöd": 1,
    "personlig assistent": 2,
    "ekonomiskt stöd till personlig assistans": 2,
    "biträde av kontaktperson": 4,
    "avlösarservice i hemmet": 5,
    "korttidsvistelse": 6,
    "korttidstillsyn för skolungdom över 12 år": 7,
    "familjehem/bostad med särskild service för barn eller ungdomar": 8,
    "boende i familjehem eller bostad med särskild service för barn eller ungdomar": 8,
    "bostad med särskild service för barn eller ungdomar": 8,
    "bostad med särskild service för barn och ungdomar": 8,
    "bostad med särskild service för vuxna eller annan särskilt anpassad bostad": 9,
}
"""What lists call the measures of LSS 9 §, and the number of each."""
ECONOMIC_ASSISTANCE = "Ekonomiskt bistånd"


def _place(chapter: int | None, section: int | str, to_section: int | str | None = None) -> str:
    """A reference with plain spaces, as JSON and CSV want it; paper makes them no-break."""
    return law_reference(chapter, section, to_section).replace("\u00a0", " ")


_OLD = f"{_place(4, 1)} SoL (2001:453)"
_PERSONAL = f"{_place(11, 1)} SoL"
_ECONOMIC = f"{_place(12, 1)} SoL"


def _sol(name: str) -> tuple[Measure, Measure]:
    new = _ECONOMIC if name == ECONOMIC_ASSISTANCE else _PERSONAL
    return (
        Measure("sol", name, _OLD, _OLD_SOL_FIRST, _OLD_SOL_LAST),
        Measure("sol", name, new, NEW_SOL),
    )


MEASURES = (
    *(
        Measure("lss", name, f"{_place(None, 9)} {number} LSS", date(1994, 1, 1))
        for number, name in enumerate(_LSS_MEASURES, 1)
    ),
    *(part for name in (*_SOL_MEASURES, ECONOMIC_ASSISTANCE) for part in _sol(name)),
)
"""LSS 9 § is closed. SoL is an open list: other kinds of support get the general provision."""

DUTIES = (
    Duty(
        "sol",
        "socialtjänstlagen (2001:453)",
        "socialtjänstlagen",
        _place(16, "6 f"),
        _place(16, "6 g"),
        _place(16, "6 h"),
        _place(16, "6 i"),
        _place(16, "6 a", "e"),
        _DUTY_FIRST,
        _OLD_SOL_LAST,
    ),
    Duty(
        "sol",
        "socialtjänstlagen (2025:400)",
        "socialtjänstlagen",
        _place(34, 1),
        _place(34, 2),
        _place(34, 3),
        _place(34, 4),
        _place(34, 5, 10),
        NEW_SOL,
    ),
    Duty(
        "lss",
        "lagen (1993:387) om stöd och service till vissa funktionshindrade (LSS)",
        "LSS",
        _place(None, "28 f"),
        _place(None, "28 g"),
        _place(None, "28 h"),
        _place(None, "28 i"),
        _place(None, "28 a", "e"),
        _DUTY_FIRST,
    ),
)


@dataclass(frozen=True)
class FeeRange:
    """What a special fee may be, in kronor, for support decided in ``[valid_from, valid_to]``."""

    lowest: int
    highest: int
    valid_from: date
    valid_to: date | None = None


FEE_RANGES = (
    FeeRange(10_000, 1_000_000, _DUTY_FIRST, date(2025, 12, 31)),
    FeeRange(15_000, 1_500_000, date(2026, 1, 1)),
)
"""SoL 34:7, LSS 28 b; the older range for support decided before 2026-01-01 (B8)."""


def fee_range(decided_on: date) -> FeeRange:
    """The range for support decided on a day; the oldest one for what is older still."""
    for part in reversed(FEE_RANGES):
        if part.valid_from <= decided_on:
            return part
    return FEE_RANGES[0]


def measures(law: str, day: date) -> tuple[Measure, ...]:
    """The catalogue of one law on a day, in catalogue order."""
    return tuple(part for part in MEASURES if part.law == law and part.valid_on(day))


def measure_name(law: str, text: str) -> str:
    """The measure's name as the catalogue spells it; LSS also by its number (``9``, ``9 § 9``).

    Another SoL measure keeps its own name. Raises InvalidInputError for an unknown LSS measure.
    """
    wanted = " ".join(text.split())
    for part in MEASURES:
        if part.law == law and part.name.casefold() == wanted.casefold():
            return part.name
    if law == "sol" and wanted:
        return wanted[:1].upper() + wanted[1:]
    if number := _LSS_OTHER_NAMES.get(re.sub(r"\s*/\s*", "/", wanted.casefold())):
        return _LSS_MEASURES[number - 1]
    digits = wanted.casefold().removesuffix("lss").removeprefix("9 §").strip(" .p§")
    digits = digits.removeprefix("unkt").strip()
    if digits.isascii() and digits.isdigit() and 1 <= int(digits) <= len(_LSS_MEASURES):
        return _LSS_MEASURES[int(digits) - 1]
    raise InvalidInputError(
        f"”{wanted[:60]}” är ingen insats enligt 9 § LSS. Skriv till exempel "
        "Bostad med särskild service för vuxna, eller punktens nummer.",
        "measure",
    )


def provision(law: str, measure: str, decided_on: date) -> str:
    """Where the decision stands in the law of its own day: ``9 § 9 LSS``, ``11 kap. 1 § SoL``.

    Raises InvalidInputError for an unknown LSS measure or a day before the law.
    """
    name = measure_name(law, measure)
    for part in measures(law, decided_on):
        if part.name == name:
            return part.provision
    if law == "sol" and decided_on >= _OLD_SOL_FIRST:
        return _PERSONAL if decided_on >= NEW_SOL else _OLD
    raise InvalidInputError(
        f"{decided_on.isoformat()} ligger före den lag som beslutet ska gälla. "
        "Kontrollera beslutsdatumet.",
        "start",
    )


def duty(law: str, report_date: date) -> Duty:
    """The duties in force on the day of the report (B8). Raises InvalidInputError before 2008."""
    for part in DUTIES:
        if (
            part.law == law
            and part.valid_from <= report_date
            and (part.valid_to is None or report_date <= part.valid_to)
        ):
            return part
    raise InvalidInputError(
        "Före den 1 juli 2008 fanns ingen skyldighet att rapportera ej verkställda beslut.",
        "compiled_on",
    )
