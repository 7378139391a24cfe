"""CSV that opens in Swedish Excel, holds no formulas and reads back as it was."""

import csv
from datetime import date, datetime, time
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämndtui.exchange.tables.csv_cell import guard_cell, restore_cell
from nämndtui.exchange.tables.csv_write import write_csv
from nämndtui.model.text.clean_text import clean_text


def _cells(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text, newline=""), delimiter=";"))


def test_values_are_written_as_swedes_read_them() -> None:
    row = {
        "rubrik": "Budget; bilaga",
        "datum": date(2026, 12, 8),
        "tid": time(18, 30),
        "när": datetime(2026, 12, 8, 18, 30, 5),
        "val": True,
        "sen": False,
        "antal": -3,
        "belopp": -2.5,
        "partier": ("S", "V"),
        "tomt": None,
    }
    header, cells = _cells(write_csv([row], [*row, "saknas"]))
    assert header == [*row, "saknas"]
    assert cells == [
        "Budget; bilaga",
        *("2026-12-08", "18:30", "2026-12-08 18:30", "ja", "nej", "-3", "-2,5", "S | V", "", ""),
    ]


def test_only_a_file_for_excel_begins_with_a_byte_order_mark() -> None:
    assert write_csv([], ["rubrik"]) == "rubrik\n"
    assert write_csv([], ["rubrik"], for_excel=True) == "\ufeffrubrik\n"


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+46 70",
        "-1+cmd|' /C calc'!A0",
        "@SUM(A1)",
        "\tx",
        "\n=1",
        "＝1+1",
        "-",
        "-x",
        "'=1",
    ],
)
def test_what_a_spreadsheet_would_calculate_is_guarded(text: str) -> None:
    cell = _cells(write_csv([{"a": text}], ["a"]))[1][0]
    assert cell == f"'{text}"
    assert restore_cell(cell) == text


def test_a_formula_first_in_a_list_is_guarded_too() -> None:
    assert _cells(write_csv([{"a": ["=1", "x"]}], ["a"]))[1] == ["'=1 | x"]


@pytest.mark.parametrize("text", ["-5", "-5,25", "-1 250,50", "-1\u00a0250", "−5", "'n' är", "a=b"])
def test_plain_negative_numbers_and_ordinary_text_stay(text: str) -> None:
    assert _cells(write_csv([{"a": text}], ["a"]))[1] == [text]


@given(st.one_of(st.text(), st.from_regex(r"'*[=+\-@\t][0-9 ,]*", fullmatch=True)))
def test_a_guarded_cell_gives_back_its_text_and_never_starts_a_formula(text: str) -> None:
    guarded = guard_cell(text)
    assert restore_cell(guarded) == text
    assert guarded[:1] not in "=+@" or not guarded


@given(st.lists(st.text().map(clean_text), min_size=2, max_size=4))
def test_every_text_survives_the_file(texts: list[str]) -> None:
    headers = [str(n) for n in range(len(texts))]
    text = write_csv([dict(zip(headers, texts, strict=True))], headers)
    assert [restore_cell(cell) for cell in _cells(text)[1]] == texts


def test_a_key_without_a_column_is_a_mistake_and_not_lost() -> None:
    with pytest.raises(ValueError, match="ny"):
        write_csv([{"ny": 1}], ["rubrik"])
