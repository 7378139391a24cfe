"""An agenda item as the documents it consists of, and an item again from what was sent."""

from __future__ import annotations

from typing import Any

from nämndtui.model.agenda.agenda_item import AgendaItem, Attachment, StaffMemo
from nämndtui.model.agenda.attachment_number import parse_attachment_number
from nämndtui.model.agenda.case import CaseReference
from nämndtui.model.agenda.item_fields import SENT_AS_IS
from nämndtui.model.agenda.sending import (
    ListedAttachment,
    SentContent,
    SentDocument,
    SentFile,
    SentKind,
    SentMemo,
    SentPage,
)


def item_documents(item: AgendaItem) -> tuple[SentDocument, ...]:
    """The item's page, its memo and its attachments in order, as they stand now.

    An attachment without its file is only a row on the page: there is nothing to send.
    """
    found = [_document(item, "item_page", "", item.title, _page(item))]
    if item.memo is not None:
        found.append(_document(item, "memo", "", item.title, _memo(item, item.memo)))
    for one in sorted(item.attachments, key=lambda attachment: attachment.number):
        if one.file is not None:
            file = SentFile(one.file.sha256, one.file.name, one.date, one.dnr)
            found.append(_document(item, "attachment", str(one.number), one.title, file))
    return tuple(found)


def item_as_sent(
    page: SentDocument, memo: SentDocument | None, position: int, committee_id: int
) -> AgendaItem:
    """The item as a sent page and memo said it: for printing, not for storing."""
    said = page.content if isinstance(page.content, SentPage) else SentPage()
    behind = memo.content if memo is not None and isinstance(memo.content, SentMemo) else None
    staff = behind.proposal if behind else said.other_proposal or said.proposal
    as_is: dict[str, Any] = {field.name: getattr(said, field.name) for field in SENT_AS_IS}
    return AgendaItem(
        id=page.item_id,
        committee_id=committee_id,
        meeting_id=None,
        position=position,
        number=page.item_number,
        title=page.item_title,
        state="withdrawn" if page.withdrawn else "listed",
        cases=tuple(CaseReference(0, dnr) for dnr in said.dnrs),
        staff_proposal=staff,
        chair_proposal=None if said.proposal == staff else said.proposal,
        summary=behind.summary if behind else said.summary,
        chair_summary=said.summary,
        memo=_memo_again(behind) if behind else None,
        attachments=tuple(map(_attachment_again, said.attachments)),
        **as_is,
    )


def _document(
    item: AgendaItem, kind: SentKind, key: str, title: str, content: SentContent
) -> SentDocument:
    withdrawn = kind == "item_page" and item.withdrawn
    return SentDocument(
        item.id, kind, key, title, content, item.number, item.title, withdrawn=withdrawn
    )


def _page(item: AgendaItem) -> SentPage:
    as_is: dict[str, Any] = {field.name: getattr(item, field.name) for field in SENT_AS_IS}
    return SentPage(
        dnrs=item.dnrs,
        proposal=item.proposal,
        other_proposal=item.staff_proposal if item.chair_differs else (),
        summary=item.summary_shown,
        attachments=tuple(
            ListedAttachment(str(one.number), one.title, one.date, one.dnr)
            for one in sorted(item.attachments, key=lambda attachment: attachment.number)
        ),
        **as_is,
    )


def _memo(item: AgendaItem, memo: StaffMemo) -> SentMemo:
    return SentMemo(
        dnrs=item.dnrs,
        date=memo.date,
        references=memo.references,
        addressee=memo.addressee,
        proposal=item.staff_proposal,
        summary=item.summary,
        body=memo.body,
        signatures=memo.signatures,
        recipients=item.recipients,
    )


def _memo_again(said: SentMemo) -> StaffMemo:
    return StaffMemo(said.date, said.references, said.addressee, said.body, said.signatures)


def _attachment_again(row: ListedAttachment) -> Attachment:
    return Attachment(0, parse_attachment_number(row.number), row.title, row.date, row.dnr)
