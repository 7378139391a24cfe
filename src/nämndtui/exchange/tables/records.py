"""A table's rows as records, each good row by itself and each bad one with its faults."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from nämndtui.exchange.tables.cells import Table
from nämndtui.exchange.tables.column_matching import Matching
from nämndtui.exchange.tables.values import RowCells, RowProblem
from nämndtui.model.text.progress import Progress, no_progress

T = TypeVar("T")


@dataclass(frozen=True)
class RowRecord(Generic[T]):
    """The record a row holds; ``number`` is the row's number in the file."""

    number: int
    record: T


@dataclass(frozen=True)
class TableRecords(Generic[T]):
    """Good rows and faults; ``total`` rows below the headers, ``empty`` ones aside.

    ``doubts`` are what to look at in the good rows.
    """

    records: tuple[RowRecord[T], ...]
    problems: tuple[RowProblem, ...]
    total: int
    empty: int
    doubts: tuple[RowProblem, ...] = ()


def read_records(
    table: Table,
    matching: Matching,
    read: Callable[[RowCells], T | None],
    progress: Progress = no_progress,
) -> TableRecords[T]:
    """Read every row below the headers. ``read`` notes faults on the row and may give None."""
    rows = [row for row in table.rows if row.number > matching.header_row]
    records: list[RowRecord[T]] = []
    problems: list[RowProblem] = []
    doubts: list[RowProblem] = []
    for place, row in enumerate(rows, 1):
        cells = RowCells(row, matching)
        record = read(cells)
        if cells.problems or record is None:
            problems += cells.problems
        else:
            records.append(RowRecord(row.number, record))
            doubts += cells.doubts
        if place % 1000 == 0:
            progress(place, len(rows))
    return TableRecords(tuple(records), tuple(problems), len(rows), table.empty, tuple(doubts))
