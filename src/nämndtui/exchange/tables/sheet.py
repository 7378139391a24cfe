"""Which sheet of a workbook holds the table: the first that has a row of known headers."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Any

from nämndtui.exchange.tables.cells import Cell

HeaderTest = Callable[[tuple[Cell, ...]], bool]
"""True for a row whose cells are headers."""
_LOOKED_AT = 20


def sheet_with_headers(worksheets: list[Any], is_header: HeaderTest) -> Any | None:
    """The first of openpyxl's read-only sheets with a header row; None when no sheet has one."""
    for sheet in worksheets:
        sheet.reset_dimensions()
        rows = islice(sheet.iter_rows(values_only=True), _LOOKED_AT)
        if any(is_header(cells) for cells in rows):
            return sheet
    return None
