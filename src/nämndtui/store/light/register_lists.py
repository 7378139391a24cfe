"""Pages of the registers for lists, as plain rows. Needs ``sqlite3`` alone (see ``lists.py``)."""

from __future__ import annotations

import sqlite3

from nämndtui.model.delegation.columns import DECISION_COLUMNS, MATTER_COLUMNS
from nämndtui.model.text.register_column import Columns, stored_names
from nämndtui.model.unenforced.columns import UNENFORCED_COLUMNS
from nämndtui.store.light.lists import PAGE, Page
from nämndtui.store.light.lookup_items import plain

NOT_REPORTED = (
    "EXISTS (SELECT 1 FROM delegation_orders o JOIN delegation_rules r"
    " ON r.order_id = o.id WHERE o.committee_id = b.committee_id AND r.point = b.point"
    " AND r.report = 0 AND o.valid_from <= b.decided_on"
    " AND ifnull(o.valid_to, '9999-12-31') >= b.decided_on)"
)
"""True when the order of its day says that decision ``b`` is not reported (KL 6:40)."""
_PLACE = (
    "i.meeting_id, m.date AS meeting_date, g.number AS paragraph, g.year AS paragraph_year,"
    " c.code AS committee_code"
)


def _selected(columns: Columns, table: str) -> str:
    """``b.id, b.version, b.decided_on, …``: every column of the register's table."""
    return ", ".join(f"{table}.{name}" for name in ("id", "version", *stored_names(columns)))


def _searched(columns: Columns, table: str) -> str:
    """The text of a row that is searched, in small letters."""
    names = [f"{table}.{column.name}" for column in columns if column.searched]
    joined = " || ' ' || ".join(names)
    return f"casefold({joined})"


def _joined(register: str, table: str) -> str:
    """From a register whose rows may stand on an agenda item."""
    return (
        f" FROM {register} {table} JOIN committees c ON c.id = {table}.committee_id"
        f" LEFT JOIN agenda_items i ON i.id = {table}.item_id"
        " LEFT JOIN meetings m ON m.id = i.meeting_id"
        f" LEFT JOIN paragraphs g ON g.item_id = {table}.item_id"
    )


_DECISIONS = (
    f"SELECT {_selected(DECISION_COLUMNS, 'b')}, {_PLACE},"
    f" b.state = 'registered' AND b.urgent = 0 AND {NOT_REPORTED} AS to_post"
    + _joined("delegated_decisions", "b")
)
_MATTERS = (
    f"SELECT {_selected(MATTER_COLUMNS, 'a')}, a.file_name, {_PLACE}, q.law AS report_law,"
    " q.year AS report_year, q.quarter AS report_quarter, q.revision AS report_revision"
    + _joined("reported_matters", "a")
    + " LEFT JOIN quarter_reports q ON q.id = a.quarter_report_id"
)
_CORRECTED = "(s.superseded_by IS NOT NULL)"
_SUPPORT = (
    f"SELECT {_selected(UNENFORCED_COLUMNS, 's')},"
    " EXISTS (SELECT 1 FROM quarter_reports r, json_each(r.rows) e"
    " WHERE r.committee_id = s.committee_id"
    " AND json_extract(e.value, '$.support_id') = s.id) AS reported,"
    " s.superseded_by IS NOT NULL AS corrected, c.code AS committee_code"
    " FROM support_decisions s JOIN committees c ON c.id = s.committee_id"
)


