"""Counts and amounts read as a Swedish writer would put them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämndtui.model.text.number_words import (
    count_words,
    join_swedish,
    noun_form,
    number_text,
    number_word,
    ordinal,
    plural,
)


def test_one_follows_the_gender_of_its_noun() -> None:
    assert f"{number_word(1)} beslut" == "ett beslut"
    assert f"{number_word(1, 'common')} månad" == "en månad"
    assert number_word(2, "common") == "två"


def test_words_to_twelve_and_digits_beyond() -> None:
    assert [number_word(n) for n in (0, 7, 12, 13)] == ["noll", "sju", "tolv", "13"]


def test_a_sentence_does_not_mix_words_and_digits() -> None:
    assert count_words(3, 12, 1) == ["tre", "tolv", "ett"]
    assert count_words(3, 13, 1) == ["3", "13", "1"]
    assert count_words(1, 2, gender="common") == ["en", "två"]
    assert count_words() == []


@pytest.mark.parametrize(
    ("n", "word"),
    [
        *((1, "första"), (2, "andra"), (3, "tredje"), (4, "fjärde"), (12, "tolfte")),
        *((13, "13:e"), (21, "21:a"), (22, "22:a"), (111, "111:e"), (101, "101:a")),
    ],
)
def test_ordinals(n: int, word: str) -> None:
    assert ordinal(n) == word


def test_nouns_follow_their_number() -> None:
    assert [plural(n, "dag", "dagar") for n in (0, 1, 2)] == ["0 dagar", "1 dag", "2 dagar"]
    assert noun_form(1, "dag", "dagar") == "dag"


@pytest.mark.parametrize(
    ("value", "decimals", "printed"),
    [
        (1067317, None, "1\u00a0067\u00a0317"),
        (-1500, None, "\u22121\u00a0500"),
        (16, None, "16"),
        (2.5, None, "2,5"),
        (Decimal("1234.50"), None, "1\u00a0234,50"),
        (0.1 + 0.2, 1, "0,3"),
        (-0.04, 1, "0,0"),
        (1e21, None, "1" + "\u00a0000" * 7),
        (99.95, 0, "100"),
    ],
)
def test_amounts_have_swedish_digits(
    value: int | float | Decimal, decimals: int | None, printed: str
) -> None:
    assert number_text(value, decimals) == printed


@given(st.integers())
def test_no_digit_is_lost(n: int) -> None:
    assert int(number_text(n).replace("\u00a0", "").replace("\u2212", "-")) == n


@pytest.mark.parametrize(
    ("parts", "joined"),
    [
        *(([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c")),
    ],
)
def test_a_list_is_joined_with_och(parts: list[str], joined: str) -> None:
    assert join_swedish(parts) == joined


def test_another_word_may_join() -> None:
    assert join_swedish(["Word", "PDF"], "eller") == "Word eller PDF"
