"""Compiled quarter reports at rest: snapshots that never change."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from nämndtui.model.calendar.quarter import Quarter
from nämndtui.model.text.errors import NotFoundError
from nämndtui.model.unenforced.quarter_report import QuarterReport, ReportRow
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import column, columns, day


def quarter_report(connection: sqlite3.Connection, report_id: int) -> QuarterReport:
    """One compiled report. Raises NotFoundError."""
    found = _reports(connection, "id = ?", [report_id])
    if not found:
        raise NotFoundError("Kvartalsrapporten finns inte i databasen.")
    return found[0]


def latest_report(
    connection: sqlite3.Connection, committee_id: int, law: str, quarter: Quarter
) -> QuarterReport | None:
    """The report in force for a law and quarter: its latest compilation."""
    found = _reports(
        connection,
        "committee_id = ? AND law = ? AND year = ? AND quarter = ? ORDER BY revision DESC LIMIT 1",
        [committee_id, law, quarter.year, quarter.number],
    )
    return found[0] if found else None


def reports_of(
    connection: sqlite3.Connection, committee_id: int, law: str = ""
) -> tuple[QuarterReport, ...]:
    """The reports in force, newest quarter first; superseded compilations are left out."""
    return _reports(
        connection,
        "committee_id = ? AND (? = '' OR law = ?) AND revision = (SELECT max(o.revision)"
        " FROM quarter_reports o WHERE o.committee_id = quarter_reports.committee_id"
        " AND o.law = quarter_reports.law AND o.year = quarter_reports.year"
        " AND o.quarter = quarter_reports.quarter)"
        " ORDER BY year DESC, quarter DESC, law",
        [committee_id, law, law],
    )


def every_report(connection: sqlite3.Connection, committee_id: int) -> tuple[QuarterReport, ...]:
    """Every compilation, superseded ones too, oldest first.

    ``item_id`` is only set for a report with an agenda item of its own.
    """
    rows = connection.execute(
        "SELECT *, item_id AS listed_on FROM quarter_reports WHERE committee_id = ?"
        " ORDER BY year, quarter, law, revision",
        [committee_id],
    )
    return tuple(map(_report, rows))


def told_of_row(connection: sqlite3.Connection, row_id: int) -> tuple[ReportRow, ...]:
    """What every compiled report, superseded compilations too, has said of one row."""
    rows = connection.execute(
        "SELECT e.value FROM quarter_reports r, json_each(r.rows) e"
        " WHERE json_extract(e.value, '$.support_id') = ? ORDER BY r.id",
        [row_id],
    )
    return tuple(_report_row(json.loads(row[0])) for row in rows)


def reports_on_item(connection: sqlite3.Connection, item_id: int) -> list[int]:
    """Reports that an agenda item of their own was made for."""
    rows = connection.execute("SELECT id FROM quarter_reports WHERE item_id = ?", [item_id])
    return [int(row[0]) for row in rows]


def matter_of_report(connection: sqlite3.Connection, report_id: int) -> int | None:
    """The reported matter a report was collected as, if it has been."""
    row = connection.execute(
        "SELECT max(id) FROM reported_matters WHERE quarter_report_id = ?", [report_id]
    ).fetchone()
    return None if row[0] is None else int(row[0])


def insert_report(change: Change, new: QuarterReport) -> int:
    """Store a compiled report; returns its id."""
    return change.insert(
        "quarter_reports",
        columns(
            {
                "committee_id": new.committee_id,
                "law": new.law,
                "year": new.quarter.year,
                "quarter": new.quarter.number,
                "revision": new.revision,
                "compiled_on": new.compiled_on,
                "elapsed_rule": new.elapsed_rule,
                "rows": [_stored(row) for row in new.rows],
            }
        ),
    )


def _stored(row: ReportRow) -> dict[str, Any]:
    values = {name: value for name, value in asdict(row).items() if value not in (None, "", ())}
    return {
        name: [column(part) for part in value] if isinstance(value, tuple) else column(value)
        for name, value in values.items()
    }


def _reports(
    connection: sqlite3.Connection, where: str, values: Sequence[object]
) -> tuple[QuarterReport, ...]:
    rows = connection.execute(
        "SELECT *, ifnull(item_id, (SELECT m.item_id FROM reported_matters m"
        " WHERE m.quarter_report_id = quarter_reports.id)) AS listed_on"
        f" FROM quarter_reports WHERE {where}",
        values,
    )
    return tuple(_report(row) for row in rows)


def _report(row: sqlite3.Row) -> QuarterReport:
    return QuarterReport(
        id=row["id"],
        committee_id=row["committee_id"],
        law=row["law"],
        quarter=Quarter(row["year"], row["quarter"]),
        compiled_on=date.fromisoformat(row["compiled_on"]),
        elapsed_rule=row["elapsed_rule"],
        rows=tuple(_report_row(part) for part in json.loads(row["rows"])),
        revision=row["revision"],
        sent_ivo_on=day(row["sent_ivo_on"]),
        sent_auditors_on=day(row["sent_auditors_on"]),
        sent_council_on=day(row["sent_council_on"]),
        item_id=row["listed_on"],
        version=row["version"],
    )


def _report_row(stored: dict[str, Any]) -> ReportRow:
    values: dict[str, Any] = {**stored, "refused_offers": _days(stored.get("refused_offers", ()))}
    for name in ("start", "executed_on", "closed_on", "stated_on"):
        if name in stored:
            values[name] = date.fromisoformat(stored[name])
    return ReportRow(**values)


def _days(values: Iterable[str]) -> tuple[date, ...]:
    return tuple(date.fromisoformat(value) for value in values)