def delegated_decision_page(
    connection: sqlite3.Connection,
    committee_id: int | None,
    text: str = "",
    state: str = "",
    first: str = "",
    last: str = "",
    before: tuple[object, ...] | None = None,
    limit: int = PAGE,
) -> Page:
    """Decisions, newest first: id, version, the columns of the register (``doubts`` as JSON),
    meeting_id, meeting_date, paragraph, paragraph_year, committee_code, to_post (1 when the order
    of its day says that it is not reported, and it waits to be announced).

    ``text`` is looked for in the columns that are searched, in any letter case; ``state`` is
    English; ``first`` and ``last`` are ISO days, both included.
    """
    values: list[object] = [committee_id, text.strip().casefold(), state, first, last]
    condition = (
        "(?1 IS NULL OR b.committee_id = ?1)"
        f" AND (?2 = '' OR instr({_searched(DECISION_COLUMNS, 'b')}, ?2))"
        " AND (?3 = '' OR b.state = ?3) AND b.decided_on >= ?4 AND (?5 = '' OR b.decided_on <= ?5)"
    )
    count = connection.execute(
        f"SELECT count(*) FROM delegated_decisions b WHERE {condition}", values
    ).fetchone()[0]
    if before is not None:
        condition += " AND (b.decided_on, b.id) < (?6, ?7)"
        values += before
    rows = plain(
        connection.execute(
            f"{_DECISIONS} WHERE {condition}"
            f" ORDER BY b.decided_on DESC, b.id DESC LIMIT {limit + 1}",
            values,
        )
    )
    after = (rows[limit - 1]["decided_on"], rows[limit - 1]["id"]) if len(rows) > limit else None
    return Page(rows[:limit], count, False, after)


def unenforced_decision_page(
    connection: sqlite3.Connection,
    committee_id: int | None,
    text: str = "",
    law: str = "",
    only_open: bool = False,
    before: tuple[object, ...] | None = None,
    limit: int = PAGE,
) -> Page:
    """Rows of the register of unenforced decisions, newest first; corrected rows last of all.

    Columns: id, version, those of the register (``refused_offers`` as JSON), reported (1 when in
    a compiled report), corrected, committee_code.
    """
    values: list[object] = [committee_id, text.strip().casefold(), law, int(only_open)]
    condition = (
        "(?1 IS NULL OR s.committee_id = ?1)"
        f" AND (?2 = '' OR instr({_searched(UNENFORCED_COLUMNS, 's')}, ?2))"
        " AND (?3 = '' OR s.law = ?3) AND (?4 = 0 OR (s.executed_on IS NULL"
        " AND s.closed_on IS NULL AND s.superseded_by IS NULL))"
    )
    count = connection.execute(
        f"SELECT count(*) FROM support_decisions s WHERE {condition}", values
    ).fetchone()[0]
    if before is not None:
        condition += f" AND ({_CORRECTED} > ?5 OR {_CORRECTED} = ?5 AND (s.start, s.id) < (?6, ?7))"
        values += before
    rows = plain(
        connection.execute(
            f"{_SUPPORT} WHERE {condition}"
            f" ORDER BY s.superseded_by IS NOT NULL, s.start DESC, s.id DESC LIMIT {limit + 1}",
            values,
        )
    )
    last = rows[limit - 1] if len(rows) > limit else None
    after = (last["corrected"], last["start"], last["id"]) if last else None
    return Page(rows[:limit], count, False, after)


def reported_matter_page(
    connection: sqlite3.Connection,
    committee_id: int | None,
    text: str = "",
    state: str = "",
    before: tuple[object, ...] | None = None,
    limit: int = PAGE,
) -> Page:
    """Matters for information, the latest collected first: id, version, the columns of the
    register, file_name, meeting_id, meeting_date, paragraph, paragraph_year, committee_code, and
    report_law, report_year, report_quarter, report_revision of the quarter's report it is.

    ``text`` is looked for in the columns that are searched, in any letter case; ``state`` is
    English.
    """
    values: list[object] = [committee_id, text.strip().casefold(), state]
    condition = (
        "(?1 IS NULL OR a.committee_id = ?1)"
        f" AND (?2 = '' OR instr({_searched(MATTER_COLUMNS, 'a')}, ?2))"
        " AND (?3 = '' OR a.state = ?3)"
    )
    count = connection.execute(
        f"SELECT count(*) FROM reported_matters a WHERE {condition}", values
    ).fetchone()[0]
    if before is not None:
        condition += " AND a.id < ?4"
        values += before
    rows = plain(
        connection.execute(
            f"{_MATTERS} WHERE {condition} ORDER BY a.id DESC LIMIT {limit + 1}",
            values,
        )
    )
    after = (rows[limit - 1]["id"],) if len(rows) > limit else None
    return Page(rows[:limit], count, False, after)
