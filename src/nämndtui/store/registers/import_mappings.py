"""Saved matchings of a file's headers to fields, one for each set of headers."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence

from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import json_text


def saved_mapping(
    connection: sqlite3.Connection, committee_id: int, kind: str, headers: Sequence[str]
) -> dict[str, str]:
    """Field → header as last chosen for a file with these headers; empty when never."""
    row = connection.execute(
        "SELECT columns FROM import_mappings WHERE committee_id = ? AND kind = ? AND headers = ?",
        [committee_id, kind, json_text(list(headers))],
    ).fetchone()
    return dict(json.loads(row[0])) if row else {}


def save_mapping(
    change: Change,
    committee_id: int,
    kind: str,
    headers: Sequence[str],
    columns: Mapping[str, str],
) -> None:
    """Remember field → header for files with these headers."""
    key = json_text(list(headers))
    row = change.connection.execute(
        "SELECT id FROM import_mappings WHERE committee_id = ? AND kind = ? AND headers = ?",
        [committee_id, kind, key],
    ).fetchone()
    values = {"columns": json_text(dict(columns))}
    if row:
        change.update("import_mappings", row["id"], values)
    else:
        change.insert(
            "import_mappings",
            {"committee_id": committee_id, "kind": kind, "headers": key, **values},
        )
