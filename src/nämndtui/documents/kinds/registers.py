"""The documents made from the registers, one function each.

All raise TemplateFaultError or NotFoundError when the template cannot be used.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nämndtui.documents.contexts.delegation import DELEGATION_LIST, delegation_context
from nämndtui.documents.contexts.public import PUBLIC, public_context
from nämndtui.documents.contexts.report_frame import ReportFrame
from nämndtui.documents.contexts.statistics import STATISTICS, statistics_context
from nämndtui.documents.contexts.unenforced import UNENFORCED, unenforced_context
from nämndtui.documents.kinds.file_names import document_name
from nämndtui.documents.kinds.finished_document import finished_document
from nämndtui.documents.templates.document import Document
from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.people.committee import Committee
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.vocabulary import swedish
from nämndtui.model.unenforced.quarter_report import QuarterReport
from nämndtui.model.unenforced.quarter_trend import TrendPoint

_NO_FRAME = ReportFrame()


def delegation_list(
    dossier: MeetingDossier,
    decisions: Iterable[DelegatedDecision],
    role_order: tuple[str, ...] = (),
) -> Document:
    """The list of delegated decisions reported to a meeting, by role in ``role_order`` (A7)."""
    committee, day = dossier.committee, dossier.meeting.date
    name = document_name(day, committee, "delegationslista")
    context = delegation_context(dossier, decisions, role_order)
    return finished_document("delegationslista", committee, context, name, DELEGATION_LIST, day)


def unenforced(
    committee: Committee,
    report: QuarterReport,
    frame: ReportFrame = _NO_FRAME,
    previous: QuarterReport | None = None,
    trend: Sequence[TrendPoint] = (),
) -> Document:
    """A quarter's memo on unenforced decisions of one law, with its table annexed (A8).

    ``previous`` is the report of the quarter before, ``trend`` the points of all quarters up to
    this one; with them the memo compares and shows charts.
    """
    context = unenforced_context(committee, report, frame, previous, trend)
    name = _name(committee, report, "ej verkställda", "")
    return finished_document(
        "ej-verkställda", committee, context, name, UNENFORCED, report.compiled_on
    )


def public_unenforced(
    committee: Committee, report: QuarterReport, frame: ReportFrame = _NO_FRAME
) -> Document:
    """The version of a quarter's report that may be published, small numbers hidden (B9)."""
    context = public_context(committee, report, frame)
    name = _name(committee, report, "ej verkställda", " offentlig")
    return finished_document(
        "ej-verkställda-offentlig", committee, context, name, PUBLIC, report.compiled_on
    )


def statistics(
    committee: Committee, report: QuarterReport, frame: ReportFrame = _NO_FRAME
) -> Document:
    """The statistics report to the council (SoL 34:3, LSS 28 h)."""
    context = statistics_context(committee, report, frame)
    name = _name(committee, report, "statistikrapport", "")
    return finished_document(
        "statistikrapport", committee, context, name, STATISTICS, report.compiled_on
    )


def _name(committee: Committee, report: QuarterReport, what: str, ending: str) -> str:
    law = swedish("law", report.law)
    return document_name(report.compiled_on, committee, f"{what} {law} {report.quarter}{ending}")
