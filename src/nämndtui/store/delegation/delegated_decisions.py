"""Delegated decisions at rest."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from nämndtui.model.delegation.columns import DECISION_COLUMNS
from nämndtui.model.delegation.delegated_decision import (
    Content,
    DelegatedDecision,
    decision_content,
)
from nämndtui.model.text.errors import NotFoundError
from nämndtui.model.text.register_column import stored_names
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns, day, marks, register_reader
from nämndtui.store.light.register_lists import NOT_REPORTED

OWN_FIELDS = ("committee_id", *stored_names(DECISION_COLUMNS))
"""The dataclass's fields that are columns of the same name."""
_values = register_reader(DECISION_COLUMNS)
_HELD = "state NOT IN ('planned', 'preparing', 'summoned', 'cancelled')"


def decision(connection: sqlite3.Connection, decision_id: int) -> DelegatedDecision:
    """One decision. Raises NotFoundError."""
    found = _decisions(connection, "id = ?", [decision_id])
    if not found:
        raise NotFoundError("Delegationsbeslutet finns inte längre; någon kan ha tagit bort det.")
    return found[0]


def decisions_of_item(connection: sqlite3.Connection, item_id: int) -> list[DelegatedDecision]:
    """What an agenda item lists, oldest first."""
    return _decisions(connection, "item_id = ? ORDER BY decided_on, id", [item_id])


def unreported(
    connection: sqlite3.Connection,
    committee_id: int,
    first: date | None = None,
    last: date | None = None,
) -> list[DelegatedDecision]:
    """The queue: registered decisions made in the period, both days included, oldest first."""
    return _decisions(
        connection,
        "committee_id = ? AND state = 'registered' AND decided_on BETWEEN ? AND ?"
        " ORDER BY decided_on, id",
        [
            committee_id,
            first.isoformat() if first else "",
            last.isoformat() if last else "9999-12-31",
        ],
    )


def decisions_between(
    connection: sqlite3.Connection, committee_id: int, first: date, last: date
) -> list[DelegatedDecision]:
    """Every decision made in the period, whatever its state, oldest first."""
    return _decisions(
        connection,
        "committee_id = ? AND decided_on BETWEEN ? AND ? ORDER BY decided_on, id",
        [committee_id, first.isoformat(), last.isoformat()],
    )


def urgent_unreported(connection: sqlite3.Connection, committee_id: int) -> list[DelegatedDecision]:
    """Urgent chair decisions (KL 6:39) on no agenda yet, oldest first."""
    return _decisions(
        connection,
        "committee_id = ? AND urgent = 1 AND state = 'registered' ORDER BY decided_on, id",
        [committee_id],
    )


def urgent_missing_from(
    connection: sqlite3.Connection, committee_id: int, meeting_id: int, on: date
) -> list[DelegatedDecision]:
    """Urgent decisions made by ``on``, not reported and not on that meeting's agenda."""
    return _decisions(
        connection,
        "committee_id = ? AND urgent = 1 AND state IN ('registered', 'listed')"
        " AND decided_on <= ? AND NOT EXISTS (SELECT 1 FROM agenda_items i"
        " WHERE i.id = b.item_id AND i.meeting_id = ?) ORDER BY decided_on, id",
        [committee_id, on.isoformat(), meeting_id],
    )


def count_between(
    connection: sqlite3.Connection, committee_id: int, first: date, last: date | None
) -> int:
    """How many decisions were made in a period; ``last`` None is without end."""
    row = connection.execute(
        "SELECT count(*) FROM delegated_decisions WHERE committee_id = ?"
        " AND decided_on BETWEEN ? AND ?",
        [committee_id, first.isoformat(), last.isoformat() if last else "9999-12-31"],
    ).fetchone()
    return int(row[0])


def unreported_counts(
    connection: sqlite3.Connection, committee_id: int, doubts: Sequence[str]
) -> tuple[int, int]:
    """How many ordinary decisions are ready to be listed, and how many one of ``doubts`` holds.

    Those under points that are not reported are left out; urgent ones count when they are held.
    """
    held = (
        "accepted = 0 AND EXISTS (SELECT 1 FROM json_each(b.doubts) e"
        f" WHERE e.value IN ({marks(doubts)}))"
    )
    row = connection.execute(
        f"SELECT ifnull(sum(urgent = 0 AND NOT ({held})), 0), ifnull(sum({held}), 0)"
        " FROM delegated_decisions b WHERE committee_id = ? AND state = 'registered'"
        f" AND (urgent = 1 OR NOT {NOT_REPORTED})",
        [*doubts, *doubts, committee_id],
    ).fetchone()
    return int(row[0]), int(row[1])


def to_be_posted(connection: sqlite3.Connection, committee_id: int) -> list[DelegatedDecision]:
    """Decisions not reported and not yet announced on the notice board (KL 8:10), oldest first."""
    return _decisions(
        connection,
        "committee_id = ? AND (state = 'exempt' OR (state = 'registered' AND urgent = 0"
        f" AND {NOT_REPORTED})) ORDER BY decided_on, id",
        [committee_id],
    )


