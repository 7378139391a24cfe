"""What one verb has done to one row, or in bulk to many."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any, Protocol

Row = dict[str, Any]


@dataclass(frozen=True)
class RowChange:
    """One row's change. ``before`` is None for an insert, ``after`` None for a delete.

    For an update both hold the changed columns only; ``whole`` is the full row either way.
    """

    table: str
    id: int
    before: Row | None
    after: Row | None
    whole: Row


class Recording(Protocol):
    """What writing in bulk needs of a change: where to write, and what tells of it afterwards."""

    connection: sqlite3.Connection
    rows: list[RowChange]
