"""Lists stand in Swedish order whatever the machine's locale."""

from __future__ import annotations

import random
from functools import cmp_to_key
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämndtui.model.text.swedish_order import collate, fold, sort_key, surname_key

ORDERED = [
    "", " ", "-", "1", "10", "2", "Adam", "Ann Marie", "Ann-Marie", "Anna", "Vera", "Vilma",
    "Wilma", "Yngve", "Zebra", "Åberg", "Ådal", "Ängen", "Ödman", "öga", "Жук",
]  # fmt: skip


def test_a_list_is_put_in_swedish_order() -> None:
    mixed = ORDERED[:]
    random.Random(1).shuffle(mixed)
    assert sorted(mixed, key=sort_key) == ORDERED
    assert sorted(mixed, key=cmp_to_key(collate)) == ORDERED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("Lindén", "LINDEN"), ("Müller", "Myller"), ("Ærø", "äRÖ"), ("Å", "A\u030a"), ("ñ", "N")),
        *(("Straße", "strasse"), ("§\u00a088", "§ 88"), ("Łukasz", "lukasz"), ("Ç", "c")),
    ],
)
def test_spellings_that_sort_as_one(one: str, other: str) -> None:
    assert collate(one, other) == 0


@given(st.text(), st.text())
def test_the_order_is_the_same_from_both_ends(a: str, b: str) -> None:
    assert collate(a, b) == -collate(b, a)
    assert collate(a, a) == 0


@given(st.text())
def test_decomposed_text_sorts_as_composed(text: str) -> None:
    assert sort_key(normalize("NFD", text)) == sort_key(normalize("NFC", text))


def test_persons_are_sorted_by_surname() -> None:
    people = [
        "Åke Öberg",
        "Ann Berg (S)",
        "Östen Andersson (M)",
        "Eva von Sydow",
        "Bo Berg",
        "X",
    ]
    assert sorted(people, key=surname_key) == [
        *("Östen Andersson (M)", "Ann Berg (S)", "Bo Berg", "Eva von Sydow", "X", "Åke Öberg")
    ]
    assert surname_key("Berg, Ann") == surname_key("Ann Berg (S)")
    assert surname_key("von Sydow, Eva") == surname_key("Eva von Sydow")
    assert surname_key("") == "\x00"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        *(("Ärende", "arende"), ("återställ", "aterstall"), ("idé", "ide"), ("sök", "sok")),
        *(("A\u030aL", "al"), ("Øre", "ore"), ("üb", "ub"), ("Æ", "a"), ("ABC", "abc")),
    ],
)
def test_folded_text_has_no_diacritics(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
