"""Tables in: looked at first, then all good rows stored in one change, or nothing.

The same file twice adds nothing: each imported row is known by what it says. A file that holds
a delegated decision several times keeps it as many times, since a system without individual
diary numbers exports a hundred decisions alike.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from nämndtui.exchange.tables.column_matching import (
    Matching,
    check_complete,
    find_header,
    headers_of,
    is_header,
    match_columns,
    missing_fields,
)
from nämndtui.exchange.tables.file import read_table
from nämndtui.exchange.tables.records import TableRecords, read_records
from nämndtui.exchange.tables.values import RowProblem
from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.model.text.number_words import number_text, plural
from nämndtui.model.text.progress import Progress, no_progress
from nämndtui.store.database import Store
from nämndtui.store.registers.import_mappings import save_mapping, saved_mapping
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.delegation.import_decisions import DecisionImport
from nämndtui.workflow.delegation.import_orders import OrderImport
from nämndtui.workflow.registers.import_kind import ImportKind, ImportRequest, Prepared
from nämndtui.workflow.unenforced.import_unenforced import UnenforcedImport

KINDS = ("delegation_order", "delegated_decision", "unenforced_decision")
_SHOWN = 5
_SAMPLE = 20


@dataclass(frozen=True)
class TableReport:
    """What an import found, or did (``stored``).

    ``columns`` is field → the file's header, ``missing`` the Swedish names of required fields
    without a column (then nothing was read), ``unused`` headers nothing was matched to. Of
    ``total`` rows ``new`` are good and new, ``known`` were there, ``bad`` have ``problems``;
    ``doubts`` are about good rows. ``sample`` holds the first new records, for showing.
    ``sheet`` is the workbook's sheet that was read, when it is not the first.
    """

    name: str
    headers: tuple[str, ...]
    columns: Mapping[str, str]
    missing: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    total: int = 0
    empty: int = 0
    new: int = 0
    known: int = 0
    problems: tuple[RowProblem, ...] = ()
    doubts: tuple[RowProblem, ...] = ()
    sample: tuple[Any, ...] = ()
    stored: bool = False
    sheet: str = ""

    @property
    def bad(self) -> int:
        """How many rows have something wrong."""
        return len({problem.row for problem in self.problems})

    @property
    def summary(self) -> str:
        """``500 rader: 497 nya, 0 fanns redan, 3 med fel``."""
        return (
            f"{plural(self.total, 'rad', 'rader')}: {number_text(self.new)} "
            f"{'importerade' if self.stored else 'nya'}, {number_text(self.known)} fanns redan, "
            f"{number_text(self.bad)} med fel"
        )


class BadRowsError(RefusedError):
    """Some rows are bad and nothing was stored; ``report`` says which and why."""

    def __init__(self, report: TableReport) -> None:
        self.report = report
        super().__init__(_bad_rows(report))


@dataclass(frozen=True)
class _Read:
    """A file read and held against the register."""

    kind: ImportKind
    matching: Matching
    prepared: Prepared
    report: TableReport


def preview_table(
    connection: sqlite3.Connection,
    request: ImportRequest,
    today: date,
    progress: Progress = no_progress,
) -> TableReport:
    """Read a file and say what importing it would do. Stores nothing; a reader will do.

    Missing columns are told in the report, so that they can be chosen. Raises TableError for a
    file that is no table, RefusedError and InvalidInputError as the kind's rules say.
    """
    return _read(connection, request, today, progress, complete=False).report


def import_table(
    store: Store,
    actor: Actor,
    request: ImportRequest,
    only_good: bool = False,
    progress: Progress = no_progress,
) -> TableReport:
    """Import a file in one change. The chosen columns are remembered for the same headers.

    Raises BadRowsError, with nothing stored, when a row is bad and ``only_good`` is not set;
    TableError as ``preview_table`` and for missing columns; whatever ``progress`` raises to stop.
    """
    read = _read(store.connection, request, actor.today, progress, complete=True)
    report = read.report
    if report.problems and not only_good:
        raise BadRowsError(report)
    with store.change(f"import_{request.kind}", actor.user, actor.now) as change:
        added = read.kind.store(change, read.prepared, progress)
        columns = {name: read.matching.header(name) for name in read.matching.columns}
        if request.columns:
            columns |= {name: header for name, header in request.columns.items() if not header}
            save_mapping(change, request.committee_id, request.kind, read.matching.headers, columns)
        change.summary = f"Importerade {plural(added, *read.kind.noun)} från {report.name}"
    known = report.known + report.new - added
    return replace(report, new=added, known=known, stored=True)


def _read(
    connection: sqlite3.Connection,
    request: ImportRequest,
    today: date,
    progress: Progress,
    complete: bool,
) -> _Read:
    kind = _kind(request, today)
    table = read_table(request.path, progress, lambda cells: is_header(cells, kind.fields))
    header = find_header(table, kind.fields)
    saved = saved_mapping(connection, request.committee_id, request.kind, headers_of(header))
    matching = match_columns(header, kind.fields, {**saved, **(request.columns or {})})
    if complete:
        check_complete(table.name, matching, kind.fields)
    missing = tuple(field.header for field in missing_fields(matching, kind.fields))
    columns = {name: matching.header(name) for name in matching.columns}
    report = TableReport(
        table.name, matching.headers, columns, missing, matching.unused, sheet=table.sheet
    )
    if missing:
        return _Read(kind, matching, Prepared(), report)
    found = read_records(table, matching, kind.read, progress)
    prepared = _with_headers(kind.prepare(connection, found.records, progress), kind, matching)
    return _Read(kind, matching, prepared, _counted(report, found, prepared))


def _with_headers(prepared: Prepared, kind: ImportKind, matching: Matching) -> Prepared:
    """What is told of a row names the file's own column, as it is written there."""
    usual = {field.name: field.header for field in kind.fields}

    def named(problems: Sequence[RowProblem]) -> tuple[RowProblem, ...]:
        return tuple(
            replace(one, column=matching.header(one.column) or usual.get(one.column, one.column))
            for one in problems
        )

    return replace(prepared, doubts=named(prepared.doubts), problems=named(prepared.problems))


def _counted(report: TableReport, found: TableRecords[Any], prepared: Prepared) -> TableReport:
    stored = {row.number for row in prepared.rows}
    read = (doubt for doubt in found.doubts if doubt.row in stored)
    return replace(
        report,
        total=found.total,
        empty=found.empty,
        new=len(prepared.rows),
        known=prepared.known,
        problems=_in_order((*found.problems, *prepared.problems)),
        doubts=_in_order((*read, *prepared.doubts)),
        sample=tuple(row.record for row in prepared.rows[:_SAMPLE]),
    )


def _kind(request: ImportRequest, today: date) -> ImportKind:
    if request.kind == "delegation_order":
        return OrderImport(request)
    if request.kind == "delegated_decision":
        return DecisionImport(request, today)
    if request.kind == "unenforced_decision":
        return UnenforcedImport(request, today)
    raise InvalidInputError("Sådana rader kan inte importeras.", "kind")


def _in_order(problems: Sequence[RowProblem]) -> tuple[RowProblem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.row))


def _bad_rows(report: TableReport) -> str:
    lines = [
        f"{report.bad} av {plural(report.total, 'rad', 'rader')} i {report.name} har fel. "
        "Inget importerades. Rätta filen, eller importera bara de felfria raderna."
    ]
    lines += [f"  {problem}" for problem in report.problems[:_SHOWN]]
    if len(report.problems) > _SHOWN:
        lines.append(f"  … och {len(report.problems) - _SHOWN} fel till.")
    return "\n".join(lines)
