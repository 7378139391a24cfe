"""Writing agenda items and their parts, each row through the open change."""

from __future__ import annotations

from typing import Any

from nämndtui.model.agenda.agenda_item import AgendaItem, Attachment, StaffMemo, StoredFile
from nämndtui.model.agenda.attachment_number import AttachmentNumber
from nämndtui.model.agenda.item_fields import OWN_COLUMNS
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns

_WHERE = ("committee_id", "meeting_id", "position")
"""Where an item stands: no fields of what it says."""


def insert_item(change: Change, new: AgendaItem, continues_item_id: int | None = None) -> int:
    """Store an item with all its parts; its cases are named by ``case_id``. Returns its id."""
    names = (*_WHERE, *(field.name for field in OWN_COLUMNS))
    values = columns({name: getattr(new, name) for name in names})
    item_id = change.insert("agenda_items", {**values, "continues_item_id": continues_item_id})
    replace_cases(change, item_id, [case.case_id for case in new.cases])
    if new.staff_proposal:
        write_proposal(change, item_id, "staff", new.staff_proposal)
    if new.chair_proposal is not None:
        write_proposal(change, item_id, "chair", new.chair_proposal)
    if new.memo is not None:
        write_memo(change, item_id, memo_columns(new.memo))
    for attachment in new.attachments:
        insert_attachment(change, item_id, attachment)
    return item_id


def replace_cases(change: Change, item_id: int, case_ids: list[int]) -> None:
    """Make ``case_ids``, in that order, the item's cases."""
    rows = change.connection.execute(
        "SELECT id, case_id FROM item_cases WHERE item_id = ? ORDER BY position", [item_id]
    ).fetchall()
    if [row["case_id"] for row in rows] == case_ids:
        return
    for row in rows:
        change.delete("item_cases", row["id"])
    for position, case_id in enumerate(dict.fromkeys(case_ids)):
        change.insert("item_cases", {"item_id": item_id, "case_id": case_id, "position": position})


def write_proposal(
    change: Change,
    item_id: int,
    source: str,
    points: tuple[str, ...] | None,
    version: int | None = None,
) -> None:
    """Store (or, with None, remove) the proposal of one source.

    ``version`` is the row's as it was read, 0 when there was none. Raises StaleVersionError.
    """
    row = change.connection.execute(
        "SELECT id FROM proposals WHERE item_id = ? AND source = ?", [item_id, source]
    ).fetchone()
    if row and points is None:
        change.delete("proposals", row["id"], version)
    elif row:
        change.update("proposals", row["id"], columns({"points": points}), version)
    elif points is not None:
        change.insert(
            "proposals", columns({"item_id": item_id, "source": source, "points": points})
        )


def memo_columns(memo: StaffMemo) -> dict[str, Any]:
    """A memo's fields as columns."""
    return columns(
        {
            "date": memo.date,
            "officials": memo.references,
            "addressee": memo.addressee,
            "body": memo.body,
            "signatures": memo.signatures,
        }
    )


def write_memo(
    change: Change, item_id: int, values: dict[str, Any] | None, version: int | None = None
) -> None:
    """Store columns of the item's memo, making the memo when needed; None removes it."""
    row = change.connection.execute("SELECT id FROM memos WHERE item_id = ?", [item_id]).fetchone()
    if values is None:
        if row:
            change.delete("memos", row["id"])
    elif row:
        change.update("memos", row["id"], values, version)
    else:
        change.insert("memos", {"item_id": item_id, **values})


def insert_attachment(change: Change, item_id: int, new: Attachment) -> int:
    """Store an attachment whose bytes, if any, are already in the attachment folder."""
    values: dict[str, Any] = {
        "item_id": item_id,
        **number_columns(new.number),
        "title": new.title,
        "date": new.date,
        "dnr": new.dnr,
        "publish": new.publish,
    }
    if new.file is not None:
        values |= file_columns(new.file)
    return change.insert("attachments", columns(values))


def file_columns(stored: StoredFile | None) -> dict[str, Any]:
    """A stored file, or that there is none, as columns."""
    if stored is None:
        return {"sha256": None, "file_name": "", "media_type": "", "size": 0}
    return {
        "sha256": stored.sha256,
        "file_name": stored.name,
        "media_type": stored.media_type,
        "size": stored.size,
    }


def number_columns(number: AttachmentNumber) -> dict[str, int | None]:
    """An attachment number as columns."""
    return {"main_no": number.main, "sub_no": number.sub}
