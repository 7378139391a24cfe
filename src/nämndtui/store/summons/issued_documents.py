"""Checksums of the documents written, so that a file edited by hand is noticed."""

from __future__ import annotations

import sqlite3
from typing import Any

from nämndtui.store.core.change import Change


def issued_checksum(connection: sqlite3.Connection, path: str) -> str:
    """SHA-256 of what the program last wrote at ``path``; empty when it never did."""
    row = connection.execute(
        "SELECT sha256 FROM issued_documents WHERE path = ?", [path]
    ).fetchone()
    return str(row[0]) if row else ""


def issued_meeting(connection: sqlite3.Connection, path: str) -> int:
    """The meeting whose document the program last wrote at ``path``; 0 when there is none."""
    row = connection.execute(
        "SELECT meeting_id FROM issued_documents WHERE path = ?", [path]
    ).fetchone()
    return int(row[0] or 0) if row else 0


def latest_issued(connection: sqlite3.Connection, meeting_id: int, kind: str) -> str:
    """The path of the document of that kind last written for the meeting; empty without one."""
    row = connection.execute(
        "SELECT path FROM issued_documents WHERE meeting_id = ? AND kind = ?"
        " ORDER BY written_at DESC, id DESC LIMIT 1",
        [meeting_id, kind],
    ).fetchone()
    return str(row[0]) if row else ""


def record_issued(change: Change, **values: Any) -> None:
    """Remember a written document: path, kind, meeting_id, item_id, sha256."""
    row = change.connection.execute(
        "SELECT id FROM issued_documents WHERE path = ?", [values["path"]]
    ).fetchone()
    written = {**values, "written_at": change.now.isoformat(timespec="seconds")}
    if row:
        change.update("issued_documents", row["id"], written)
    else:
        change.insert("issued_documents", written)
