"""Rows of a csv or xlsx file into a register: what was found, row by row, and what was stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from nämndtui.cli.commands.acting import acting_now, open_store
from nämndtui.cli.commands.progress_line import ProgressLine
from nämndtui.cli.light.find import one_committee
from nämndtui.cli.light.global_options import GlobalOptions
from nämndtui.cli.light.output import message, result, result_json
from nämndtui.cli.light.reading import Reading
from nämndtui.cli.light.usage_error import UsageError
from nämndtui.cli.light.words import word_among
from nämndtui.exchange.tables.column_matching import ImportField
from nämndtui.exchange.tables.decisions import DECISION_FIELDS
from nämndtui.exchange.tables.rules import RULE_FIELDS
from nämndtui.exchange.tables.unenforced import SUPPORT_FIELDS
from nämndtui.exchange.tables.values import RowProblem
from nämndtui.model.calendar.swedish_dates import parse_date
from nämndtui.model.delegation.order import DelegationOrder
from nämndtui.model.text.number_words import number_text
from nämndtui.model.text.vocabulary import VALUES
from nämndtui.workflow.registers.import_kind import ImportRequest
from nämndtui.workflow.registers.table_imports import (
    BadRowsError,
    TableReport,
    import_table,
    preview_table,
)

_SHOWN = 100
"""So many faults, and so many doubts, are spelt out."""
_KINDS: Mapping[str, tuple[str, Sequence[ImportField]]] = {
    "delegationsordning": ("delegation_order", RULE_FIELDS),
    "delegationsbeslut": ("delegated_decision", DECISION_FIELDS),
    "ej-verkställda": ("unenforced_decision", SUPPORT_FIELDS),
}


def take_in_table(
    options: GlobalOptions,
    kind: str,
    path: Path,
    trial: bool,
    as_json: bool,
    given: Mapping[str, Any],
) -> int:
    """Import a file of a kind, or with ``trial`` say what that would do; returns the exit code.

    ``given`` holds the options law, first, last, name, adopted, columns and only_good.
    """
    today = acting_now().today
    progress = ProgressLine()
    with Reading(options.path) as connection:
        request = _request(kind, path, one_committee(connection, options), today, given)
        if trial:
            report = preview_table(connection, request, today, progress)
            progress.done()
            return _shown(report, trial, as_json, given["only_good"])
    try:
        with open_store(options) as store:
            report = import_table(store, acting_now(), request, given["only_good"], progress)
    except BadRowsError as error:
        progress.done()
        _shown(error.report, trial, as_json, False)
        message("Fel: Inget importerades. Rätta filen, eller kör igen med --bara-felfria.")
        return 1
    progress.done()
    return _shown(report, trial, as_json, given["only_good"])


def _request(
    kind: str, path: Path, committee_id: int, today: date, given: Mapping[str, Any]
) -> ImportRequest:
    name, fields = _KINDS[kind]
    law = given["law"] or ""
    if law:
        laws = {swedish: english for english, swedish in VALUES["law"].items()}
        law = laws[word_among(law, tuple(laws), "Lagen")]
    order = None
    if kind == "delegationsordning":
        first = parse_date(given["first"], today) if given["first"] else today
        if not given["first"]:
            message(f"Ordningen gäller från {first.isoformat()}. Annan dag: --från DATUM")
        last = parse_date(given["last"], today) if given["last"] else None
        if last is not None and last < first:
            raise UsageError("Ordningen kan inte sluta gälla innan den börjar. Ändra --till.")
        order = DelegationOrder(
            0, committee_id, given["name"] or "", first, last, given["adopted"] or ""
        )
    columns = _columns(given["columns"], fields)
    return ImportRequest(name, path, committee_id, columns or None, law, order)


def _columns(written: Sequence[str], fields: Sequence[ImportField]) -> dict[str, str]:
    """``beslutsdatum=Datum`` as field → header."""
    names = {field.header: field.name for field in fields}
    chosen = {}
    for text in written:
        field, equals, header = text.partition("=")
        if not equals:
            raise UsageError(f"Skriv --kolumn FÄLT=RUBRIK, inte ”{text[:40]}”.")
        chosen[names[word_among(field.strip(), tuple(names), "Fältet")]] = header.strip()
    return chosen


def _shown(report: TableReport, trial: bool, as_json: bool, only_good: bool) -> int:
    """Show the report; 1 when the file cannot be taken in as it is."""
    if as_json:
        result_json(_as_json(report, trial))
    else:
        result(report.summary)
    if report.sheet:
        message(f"Läst ur bladet {report.sheet}; bladen före har inga kolumnrubriker.")
    _tell("Fel", report.problems)
    _tell("Se över", report.doubts)
    if report.unused:
        message(f"Kolumner som inte används: {', '.join(report.unused)}")
    if report.missing:
        there = ", ".join(header for header in report.headers if header)
        message(f"Fel: Kolumner som saknas: {', '.join(report.missing)}. Filen har: {there}.")
        message("Ange dem med --kolumn FÄLT=RUBRIK")
    if trial:
        message("Det här var ett prov. Inget har sparats.")
    return 1 if report.missing or (report.problems and not only_good) else 0


def _tell(heading: str, problems: Sequence[RowProblem]) -> None:
    for problem in problems[:_SHOWN]:
        message(f"{heading}: {problem}")
    if len(problems) > _SHOWN:
        left = number_text(len(problems) - _SHOWN)
        message(f"{heading}: … och {left} till; alla ges med --json.")


def _as_json(report: TableReport, trial: bool) -> dict[str, object]:
    return {
        "prov": trial,
        "fil": report.name,
        "rader": report.total,
        "tillagt": report.new if trial or report.stored else 0,
        "fanns": report.known,
        "felaktiga": report.bad,
        "fel": [_problem(problem) for problem in report.problems],
        "tveksamheter": [_problem(doubt) for doubt in report.doubts],
    }


def _problem(problem: RowProblem) -> dict[str, object]:
    return {"rad": problem.row, "kolumn": problem.column, "text": problem.message}