def duplicates(connection: sqlite3.Connection, one: DelegatedDecision) -> list[DelegatedDecision]:
    """Other decisions with the same dnr, point and date (F 28)."""
    return _decisions(
        connection,
        "committee_id = ? AND decided_on = ? AND point = ? AND casefold(dnr) = ? AND id <> ?",
        [one.committee_id, one.decided_on.isoformat(), one.point, one.dnr.casefold(), one.id],
    )


def known_keys(connection: sqlite3.Connection, committee_id: int) -> set[tuple[str, str, date]]:
    """(dnr casefolded, point, date) of every decision, for checking many at once."""
    rows = connection.execute(
        "SELECT DISTINCT casefold(dnr), point, decided_on FROM delegated_decisions"
        " WHERE committee_id = ?",
        [committee_id],
    )
    return {(row[0], row[1], date.fromisoformat(row[2])) for row in rows}


def content_counts(connection: sqlite3.Connection, committee_id: int) -> Counter[Content]:
    """How many decisions say the same, for telling what a file brings that is there already."""
    rows = connection.execute(
        "SELECT decided_on, point, role, decider, dnr, description FROM delegated_decisions"
        " WHERE committee_id = ?",
        [committee_id],
    )
    return Counter(decision_content(*row) for row in rows)


def held_operations(
    connection: sqlite3.Connection, committee_id: int
) -> dict[Content | str, set[str]]:
    """The parts of the organisation the register's rows name, casefolded; empty when none.

    By what a row says and by its import key, for one that has been changed since its import.
    """
    rows = connection.execute(
        "SELECT operation, import_key, decided_on, point, role, decider, dnr, description"
        " FROM delegated_decisions WHERE committee_id = ?",
        [committee_id],
    )
    found: dict[Content | str, set[str]] = {}
    for operation, key, *said in rows:
        for known_by in (decision_content(*said), key or ""):
            found.setdefault(known_by, set()).add(operation.casefold())
    return found


def import_keys(connection: sqlite3.Connection, table: str, committee_id: int) -> set[str]:
    """The keys of imported rows in ``delegated_decisions`` or ``support_decisions``."""
    rows = connection.execute(
        f'SELECT import_key FROM "{table}" WHERE committee_id = ? AND import_key IS NOT NULL',
        [committee_id],
    )
    return {row[0] for row in rows}


def latest_decider(connection: sqlite3.Connection, committee_id: int, role: str) -> str:
    """Who decided last in that role; empty when nobody has."""
    row = connection.execute(
        "SELECT decider FROM delegated_decisions WHERE committee_id = ? AND casefold(role) = ?"
        " ORDER BY decided_on DESC, id DESC LIMIT 1",
        [committee_id, role.casefold()],
    ).fetchone()
    return str(row[0]) if row else ""


def recent_case_numbers(
    connection: sqlite3.Connection, committee_id: int, limit: int = 200
) -> list[tuple[str, str]]:
    """(dnr, title) of the newest open cases, for completing a line."""
    rows = connection.execute(
        "SELECT dnr, title FROM cases WHERE committee_id = ? AND state <> 'closed'"
        " ORDER BY year DESC, serial DESC LIMIT ?",
        [committee_id, limit],
    )
    return [(row[0], row[1]) for row in rows]


def meeting_held_between(
    connection: sqlite3.Connection, committee_id: int, after: date, before: date
) -> date | None:
    """The first meeting held after one day and before another, if any."""
    row = connection.execute(
        "SELECT min(date) FROM meetings WHERE committee_id = ? AND date > ? AND date < ?"
        f" AND {_HELD}",
        [committee_id, after.isoformat(), before.isoformat()],
    ).fetchone()
    return day(row[0])


def held_days(connection: sqlite3.Connection, committee_id: int, before: date) -> tuple[date, ...]:
    """The days of the meetings held before a day, in order."""
    rows = connection.execute(
        f"SELECT DISTINCT date FROM meetings WHERE committee_id = ? AND date < ? AND {_HELD}"
        " ORDER BY date",
        [committee_id, before.isoformat()],
    )
    return tuple(date.fromisoformat(row[0]) for row in rows)


def insert_decision(change: Change, new: DelegatedDecision) -> int:
    """Store a decision; returns its id."""
    return change.insert("delegated_decisions", decision_columns(new))


def decision_columns(new: DelegatedDecision) -> dict[str, Any]:
    """A decision's fields as columns."""
    return columns({name: getattr(new, name) for name in OWN_FIELDS})


def _decisions(
    connection: sqlite3.Connection, where: str, values: Sequence[object]
) -> list[DelegatedDecision]:
    rows = connection.execute(f"SELECT * FROM delegated_decisions b WHERE {where}", values)
    return [_decision(row) for row in rows]


def _decision(row: sqlite3.Row) -> DelegatedDecision:
    return DelegatedDecision(
        id=row["id"],
        committee_id=row["committee_id"],
        version=row["version"],
        **_values(row),
    )
