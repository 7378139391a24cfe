"""The documents of the matters for information: attachments of the item that lists them (A6)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from nämndtui.model.agenda.agenda_item import Attachment, Publish
from nämndtui.model.agenda.attachment_number import AttachmentNumber
from nämndtui.model.delegation.reported_matter import ReportedMatter, by_origin
from nämndtui.store.agenda.item_writing import insert_attachment
from nämndtui.store.agenda.items import item as load_item
from nämndtui.store.core.change import Change

_UNPUBLISHED: Publish = "no"
"""Judgments and other authorities' decisions go on the web when somebody has looked at them."""


def keep_documents(
    change: Change,
    item_id: int,
    before: Sequence[ReportedMatter],
    now: Sequence[ReportedMatter],
) -> None:
    """Number the listed matters' documents in the list's own order, by origin.

    ``before`` is what the item listed, ``now`` what it lists. Other attachments keep their
    numbers, and whether a document may be published is kept.
    """
    known = {_key(one) for one in (*before, *now) if one.document}
    attachments = load_item(change.connection, item_id).attachments
    own = {_of(one): one for one in attachments if _of(one) in known}
    taken = {one.number.main for one in attachments if _of(one) not in known}
    numbers = (number for number in count(1) if number not in taken)
    wanted = []
    for one in (member for _, members in by_origin(now) for member in members if member.document):
        old = own.get(_key(one))
        publish = old.publish if old else _UNPUBLISHED
        number = AttachmentNumber(next(numbers))
        wanted.append(
            Attachment(0, number, one.title, one.received_on, one.dnr, publish, one.document)
        )
    for old in (one for one in attachments if _of(one) in known):
        change.delete("attachments", old.id)
    for new in wanted:
        insert_attachment(change, item_id, new)


def _key(matter: ReportedMatter) -> tuple[str, str]:
    return (matter.title, matter.document.sha256 if matter.document else "")


def _of(attachment: Attachment) -> tuple[str, str]:
    return (attachment.title, attachment.file.sha256 if attachment.file else "")
