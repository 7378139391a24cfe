"""What the imports of the registers have in common: a request, and one kind's way with rows."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from nämndtui.exchange.tables.column_matching import ImportField
from nämndtui.exchange.tables.records import RowRecord
from nämndtui.exchange.tables.values import RowCells, RowProblem
from nämndtui.model.delegation.order import DelegationOrder
from nämndtui.model.text.progress import Progress
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import json_text


@dataclass(frozen=True)
class ImportRequest:
    """What to import from where: ``kind`` is one of ``table_imports.KINDS``.

    ``columns`` is field → the file's header (``""`` for none) where the user has chosen; a saved
    choice for the same headers comes next, names last. ``law`` (sol, lss) is for files whose
    rows do not say. ``order`` names the version (name, valid_from, adopted) rules go into.
    """

    kind: str
    path: Path
    committee_id: int
    columns: Mapping[str, str] | None = None
    law: str = ""
    order: DelegationOrder | None = None


@dataclass(frozen=True)
class Prepared:
    """Rows held against the register: to be stored, already ``known``, and what is doubtful.

    ``problems`` are faults that only show beside other rows. Both name the field; the reader of
    the file knows what its column is called there. ``keys`` go with ``rows``.
    """

    rows: tuple[RowRecord[Any], ...] = ()
    keys: tuple[str, ...] = ()
    known: int = 0
    doubts: tuple[RowProblem, ...] = ()
    problems: tuple[RowProblem, ...] = ()


class ImportKind(Protocol):
    """How one register reads, weighs and stores the rows of a table."""

    fields: tuple[ImportField, ...]
    noun: tuple[str, str]

    def read(self, cells: RowCells) -> Any:
        """The row's record; None with the faults noted on the row."""
        ...

    def prepare(
        self,
        connection: sqlite3.Connection,
        records: Sequence[RowRecord[Any]],
        progress: Progress,
    ) -> Prepared:
        """Hold the records against the register. Changes nothing."""
        ...

    def store(self, change: Change, prepared: Prepared, progress: Progress) -> int:
        """Store what is still new; returns how many."""
        ...


def content_key(*values: Any) -> str:
    """A checksum of what a row says, the same in every file that says it."""
    return hashlib.sha256(json_text(list(values)).encode()).hexdigest()


class Occurrences:
    """Numbers rows that say the same: the first, second … of a file have keys of their own."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def numbered(self, key: str) -> str:
        """The key with the number of times it has been met."""
        self._seen[key] += 1
        return f"{key}-{self._seen[key]}"
