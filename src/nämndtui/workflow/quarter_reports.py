"""Quarter reports on unenforced decisions: looked at, compiled, sent, put on an agenda."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from datetime import date

from nämndtui.model.agenda_item import AgendaItem, MemoSignature, Recipient, StaffMemo
from nämndtui.model.errors import InvalidInputError, RefusedError
from nämndtui.model.quarter import Quarter
from nämndtui.model.quarter_memo import memo_markdown, report_title
from nämndtui.model.quarter_report import (
    QuarterReport,
    ReportComparison,
    compare_reports,
    compile_report,
)
from nämndtui.model.quarter_trend import TrendPoint, quarter_trend
from nämndtui.model.reported_matter import ReportedMatter
from nämndtui.model.vocabulary import swedish
from nämndtui.store.change import Change
from nämndtui.store.columns import columns
from nämndtui.store.committees import committee as load_committee
from nämndtui.store.database import Store
from nämndtui.store.meetings import meeting as load_meeting
from nämndtui.store.quarter_reports import (
    first_reported,
    insert_report,
    latest_report,
    matter_of_report,
    reports_of,
)
from nämndtui.store.quarter_reports import quarter_report as load_report
from nämndtui.store.reported_matters import insert_matter
from nämndtui.store.reported_matters import matter as load_matter
from nämndtui.store.support_decisions import support_decisions_of
from nämndtui.workflow.actor import Actor
from nämndtui.workflow.agenda import place_new
from nämndtui.workflow.reported_matters import list_matters

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
    report = compile_report(
        support_decisions_of(connection, committee_id, law),
        committee_id,
        law,
        quarter,
        compiled_on,
        rule,
        first_reported(connection, committee_id, law, quarter),
    )
    previous = latest_report(connection, committee_id, law, quarter.previous)
    compiled = latest_report(connection, committee_id, law, quarter)
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


def put_quarter_on_agenda(
    store: Store, actor: Actor, report_id: int, meeting_id: int, own_item: bool = False
) -> int:
    """Put a compiled report on a meeting's agenda; returns the item's id.

    It is listed among the reported matters (A6), or, with ``own_item``, becomes an item of its
    own with proposal, summary and memo written from the report. Raises RefusedError when it
    already is on an agenda or a newer compilation exists.
    """
    with store.change("put_quarter_on_agenda", actor.user, actor.now) as change:
        report = load_report(change.connection, report_id)
        latest = latest_report(change.connection, report.committee_id, report.law, report.quarter)
        if latest is not None and latest.id != report_id:
            raise RefusedError("Rapporten har sammanställts på nytt. Lägg upp den senaste.")
        if report.item_id is not None:
            raise RefusedError("Rapporten står redan på en dagordning.")
        if own_item:
            item_id = _own_item(change, report, meeting_id)
            change.update("quarter_reports", report_id, {"item_id": item_id})
        else:
            item_id = _as_matter(change, report, meeting_id)
        change.summary = f"Till dagordningen: {report_title(report)}"
    return item_id


def trend_of(connection: sqlite3.Connection, committee_id: int, law: str) -> tuple[TrendPoint, ...]:
    """Open, new, executed and closed per quarter and measure, from the compiled reports."""
    return quarter_trend(reports_of(connection, committee_id, law))


def _as_matter(change: Change, report: QuarterReport, meeting_id: int) -> int:
    settings = load_committee(change.connection, report.committee_id).settings
    new = ReportedMatter(
        id=0,
        committee_id=report.committee_id,
        origin=settings.administration or "Förvaltningen",
        title=f"Redovisning av {report_title(report)[:1].lower()}{report_title(report)[1:]}",
        received_on=report.compiled_on,
        quarter_report_id=report.id,
    )
    collected = matter_of_report(change.connection, report.id)
    matter_id = insert_matter(change, new) if collected is None else collected
    return list_matters(change, meeting_id, [load_matter(change.connection, matter_id)])


def _own_item(change: Change, report: QuarterReport, meeting_id: int) -> int:
    committee = load_committee(change.connection, report.committee_id)
    settings = committee.settings
    law, period = swedish("law", report.law), report.quarter.words
    signature = MemoSignature(settings.memo_signer, settings.memo_signer_title)
    first, last = report.sentences[:-1], report.sentences[-1]
    return place_new(
        change,
        AgendaItem(
            id=0,
            committee_id=report.committee_id,
            meeting_id=load_meeting(change.connection, meeting_id).id,
            position=0,
            number=None,
            kind="decision",
            title=report_title(report),
            staff_proposal=(
                f"{committee.name} godkänner redovisningen av ej verkställda beslut enligt "
                f"{law} för {period}.",
                f"{committee.name} överlämnar statistikrapporten för {period} till "
                "kommunfullmäktige.",
            ),
            summary="\n\n".join(part for part in (" ".join(first), last) if part),
            memo=StaffMemo(
                date=report.compiled_on,
                addressee=committee.name,
                body=memo_markdown(report),
                signatures=(signature,) if settings.memo_signer else (),
            ),
            recipients=(Recipient("Kommunfullmäktige"), Recipient("Kommunens revisorer")),
            publish="masked",
        ),
    )
