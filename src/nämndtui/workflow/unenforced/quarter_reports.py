"""Quarter reports on unenforced decisions: looked at, compiled, sent."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from datetime import date

from nämndtui.model.calendar.quarter import Quarter
from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.model.unenforced.quarter_memo import report_title
from nämndtui.model.unenforced.quarter_report import (
    QuarterReport,
    ReportComparison,
    compare_reports,
    compile_report,
)
from nämndtui.model.unenforced.quarter_trend import TrendPoint, quarter_trend
from nämndtui.model.unenforced.told_before import followed, heirs_of
from nämndtui.store.core.columns import columns
from nämndtui.store.database import Store
from nämndtui.store.people.committees import committee as load_committee
from nämndtui.store.unenforced.quarter_reports import (
    insert_report,
    latest_report,
    reports_of,
)
from nämndtui.store.unenforced.quarter_reports import quarter_report as load_report
from nämndtui.store.unenforced.unenforced_decisions import unenforced_decisions_of
from nämndtui.workflow.core.actor import Actor

SENT_TO = {"ivo": "sent_ivo_on", "auditors": "sent_auditors_on", "council": "sent_council_on"}
_SENT_WORDS = {"ivo": "IVO", "auditors": "revisorerna", "council": "kommunfullmäktige"}


@dataclass(frozen=True)
class QuarterPreview:
    """The report as it would be compiled now, and what differs from the quarter before.

    ``compiled`` is the report in force when the quarter has been compiled already.
    """

    report: QuarterReport
    previous: QuarterReport | None
    comparison: ReportComparison
    compiled: QuarterReport | None = None


def preview_quarter(
    connection: sqlite3.Connection,
    committee_id: int,
    law: str,
    quarter: Quarter,
    compiled_on: date,
) -> QuarterPreview:
    """Compute a quarter's report without storing anything (reader or writer connection).

    Raises InvalidInputError when the quarter has not ended or a row cites no known law.
    """
    if compiled_on <= quarter.end:
        raise InvalidInputError(
            f"{quarter.heading.capitalize()} tar slut {quarter.end.isoformat()}. "
            "Rapporten sammanställs efter det.",
            "compiled_on",
        )
    rule = load_committee(connection, committee_id).settings.elapsed_rule
    rows = unenforced_decisions_of(connection, committee_id, law)
    reports = reports_of(connection, committee_id, law)
    report = compile_report(rows, committee_id, law, quarter, compiled_on, rule, reports)
    by_quarter = {one.quarter: one for one in reports}
    previous, compiled = by_quarter.get(quarter.previous), by_quarter.get(quarter)
    if previous is not None:
        previous = followed(previous, heirs_of(rows))
    return QuarterPreview(report, previous, compare_reports(report, previous), compiled)


def compile_quarter(
    store: Store,
    actor: Actor,
    committee_id: int,
    law: str,
    quarter: Quarter,
    compiled_on: date | None = None,
) -> QuarterReport:
    """Compile and freeze a quarter's report as of a day (today); returns it with its id.

    Compiling again makes a new revision and keeps the old. Raises InvalidInputError for a
    quarter not ended or a day to come, RefusedError once the report is on an agenda.
    """
    on = compiled_on or actor.today
    if on > actor.today:
        raise InvalidInputError("Sammanställningsdagen har inte inträffat än.", "compiled_on")
    with store.change("compile_quarter", actor.user, actor.now) as change:
        preview = preview_quarter(change.connection, committee_id, law, quarter, on)
        old = preview.compiled
        if old is not None and old.item_id is not None:
            raise RefusedError(
                "Rapporten står redan på en dagordning. Ta bort den därifrån om den ska göras om."
            )
        report = replace(preview.report, revision=old.revision + 1 if old else 1)
        change.summary = f"Sammanställde {report_title(report)}"
        return replace(report, id=insert_report(change, report))


def mark_report_sent(store: Store, actor: Actor, report_id: int, to: str, sent_on: date) -> None:
    """Record that the report went to ``ivo``, ``auditors`` or ``council`` on a day."""
    with store.change("mark_report_sent", actor.user, actor.now) as change:
        report = load_report(change.connection, report_id)
        if sent_on < report.compiled_on:
            raise InvalidInputError("Rapporten kan inte skickas innan den är sammanställd.", to)
        change.update("quarter_reports", report_id, columns({SENT_TO[to]: sent_on}))
        change.summary = f"Skickade till {_SENT_WORDS[to]}: {report_title(report)}"


def compiled_pair(
    connection: sqlite3.Connection, report: QuarterReport
) -> tuple[QuarterReport, QuarterReport | None]:
    """A compiled report and the quarter before's, rows corrected since named as they are now."""
    heirs = heirs_of(unenforced_decisions_of(connection, report.committee_id, report.law))
    previous = latest_report(connection, report.committee_id, report.law, report.quarter.previous)
    return followed(report, heirs), previous and followed(previous, heirs)


def trend_of(connection: sqlite3.Connection, committee_id: int, law: str) -> tuple[TrendPoint, ...]:
    """Open, new, executed and closed per quarter and measure, from the compiled reports."""
    return quarter_trend(reports_of(connection, committee_id, law))
