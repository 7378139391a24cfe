"""Attachments: numbered per item, their bytes kept beside the database."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from nämndtui.exchange.package.media_type import guess_media_type
from nämndtui.model.agenda.agenda_item import Attachment, Publish, StoredFile
from nämndtui.model.agenda.attachment_number import AttachmentNumber, parse_attachment_number
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.model.text.file_name import plain_file_name
from nämndtui.store.agenda.item_writing import file_columns, insert_attachment, number_columns
from nämndtui.store.agenda.items import item as load_item
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns
from nämndtui.store.database import Store
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.checked_text import checked_fields, checked_values, required

LARGEST_FILE = 200 * 1024 * 1024
"""Bytes. Larger files do not belong in a summons."""


@dataclass(frozen=True)
class NewAttachment:
    """An attachment as the user gives it; ``number`` empty = the next main number."""

    title: str
    number: str = ""
    date: date | None = None
    dnr: str = ""
    publish: Publish = "yes"
    file_name: str = ""
    content: bytes | None = None


def add_attachment(store: Store, actor: Actor, item_id: int, draft: NewAttachment) -> int:
    """Add an attachment, with or without its file; returns its id.

    Raises InvalidInputError for a missing title, an unreadable or taken number or too large
    a file; the bytes are stored before the row refers to them.
    """
    new = replace(checked_fields(replace(draft, content=None)), content=draft.content)
    title = required(new.title, "title", "Bilagan behöver en rubrik.")
    stored = store_file(store, new.content, new.file_name)
    with store.change("add_attachment", actor.user, actor.now) as change:
        item = load_item(change.connection, item_id)
        taken = [attachment.number for attachment in item.attachments]
        number = parse_attachment_number(new.number) if new.number.strip() else next_number(taken)
        _check_free(number, taken)
        change.summary = f"Ny bilaga {number}: {title}"
        attachment = Attachment(0, number, title, new.date, new.dnr, new.publish, stored)
        return insert_attachment(change, item_id, attachment)


def edit_attachment(
    store: Store, actor: Actor, attachment_id: int, version: int, **changes: object
) -> None:
    """Change title, date, dnr, publish or number (as text). Raises InvalidInputError."""
    values: dict[str, Any] = checked_values(dict(changes))
    number_text = values.pop("number", None)
    with store.change("edit_attachment", actor.user, actor.now) as change:
        row = change.read("attachments", attachment_id)
        if number_text is not None:
            number = parse_attachment_number(str(number_text))
            taken = [
                a.number
                for a in load_item(change.connection, row["item_id"]).attachments
                if a.id != attachment_id
            ]
            _check_free(number, taken)
            values |= number_columns(number)
        change.update("attachments", attachment_id, columns(values), version)
        change.summary = f"Ändrade bilagan {row['title']}"


def attach_file(
    store: Store, actor: Actor, attachment_id: int, version: int, content: bytes, file_name: str
) -> None:
    """Give an attachment its file, or replace it; the old bytes stay for undo."""
    stored = store_file(store, content, file_name)
    if stored is None:
        raise InvalidInputError("Filen är tom.", "file")
    with store.change("attach_file", actor.user, actor.now) as change:
        change.update("attachments", attachment_id, file_columns(stored), version)
        change.summary = f"Fil till bilagan {_title(change, attachment_id)}"


def remove_attachment(store: Store, actor: Actor, attachment_id: int) -> None:
    """Remove an attachment; its bytes stay for undo and history."""
    with store.change("remove_attachment", actor.user, actor.now) as change:
        change.summary = f"Tog bort bilagan {_title(change, attachment_id)}"
        change.delete("attachments", attachment_id)


def store_file(store: Store, content: bytes | None, file_name: str) -> StoredFile | None:
    """Put bytes in the attachment folder; None and empty content give no file."""
    if not content:
        return None
    if len(content) > LARGEST_FILE:
        raise InvalidInputError("Filen är större än 200 MB. Dela upp den eller länka till den.")
    name = plain_file_name(file_name)
    media_type = guess_media_type(name)
    return StoredFile(store.files.add(content), name, media_type, len(content))


def next_number(taken: list[AttachmentNumber]) -> AttachmentNumber:
    """The main number after those taken; 1 for an item's first attachment."""
    return AttachmentNumber(1 + max((number.main for number in taken), default=0))


def _check_free(number: AttachmentNumber, taken: list[AttachmentNumber]) -> None:
    if number in taken:
        raise InvalidInputError(f"Bilaga {number} finns redan på punkten.", "number")


def _title(change: Change, attachment_id: int) -> str:
    return str(change.read("attachments", attachment_id)["title"])
