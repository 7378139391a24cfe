"""A quarter's report on an agenda: among the reported matters, or as an item of its own."""

from __future__ import annotations

from nämndtui.model.agenda.agenda_item import (
    AgendaItem,
    MemoSignature,
    Recipient,
    StaffMemo,
    StoredFile,
)
from nämndtui.model.delegation.reported_matter import ReportedMatter
from nämndtui.model.publication.document_kinds import document_kind
from nämndtui.model.text.errors import RefusedError
from nämndtui.model.text.vocabulary import swedish
from nämndtui.model.unenforced.quarter_memo import memo_markdown, memo_summary, report_title
from nämndtui.model.unenforced.quarter_report import QuarterReport
from nämndtui.store.agenda.item_writing import file_columns
from nämndtui.store.agenda.meetings import meeting as load_meeting
from nämndtui.store.core.change import Change
from nämndtui.store.database import Store
from nämndtui.store.delegation.reported_matters import insert_matter
from nämndtui.store.delegation.reported_matters import matter as load_matter
from nämndtui.store.people.committees import committee as load_committee
from nämndtui.store.unenforced.quarter_reports import latest_report, matter_of_report
from nämndtui.store.unenforced.quarter_reports import quarter_report as load_report
from nämndtui.workflow.agenda.agenda import place_new
from nämndtui.workflow.agenda.attachments import store_file
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.delegation.reported_matters import list_matters
from nämndtui.workflow.documents.registers import QuarterRequest, make_quarter_document


def put_quarter_on_agenda(
    store: Store, actor: Actor, report_id: int, meeting_id: int, own_item: bool = False
) -> int:
    """Put a compiled report on a meeting's agenda; returns the item's id.

    It is listed among the reported matters (A6), with the written memo and table attached, or,
    with ``own_item``, becomes an item of its own with proposal, summary and memo written from the
    report. What tells of individuals is left out of public versions either way (OSL 26:1). Raises
    RefusedError when it already is on an agenda or a newer compilation exists, TemplateFaultError.
    """
    written = None if own_item else _written(store, actor, report_id)
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
            item_id = _as_matter(change, report, meeting_id, written)
        change.summary = f"Till dagordningen: {report_title(report)}"
    return item_id


def _written(store: Store, actor: Actor, report_id: int) -> StoredFile | None:
    """The memo with its table, written and put in the attachment folder."""
    report = load_report(store.connection, report_id)
    request = QuarterRequest(report.committee_id, report.law, report.quarter)
    kind = document_kind("ej-verkställda")
    document = make_quarter_document(store.connection, kind, request, actor.today)
    return store_file(store, document.content, document.name)


def _matter_title(report: QuarterReport) -> str:
    title = report_title(report)
    return f"Redovisning av {title[:1].lower()}{title[1:]}"


def _as_matter(
    change: Change, report: QuarterReport, meeting_id: int, file: StoredFile | None
) -> int:
    settings = load_committee(change.connection, report.committee_id).settings
    new = ReportedMatter(
        id=0,
        committee_id=report.committee_id,
        origin=settings.administration or "Förvaltningen",
        title=_matter_title(report),
        received_on=report.compiled_on,
        quarter_report_id=report.id,
        document=file,
    )
    matter_id = matter_of_report(change.connection, report.id)
    if matter_id is None:
        matter_id = insert_matter(change, new)
    else:
        change.update("reported_matters", matter_id, file_columns(file))
    return list_matters(change, meeting_id, [load_matter(change.connection, matter_id)])


def _own_item(change: Change, report: QuarterReport, meeting_id: int) -> int:
    committee = load_committee(change.connection, report.committee_id)
    settings = committee.settings
    law, period = swedish("law", report.law), report.quarter.words
    signature = MemoSignature(settings.memo_signer, settings.memo_signer_title)
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
            summary=memo_summary(report, settings.public_cell_limit),
            memo=StaffMemo(
                date=report.compiled_on,
                addressee=committee.name,
                body=memo_markdown(report, settings.public_cell_limit),
                signatures=(signature,) if settings.memo_signer else (),
            ),
            recipients=(Recipient("Kommunfullmäktige"), Recipient("Kommunens revisorer")),
            publish="masked",
        ),
    )
