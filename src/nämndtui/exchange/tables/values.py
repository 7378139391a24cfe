"""Values out of one row's cells: every fault noted with its column, none raised half-way."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from nämndtui.exchange.tables.cells import Cell, FormulaCell, TableRow, is_empty
from nämndtui.exchange.tables.column_matching import Matching
from nämndtui.exchange.tables.error import shown_name
from nämndtui.model.calendar.swedish_dates import parse_date
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.model.text.personal_number import find_personal_number

_T = TypeVar("_T")
_EXCEL_DAY_0 = date(1899, 12, 30)
_EXCEL_DAYS = range(20_000, 90_000)
_CLOCK = re.compile(r"[ T][0-9]{1,2}[:.][0-9]{2}([:.][0-9]{2})?(\.[0-9]+)?(Z|[+-][0-9:]+)?$")
_DAYS_APART = re.compile(r"\s*(?:[,;|\n]|\boch\b)\s*")
_EXCEL_ERROR = re.compile(r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SAKNAS!|VÄRDEFEL!)")
_YES = {"ja", "j", "x", "1", "sant", "true", "yes", "y"}
_NO = {"", "nej", "n", "0", "falskt", "false", "no", "-", "–", "ej", "inte"}
_DENIED = re.compile(r"(?:nej|n|ej|inte|icke|ännu (?:ej|inte)|[-–—.0]|falskt|false|no)(?:\s+\D*)?")


@dataclass(frozen=True)
class RowProblem:
    """What is wrong with one row: its number in the file, the file's column, and what to do."""

    row: int
    column: str
    message: str

    def __str__(self) -> str:
        place = f", {shown_name(self.column)}" if self.column else ""
        return f"Rad {self.row}{place}: {self.message}"


class RowCells:
    """One row's cells by field name. Faults gather in ``problems``; a faulty value is empty.

    ``doubts`` are what somebody should look at in a row that is good.
    """

    def __init__(self, row: TableRow, matching: Matching) -> None:
        self._cells = row.cells
        self._matching = matching
        self.number = row.number
        self.problems: list[RowProblem] = []
        self.doubts: list[RowProblem] = []

    def header(self, field: str) -> str:
        """The file's own header for the field; empty when it has none."""
        return self._matching.header(field)

    def has(self, field: str) -> bool:
        """True when the row has something for the field."""
        return not is_empty(self._cell(field))

    def problem(self, field: str, message: str) -> None:
        """Note a fault."""
        self.problems.append(RowProblem(self.number, self._matching.header(field), message))

    def doubt(self, field: str, message: str) -> None:
        """Note what to look at."""
        self.doubts.append(RowProblem(self.number, self._matching.header(field), message))

    def denied(self, field: str) -> bool:
        """True when the cell only says no: ``nej``, ``-``, ``ej verkställd``."""
        cell = self._cell(field)
        if isinstance(cell, FormulaCell):
            return False
        return bool(_DENIED.fullmatch(clean_line(_as_text(cell)).casefold()))

    def text(self, field: str, missing: str = "") -> str:
        """One line of text. ``missing`` is the fault to note when there is none."""
        cell = self._cell(field)
        value = ""
        if isinstance(cell, FormulaCell):
            self._note_formula(field)
            return ""
        if not is_empty(cell):
            value = clean_line(_as_text(cell))
        if _EXCEL_ERROR.fullmatch(value):
            self.problem(field, f"Cellen visar felet {value}. Rätta formeln i Excel.")
            return ""
        if find_personal_number(value):
            self.problem(
                field,
                "Texten innehåller något som ser ut som ett personnummer. Ta bort det; "
                "personnummer får inte lagras här.",
            )
            return ""
        if not value and missing:
            self.problem(field, missing)
        return value

    def day(self, field: str, missing: str = "") -> date | None:
        """A date in any of the ways files write one: Excel dates, ISO, 3/11 2026, 3 nov 2026."""
        cell = self._cell(field)
        if is_empty(cell):
            if missing:
                self.problem(field, missing)
            return None
        return self._read(field, lambda: _as_day(cell))

    def days(self, field: str) -> tuple[date, ...]:
        """Several dates in one cell, parted by comma, semicolon, line break or *och*."""
        cell = self._cell(field)
        if is_empty(cell):
            return ()
        if not isinstance(cell, str):
            one = self.day(field)
            return (one,) if one else ()
        parts = [part for part in _DAYS_APART.split(cell.strip()) if part]
        found = self._read(field, lambda: tuple(_as_day(part) for part in parts))
        return found or ()

    def flag(self, field: str, default: bool = False) -> bool:
        """Yes or no; ``default`` when the file has no such column or the cell is empty."""
        if not self.has(field):
            return default
        word = self.text(field).casefold()
        if word in _YES | _NO:
            return word in _YES
        self.problem(field, f"”{shown_name(word)}” är varken ja eller nej.")
        return default

    def choice(self, field: str, words: Mapping[str, _T], default: _T) -> _T:
        """The value a word stands for (casefolded word → value)."""
        if not self.has(field):
            return default
        word = self.text(field)
        if word and word.casefold() not in words:
            allowed = ", ".join(dict.fromkeys(word for word in words if word))
            self.problem(field, f"”{shown_name(word)}” är okänt. Skriv {allowed}.")
            return default
        return words.get(word.casefold(), default)

    def _cell(self, field: str) -> Cell:
        place = self._matching.columns.get(field)
        return self._cells[place] if place is not None and place < len(self._cells) else None

    def _read(self, field: str, read: Callable[[], _T]) -> _T | None:
        if isinstance(self._cell(field), FormulaCell):
            self._note_formula(field)
            return None
        try:
            return read()
        except InvalidInputError as error:
            self.problem(field, str(error))
            return None

    def _note_formula(self, field: str) -> None:
        self.problem(
            field,
            "Cellen har en formel som aldrig har räknats ut. Öppna filen i Excel och spara den.",
        )


def _as_text(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "ja" if cell else "nej"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return str(cell)


def _as_day(cell: Cell) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, (int, float)) and int(cell) in _EXCEL_DAYS:
        return _EXCEL_DAY_0 + timedelta(days=int(cell))
    text = clean_line(_as_text(cell))
    found = parse_date(_CLOCK.sub("", text))
    if not 1900 <= found.year <= 2200:
        raise InvalidInputError(f"Året i ”{text[:40]}” kan inte stämma. Kontrollera datumet.")
    return found
