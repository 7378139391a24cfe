"""Attachments are numbered without gaps, and told so when they are not."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämndtui.model.agenda.attachment_number import (
    AttachmentNumber,
    gaps,
    label,
    parse_attachment_number,
)
from nämndtui.model.text.errors import InvalidInputError

NUMBERS = st.builds(AttachmentNumber, st.integers(1, 99), st.none() | st.integers(1, 99))


def numbers(text: str) -> list[AttachmentNumber]:
    return [parse_attachment_number(word) for word in text.split()]


@pytest.mark.parametrize(
    ("text", "main", "sub"),
    [
        ("2:1", 2, 1),
        ("2", 2, None),
        ("Bilaga 2:1", 2, 1),
        ("bilaga\u00a03:", 3, None),
        ("2.1", 2, 1),
    ],
)
def test_a_number_is_read(text: str, main: int, sub: int | None) -> None:
    assert parse_attachment_number(text) == AttachmentNumber(main, sub)


@pytest.mark.parametrize("text", ["", "Bilaga", "0", "2:0", "a", "2:1:1", "-1", "1" * 5000])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(InvalidInputError, match="Skriv till exempel 2 eller 2:1"):
        parse_attachment_number(text)


@given(NUMBERS)
def test_a_printed_number_is_read_back(number: AttachmentNumber) -> None:
    assert parse_attachment_number(str(number)) == number
    assert parse_attachment_number(label(number, single=False)) == number


def test_numbers_sort_as_numbers() -> None:
    ordered = numbers("1 2 2:1 2:2 2:10 3 10")
    mixed = ordered[:]
    random.Random(2).shuffle(mixed)
    assert sorted(mixed) == ordered
    assert max(mixed) >= ordered[0]


def test_a_single_attachment_has_no_number() -> None:
    assert label(AttachmentNumber(1), single=True) == "Bilaga"
    assert label(AttachmentNumber(2, 1), single=False) == "Bilaga 2:1"


@pytest.mark.parametrize("whole", ["", "1", "2 1 3", "1 2 2:1 2:2", "1 2:1 2:2 2:3 2:4"])
def test_whole_series_are_fine(whole: str) -> None:
    assert gaps(numbers(whole)) == []


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        ("1 3", "Bilaga 2 saknas före bilaga 3."),
        ("2", "Bilaga 1 saknas före bilaga 2."),
        ("1 5", "Bilaga 2–4 saknas före bilaga 5."),
        ("1 1:2", "Bilaga 1:1 saknas före bilaga 1:2."),
        ("1 3:1", "Bilaga 2 saknas före bilaga 3."),
        ("1 1 2", "Bilaga 1 finns mer än en gång."),
    ],
)
def test_a_broken_series_is_explained(broken: str, fault: str) -> None:
    (sentence,) = gaps(numbers(broken))
    assert sentence.startswith(fault)
