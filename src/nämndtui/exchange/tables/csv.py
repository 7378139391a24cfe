"""Rows of a csv file as Swedish systems write them: any separator, UTF-8 or Windows-1252."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO

from nämndtui.exchange.tables.cells import MAX_COLUMNS, Cell
from nämndtui.exchange.tables.csv_cell import restore_cell
from nämndtui.exchange.tables.error import TableError

_SEPARATORS = ";\t,|"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_LOOKED_AT = 50


def csv_rows(content: bytes, name: str) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """(line number, cells) of each row. Raises TableError for what is not text in rows."""
    text = _decoded(content, name)
    separator, text, skipped = _separator(text)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    before = skipped
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise TableError(
                f"{name}, rad {before + 1}: raden går inte att läsa. "
                "Kontrollera att citattecknen är slutna."
            ) from error
        if len(cells) > MAX_COLUMNS:
            raise TableError(f"{name}, rad {before + 1}: fler än {MAX_COLUMNS} kolumner.")
        yield before + 1, tuple(restore_cell(cell) for cell in cells)
        before = skipped + reader.line_num


def _decoded(content: bytes, name: str) -> str:
    if content.startswith(_UTF_16):
        encodings = ["utf-16"]
    elif b"\0" in content[:4096]:
        raise TableError(f"{name} är ingen tabell. Spara den som xlsx eller csv.")
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise TableError(f"{name} har okänd teckenkodning. Spara den som CSV UTF-8.")


def _separator(text: str) -> tuple[str, str, int]:
    """The separator, the text after a ``sep=`` line, and how many lines that line took."""
    first, newline, rest = text.partition("\n")
    announced = first.strip().lower()
    if announced.startswith("sep=") and len(announced) == 5:
        return announced[4], rest, 1 if newline else 0
    lines = [line for line in text[:200_000].splitlines()[:_LOOKED_AT] if line.strip()]
    best, most = ";", (0, 0)
    for candidate in _SEPARATORS:
        counts = Counter(_outside_quotes(line, candidate) for line in lines)
        # The separator is the one that most lines have equally many of.
        count, agreeing = max(counts.items(), key=lambda pair: (pair[0] > 0, pair[1], pair[0]))
        if count and (agreeing, count) > most:
            best, most = candidate, (agreeing, count)
    return best, text, 0


def _outside_quotes(line: str, separator: str) -> int:
    return sum(part.count(separator) for part in line.split('"')[::2])
