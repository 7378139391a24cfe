"""Which law a decision cites and which duty a report cites, on both sides of the dates (B8)."""

from __future__ import annotations

from datetime import date

import pytest

from nämndtui.model.text.errors import InvalidInputError
from nämndtui.model.unenforced.legal_catalogue import (
    DUTIES,
    FEE_RANGES,
    duty,
    fee_range,
    measure_name,
    measures,
    provision,
)


@pytest.mark.parametrize(
    ("law", "measure", "decided", "expected"),
    [
        ("sol", "särskilt boende", "2025-06-30", "4 kap. 1 § SoL (2001:453)"),
        ("sol", "särskilt boende", "2025-07-01", "11 kap. 1 § SoL"),
        ("sol", "Ekonomiskt bistånd", "2025-06-30", "4 kap. 1 § SoL (2001:453)"),
        ("sol", "ekonomiskt bistånd", "2025-07-01", "12 kap. 1 § SoL"),
        ("sol", "Nattvandring med hund", "2026-01-01", "11 kap. 1 § SoL"),
        ("sol", "Nattvandring med hund", "2025-06-12", "4 kap. 1 § SoL (2001:453)"),
        ("lss", "Bostad med särskild service för vuxna", "2025-06-30", "9 § 9 LSS"),
        ("lss", "9", "2026-01-01", "9 § 9 LSS"),
        ("lss", "9 § 10 LSS", "2025-12-31", "9 § 10 LSS"),
        ("lss", "kontaktperson", "2025-07-01", "9 § 4 LSS"),
    ],
)
def test_a_decision_cites_the_law_of_its_own_day(
    law: str, measure: str, decided: str, expected: str
) -> None:
    assert provision(law, measure, date.fromisoformat(decided)) == expected


@pytest.mark.parametrize(
    ("law", "report", "notice", "statistics", "title", "reported_on"),
    [
        ("sol", "16 kap. 6 f §", "16 kap. 6 g §", "16 kap. 6 h §", "2001:453", "2025-06-30"),
        ("sol", "34 kap. 1 §", "34 kap. 2 §", "34 kap. 3 §", "2025:400", "2025-07-01"),
        ("sol", "34 kap. 1 §", "34 kap. 2 §", "34 kap. 3 §", "2025:400", "2026-01-01"),
        ("lss", "28 f §", "28 g §", "28 h §", "1993:387", "2025-06-30"),
        ("lss", "28 f §", "28 g §", "28 h §", "1993:387", "2025-12-31"),
        ("lss", "28 f §", "28 g §", "28 h §", "1993:387", "2026-01-01"),
    ],
)
def test_a_report_cites_the_duty_in_force_on_its_own_day(
    law: str, report: str, notice: str, statistics: str, title: str, reported_on: str
) -> None:
    found = duty(law, date.fromisoformat(reported_on))
    assert (found.report, found.executed_notice, found.statistics) == (report, notice, statistics)
    assert title in found.title


def test_the_duties_of_a_law_never_overlap_and_leave_no_gap() -> None:
    old, new = (part for part in DUTIES if part.law == "sol")
    assert old.valid_to is not None
    assert (new.valid_from - old.valid_to).days == 1


@pytest.mark.parametrize(
    ("law", "reported_on", "stay", "fee"),
    [
        ("sol", "2025-06-30", "16 kap. 6 i §", "16 kap. 6 a–e §§"),
        ("sol", "2025-07-01", "34 kap. 4 §", "34 kap. 5–10 §§"),
        ("sol", "2026-01-01", "34 kap. 4 §", "34 kap. 5–10 §§"),
        ("lss", "2025-06-30", "28 i §", "28 a–e §§"),
        ("lss", "2026-01-01", "28 i §", "28 a–e §§"),
    ],
)
def test_the_duties_name_the_vistelsekommun_and_the_fee(
    law: str, reported_on: str, stay: str, fee: str
) -> None:
    found = duty(law, date.fromisoformat(reported_on))
    assert (found.stay_municipality, found.special_fee) == (stay, fee)


@pytest.mark.parametrize(
    ("decided_on", "lowest", "highest"),
    [
        ("2007-01-01", 10_000, 1_000_000),
        ("2025-06-30", 10_000, 1_000_000),
        ("2025-12-31", 10_000, 1_000_000),
        ("2026-01-01", 15_000, 1_500_000),
        ("2027-01-01", 15_000, 1_500_000),
    ],
)
def test_the_fee_is_that_of_the_day_the_support_was_decided(
    decided_on: str, lowest: int, highest: int
) -> None:
    found = fee_range(date.fromisoformat(decided_on))
    assert (found.lowest, found.highest) == (lowest, highest)


def test_the_fee_ranges_leave_no_gap() -> None:
    old, new = FEE_RANGES
    assert old.valid_to is not None and (new.valid_from - old.valid_to).days == 1


@pytest.mark.parametrize("text", ["Städhjälp", "11", "0", ""])
def test_lss_is_a_closed_list(text: str) -> None:
    with pytest.raises(InvalidInputError, match="ingen insats enligt 9 § LSS"):
        measure_name("lss", text)


def test_the_catalogue_of_a_day_names_every_measure_once() -> None:
    for day in (date(2025, 6, 30), date(2025, 7, 1), date(2026, 1, 1)):
        for law in ("sol", "lss"):
            names = [part.name for part in measures(law, day)]
            assert names and len(names) == len(set(names))
    assert len(measures("lss", date(2026, 1, 1))) == 10


def test_before_there_was_a_duty_there_is_none_to_cite() -> None:
    with pytest.raises(InvalidInputError, match="2008"):
        duty("sol", date(2008, 6, 30))
