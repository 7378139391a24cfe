"""A table from a file: csv or xlsx, told apart by what is in it and not by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from nämndtui.exchange.tables.cells import Cell, Table, TableRow, is_empty
from nämndtui.exchange.tables.error import TableError, shown_name
from nämndtui.model.text.progress import Progress, no_progress
from nämndtui.model.text.system_reason import system_reason

MAX_FILE_BYTES = 100_000_000
MAX_ROWS = 250_000
MAX_CELL = 100_000


_SIGNATURES = (
    (b"MZ", "är ett program, ingen tabell. Öppna det inte om du inte vet vad det är"),
    (b"\x7fELF", "är ett program, ingen tabell"),
    (b"%PDF", "är en PDF. Exportera tabellen som xlsx eller csv i stället"),
    (
        b"\xd0\xcf\x11\xe0",
        "är i Excels gamla format eller låst med lösenord. Spara den som .xlsx utan lösenord",
    ),
    (b"\x1f\x8b", "är packad. Packa upp den först"),
    (b"Rar!", "är packad. Packa upp den först"),
    (b"7z\xbc\xaf", "är packad. Packa upp den först"),
    (b"\x89PNG", "är en bild, ingen tabell"),
    (b"\xff\xd8\xff", "är en bild, ingen tabell"),
    (b"{\\rtf", "är ett textdokument. Spara tabellen som xlsx eller csv"),
)


def read_table(
    path: Path,
    progress: Progress = no_progress,
    is_header: Callable[[tuple[Cell, ...]], bool] | None = None,
) -> Table:
    """The table in the file. Raises TableError in Swedish for anything that is not one.

    Of a workbook's sheets the first with a row that ``is_header`` is read; a cover is passed by.
    ``progress`` is called with (rows read, 0) and may stop the reading by raising.
    """
    content = _content(path)
    name = shown_name(path.name)
    for signature, what in _SIGNATURES:
        if content.startswith(signature):
            raise TableError(f"{name} {what}.")
    # Each reader is loaded only when its kind of file turns up; openpyxl is heavy.
    if content.startswith(b"PK"):
        from nämndtui.exchange.tables.xlsx import xlsx_rows

        sheets: list[str] = []
        rows = xlsx_rows(content, name, is_header, sheets.append)
        return replace(_table(name, rows, progress), sheet="".join(sheets))
    from nämndtui.exchange.tables.csv import csv_rows

    return _table(name, csv_rows(content, name), progress)


def _content(path: Path) -> bytes:
    name = shown_name(path.name)
    if path.is_dir():
        raise TableError(f"{name} är en mapp. Ange en fil.")
    try:
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise TableError(f"{name} är större än {MAX_FILE_BYTES // 1_000_000} MB. Dela upp den.")
        content = path.read_bytes()
    except OSError as error:
        raise TableError(f"{name} går inte att läsa ({system_reason(error)}).") from error
    if not content.strip():
        raise TableError(f"{name} är tom.")
    return content


def _table(name: str, rows: Iterable[tuple[int, tuple[Cell, ...]]], progress: Progress) -> Table:
    kept: list[TableRow] = []
    empty = 0
    for number, cells in rows:
        if len(kept) >= MAX_ROWS:
            raise TableError(f"{name} har fler än {MAX_ROWS} rader. Dela upp den.")
        if all(is_empty(cell) for cell in cells):
            empty += 1
            continue
        if any(isinstance(cell, str) and len(cell) > MAX_CELL for cell in cells):
            raise TableError(f"{name}, rad {number}: en cell har fler än {MAX_CELL} tecken.")
        kept.append(TableRow(number, cells))
        if len(kept) % 1000 == 0:
            progress(len(kept), 0)
    if not kept:
        raise TableError(f"{name} har inga ifyllda rader.")
    return Table(name, tuple(kept), empty)
