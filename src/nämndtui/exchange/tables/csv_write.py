"""Rows as CSV that Swedish Excel opens by double click and scripts read back unchanged."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from io import StringIO
from typing import Any

from nämndtui.exchange.tables.csv_cell import LIST_SEPARATOR, guard_cell
from nämndtui.model.text.clean_text import clean_text

BYTE_ORDER_MARK = "\ufeff"


def write_csv(
    rows: Iterable[Mapping[str, Any]], headers: Sequence[str], *, for_excel: bool = False
) -> str:
    r"""CSV text with a header row; ``headers`` are the Swedish keys in column order.

    Semicolons between cells, because Swedish Excel splits at nothing else; ``\n`` after each row.
    ``for_excel`` puts a byte order mark first, which Excel needs to see that a file is UTF-8 and
    which would only disturb a pipe. Absent keys and None give empty cells, booleans ja and nej,
    lists are joined by `` | ``, dates and times are ISO, decimals have a comma. Text that a
    spreadsheet would take for a formula is guarded (see ``guard_cell``). Raises ValueError for a
    row with a key that is not in ``headers``.
    """
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(headers)
    for row in rows:
        unknown = row.keys() - set(headers)
        if unknown:
            raise ValueError(f"no column for {sorted(unknown)}")
        writer.writerow([_cell(row.get(key)) for key in headers])
    return (BYTE_ORDER_MARK if for_excel else "") + out.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, float):
        return str(value).replace(".", ",")
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, str):
        return guard_cell(clean_text(value))
    if isinstance(value, Iterable):
        return guard_cell(LIST_SEPARATOR.join(clean_text(str(part)) for part in value))
    return str(value)
