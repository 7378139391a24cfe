"""What every quarter report on paper says about itself."""

from __future__ import annotations

from nämndtui.documents.contexts.committee import Context
from nämndtui.documents.contexts.report_frame import ReportFrame
from nämndtui.model.calendar.swedish_dates import iso, long_date
from nämndtui.model.people.committee import Committee
from nämndtui.model.text.clean_text import clean_line
from nämndtui.model.text.vocabulary import swedish
from nämndtui.model.unenforced.quarter_report import QuarterReport


def report_context(
    committee: Committee, report: QuarterReport, title: str, addressee: str, frame: ReportFrame
) -> Context:
    """``rapport``: title, period, law, and from whom to whom."""
    return {
        "rubrik": title,
        "lag": swedish("law", report.law),
        "period": report.quarter.words,
        "kvartal": report.quarter.heading,
        "datum": iso(report.compiled_on),
        "datum_i_text": long_date(report.compiled_on),
        "diarienummer": clean_line(frame.dnr),
        "referens": [clean_line(name) for name in frame.references],
        "mottagare": clean_line(addressee),
        "underskrifter": _signer(committee),
    }


def _signer(committee: Committee) -> list[Context]:
    settings = committee.settings
    if not settings.memo_signer:
        return []
    return [
        {"namn": clean_line(settings.memo_signer), "titel": clean_line(settings.memo_signer_title)}
    ]
