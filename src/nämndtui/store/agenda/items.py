"""Agenda items at rest, with what travels with them: proposals, memo, attachments, cases.

Loading a whole agenda takes a fixed number of queries, however many items it has.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from nämndtui.model.agenda.agenda_item import (
    AgendaItem,
    Attachment,
    MemoSignature,
    Presenter,
    Recipient,
    StaffMemo,
    StoredFile,
)
from nämndtui.model.agenda.attachment_number import AttachmentNumber
from nämndtui.model.agenda.case import CaseReference
from nämndtui.model.agenda.item_fields import OWN_COLUMNS
from nämndtui.model.text.errors import NotFoundError
from nämndtui.store.core.columns import day, marks, texts


def items_of_meeting(connection: sqlite3.Connection, meeting_id: int) -> tuple[AgendaItem, ...]:
    """A meeting's items in agenda order."""
    return _items(connection, "meeting_id = ? ORDER BY position, id", [meeting_id])


def waiting_items(connection: sqlite3.Connection, committee_id: int) -> tuple[AgendaItem, ...]:
    """Drafts waiting for a meeting, oldest first."""
    return _items(connection, "committee_id = ? AND meeting_id IS NULL ORDER BY id", [committee_id])


def item(connection: sqlite3.Connection, item_id: int) -> AgendaItem:
    """One item. Raises NotFoundError."""
    found = _items(connection, "id = ?", [item_id])
    if not found:
        raise NotFoundError("Punkten finns inte längre; någon kan ha tagit bort den.")
    return found[0]


def items_of_case(connection: sqlite3.Connection, case_id: int) -> tuple[AgendaItem, ...]:
    """Every item a case has been on, oldest first."""
    return _items(
        connection,
        "id IN (SELECT item_id FROM item_cases WHERE case_id = ?) ORDER BY id",
        [case_id],
    )


@dataclass
class _Parts:
    """What belongs to a set of items, by item id."""

    cases: dict[int, list[CaseReference]] = field(default_factory=lambda: defaultdict(list))
    proposals: dict[tuple[int, str], tuple[str, ...]] = field(default_factory=dict)
    memos: dict[int, StaffMemo] = field(default_factory=dict)
    attachments: dict[int, list[Attachment]] = field(default_factory=lambda: defaultdict(list))


def _items(
    connection: sqlite3.Connection, where: str, values: Sequence[object]
) -> tuple[AgendaItem, ...]:
    rows = connection.execute(f"SELECT * FROM agenda_items WHERE {where}", values).fetchall()
    parts = _parts(connection, [row["id"] for row in rows])
    return tuple(_item(row, parts) for row in rows)


_SLICE = 500
"""Ids a query names at once, well under SQLite's limit of variables."""


def _parts(connection: sqlite3.Connection, ids: Sequence[int]) -> _Parts:
    parts = _Parts()
    for start in range(0, len(ids), _SLICE):
        _load_parts(connection, ids[start : start + _SLICE], parts)
    return parts


def _load_parts(connection: sqlite3.Connection, ids: Sequence[int], parts: _Parts) -> None:
    among = f"item_id IN ({marks(ids)})"
    for row in connection.execute(
        "SELECT ic.item_id, c.id, c.dnr, c.title FROM item_cases ic JOIN cases c"
        f" ON c.id = ic.case_id WHERE ic.{among} ORDER BY ic.position, ic.id",
        ids,
    ):
        parts.cases[row["item_id"]].append(CaseReference(row["id"], row["dnr"], row["title"]))
    for row in connection.execute(f"SELECT * FROM proposals WHERE {among}", ids):
        parts.proposals[row["item_id"], row["source"]] = texts(row["points"])
    for row in connection.execute(f"SELECT * FROM memos WHERE {among}", ids):
        parts.memos[row["item_id"]] = _memo(row)
    for row in connection.execute(
        f"SELECT * FROM attachments WHERE {among} ORDER BY main_no, ifnull(sub_no, 0)", ids
    ):
        parts.attachments[row["item_id"]].append(_attachment(row))


def _memo(row: sqlite3.Row) -> StaffMemo:
    return StaffMemo(
        date=day(row["date"]),
        references=texts(row["officials"]),
        addressee=row["addressee"],
        body=row["body"],
        signatures=tuple(MemoSignature(**part) for part in json.loads(row["signatures"])),
    )


def stored_file(row: sqlite3.Row) -> StoredFile | None:
    """The file a row of attachments or matters refers to, if it has one."""
    if not row["sha256"]:
        return None
    return StoredFile(row["sha256"], row["file_name"], row["media_type"], row["size"])


def _attachment(row: sqlite3.Row) -> Attachment:
    stored = stored_file(row)
    return Attachment(
        id=row["id"],
        number=AttachmentNumber(row["main_no"], row["sub_no"]),
        title=row["title"],
        date=day(row["date"]),
        dnr=row["dnr"],
        publish=row["publish"],
        file=stored,
    )


def recipients_in(stored: list[dict[str, Any]]) -> tuple[Recipient, ...]:
    """Recipients as JSON holds them; empty texts are left out there."""
    return tuple(Recipient(one.get("name", ""), one.get("foreign_dnr", "")) for one in stored)


def presenters_in(stored: list[dict[str, Any]]) -> tuple[Presenter, ...]:
    """Presenters as JSON holds them; empty texts are left out there."""
    return tuple(
        Presenter(one.get("name", ""), one.get("title", ""), one.get("topic", "")) for one in stored
    )


_COLUMN_OF_KIND: dict[str, Callable[[Any], Any]] = {
    "flag": bool,
    "presenters": lambda text: presenters_in(json.loads(text)),
    "recipients": lambda text: recipients_in(json.loads(text)),
}
"""Kind of field → what a column of it means; of the other kinds the column is the value."""


def _own_values(row: sqlite3.Row) -> dict[str, Any]:
    """The fields that stand in the item's own row."""
    return {
        field.name: _COLUMN_OF_KIND.get(field.kind, lambda value: value)(row[field.name])
        for field in OWN_COLUMNS
    }


def _item(row: sqlite3.Row, parts: _Parts) -> AgendaItem:
    item_id = row["id"]
    return AgendaItem(
        id=item_id,
        committee_id=row["committee_id"],
        meeting_id=row["meeting_id"],
        position=row["position"],
        **_own_values(row),
        cases=tuple(parts.cases[item_id]),
        staff_proposal=parts.proposals.get((item_id, "staff"), ()),
        chair_proposal=parts.proposals.get((item_id, "chair")),
        memo=parts.memos.get(item_id),
        attachments=tuple(parts.attachments[item_id]),
        version=row["version"],
    )
