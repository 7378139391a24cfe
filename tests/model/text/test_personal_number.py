"""Personal numbers are caught, ordinary numbers of a committee's papers are not.

Every number here is made up.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämndtui.model.text.personal_number import find_personal_number


@pytest.mark.parametrize(
    "number",
    [
        *("850709-1234", "19850709-1234", "8507091234", "198507091234", "180709+1234"),
        *("850769-1234", "850709\u00a0-\u00a01234", "850709–1234", "850709−1234", "850709 - 1234"),
        *("1985-07-09-5678", "20170101-9999", "201701019999", "640823-3234", "640823 3234"),
        *("0102034568", "000229-1234"),
    ],
)
def test_a_personal_number_is_found_in_text(number: str) -> None:
    assert find_personal_number(f"Avser {number}, se bilaga.") == number
    assert find_personal_number(f"pnr:{number}") == number


@pytest.mark.parametrize(
    "text",
    [
        *("von/2017:106", "KS/2020:248-003", "00322/2026", "106-156/2013", "KFN-2013-179"),
        *("070-123 45 67", "0708123456", "+46708123456", "08-508 000 00", "046-35 50 00"),
        *("1 067 317 kr", "1 067 317,50", "2017-09-26", "2017-09-26 18:30", "20170926"),
        *("202612081830", "2017-09-26 1830", "212000-1447", "851309-1234", "850732-1234"),
        *("850700-1234", "§§ 84–97", "1985-07-09", "850709-123", "850709-12345", "1234567890123"),
        *("123-4567", "2016–2017", "850709 4500", "3,8507091234", "", "850230-1234"),
    ],
)
def test_ordinary_numbers_are_let_through(text: str) -> None:
    assert find_personal_number(text) is None
    assert find_personal_number(f"Se {text}.") is None


def test_the_first_of_several_is_told() -> None:
    assert find_personal_number("851309-1234 850709-1234 860101-1234") == "850709-1234"


@given(
    st.dates(date(1920, 1, 1), date(2030, 12, 31)),
    st.integers(0, 9999),
    st.sampled_from(["%y%m%d", "%Y%m%d"]),
    st.sampled_from("-+–"),
    st.booleans(),
)
def test_every_separated_number_is_found(
    born: date, last: int, form: str, separator: str, coordination: bool
) -> None:
    day = born.day + 60 if coordination else born.day
    number = f"{born.strftime(form)[:-2]}{day:02d}{separator}{last:04d}"
    assert find_personal_number(f"x {number}\n") == number


def test_a_right_check_digit_tells_a_birth_from_a_telephone_number() -> None:
    assert find_personal_number("0102034568") == "0102034568"
    assert find_personal_number("0102034567") is None


def test_a_date_before_a_number_is_no_birth_date() -> None:
    assert [find_personal_number(f"1964-08-23 {n:04d}") for n in range(3000, 3400)] == [None] * 400


def test_a_long_text_is_searched_to_its_end() -> None:
    assert find_personal_number("1 " * 50_000 + "850709-1234") == "850709-1234"
