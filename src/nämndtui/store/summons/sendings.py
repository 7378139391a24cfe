"""Sendings at rest: written once, sealed, read with everything they held."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import defaultdict
from datetime import date
from typing import Any

from nämndtui.model.agenda.sending import Sending, SentDocument, SentFile
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import column
from nämndtui.store.summons.sent_content import content_json, content_of

_COLUMNS = (
    *("sending_id", "item_id", "kind", "key", "title", "version", "sha256", "content"),
    *("item_number", "item_title", "withdrawn", "removed"),
)


def sendings_of_meeting(connection: sqlite3.Connection, meeting_id: int) -> tuple[Sending, ...]:
    """What has gone out before a meeting, oldest first. Three queries, however much it was."""
    documents: dict[int, list[SentDocument]] = defaultdict(list)
    for row in connection.execute(
        "SELECT d.* FROM sent_documents d JOIN sendings s ON s.id = d.sending_id"
        " WHERE s.meeting_id = ? ORDER BY d.id",
        [meeting_id],
    ):
        documents[row["sending_id"]].append(_document(row))
    rows = connection.execute(
        "SELECT id, kind, sent_on FROM sendings WHERE meeting_id = ? ORDER BY seq", [meeting_id]
    )
    return tuple(
        Sending(
            row["id"], row["kind"], date.fromisoformat(row["sent_on"]), tuple(documents[row["id"]])
        )
        for row in rows
    )


def insert_sending(change: Change, meeting_id: int, new: Sending) -> int:
    """Store a sending with its documents and seal it; returns its id."""
    last = change.connection.execute(
        "SELECT ifnull(max(seq), 0) FROM sendings WHERE meeting_id = ?", [meeting_id]
    ).fetchone()[0]
    values = {"meeting_id": meeting_id, "seq": last + 1, "kind": new.kind}
    sending_id = change.insert("sendings", {**values, "sent_on": column(new.sent_on)})
    rows = [_values(sending_id, document) for document in new.documents]
    change.insert_many("sent_documents", _COLUMNS, rows)
    change.update("sendings", sending_id, {"sealed": 1})
    return sending_id


def was_sent(connection: sqlite3.Connection, item_id: int) -> bool:
    """True when the item has gone out in a kallelse or a supplement."""
    row = connection.execute(
        "SELECT 1 FROM sent_documents WHERE item_id = ? LIMIT 1", [item_id]
    ).fetchone()
    return row is not None


def checksum_of(content: str) -> str:
    """SHA-256 (hex) of a sent text as it is kept."""
    return hashlib.sha256(content.encode()).hexdigest()


def _values(sending_id: int, document: SentDocument) -> tuple[Any, ...]:
    said = document.content
    text = content_json(said)
    checksum = said.sha256 if isinstance(said, SentFile) else checksum_of(text)
    return (
        sending_id,
        document.item_id,
        document.kind,
        document.key,
        document.title,
        document.version,
        checksum,
        text,
        document.item_number,
        document.item_title,
        int(document.withdrawn),
        int(document.removed),
    )


def _document(row: sqlite3.Row) -> SentDocument:
    return SentDocument(
        row["item_id"],
        row["kind"],
        row["key"],
        row["title"],
        content_of(row["kind"], row["content"], row["sha256"]),
        row["item_number"],
        row["item_title"],
        row["version"],
        bool(row["withdrawn"]),
        bool(row["removed"]),
    )
