"""Columns are known by name, however a system spells them."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from nämndtui.exchange.tables.cells import Table, TableRow
from nämndtui.exchange.tables.column_matching import (
    check_complete,
    find_header,
    match_columns,
    missing_fields,
)
from nämndtui.exchange.tables.decisions import DECISION_FIELDS
from nämndtui.exchange.tables.error import TableError


def table(*rows: tuple[str, ...]) -> Table:
    return Table("export.xlsx", tuple(TableRow(n, cells) for n, cells in enumerate(rows, 1)))


def matched(*headers: str, chosen: dict[str, str] | None = None) -> dict[str, int]:
    return dict(match_columns(TableRow(1, headers), DECISION_FIELDS, chosen).columns)


def test_headers_match_whatever_case_spacing_marks_and_letters_they_have() -> None:
    headers = ("BESLUTS-DATUM:", "Punkt ", "Roll", "Beslutsfattare", "Dnr.", "Ärende mening")
    decomposed = tuple(normalize("NFD", header) for header in headers)
    expected = {"decided_on": 0, "point": 1, "role": 2, "decider": 3, "dnr": 4, "description": 5}
    assert matched(*headers) == expected
    assert matched(*decomposed) == expected


def test_a_header_is_used_once_and_the_canonical_name_goes_first() -> None:
    assert matched("Datum", "Beslutsdatum")["decided_on"] == 1
    assert matched("Handläggare", "Beslutsfattare")["decider"] == 1


def test_what_the_user_chose_goes_before_names() -> None:
    found = matched("Punkt", "Kod", chosen={"point": "kod"})
    assert found["point"] == 1
    assert "point" not in matched("Punkt", "Kod", chosen={"point": ""})
    with pytest.raises(TableError, match="finns inte i filen"):
        matched("Punkt", chosen={"point": "Nummer"})


def test_the_header_row_is_found_under_a_title() -> None:
    found = find_header(
        table(("Delegationsbeslut november", ""), ("Utskrivet", "2026-11-03"), ("Dnr", "Punkt")),
        DECISION_FIELDS,
    )
    assert found.number == 3


def test_missing_columns_are_named_with_those_there_are() -> None:
    matching = match_columns(TableRow(1, ("Punkt", "Text")), DECISION_FIELDS)
    assert "roll" in [field.header for field in missing_fields(matching, DECISION_FIELDS)]
    with pytest.raises(TableError, match=r"saknar kolumnen beslutsdatum och .* Den har: Punkt"):
        check_complete("export.csv", matching, DECISION_FIELDS)


def test_a_table_without_headers_is_refused() -> None:
    with pytest.raises(TableError, match="kolumnrubriker"):
        find_header(table(("ensam",), ("rad",)), DECISION_FIELDS)
