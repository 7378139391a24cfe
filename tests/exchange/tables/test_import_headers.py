"""The handbook lists the columns an import knows, with every name they go by, and no others."""

from __future__ import annotations

import pytest

from nämndtui.exchange.tables.column_matching import ImportField
from nämndtui.exchange.tables.decisions import DECISION_FIELDS
from nämndtui.exchange.tables.unenforced import SUPPORT_FIELDS
from tests.conftest import REPOSITORY

PAGE = (REPOSITORY / "docs" / "handbok" / "importera.md").read_text(encoding="utf-8")


def described(heading: str) -> list[tuple[str, bool, tuple[str, ...]]]:
    """(header, required, other names) of each row of the first table under a heading."""
    part = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = [line for line in part.splitlines() if line.startswith("| `")]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    return [
        (name.strip("`"), need == "ja", tuple(filter(None, others.split(", "))))
        for name, need, others in cells
    ]


@pytest.mark.parametrize(
    ("heading", "fields"),
    [("Delegationsbeslut", DECISION_FIELDS), ("Ej verkställda beslut", SUPPORT_FIELDS)],
)
def test_the_handbook_names_the_columns_of_an_import_both_ways(
    heading: str, fields: tuple[ImportField, ...]
) -> None:
    assert described(heading) == [(one.header, one.required, one.others) for one in fields]
