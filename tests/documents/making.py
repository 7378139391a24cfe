"""Documents made from a meeting or a report at hand, through the program's own one way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from nämndtui.documents.contexts.report_frame import ReportFrame
from nämndtui.documents.kinds.facts import MeetingFacts, QuarterFacts
from nämndtui.documents.kinds.finished_document import finished_document
from nämndtui.documents.templates.document import Document
from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.people.committee import Committee
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.unenforced.quarter_report import QuarterReport
from nämndtui.model.unenforced.quarter_trend import TrendPoint

NO_FRAME = ReportFrame()


def of_meeting(
    name: str, dossier: MeetingDossier, paragraph: int = 0, part_id: int = 0
) -> Document:
    facts = MeetingFacts(dossier, dossier.meeting.date, paragraph, part_id)
    return finished_document(name, facts)


def summons(dossier: MeetingDossier, today: date) -> Document:
    return finished_document("kallelse", MeetingFacts(dossier, today))


def supplement(dossier: MeetingDossier, today: date) -> Document:
    return finished_document("tilläggskallelse", MeetingFacts(dossier, today))


def minutes(dossier: MeetingDossier, part_id: int = 0) -> Document:
    return of_meeting("protokoll", dossier, part_id=part_id)


def announcement(dossier: MeetingDossier, part_id: int = 0) -> Document:
    return of_meeting("anslag", dossier, part_id=part_id)


def extract(dossier: MeetingDossier, number: int) -> Document:
    return of_meeting("utdrag", dossier, number)


def secrecy_annex(dossier: MeetingDossier, number: int) -> Document:
    return of_meeting("sekretessbilaga", dossier, number)


def attendance_sheet(record: MinutesRecord) -> Document:
    facts = MeetingFacts(record.dossier, record.dossier.meeting.date, record=record)
    return finished_document("närvarolista", facts)


def vote_list(record: MinutesRecord, number: int = 0) -> Document:
    facts = MeetingFacts(record.dossier, record.dossier.meeting.date, number, record=record)
    return finished_document("voteringslista", facts)


def staff_memo(dossier: MeetingDossier, item: AgendaItem) -> Document:
    alone = replace(dossier, items=(item,))
    facts = MeetingFacts(alone, dossier.meeting.date, item_id=item.id)
    return finished_document("tjänsteskrivelse", facts)


def delegation_list(
    dossier: MeetingDossier,
    decisions: Iterable[DelegatedDecision],
    role_order: tuple[str, ...] = (),
) -> Document:
    facts = MeetingFacts(
        dossier, dossier.meeting.date, decisions=tuple(decisions), role_order=role_order
    )
    return finished_document("delegationslista", facts)


def unenforced(
    committee: Committee,
    report: QuarterReport,
    frame: ReportFrame = NO_FRAME,
    previous: QuarterReport | None = None,
    trend: Sequence[TrendPoint] = (),
) -> Document:
    facts = QuarterFacts(committee, report, frame, previous, tuple(trend))
    return finished_document("ej-verkställda", facts)


def public_unenforced(
    committee: Committee, report: QuarterReport, frame: ReportFrame = NO_FRAME
) -> Document:
    return finished_document("ej-verkställda-offentlig", QuarterFacts(committee, report, frame))


def statistics(
    committee: Committee, report: QuarterReport, frame: ReportFrame = NO_FRAME
) -> Document:
    return finished_document("statistikrapport", QuarterFacts(committee, report, frame))
