"""A § is looked up the way people write it."""

from __future__ import annotations

import pytest

from nämndtui.model.text.paragraph_reference import parse_paragraph_reference


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("§88/2026", (88, 2026)),
        ("§ 88", (88, None)),
        ("§\u00a088 / 2026", (88, 2026)),
        ("88 §", (88, None)),
        ("88 §/2026", (88, 2026)),
        ("88/2026 §", (88, 2026)),
    ],
)
def test_a_reference_is_understood(text: str, reference: tuple[int, int | None]) -> None:
    assert parse_paragraph_reference(text) == reference


@pytest.mark.parametrize(
    "text",
    [
        *("88/2026", "88", "§", "", "§§ 84–97", "§ 0", "§ 88/26", "§ 88/3026", "VON/2026:88"),
        *("8§8", "§ 88/", "§ " + "8" * 100_000, "§ ８８", "§ 88/2026/1", "6 kap. 39 §"),
    ],
)
def test_anything_else_is_not_a_reference(text: str) -> None:
    assert parse_paragraph_reference(text) is None
