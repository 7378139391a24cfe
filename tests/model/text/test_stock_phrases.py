"""Short words and the phrases they stand for."""

from __future__ import annotations

import pytest

from nämndtui.model.text.stock_phrases import Expansion, completion, expansion, phrases_of

PHRASES = phrases_of("vh = {nämnd} ger i uppdrag; NB = Nämnden säger;oj=;skräp", "Omsorgsnämnden")


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("vh", Expansion(2, "Omsorgsnämnden ger i uppdrag")),
        ("Först ;VH", Expansion(3, "Omsorgsnämnden ger i uppdrag")),
        ("nb", Expansion(2, "Nämnden säger")),
        ("oj", None),
        ("", None),
        ("[bold]{{ 7*7 }}", None),
    ],
)
def test_the_word_before_the_cursor(before: str, expected: Expansion | None) -> None:
    assert expansion(before, PHRASES) == expected


def test_a_phrase_begun_is_completed_when_only_one_fits() -> None:
    assert completion("Omsorgsnämnden ger", PHRASES) == " i uppdrag"
    assert completion("Omsorgsnämnden b", PHRASES) == ""
    assert completion("", PHRASES) == ""
