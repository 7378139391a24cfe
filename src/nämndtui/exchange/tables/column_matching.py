"""Which column holds what: headers known by name, however they are spelled."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nämndtui.exchange.tables.cells import Cell, Table, TableRow, is_empty
from nämndtui.exchange.tables.error import TableError, shown_name
from nämndtui.model.text.clean_text import clean_line

_NOISE = re.compile(r"[\s:._*()\-–/\"']+")
_LOOKED_AT = 20


@dataclass(frozen=True)
class ImportField:
    """One thing a row may hold: English ``name``, Swedish ``header``, and other names for it.

    Another name that ends in ``…`` stands for every header that begins so. ``instead`` names a
    field that does as well where this one is required.
    """

    name: str
    header: str
    others: tuple[str, ...] = ()
    required: bool = False
    instead: str = ""


@dataclass(frozen=True)
class Matching:
    """The header row's headers and, for each field found, its column's place from 0."""

    headers: tuple[str, ...]
    columns: Mapping[str, int]
    header_row: int

    def header(self, field: str) -> str:
        """The file's own header for a field; empty when the file has none."""
        place = self.columns.get(field)
        return self.headers[place] if place is not None else ""

    @property
    def unused(self) -> tuple[str, ...]:
        """Headers no field was matched to."""
        used = set(self.columns.values())
        return tuple(h for place, h in enumerate(self.headers) if h and place not in used)


def same_header(text: str) -> str:
    """What makes two spellings of a header the same: letter case, spaces and marks do not count."""
    return _NOISE.sub("", clean_line(text).replace("\u00a0", " ").casefold())


def find_header(table: Table, fields: Sequence[ImportField]) -> TableRow:
    """The row among the first that names most fields. Raises TableError when none names two."""
    best = max(table.rows[:_LOOKED_AT], key=lambda row: (_named(row.cells, fields), -row.number))
    if is_header(best.cells, fields):
        return best
    # Nobody's words are known: the first row with several texts is taken for the headers.
    for row in table.rows[:_LOOKED_AT]:
        if sum(isinstance(c, str) and bool(c.strip()) for c in row.cells) >= 2:
            return row
    wanted = ", ".join(field.header for field in fields if field.required)
    raise TableError(f"{table.name} har ingen rad med kolumnrubriker. Den behöver minst: {wanted}.")


def is_header(cells: Sequence[Cell], fields: Sequence[ImportField]) -> bool:
    """True for a row that names at least two fields."""
    return _named(cells, fields) >= min(2, len(fields))


def headers_of(row: TableRow) -> tuple[str, ...]:
    """The header row's texts."""
    return tuple("" if is_empty(cell) else clean_line(_text(cell)) for cell in row.cells)


def match_columns(
    row: TableRow, fields: Sequence[ImportField], chosen: Mapping[str, str] | None = None
) -> Matching:
    """Match headers to fields; ``chosen`` (field → header, ``""`` for none) goes before names.

    Raises TableError for a chosen header the file does not have.
    """
    headers = headers_of(row)
    places: dict[str, int] = {}
    for place, header in enumerate(headers):
        places.setdefault(same_header(header), place)
    places.pop("", None)
    columns: dict[str, int] = {}
    for name, header in (chosen or {}).items():
        if header and same_header(header) not in places:
            raise TableError(
                f"Kolumnen ”{shown_name(header)}” finns inte i filen. Den har: {_listed(headers)}."
            )
        if header:
            columns[name] = places[same_header(header)]
    taken = set(columns.values())
    for field in fields:
        if field.name in columns or field.name in (chosen or {}):
            continue
        for name in (field.header, *field.others):
            found = _place(name, places)
            if found is not None and found not in taken:
                columns[field.name] = found
                taken.add(found)
                break
    return Matching(headers, columns, row.number)


def missing_fields(matching: Matching, fields: Sequence[ImportField]) -> tuple[ImportField, ...]:
    """Required fields the file has no column for, nor for what does instead."""
    there = matching.columns
    return tuple(f for f in fields if f.required and f.name not in there and f.instead not in there)


def check_complete(name: str, matching: Matching, fields: Sequence[ImportField]) -> None:
    """Raise TableError naming the required columns that are missing and those there are."""
    missing = missing_fields(matching, fields)
    if missing:
        raise TableError(
            f"{name} saknar kolumnen {' och '.join(f.header for f in missing)}. "
            f"Den har: {_listed(matching.headers)}. Välj vilken kolumn som motsvarar vad."
        )


def _named(cells: Sequence[Cell], fields: Sequence[ImportField]) -> int:
    names = {same_header(name) for field in fields for name in (field.header, *field.others)}
    return len({same_header(cell) for cell in cells if isinstance(cell, str)} & names)


def _place(name: str, places: Mapping[str, int]) -> int | None:
    """The column with that name, or the first whose header begins so."""
    wanted = same_header(name)
    if not wanted.endswith("…"):
        return places.get(wanted)
    begins = wanted.rstrip("…")
    return next((place for header, place in places.items() if header.startswith(begins)), None)


def _listed(headers: Sequence[str]) -> str:
    shown = [shown_name(header) for header in headers if header][:12]
    return ", ".join(shown) or "inga rubriker"


def _text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else str(cell)
