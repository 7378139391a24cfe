"""The register of unenforced decisions refuses what tells who somebody is, and impossible dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from nämndtui.model.errors import InvalidInputError
from nämndtui.model.support_decision import SupportDecision, checked_support, support_state

TODAY = date(2026, 11, 22)
ROW = SupportDecision(0, 1, "A12", "sol", "särskilt boende", date(2026, 3, 1))


@pytest.mark.parametrize(
    "key",
    ["", "Anna Ek", "Ek, Anna", "Åsa Öberg", "19450312", "1945-03-12", "450312", "x" * 41],
)
def test_a_key_that_is_empty_or_tells_who_it_is_is_refused(key: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        checked_support(replace(ROW, local_key=key), TODAY)
    assert caught.value.field == "local_key"


@pytest.mark.parametrize("key", ["A12", "12", "2026-17", "Rad 3", "SoL 4711", "Kö 7", "b-0099"])
def test_an_ordinary_code_is_accepted(key: str) -> None:
    assert checked_support(replace(ROW, local_key=key), TODAY).local_key == key


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("executed_on", {"executed_on": date(2026, 2, 28)}),
        ("closed_on", {"closed_on": date(2026, 2, 28)}),
        ("closed_on", {"executed_on": date(2026, 5, 1), "closed_on": date(2026, 5, 1)}),
        ("executed_on", {"executed_on": date(2026, 12, 1)}),
        ("start", {"start": date(2026, 12, 1)}),
        ("refused_offers", {"refused_offers": (date(2026, 2, 1),)}),
        (
            "refused_offers",
            {"refused_offers": (date(2026, 6, 1),), "executed_on": date(2026, 5, 1)},
        ),
        ("decided_on", {"kind": "interruption"}),
        ("decided_on", {"kind": "interruption", "decided_on": date(2026, 4, 1)}),
        ("law", {"law": "hsl"}),
        ("sex", {"sex": "X"}),
        ("measure", {"law": "lss"}),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(field: str, changes: dict[str, object]) -> None:
    with pytest.raises(InvalidInputError) as caught:
        checked_support(replace(ROW, **changes), TODAY)  # type: ignore[arg-type]
    assert caught.value.field == field


def test_offers_are_put_in_order_and_the_measure_spelled_as_in_the_catalogue() -> None:
    offers = (date(2026, 9, 8), date(2026, 6, 4), date(2026, 9, 8))
    found = checked_support(replace(ROW, refused_offers=offers), TODAY)
    assert found.refused_offers == (date(2026, 6, 4), date(2026, 9, 8))
    assert found.measure == "Särskilt boende"


@pytest.mark.parametrize(
    ("changes", "reported", "state"),
    [
        ({"start": date(2026, 9, 1)}, False, "open"),
        ({}, False, "reportable"),
        ({}, True, "reported"),
        ({"executed_on": date(2026, 7, 1)}, True, "executed"),
        ({"closed_on": date(2026, 7, 1)}, True, "closed"),
        (
            {"closed_on": date(2026, 7, 1), "final_notice_on": date(2026, 7, 9)},
            True,
            "final_notice_sent",
        ),
        ({"superseded_by": 9}, True, "superseded"),
    ],
)
def test_the_state_of_a_row(changes: dict[str, object], reported: bool, state: str) -> None:
    assert support_state(replace(ROW, **changes), TODAY, reported) == state  # type: ignore[arg-type]
