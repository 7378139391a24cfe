"""§§ are printed as ranges and read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämndtui.model.text.errors import InvalidInputError
from nämndtui.model.text.paragraph_range import (
    file_range,
    format_paragraphs,
    law_reference,
    parse_paragraphs,
)

PRINTED = [
    ([88], "§\u00a088"),
    (range(84, 98), "§§\u00a084–97"),
    ([*range(82, 88), 89], "§§\u00a082–87 och 89"),
    ([*range(41, 44), *range(45, 56)], "§§\u00a041–43, 45–55"),
    ([88, 90], "§§\u00a088 och 90"),
    ([1, 3, 5], "§§\u00a01, 3 och 5"),
    ([7, 3, 4, 3], "§§\u00a03–4 och 7"),
    ([], ""),
]


@pytest.mark.parametrize(("numbers", "printed"), PRINTED)
def test_ranges_are_printed(numbers: list[int], printed: str) -> None:
    assert format_paragraphs(numbers) == printed


@given(st.sets(st.integers(1, 9999), min_size=1))
def test_what_is_printed_is_read_back(numbers: set[int]) -> None:
    assert parse_paragraphs(format_paragraphs(numbers)) == tuple(sorted(numbers))
    assert parse_paragraphs(file_range(numbers)) == tuple(sorted(numbers))


@pytest.mark.parametrize("text", ["84-86", "§ 84 – 86", "84,85,86", "§§84, 85 och 86", "84–86 §§"])
def test_ranges_are_read_as_people_type_them(text: str) -> None:
    assert parse_paragraphs(text) == (84, 85, 86)


@pytest.mark.parametrize(
    "text", ["", "§", "90–84", "0", "a", "84–", "1–999999999", "1,,2", "§ 88/2026", "9" * 5000]
)
def test_what_is_no_range_is_refused(text: str) -> None:
    with pytest.raises(InvalidInputError, match="anger inga paragrafer"):
        parse_paragraphs(text)


def test_a_file_name_has_plain_characters() -> None:
    assert file_range(range(84, 98)) == "§§ 84-97"
    assert file_range([88]) == "§ 88"


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_an_impossible_paragraph_is_a_fault(number: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        format_paragraphs([number])


def test_laws_are_referred_to_in_reverse_order() -> None:
    assert law_reference(6, 39) == "6\u00a0kap. 39\u00a0§"
    assert law_reference(6, 37, 40) == "6\u00a0kap. 37–40\u00a0§§"
    assert law_reference(None, "28 f") == "28\u00a0f\u00a0§"
    assert law_reference(16, "6 a", "e") == "16\u00a0kap. 6\u00a0a–e\u00a0§§"
