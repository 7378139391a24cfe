"""What each quarter makes due: the report to IVO, to the auditors and to the council (B8, D4)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from nämndtui.model.calendar.quarter import Quarter, quarter_of
from nämndtui.model.deadlines.register_deadlines import report_deadlines, window_deadlines
from nämndtui.model.text.vocabulary import swedish
from nämndtui.model.unenforced.legal_catalogue import LAWS
from nämndtui.model.unenforced.quarter_report import QuarterReport
from nämndtui.model.unenforced.quarter_rows import listed_rows
from nämndtui.model.unenforced.told_before import heirs_of, told_before
from nämndtui.model.unenforced.unenforced_decision import UnenforcedDecision
from nämndtui.store.deadlines.overview import first_change
from nämndtui.store.people.committees import committee as load_committee
from nämndtui.store.unenforced.quarter_reports import reports_of
from nämndtui.store.unenforced.unenforced_decisions import unenforced_decisions_of
from nämndtui.workflow.deadlines.due import Due, due_on

MOST_QUARTERS = 8
"""How far back a report is missed: two years, as long as a special fee may be sought."""
_TEXTS = {
    "ivo_opens": "rapporteringen till IVO öppnar",
    "ivo_closes": "rapporteringen till IVO stänger",
    "report_auditors": "rapport till revisorerna",
    "report_council": "statistikrapport till kommunfullmäktige",
}


def quarter_dues(connection: sqlite3.Connection, committee_id: int, today: date) -> Iterator[Due]:
    """What the quarters of each law in use leave to do, from the coming one back, until done.

    A law is in use when the register or a report has it. ``about`` names law and quarter.
    """
    windows = load_committee(connection, committee_id).settings.ivo_windows
    for law in LAWS:
        rows = unenforced_decisions_of(connection, committee_id, law)
        reports = {one.quarter: one for one in reports_of(connection, committee_id, law)}
        if not rows and not reports:
            continue
        for quarter in _quarters(connection, reports, today):
            yield from _quarter(law, quarter, rows, reports, windows, today)


def _quarters(
    connection: sqlite3.Connection, reports: Mapping[Quarter, QuarterReport], today: date
) -> list[Quarter]:
    """The quarters to look at: from the first one reported here, or the one that had ended when
    the database was new, to the one that goes on."""
    found = [quarter_of(today)]
    begun = first_change(connection)
    first = min(reports) if reports else quarter_of(begun or today).previous
    while len(found) <= MOST_QUARTERS and (len(found) == 1 or found[-1] > first):
        found.append(found[-1].previous)
    return found


def _quarter(
    law: str,
    quarter: Quarter,
    rows: Sequence[UnenforcedDecision],
    reports: Mapping[Quarter, QuarterReport],
    windows: str,
    today: date,
) -> Iterator[Due]:
    report = reports.get(quarter)
    something = bool(report.rows if report else _would_list(law, quarter, rows, reports, today))
    name = f"Ej verkställda {swedish('law', law)} {quarter.heading}"
    if report is None:
        done = ", sammanställ och skicka" if something else ", sammanställ; inga beslut finns"
    else:
        done = ", skicka"
    sent = (report and report.sent_auditors_on, report and report.sent_council_on)
    left = list(window_deadlines(windows, law, quarter, today)) if something else []
    if report is not None and report.sent_ivo_on is not None:
        left = []
    if quarter.end < today:
        both = report_deadlines(law, quarter, today)
        left += [one for one, day in zip(both, sent, strict=True) if day is None]
    for deadline in left:
        text = f"{name}: {_TEXTS[deadline.kind]}{done}"
        about = f"{law}-{quarter}"
        yield due_on(deadline, today, text, "quarter_report", report.id if report else 0, about)


def _would_list(
    law: str,
    quarter: Quarter,
    rows: Sequence[UnenforcedDecision],
    reports: Mapping[Quarter, QuarterReport],
    today: date,
) -> tuple[UnenforcedDecision, ...]:
    """The rows a report of the quarter would have, compiled today or the day it has ended."""
    told = told_before(reports.values(), quarter, heirs_of(rows))
    return listed_rows(rows, law, quarter, max(today, quarter.next.start), told)
