"""The comment beside an unenforced decision: what is said plainly is read, the rest is told."""

from __future__ import annotations

from datetime import date

import pytest

from nämndtui.exchange.tables.support_measure import law_in, measure_alone
from nämndtui.exchange.tables.unenforced_comment import read_comment

ADULTS = "Bostad med särskild service för vuxna"
SEPTEMBER = date(2026, 9, 30)


@pytest.mark.parametrize(
    "text",
    [
        "verkställd 2026-09-30",
        "Resursbrist, verkställd 2026-09-30",
        "Verkställt den 30 september 2026.",
        "Beslutet är verkställt fr.o.m. 30/9 2026",
        "Återupptagen 2026-09-30",
    ],
)
def test_a_plain_day_of_execution_is_read(text: str) -> None:
    said = read_comment(text)
    assert (said.executed_on, said.doubts) == (SEPTEMBER, ())


@pytest.mark.parametrize(
    "text",
    [
        "Ej verkställd 2026-09-30 p.g.a. resursbrist",
        "ännu inte verkställt 2026-09-30",
        "Icke verkställd 2026-09-30",
        "Inte kunnat bli verkställd 2026-09-30",
    ],
)
def test_what_is_denied_is_not_read_as_done_and_is_told(text: str) -> None:
    said = read_comment(text)
    assert (said.executed_on, said.not_executed) == (None, True)
    assert "inte är gjort" in said.doubts[0] and "2026-09-30" in said.doubts[0]


@pytest.mark.parametrize(
    "text",
    [
        "Delvis verkställd 2026-09-30",
        "Planeras bli verkställd 2026-09-30",
        "verkställd 2026-09-30?",
        "verkställd 2026-09-30 men inte påbörjad",
        "verkställd 2026-09-30, verkställd 2026-10-02",
        "verkställd med annan insats 2026-09-30",
        "verkställd 31/9 2026",
        "Erbjudande lämnas 2026-09-30",
        "verkställd 30/9",
        "verkställs 260930",
    ],
)
def test_what_is_unclear_gives_no_day_and_is_told(text: str) -> None:
    said = read_comment(text)
    assert said.executed_on is None and said.doubts


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Den enskilde har tackat nej till erbjudandet 2026-06-04", [(6, 4)]),
        ("tackat nej 3/6 2026", [(6, 3)]),
        (
            "tackat nej 3/6 2026 och 8 september 2026, resursbrist",
            [(6, 3), (9, 8)],
        ),
        ("Tackade den 2026-06-04 nej", None),
        ("har tackat nej i juni", None),
        ("Avböjt erbjudande den 4 juni 2026", [(6, 4)]),
        ("har inte tackat nej till något", []),
    ],
)
def test_refused_offers_are_read_or_told_never_lost(
    text: str, days: list[tuple[int, int]] | None
) -> None:
    said = read_comment(text)
    assert said.refused_offers == tuple(date(2026, *day) for day in days or ())
    assert bool(said.doubts) == (days is None)


@pytest.mark.parametrize(
    ("written", "law", "measure"),
    [
        (
            "Bostad med särskild service för vuxna, 9 § 9 LSS",
            "lss",
            "Bostad med särskild service för vuxna",
        ),
        ("9 § 9 LSS", "lss", "9 § 9 LSS"),
        (
            "9 § p. 9 LSS Bostad med särskild service för vuxna",
            "lss",
            "Bostad med särskild service för vuxna",
        ),
        ("Särskilt boende, 11 kap 1 § SoL", "sol", "Särskilt boende"),
        ("Särskilt boende enligt 4 kap. 1 § SoL (2001:453)", "sol", "Särskilt boende"),
        ("Kontaktperson, SoL", "sol", "Kontaktperson"),
        ("Kontaktperson (LSS)", "lss", "Kontaktperson"),
        ("Hemtjänst", "", "Hemtjänst"),
    ],
)
def test_the_support_is_told_apart_from_its_provision(written: str, law: str, measure: str) -> None:
    assert (law_in(written), measure_alone(written)) == (law, measure)
