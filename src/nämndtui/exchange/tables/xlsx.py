"""Rows of an Excel workbook, read as a stranger's file: nothing is run, nothing grows unseen."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import IO, Any
from zipfile import BadZipFile, ZipFile
from zlib import error as zlib_error

from nämndtui.exchange.tables.cells import MAX_COLUMNS, Cell, FormulaCell
from nämndtui.exchange.tables.error import TableError
from nämndtui.exchange.tables.sheet import HeaderTest, sheet_with_headers

MAX_MEMBERS = 3000
MAX_UNPACKED = 600_000_000
SUSPECT_SIZE = 20_000_000
MAX_RATIO = 200
"""Real sheets pack 5–40 times; a bomb packs zeros a thousand times."""
MAX_SHEET_ROWS = 300_000
_HEAD = 2048
_CHUNK = 1 << 20


def xlsx_rows(
    content: bytes,
    name: str,
    is_header: HeaderTest | None = None,
    told: Callable[[str], None] = lambda _: None,
) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """(row number, cells) of one sheet; computed values, no formulas.

    That is the first sheet with a header row, else the first with anything in it. ``told`` is
    called with its name when sheets before it are passed by. A formula without a stored value
    becomes a ``FormulaCell``. Raises TableError.
    """
    try:
        with ZipFile(BytesIO(content)) as archive:
            _check(archive, name)
            has_formulas = any(_mentions_formula(archive, part) for part in _sheets(archive))
    except (BadZipFile, zlib_error, EOFError, NotImplementedError, OSError) as error:
        raise _damaged(name) from error
    yield from _rows(content, name, has_formulas, is_header or (lambda _: False), told)


def _check(archive: ZipFile, name: str) -> None:
    """Raise TableError for an archive that is no workbook or not safe to unpack."""
    members = archive.infolist()
    names = {member.filename for member in members}
    if "xl/workbook.xml" not in names:
        if "mimetype" in names:
            raise TableError(f"{name} är i OpenDocument-format. Spara den som .xlsx.")
        raise TableError(f"{name} är ingen Excelfil. Spara tabellen som .xlsx eller csv.")
    if any(member.flag_bits & 0x1 for member in members):
        raise TableError(f"{name} är låst med lösenord. Spara den utan lösenord.")
    size = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members) or 1
    bomb = size > SUSPECT_SIZE and size / packed > MAX_RATIO
    if len(members) > MAX_MEMBERS or size > MAX_UNPACKED or bomb:
        raise TableError(
            f"{name} växer till {size // 1_000_000} MB när den packas upp och öppnas inte. "
            "Det kan vara en skadlig fil. Spara bara tabellen i en ny fil."
        )
    for member in members:
        if member.filename.endswith((".xml", ".rels")):
            with archive.open(member) as part:
                if b"<!DOCTYPE" in part.read(_HEAD):
                    raise TableError(f"{name} innehåller XML som inte hör hemma i en Excelfil.")


def _sheets(archive: ZipFile) -> list[str]:
    return [part for part in archive.namelist() if part.startswith("xl/worksheets/sheet")]


def _mentions_formula(archive: ZipFile, part: str) -> bool:
    with archive.open(part) as sheet:
        return _contains(sheet, (b"<f>", b"<f ", b"<f/>"))


def _contains(stream: IO[bytes], wanted: tuple[bytes, ...]) -> bool:
    tail = b""
    while chunk := stream.read(_CHUNK):
        block = tail + chunk
        if any(mark in block for mark in wanted):
            return True
        tail = block[-4:]
    return False


def _rows(
    content: bytes,
    name: str,
    has_formulas: bool,
    is_header: HeaderTest,
    told: Callable[[str], None],
) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    values = _workbook(content, name, data_only=True)
    formulas = _workbook(content, name, data_only=False) if has_formulas else None
    try:
        for sheet in _in_question(values.worksheets, is_header, told):
            # The size a file claims for its sheet may be wrong; without it all rows are read.
            sheet.reset_dimensions()
            other = formulas[sheet.title] if formulas is not None else None
            if other is not None:
                other.reset_dimensions()
            found = False
            for number, cells in _sheet_rows(sheet, other):
                if len(cells) > MAX_COLUMNS:
                    raise TableError(f"{name}, rad {number}: fler än {MAX_COLUMNS} kolumner.")
                if number > MAX_SHEET_ROWS:
                    raise TableError(f"{name} har fler än {MAX_SHEET_ROWS} rader. Dela upp den.")
                found = found or bool(cells)
                yield number, cells
            if found:
                return
    except TableError:
        raise
    except Exception as error:
        # openpyxl raises whatever a malformed part leads it to: KeyError, ValueError, SAX errors.
        raise _damaged(name) from error
    finally:
        values.close()
        if formulas is not None:
            formulas.close()


def _in_question(
    sheets: list[Any], is_header: HeaderTest, told: Callable[[str], None]
) -> list[Any]:
    """The sheet with headers alone; all of them when none has, for the first with anything."""
    chosen = sheet_with_headers(sheets, is_header) if len(sheets) > 1 else None
    if chosen is None:
        return sheets
    if chosen is not sheets[0]:
        told(str(chosen.title))
    return [chosen]


def _sheet_rows(sheet: Any, formulas: Any) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    rows = sheet.iter_rows(values_only=True)
    if formulas is None:
        for number, cells in enumerate(rows, 1):
            yield number, _trimmed(cells)
        return
    written = formulas.iter_rows(values_only=True)
    for number, (cells, sources) in enumerate(zip(rows, written, strict=True), 1):
        found = tuple(
            FormulaCell() if cell is None and source is not None else cell
            for cell, source in zip(cells, sources, strict=True)
        )
        yield number, _trimmed(found)


def _trimmed(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The cells without the empty ones at the end."""
    width = len(cells)
    while width and cells[width - 1] is None:
        width -= 1
    return cells[:width]


def _workbook(content: bytes, name: str, data_only: bool) -> Any:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions that no row needs
            return load_workbook(
                BytesIO(content), read_only=True, data_only=data_only, keep_links=False
            )
    except Exception as error:
        # As above: there is no common base for what a malformed workbook makes openpyxl raise.
        raise _damaged(name) from error


def _damaged(name: str) -> TableError:
    return TableError(f"{name} är skadad eller ingen Excelfil. Öppna den i Excel och spara igen.")
