"""Questions that find what must not be so in the registers. Each gives one row per fault."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import date

from nämndtui.model.delegation.order import DelegationOrder
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.model.unenforced.quarter_memo import report_title
from nämndtui.model.unenforced.unenforced_decision import checked_unenforced
from nämndtui.store.delegation.orders import orders_of
from nämndtui.store.people.committees import committee as load_committee
from nämndtui.store.unenforced.quarter_reports import every_report
from nämndtui.store.unenforced.unenforced_decisions import unenforced_decisions_of

_WITHOUT_AUTHORITY = {
    "no_order": "ingen delegationsordning gällde den dagen",
    "unknown_point": "punkten fanns inte i delegationsordningen den dagen",
    "role_not_allowed": "{role} fick inte besluta enligt punkten den dagen",
}


def register_faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Everything wrong in the registers (D2.19–22)."""
    yield from _authority_faults(connection)
    yield from _reporting_faults(connection)
    for (committee_id,) in connection.execute("SELECT id FROM committees").fetchall():
        yield from _unenforced_faults(connection, committee_id)
        yield from _report_faults(connection, committee_id)


def _authority_faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Decisions nobody was entitled to make, which nobody has been told (D2.19).

    A doubt kept with the decision has been told, and one accepted is settled. Urgent decisions
    rest on the law itself (KL 6:39), beside the order's points.
    """
    orders = {
        order.id: order
        for (committee_id,) in connection.execute("SELECT id FROM committees").fetchall()
        for order in orders_of(connection, committee_id)
    }
    for row in connection.execute(
        "SELECT b.dnr, b.point, b.decided_on, b.role, b.doubts, o.id AS order_id"
        " FROM delegated_decisions b LEFT JOIN delegation_orders o"
        " ON o.committee_id = b.committee_id AND o.valid_from <= b.decided_on"
        " AND ifnull(o.valid_to, '9999-12-31') >= b.decided_on"
        " WHERE b.urgent = 0 AND b.accepted = 0 ORDER BY b.decided_on, b.id"
    ):
        code = _lack_of_authority(orders.get(row["order_id"]), row["point"], row["role"])
        if code and code not in json.loads(row["doubts"]):
            yield f"{_name(row)}: {_WITHOUT_AUTHORITY[code].format(role=row['role'])}."


def _lack_of_authority(order: DelegationOrder | None, point: str, role: str) -> str:
    if order is None:
        return "no_order"
    rule = order.rule(point)
    if rule is None:
        return "unknown_point"
    return "" if rule.allows(role) else "role_not_allowed"


def _unenforced_faults(connection: sqlite3.Connection, committee_id: int) -> Iterator[str]:
    """Rows whose dates, measure or key cannot be so (D2.22); a bad key is not repeated."""
    patterns = load_committee(connection, committee_id).settings.support_key_patterns
    for row in unenforced_decisions_of(connection, committee_id):
        try:
            checked_unenforced(row, date.max, patterns)
        except InvalidInputError as error:
            shown = "" if error.field == "local_key" else f" {row.local_key}"
            text = "Nyckeln är inte bara en nyckel." if error.field == "local_key" else str(error)
            yield f"Ej verkställt beslut{shown} från {row.start.isoformat()}: {text}"


def _report_faults(connection: sqlite3.Connection, committee_id: int) -> Iterator[str]:
    """Compiled reports that do not hang together with the register (D2.21)."""
    laws = {row.id: row.law for row in unenforced_decisions_of(connection, committee_id)}
    for report in every_report(connection, committee_id):
        if report.compiled_on <= report.quarter.end:
            yield f"{report_title(report)} är sammanställd innan kvartalet var slut."
        if any(laws.get(row.support_id) != report.law for row in report.rows):
            yield f"{report_title(report)} har rader som inte finns i registret."
        if any(row.months < 0 for row in report.rows):
            yield f"{report_title(report)} har ett negativt antal månader."


def _reporting_faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Decisions lost between agenda and minutes, and urgent ones not told in time (D2.20)."""
    for row in connection.execute(
        "SELECT b.dnr, b.point, b.decided_on FROM delegated_decisions b"
        " JOIN agenda_items i ON i.id = b.item_id"
        " WHERE b.state = 'listed' AND (i.meeting_id IS NULL OR i.state = 'withdrawn')"
    ):
        yield f"{_name(row)} står på en punkt som inte ligger på någon dagordning."
    for row in connection.execute(
        "SELECT b.dnr, b.point, b.decided_on FROM delegated_decisions b"
        " JOIN paragraphs g ON g.item_id = b.item_id JOIN minutes_parts d ON d.id = g.part_id"
        " WHERE b.state = 'listed' AND d.adjusted_on IS NOT NULL"
    ):
        yield f"{_name(row)} står i ett justerat protokoll men räknas inte som anmält."
    for row in connection.execute(
        "SELECT b.dnr, b.point, b.decided_on, m.date FROM delegated_decisions b"
        " JOIN meetings m ON m.committee_id = b.committee_id AND m.date >= b.decided_on"
        " AND m.state IN ('closed', 'minutes_drafted', 'partly_adjusted', 'adjusted', 'posted',"
        " 'final', 'archived')"
        " WHERE b.urgent = 1 AND b.state = 'registered' GROUP BY b.id HAVING m.date = min(m.date)"
    ):
        yield f"{_name(row)} är brådskande men anmäldes inte {row['date']} (KL 6:39)."
    for row in connection.execute(
        "SELECT b.dnr, b.point, b.decided_on, m.date FROM delegated_decisions b"
        " JOIN agenda_items i ON i.id = b.item_id JOIN meetings m ON m.id = i.meeting_id"
        " WHERE b.urgent = 1 AND EXISTS (SELECT 1 FROM meetings n"
        " WHERE n.committee_id = b.committee_id AND n.date >= b.decided_on AND n.date < m.date"
        " AND n.state NOT IN ('planned', 'preparing', 'cancelled'))"
    ):
        yield f"{_name(row)} är brådskande men anmäls först {row['date']} (KL 6:39)."


def _name(row: sqlite3.Row) -> str:
    return f"Delegationsbeslut {row['point']} {row['dnr']} {row['decided_on']}"
