"""The registers' rows in ``lista``: columns for people, keys for JSON and CSV.

Which they are stands in the registers' descriptions; here is how a value is read and shown. The
keys are the headers that ``importera`` knows. The fast look-ups load this module.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from nämndtui.model.delegation.columns import DECISION_COLUMNS, MATTER_COLUMNS
from nämndtui.model.text.register_column import (
    Columns,
    Listed,
    RegisterColumn,
    listed_columns,
)
from nämndtui.model.text.vocabulary import swedish
from nämndtui.model.unenforced.columns import UNENFORCED_COLUMNS
from nämndtui.model.unenforced.states import unenforced_state_of
from nämndtui.store.light.lookup_items import Found

Row = dict[str, object]


def _unenforced_state(row: Found) -> str:
    return swedish(
        "unenforced_state",
        unenforced_state_of(
            date.fromisoformat(row["start"]),
            _day(row["executed_on"]),
            _day(row["closed_on"]),
            date.today(),
            notified=bool(row["final_notice_on"]),
            superseded=row["superseded_by"] is not None,
            reported=bool(row["reported"]),
        ),
    )


def _reported_at(row: Found) -> str:
    """The § a row was reported at: here, or as noted from before the program."""
    if row["state"] == "reported" and row["paragraph"]:
        return f"§ {row['paragraph']}/{row['paragraph_year']}"
    before: str = row.get("reported_at", "")
    return before


def _reported_or_meeting(row: Found) -> str:
    """The § it was reported at, else the day of the meeting that is to be told."""
    return _reported_at(row) or row["meeting_date"] or ""


def _decision_state(row: Found) -> str:
    """The state in words; one its point exempts from reporting is to be announced instead."""
    if row["to_post"]:
        return swedish("delegated_instead", "to_post")
    return swedish("delegated_state", row["state"])


def _hurry_or_state(row: Found) -> str:
    """An urgent decision that waits is called urgent."""
    if row["urgent"] and row["state"] == "registered":
        return "brådskande"
    return _decision_state(row)


def _open_doubts(row: Found) -> str:
    """What somebody has to look at before the decision is reported."""
    if row["accepted"] or row["state"] == "reported":
        return ""
    return ", ".join(swedish("decision_doubt", code) for code in _listed(row["doubts"]))


def _quarter_report(row: Found) -> str | None:
    """``LSS 2026K3``, ``LSS 2026K3 utgåva 2``: what a package calls the report."""
    if row["quarter_report_id"] is None:
        return None
    name = f"{swedish('law', row['report_law'])} {row['report_year']}K{row['report_quarter']}"
    revision = row["report_revision"]
    return name if revision == 1 else f"{name} utgåva {revision}"


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _listed(text: str) -> list[str]:
    """A JSON column; most rows have an empty list, which needs no parser."""
    if text == "[]":
        return []
    from json import loads

    found: list[str] = loads(text)
    return found


_READERS: dict[str, Callable[[Found], object]] = {
    "committee": lambda row: row["committee_code"],
    "meeting": lambda row: row["meeting_date"],
    "reported_at": lambda row: _reported_at(row) or None,
    "decision_state": _decision_state,
    "quarter_report": _quarter_report,
    "file_name": lambda row: row["file_name"] or None,
    "unenforced_state": _unenforced_state,
}
"""What computes a value in ``--json`` and ``--csv``, by the name the description gives it."""
_CELLS: dict[str, Callable[[Found], str]] = {
    "reported_or_meeting": _reported_or_meeting,
    "hurry_or_state": _hurry_or_state,
    "open_doubts": _open_doubts,
}
"""What makes a cell of the table that is not the value alone."""


def _reader(column: RegisterColumn) -> Callable[[Found], object] | None:
    """What reads a column's value out of a row; None where it stands there as it is."""
    name, domain = column.name, column.domain
    if column.reader:
        return _READERS[column.reader]
    if column.kind in ("word", "state"):
        return lambda row: swedish(domain, row[name])
    if column.kind == "words":
        return lambda row: [swedish(domain, code) for code in _listed(row[name])]
    if column.kind == "days":
        return lambda row: _listed(row[name])
    if column.kind == "flag":
        return lambda row: bool(row[name])
    return None


def _cell(column: RegisterColumn, listed: Listed) -> Callable[[Found], str]:
    name, read = column.name, _reader(column)
    if listed.cell:
        return _CELLS[listed.cell]
    if read:
        return lambda row: str(read(row))
    return lambda row: row[name] or ""


_REGISTERS: dict[str, Columns] = {
    "delegationsbeslut": DECISION_COLUMNS,
    "ej-verkställda": UNENFORCED_COLUMNS,
    "anmälningsärenden": MATTER_COLUMNS,
}


def register_headings(kind: str) -> tuple[str, ...]:
    """The headings of a register's table, from the left."""
    return tuple([listed.heading for _, listed in listed_columns(_REGISTERS[kind])])


def register_csv_keys(kind: str) -> tuple[str, ...]:
    """The keys of a register's rows, in order."""
    return tuple([column.key for column in _REGISTERS[kind] if column.rows])


def register_json(kind: str) -> Callable[[Found], Row]:
    """What makes one row of a register with its Swedish keys."""
    columns = _REGISTERS[kind]
    readers = [(one.key, one.name, _reader(one)) for one in columns if one.rows]

    def row_json(row: Found) -> Row:
        return {key: read(row) if read else row[name] for key, name, read in readers}

    return row_json


def register_cells(kind: str) -> Callable[[Found], tuple[str, ...]]:
    """What makes one row of a register's table."""
    cells = [_cell(one, listed) for one, listed in listed_columns(_REGISTERS[kind])]
    return lambda row: tuple([cell(row) for cell in cells])
