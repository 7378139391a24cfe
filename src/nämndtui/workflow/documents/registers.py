"""The documents of the registers: what they are made from."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from nämndtui.model.calendar.quarter import Quarter
from nämndtui.model.publication.document_kinds import DocumentKind, document_kind
from nämndtui.model.publication.public_version import unmarked
from nämndtui.model.publication.shown import shown_dossier
from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.model.text.vocabulary import swedish
from nämndtui.model.unenforced.quarter_report import QuarterReport
from nämndtui.model.unenforced.quarter_trend import TrendPoint, quarter_trend
from nämndtui.store.agenda.cases import all_cases
from nämndtui.store.agenda.items import item as load_item
from nämndtui.store.delegation.delegated_decisions import decisions_of_item
from nämndtui.store.delegation.orders import order_on
from nämndtui.store.minutes.dossiers import load_dossier
from nämndtui.store.people.committees import committee as load_committee
from nämndtui.store.unenforced.quarter_reports import latest_report, reports_of
from nämndtui.workflow.unenforced.quarter_reports import compiled_pair, preview_quarter

if TYPE_CHECKING:
    from nämndtui.documents.contexts.report_frame import ReportFrame
    from nämndtui.documents.templates.document import Document


@dataclass(frozen=True)
class QuarterRequest:
    """Which report: one law's quarter, computed as of ``compiled_on``.

    Without a day it is the compiled report, or, while there is none, as it would be today.
    """

    committee_id: int
    law: str
    quarter: Quarter
    compiled_on: date | None = None


def requested_report(
    connection: sqlite3.Connection, request: QuarterRequest, today: date
) -> QuarterReport:
    """The report asked for; nothing is stored. Raises InvalidInputError before the quarter's end.

    ``id`` is 0 for one that is only computed.
    """
    committee_id, law, quarter = request.committee_id, request.law, request.quarter
    if request.compiled_on is None:
        compiled = latest_report(connection, committee_id, law, quarter)
        if compiled is not None:
            return compiled
    on = request.compiled_on or today
    if on > today:
        raise InvalidInputError(f"{on.isoformat()} har inte inträffat än.", "compiled_on")
    return preview_quarter(connection, committee_id, law, quarter, on).report


def make_quarter_document(
    connection: sqlite3.Connection, kind: DocumentKind, request: QuarterRequest, today: date
) -> Document:
    """A document of a quarter. Raises InvalidInputError, TemplateFaultError."""
    # Word rendering is heavy to load and most starts of the program never need it.
    from nämndtui.documents.kinds.facts import QuarterFacts
    from nämndtui.documents.kinds.finished_document import finished_document

    report = requested_report(connection, request, today)
    committee, frame = load_committee(connection, request.committee_id), _frame(connection, report)
    if kind.needs == "quarters":
        trend = _trend(connection, report)
        report, previous = compiled_pair(connection, report)
        facts = QuarterFacts(committee, report, frame, previous, trend)
    else:
        facts = QuarterFacts(committee, report, frame)
    return finished_document(kind.name, facts)


def make_delegation_list(connection: sqlite3.Connection, meeting_id: int) -> Document:
    """The list of the decisions on a meeting's agenda. Raises RefusedError when there are none."""
    from nämndtui.documents.kinds.facts import MeetingFacts
    from nämndtui.documents.kinds.finished_document import finished_document

    kind = document_kind("delegationslista")
    dossier = shown_dossier(kind, load_dossier(connection, meeting_id))
    found = (decisions_of_item(connection, item.id) for item in dossier.items)
    decisions = tuple(unmarked(one) for some in found for one in some)
    if not decisions:
        raise RefusedError(
            f"Inga delegationsbeslut står på dagordningen {dossier.meeting.date.isoformat()}. "
            "Lägg upp dem där först."
        )
    order = order_on(connection, dossier.meeting.committee_id, dossier.meeting.date)
    roles = order.role_order if order else ()
    day = dossier.meeting.date
    facts = MeetingFacts(dossier, day, decisions=decisions, role_order=roles)
    return finished_document(kind.name, facts)


def _frame(connection: sqlite3.Connection, report: QuarterReport) -> ReportFrame:
    """The report's case and who answers for it: those of its own agenda item, when it has one.

    Otherwise the case is the committee's own of that year whose title says what the report is.
    """
    from nämndtui.documents.contexts.report_frame import ReportFrame

    if report.item_id is not None:
        item = load_item(connection, report.item_id)
        if item.kind != "reported_matters":
            references = item.memo.references if item.memo else ()
            return ReportFrame(item.dnrs[0] if item.dnrs else "", references)
    wanted = f"ej verkställda beslut enligt {swedish('law', report.law)}".casefold()
    for case in all_cases(connection, report.committee_id):
        if case.title.casefold().startswith(wanted) and case.year == report.compiled_on.year:
            return ReportFrame(case.dnr)
    return ReportFrame()


def _trend(connection: sqlite3.Connection, report: QuarterReport) -> tuple[TrendPoint, ...]:
    earlier = [
        one
        for one in reports_of(connection, report.committee_id, report.law)
        if one.quarter < report.quarter
    ]
    return quarter_trend([*earlier, report])
