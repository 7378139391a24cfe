"""``skriv`` for a quarter's report on unenforced decisions: what is asked for, and its JSON."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any

from nämndtui.cli.commands.acting import acting_now
from nämndtui.cli.light.find import one_committee
from nämndtui.cli.light.global_options import GlobalOptions
from nämndtui.cli.light.words import word_among
from nämndtui.model.calendar.quarter import parse_quarter
from nämndtui.model.calendar.swedish_dates import parse_date
from nämndtui.model.publication.document_kinds import DocumentKind
from nämndtui.model.text.vocabulary import VALUES, swedish
from nämndtui.model.unenforced.quarter_report import QuarterReport, ReportRow
from nämndtui.model.unenforced.small_cells import MaskedTable, public_report
from nämndtui.model.unenforced.statistics_report import StatisticsRow, statistics_report
from nämndtui.store.people.committees import committee
from nämndtui.workflow.documents.registers import QuarterRequest, requested_report

Json = dict[str, object]


def quarter_request(
    connection: sqlite3.Connection, options: GlobalOptions, given: Mapping[str, Any]
) -> QuarterRequest:
    """The report the options ask for. Raises UsageError, InvalidInputError, NotFoundError."""
    laws = {word: law for law, word in VALUES["law"].items()}
    return QuarterRequest(
        one_committee(connection, options),
        laws[word_among(given["--lag"], tuple(laws), "Lagen")],
        parse_quarter(given["--kvartal"]),
        parse_date(given["--per"], acting_now().today) if given["--per"] else None,
    )


def quarter_json(
    connection: sqlite3.Connection, kind: DocumentKind, request: QuarterRequest
) -> Json:
    """The computed report with Swedish keys; of the public version only what may be published."""
    report = requested_report(connection, request, acting_now().today)
    if kind.public == "always":
        settings = committee(connection, request.committee_id).settings
        return _public(report, settings.public_cell_limit)
    return _whole(report) if kind.needs == "quarters" else _statistics(report)


def _head(report: QuarterReport) -> Json:
    return {
        "kvartal": str(report.quarter),
        "lag": swedish("law", report.law),
        "sammanställd": report.compiled_on.isoformat(),
        "sparad": report.id != 0,
    }


def _whole(report: QuarterReport) -> Json:
    return {
        **_head(report),
        "rader": [_row(row) for row in report.decisions],
        "avbrott": [_row(row) for row in report.interruptions],
        "meningar": list(report.sentences),
        "antal": len(report.decisions),
        "antal_avbrott": len(report.interruptions),
    }


def _row(row: ReportRow) -> Json:
    return {
        "insats": row.measure,
        "lagrum": row.provision,
        "beslutsdatum": row.start.isoformat(),
        "månader": row.months,
        "kön": row.sex,
        "kommentar": row.comment,
    }


def _statistics(report: QuarterReport) -> Json:
    statistics = statistics_report(report)
    return {
        **_head(report),
        "lagrum": statistics.basis,
        "rader": [_kind(row) for row in statistics.decisions],
        "avbrott": [_kind(row) for row in statistics.interruptions],
        "antal": statistics.decision_count,
        "antal_avbrott": statistics.interruption_count,
    }


def _kind(row: StatisticsRow) -> Json:
    return {"insats": row.measure, "antal": row.count, "månader": list(row.months)}


def _public(report: QuarterReport, limit: int) -> Json:
    public = public_report(report, limit)
    return {
        **_head(report),
        "rader": _masked(public.decisions),
        "avbrott": _masked(public.interruptions),
        "antal": public.decisions.total.shown,
        "antal_avbrott": public.interruptions.total.shown,
    }


def _masked(table: MaskedTable) -> list[Json]:
    """Numbers too small to be published are null."""
    return [{"insats": row.label, "antal": row.shown} for row in table.rows]
