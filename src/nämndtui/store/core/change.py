"""One verb's writes: each row's before and after, gathered into one history entry."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from nämndtui.model.text.errors import NotFoundError, StaleVersionError
from nämndtui.model.text.progress import Progress, no_progress
from nämndtui.store.core import bulk
from nämndtui.store.core.files import AttachmentFolder
from nämndtui.store.core.row_change import Row, RowChange
from nämndtui.store.core.search_index import SearchIndex

if TYPE_CHECKING:
    from sqlite_utils import Database


class Change:
    """The open transaction of one verb. Write rows through it, never around it.

    ``files`` is where attachments' bytes go, before the row that refers to them.
    """

    def __init__(
        self, db: Database, verb: str, user: str, now: datetime, files: AttachmentFolder
    ) -> None:
        self._db = db
        self.files = files
        self.connection = db.conn
        self.verb = verb
        self.user = user
        self.now = now
        self.summary = ""
        self.undoes: int | None = None
        self.history_id: int | None = None
        self.rows: list[RowChange] = []

    def insert(self, table: str, values: Mapping[str, Any]) -> int:
        """Insert a row and return its id. ``values`` may hold an ``id`` (undo does)."""
        new_id = self._insert(table, dict(values))
        row = self.read(table, new_id)
        self.rows.append(RowChange(table, new_id, None, row, row))
        return new_id

    def update(
        self, table: str, row_id: int, values: Mapping[str, Any], version: int | None = None
    ) -> None:
        """Change columns of a row; unchanged values are left alone and leave no history.

        ``version`` is the version the caller read: StaleVersionError when it has been saved
        since. Raises NotFoundError when the row is gone.
        """
        current = self.read(table, row_id)
        changed = {name: value for name, value in values.items() if current[name] != value}
        if not changed:
            return
        _check_version(current, version)
        before = {name: current[name] for name in changed}
        written = dict(changed)
        if "version" in current:
            written["version"] = current["version"] + 1
        self._db.table(table).update(row_id, written)
        self.rows.append(RowChange(table, row_id, before, changed, current))

    def delete(self, table: str, row_id: int, version: int | None = None) -> None:
        """Delete a row. Its dependants must be deleted first, each through this method.

        ``version`` as in ``update``: StaleVersionError when the row has been saved since.
        """
        before = self.read(table, row_id)
        _check_version(before, version)
        self._db.table(table).delete(row_id)
        self.rows.append(RowChange(table, row_id, before, None, before))

    def insert_many(
        self,
        table: str,
        columns: Sequence[str],
        rows: Sequence[Sequence[Any]],
        progress: Progress = no_progress,
    ) -> range:
        """Insert many rows with one small history entry; returns their ids (see ``bulk``)."""
        return bulk.insert_many(self, table, columns, rows, progress)

    def update_many(self, table: str, ids: Iterable[int], values: Mapping[str, Any]) -> int:
        """Give many rows the same values with one small history entry; how many changed."""
        return bulk.update_many(self, table, ids, values)

    def read(self, table: str, row_id: int) -> Row:
        """The whole row as it stands. Raises NotFoundError when it is gone."""
        row = self.connection.execute(f'SELECT * FROM "{table}" WHERE id = ?', [row_id]).fetchone()
        if row is None:
            raise NotFoundError("Uppgiften finns inte längre; någon kan ha tagit bort den.")
        return dict(row)

    def finish(self) -> None:
        """Refresh the search index and write the history entry; nothing changed leaves none."""
        if not self.rows:
            return
        SearchIndex(self.connection).refresh(self.rows)
        entry = {
            "at": self.now.isoformat(timespec="seconds"),
            "user": self.user,
            "verb": self.verb,
            "summary": self.summary or self.verb,
            "changes": json.dumps(
                [[row.table, row.id, row.before, row.after] for row in self.rows],
                ensure_ascii=False,
            ),
            "undoes": self.undoes,
        }
        previous = self.connection.execute(
            "SELECT hash FROM history ORDER BY id DESC LIMIT 1"
        ).fetchone()
        entry["previous_hash"] = previous[0] if previous else ""
        entry["hash"] = chain_hash(entry)
        self.history_id = self._insert("history", entry)

    def _insert(self, table: str, values: Row) -> int:
        key: Any = self._db.table(table).insert(values, pk="id").last_pk
        return int(key)


def _check_version(current: Row, version: int | None) -> None:
    if version is not None and current["version"] != version:
        raise StaleVersionError(
            "Någon annan har sparat samma uppgift sedan du öppnade den.", current
        )


def chain_hash(entry: Mapping[str, Any]) -> str:
    """SHA-256 (hex) of an entry's content and the hash before it."""
    parts = [entry[name] for name in ("previous_hash", "at", "user", "verb", "summary", "changes")]
    parts.append(entry["undoes"])
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()
