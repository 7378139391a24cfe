"""A decision typed on one line, and what the line may go on with."""

from __future__ import annotations

from datetime import date

import pytest

from nämndtui.model.delegation.entry import complete_entry, parse_entry
from nämndtui.model.delegation.order import DelegationOrder, DelegationRule
from nämndtui.model.text.errors import InvalidInputError

TODAY = date(2026, 11, 22)
ROLES = ("Verksamhetschef", "Enhetschef", "Biträdande enhetschef", "Ordförande")
ORDER = DelegationOrder(
    1,
    1,
    "2026",
    date(2026, 1, 1),
    rules=(
        DelegationRule(1, 1, 1, "B 36", "Yttrande till IVO", ("Verksamhetschef",)),
        DelegationRule(2, 1, 2, "B 4", "Särskilt boende", ("Enhetschef", "Biträdande enhetschef")),
    ),
)


@pytest.mark.parametrize(
    ("line", "point", "role", "dnr", "text"),
    [
        (
            "B 36 verksamhetschef on/2026:88 Yttrande till IVO",
            *("B 36", "Verksamhetschef", "on/2026:88", "Yttrande till IVO"),
        ),
        ("b36 verk on/2026:88 Yttrande", "B 36", "Verksamhetschef", "on/2026:88", "Yttrande"),
        (
            "B 4 biträdande enhetschef: VON 2026/182 Särskilt boende, bifall",
            *("B 4", "Biträdande enhetschef", "VON 2026/182", "Särskilt boende, bifall"),
        ),
        ("1.7 Kanslichef KS 2026/14 Avtal", "1.7", "Kanslichef", "KS 2026/14", "Avtal"),
    ],
)
def test_a_line_is_read(line: str, point: str, role: str, dnr: str, text: str) -> None:
    found = parse_entry(line, 1, ROLES, TODAY)
    assert (found.point, found.role, found.dnr, found.description) == (point, role, dnr, text)
    assert found.decided_on == TODAY and not found.urgent and not found.decider


def test_date_decider_and_urgency_may_be_given() -> None:
    line = "3/11 A 4 ordf (Karin Ek) on/2026:90 Beslut om extra bemanning ! Magsjuka på Lyktan"
    found = parse_entry(line, 1, ROLES, TODAY)
    assert found.decided_on == date(2026, 11, 3)
    assert (found.decider, found.dnr) == ("Karin Ek", "on/2026:90")
    assert found.urgent and found.urgent_reason == "Magsjuka på Lyktan"
    assert found.description == "Beslut om extra bemanning"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3/3", date(2026, 3, 3)),
        ("22/11", TODAY),
        ("23/11", date(2025, 11, 23)),
        ("29/2", date(2024, 2, 29)),
        ("3/3 2025", date(2025, 3, 3)),
    ],
)
def test_a_day_without_a_year_is_the_latest_that_has_been(typed: str, day: date) -> None:
    line = typed.replace(" ", "/") + " B 36 verksamhetschef on/2026:88 Yttrande"
    assert parse_entry(line, 1, ROLES, TODAY).decided_on == day


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("", "point"),
        ("Yttrande till IVO", "point"),
        ("B 36", "role"),
        ("B 36 on/2026:88 Yttrande", "role"),
        ("B 36 verksamhetschef Yttrande till IVO", "dnr"),
        ("B 36 verksamhetschef on/2026:88", "description"),
    ],
)
def test_what_is_missing_is_named(line: str, field: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        parse_entry(line, 1, ROLES, TODAY)
    assert caught.value.field == field


def test_points_roles_and_numbers_are_offered_in_turn() -> None:
    dnrs = [("on/2026:90", "Extra bemanning"), ("on/2026:88", "Tillsyn av IVO")]

    def offered(line: str) -> list[str]:
        return [one.line for one in complete_entry(line, ORDER, dnrs, TODAY)]

    assert offered("") == ["B 4 ", "B 36 "]
    assert offered("3/11 b3") == ["3/11 B 36 "]
    assert offered("ivo") == ["B 36 "]
    assert offered("B 4 ") == ["B 4 Enhetschef ", "B 4 Biträdande enhetschef "]
    assert offered("B 4 bi") == ["B 4 Biträdande enhetschef "]
    assert offered("B 36 verksamhetschef ") == [
        "B 36 verksamhetschef on/2026:90 ",
        "B 36 verksamhetschef on/2026:88 ",
    ]
    assert offered("B 36 verksamhetschef tills") == ["B 36 verksamhetschef on/2026:88 "]
    assert offered("B 36 verksamhetschef on/2026:88 Ytt") == []


def test_every_offer_can_be_gone_on_from() -> None:
    line = ""
    for _ in range(3):
        line = complete_entry(line, ORDER, [("on/2026:88", "x")], TODAY)[0].line
    assert parse_entry(line + "Beslut", 1, ORDER.roles, TODAY).dnr == "on/2026:88"
