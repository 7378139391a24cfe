"""Everything the quarter's memo on unenforced decisions and its annexed table say (A8)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nämndtui.documents.contexts.committee import Context, committee_context, document_context
from nämndtui.documents.contexts.report import report_context
from nämndtui.documents.contexts.report_frame import ReportFrame
from nämndtui.documents.contexts.trend import trend_context
from nämndtui.model.calendar.elapsed_months import months_text
from nämndtui.model.calendar.swedish_dates import iso
from nämndtui.model.people.committee import Committee
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.unenforced.legal_catalogue import NEW_SOL
from nämndtui.model.unenforced.quarter_memo import background, report_title
from nämndtui.model.unenforced.quarter_report import QuarterReport, ReportRow, compare_reports
from nämndtui.model.unenforced.quarter_trend import TrendPoint

UNENFORCED = "Ej verkställda beslut"
_OLD_LAW = "SoL (2001:453)"
_OLD_LAW_NOTE = (
    "Beslut som fattades före den 1 juli 2025 anges med lagrum i den tidigare socialtjänstlagen "
    "(2001:453)."
)
_NOT_KNOWN = "–"


def unenforced_context(
    committee: Committee,
    report: QuarterReport,
    frame: ReportFrame,
    previous: QuarterReport | None = None,
    trend: Sequence[TrendPoint] = (),
) -> Context:
    """The context of ``ej-verkställda.docx``. ``previous`` is the quarter before's report."""
    title = report_title(report)
    former = report.compiled_on >= NEW_SOL
    old = former and any(_OLD_LAW in row.provision for row in report.rows)
    return {
        "nämnd": committee_context(committee),
        "dokument": document_context(UNENFORCED, title, report.compiled_on),
        "rapport": report_context(committee, report, title, committee.name, frame),
        "meningar": list(report.sentences),
        "bakgrund": [*background(report.duty), *([_OLD_LAW_NOTE] if old else [])],
        "beslut": [_row(row) for row in report.decisions],
        "avbrott": [_row(row) for row in report.interruptions],
        "tidsberäkning": report.months_note,
        "jämförelse": _comparison(report, previous),
        "utveckling": trend_context(trend),
    }


def _row(row: ReportRow) -> Context:
    return {
        "insats": clean_line(row.measure),
        "lagrum": clean_line(row.provision),
        "datum": iso(row.start),
        "tid": months_text(row.months),
        "månader": row.months,
        "kön": row.sex or _NOT_KNOWN,
        "kommentar": row.comment or _NOT_KNOWN,
    }


def _comparison(report: QuarterReport, previous: QuarterReport | None) -> Context | None:
    """``jämförelse`` with the quarter before, or None when that was not reported here."""
    if previous is None:
        return None
    found = compare_reports(report, previous)
    return {
        "kvartal": previous.quarter.words,
        "nya": len(found.new),
        "kvar": len(found.carried),
        "verkställda": len(found.executed),
        "avslutade": len(found.closed),
        "insatser": [
            *_compared(found.counts),
            *_compared(found.interruption_counts, " (avbrott)"),
        ],
    }


def _compared(counts: Mapping[str, tuple[int, int]], kind: str = "") -> list[Context]:
    return [
        {"insats": clean_line(name) + kind, "förra": before, "nu": now}
        for name, (before, now) in counts.items()
    ]
