"""What may be published of a quarter's report: numbers, small ones hidden (OSL 26:1)."""

from __future__ import annotations

from nämndtui.documents.contexts.committee import Context, committee_context, document_context
from nämndtui.documents.contexts.report import report_context
from nämndtui.documents.contexts.report_frame import ReportFrame
from nämndtui.model.people.committee import Committee
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.unenforced.quarter_memo import report_title
from nämndtui.model.unenforced.quarter_report import QuarterReport
from nämndtui.model.unenforced.small_cells import MaskedCount, MaskedTable, public_report

PUBLIC = "Ej verkställda beslut, offentlig version"


def public_context(committee: Committee, report: QuarterReport, frame: ReportFrame) -> Context:
    """The context of ``ej-verkställda-offentlig.docx``: no dates, sex, reasons or months."""
    found = public_report(report, committee.settings.public_cell_limit)
    title = report_title(report)
    return {
        "nämnd": committee_context(committee),
        "dokument": document_context(PUBLIC, title, report.compiled_on),
        "rapport": report_context(committee, report, title, "", frame),
        "mening": found.zero_report,
        "beslut": _rows(found.decisions),
        "totalt_beslut": found.decisions.total.text,
        "avbrott": _rows(found.interruptions),
        "totalt_avbrott": found.interruptions.total.text,
        "dold": found.note if _hidden(found.decisions, found.interruptions) else "",
    }


def _rows(table: MaskedTable) -> list[Context]:
    return [{"insats": clean_line(row.label), "antal": row.text} for row in table.rows]


def _hidden(*tables: MaskedTable) -> bool:
    counts: list[MaskedCount] = [row for table in tables for row in (*table.rows, table.total)]
    return any(row.shown is None for row in counts)
