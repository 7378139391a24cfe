"""Everything the statistics report to the council says (SoL 34:3, LSS 28 h)."""

from __future__ import annotations

from collections import Counter

from nämndtui.documents.contexts.committee import Context, committee_context, document_context
from nämndtui.documents.contexts.report import report_context
from nämndtui.documents.contexts.report_frame import ReportFrame
from nämndtui.model.calendar.elapsed_months import months_text
from nämndtui.model.people.committee import Committee
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.number_words import join_swedish, number_text
from nämndtui.model.text.vocabulary import swedish
from nämndtui.model.unenforced.quarter_report import QuarterReport
from nämndtui.model.unenforced.statistics_report import StatisticsRow, statistics_report

STATISTICS = "Statistikrapport"
COUNCIL = "Kommunfullmäktige"


def statistics_context(committee: Committee, report: QuarterReport, frame: ReportFrame) -> Context:
    """The context of ``statistikrapport.docx``: numbers, kinds and time elapsed, nothing else."""
    found = statistics_report(report)
    title = (
        f"{STATISTICS} om ej verkställda beslut enligt {swedish('law', report.law)}, "
        f"{report.quarter.words}"
    )
    return {
        "nämnd": committee_context(committee),
        "dokument": document_context(STATISTICS, title, report.compiled_on),
        "rapport": report_context(committee, report, title, COUNCIL, frame),
        "lagrum": found.basis,
        "mening": report.sentences[-1],
        "beslut": [_row(row, "beslut") for row in found.decisions],
        "antal_beslut": found.decision_count,
        "avbrott": [_row(row, "avbrott") for row in found.interruptions],
        "antal_avbrott": found.interruption_count,
        "tidsberäkning": found.months_note,
    }


def _row(row: StatisticsRow, noun: str) -> Context:
    return {
        "insats": clean_line(row.measure),
        "antal": number_text(row.count),
        "tid": _elapsed(row.months, noun),
    }


def _elapsed(months: tuple[int, ...], noun: str) -> str:
    """``4, 7 och 13 månader``, ``4 månader och 6 månader (3 beslut)``: the time of each one."""
    counted = Counter(months)
    if len(counted) == len(months) > 1:
        return f"{join_swedish([str(one) for one in months])} månader"
    return join_swedish(
        [
            months_text(one) if count == 1 else f"{months_text(one)} ({count} {noun})"
            for one, count in counted.items()
        ]
    )
