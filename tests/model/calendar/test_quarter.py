"""Quarters are read as people write them and printed as reports name them."""

from __future__ import annotations

from datetime import date

import pytest

from nämndtui.model.calendar.quarter import Quarter, parse_quarter, quarter_of
from nämndtui.model.text.errors import InvalidInputError


@pytest.mark.parametrize(
    "text", ["2026K3", "2026k3", "2026 Q3", "2026-3", "K3 2026", "kvartal 3 2026", "kv 3 2026"]
)
def test_a_quarter_is_read_in_the_ways_people_write_it(text: str) -> None:
    assert parse_quarter(text) == Quarter(2026, 3)


@pytest.mark.parametrize("text", ["", "2026", "2026K5", "tredje", "K3", "2026K33"])
def test_anything_else_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(InvalidInputError, match="2026K3"):
        parse_quarter(text)


def test_a_quarter_knows_its_days_its_neighbours_and_its_names() -> None:
    quarter = Quarter(2026, 1)
    assert (quarter.start, quarter.end) == (date(2026, 1, 1), date(2026, 3, 31))
    assert (str(quarter.previous), str(quarter.next)) == ("2025K4", "2026K2")
    assert quarter.words == "första kvartalet 2026"
    assert quarter.heading == "kvartal 1 2026"


@pytest.mark.parametrize(
    ("day", "name"),
    [("2025-12-31", "2025K4"), ("2026-01-01", "2026K1"), ("2026-06-30", "2026K2")],
)
def test_every_day_lies_in_a_quarter(day: str, name: str) -> None:
    assert str(quarter_of(date.fromisoformat(day))) == name
