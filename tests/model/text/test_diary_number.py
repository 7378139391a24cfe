"""Diary numbers are understood in every form seen in print, and printed in one."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämndtui.model.text.diary_number import (
    DiaryNumber,
    DiaryNumberError,
    check_pattern,
    format_diary_number,
    looks_like_diary_number,
    parse_diary_number,
)

SEEN = [
    ("von/2017:106", ("von", 2017, 106, "")),
    ("KS/2017:175", ("KS", 2017, 175, "")),
    ("VON2023/182", ("VON", 2023, 182, "")),
    ("VON 2023/182", ("VON", 2023, 182, "")),
    ("SN-2017/104", ("SN", 2017, 104, "")),
    ("KFN-2013-179", ("KFN", 2013, 179, "")),
    ("KS-2016/223", ("KS", 2016, 223, "")),
    ("KS 2018/14", ("KS", 2018, 14, "")),
    ("SÄN/2012:3", ("SÄN", 2012, 3, "")),
    ("00322/2026", ("", 2026, 322, "")),
    ("2023/BUN 0214", ("BUN", 2023, 214, "")),
    ("2021/KS 0280 013", ("KS", 2021, 280, "013")),
    ("KS/2020:248-003", ("KS", 2020, 248, "003")),
    ("31/16", ("", 2016, 31, "")),
    ("106-156/2013", ("", 2013, 156, "106")),
]


@pytest.mark.parametrize(("text", "number"), SEEN)
def test_every_form_seen_in_print_is_read(text: str, number: tuple[str, int, int, str]) -> None:
    assert parse_diary_number(text) == number
    assert looks_like_diary_number(text)


@pytest.mark.parametrize(("text", "number"), SEEN)
def test_decomposed_letters_are_the_same_letters(
    text: str, number: tuple[str, int, int, str]
) -> None:
    assert parse_diary_number(normalize("NFD", text)) == number


@pytest.mark.parametrize(
    "text",
    [
        *(" von / 2017 : 106 ", "von/ 2017:106", "VON/2017:106", "Dnr von/2017:106"),
        *("Diarienummer: von/2017:106", "von\u00a02017–106", "(von/2017:106"[1:], "von/2017:00106"),
    ],
)
def test_spacing_case_and_leading_word_do_not_matter(text: str) -> None:
    assert parse_diary_number(text).key == ("von", 2017, 106)


@pytest.mark.parametrize(
    "text",
    [
        *("", "VON", "2017", "2017-09-26", "26/9/2017", "20170926", "§88/2026", "VON/2017:0"),
        *("hemtjänst", "070-123 45 67", "VON/2017:106)", "KS/2017:AB/3", "VON/2017:١٠٦"),
        *("VON/2017:" + "1" * 5000, "x" * 100_000, "KS 14/123", "VON 2017:1-2-3", "[/]", "1/2"),
    ],
)
def test_other_text_is_refused_in_swedish(text: str) -> None:
    assert not looks_like_diary_number(text)
    with pytest.raises(DiaryNumberError, match=r"är inget diarienummer\. Skriv"):
        parse_diary_number(text)


def test_the_own_pattern_decides_which_number_is_the_year() -> None:
    assert parse_diary_number("VON 2023/2024").sort_key == (2023, 2024)
    assert parse_diary_number("2023/2024").sort_key == (2024, 2023)
    assert parse_diary_number("2023/2024", "{year}/{serial}").sort_key == (2023, 2024)
    assert parse_diary_number("VON 2023/2024", "{prefix} {serial}/{year}").sort_key == (2024, 2023)


def test_numbers_sort_by_year_and_serial_not_as_text() -> None:
    texts = ["von/2017:9", "von/2017:106", "von/2016:200"]
    ordered = sorted((parse_diary_number(text) for text in texts), key=lambda n: n.sort_key)
    assert [number.serial for number in ordered] == [200, 9, 106]


@pytest.mark.parametrize(
    ("pattern", "printed"),
    [
        ("{prefix}/{year}:{serial}", "VON/2017:106"),
        ("{serial:05d}/{year}", "00106/2017"),
        ("{year}/{prefix} {serial:04d}", "2017/VON 0106"),
        ("{prefix}{year}/{serial}", "VON2017/106"),
    ],
)
def test_a_number_is_printed_by_its_pattern(pattern: str, printed: str) -> None:
    assert format_diary_number(DiaryNumber("VON", 2017, 106), pattern) == printed


def test_an_empty_prefix_leaves_no_loose_separator() -> None:
    assert format_diary_number(DiaryNumber("", 2017, 6), "{prefix}/{year}:{serial}") == "2017:6"


@pytest.mark.parametrize(
    "pattern",
    [
        *("", "{year}", "{serial}", "{prefix}/{year}", "{year}{serial}", "{year}/{serial}/{year}"),
        *("{prefix.__class__}/{year}:{serial}", "{year}/{serial!r}", "{0}/{year}:{serial}"),
        *("{year}/{serial", "{year}}/{serial}", "{{year}}/{serial}", "{year:>9}/{serial}"),
        *("{year}/{serial:99999d}", "{year}/{serial:00d}", "VON/{year}:{serial}", "{year}{prefix}"),
        *("{year}/{serial:{width}}", "{serial[0]}/{year}", "{year}1{serial}", "{class}/{year}"),
    ],
)
def test_a_pattern_that_cannot_be_read_back_is_refused(pattern: str) -> None:
    with pytest.raises(DiaryNumberError, match=r"mönster .* går inte att använda"):
        check_pattern(pattern)


SEPARATOR = st.sampled_from(["/", ":", "-", " ", " / ", "."])
SERIAL = st.sampled_from(["{serial}", "{serial:04d}", "{serial:05d}", "{serial:09d}"])
PATTERN = st.one_of(
    st.builds("{{prefix}}{}{{year}}{}{}".format, SEPARATOR | st.just(""), SEPARATOR, SERIAL),
    st.builds("{{year}}{}{{prefix}}{}{}".format, SEPARATOR, SEPARATOR, SERIAL),
    st.builds("{{prefix}}{}{}{}{{year}}".format, SEPARATOR, SERIAL, SEPARATOR),
    st.builds("{}{}{{year}}".format, SERIAL, SEPARATOR),
    st.builds("{{year}}{}{}".format, SEPARATOR, SERIAL),
)
PREFIX = st.from_regex(r"[A-ZÅÄÖa-zåäö]{1,8}([ -][A-ZÅÄÖ]{1,4})?", fullmatch=True).filter(
    lambda prefix: not prefix.casefold().startswith(("dnr", "diarien"))
)


@given(PATTERN, PREFIX, st.integers(1900, 2099), st.integers(1, 999_999_999))
def test_what_a_pattern_prints_is_read_back(
    pattern: str, prefix: str, year: int, serial: int
) -> None:
    check_pattern(pattern)
    number = DiaryNumber(prefix if "{prefix}" in pattern else "", year, serial)
    assert parse_diary_number(format_diary_number(number, pattern), pattern) == number


@given(st.text(max_size=80))
def test_no_text_crashes_the_reader(text: str) -> None:
    looks_like_diary_number(text)
