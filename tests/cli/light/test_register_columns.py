"""What a register's description says of a column is true: it stands where it is said to stand."""

from __future__ import annotations

import csv
import io
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from nämndtui.cli.light.listed_registers import register_headings
from nämndtui.model.agenda.agenda_item import StoredFile
from nämndtui.model.delegation.columns import DECISION_COLUMNS, MATTER_COLUMNS
from nämndtui.model.delegation.delegated_decision import DelegatedDecision
from nämndtui.model.delegation.reported_matter import ReportedMatter
from nämndtui.model.text.register_column import Columns, RegisterColumn, listed_columns
from nämndtui.model.text.vocabulary import VALUES, swedish
from nämndtui.model.unenforced.columns import UNENFORCED_COLUMNS
from nämndtui.model.unenforced.unenforced_decision import UnenforcedDecision
from nämndtui.store.core.change import Change
from nämndtui.store.core.connection import open_reader
from nämndtui.store.database import Store
from nämndtui.store.delegation.delegated_decisions import decisions_between, insert_decision
from nämndtui.store.delegation.reported_matters import all_matters, insert_matter
from nämndtui.store.unenforced.unenforced_decisions import (
    insert_unenforced_decision,
    unenforced_decisions_of,
)
from tests.conftest import NOW

# Fixtures come from conftest.py, which importlib mode keeps out of reach for annotations.
Run = Callable[..., Any]
Records = dict[str, list[Any]]

COLUMNS: dict[str, Columns] = {
    "delegationsbeslut": DECISION_COLUMNS,
    "ej-verkställda": UNENFORCED_COLUMNS,
    "anmälningsärenden": MATTER_COLUMNS,
}
PACKAGE_KEYS = {"ej-verkställda": "ej_verkställda"}
IMPORTED = ("delegationsbeslut", "ej-verkställda")
_DAY = date(2026, 3, 2)


def sample(column: RegisterColumn, columns: Columns) -> Any:
    """A value of the column's kind that is no other column's."""
    place = columns.index(column)
    of_kind: dict[str, Any] = {
        "line": f"märkt {column.name}",
        "text": f"märkt {column.name}",
        "point": "B 36",
        "day": _DAY + timedelta(days=place),
        "days": (_DAY + timedelta(days=place), _DAY + timedelta(days=place + 1)),
        "flag": not column.default,
        "whole": 20 + place,
        "code": column.options[-1] if column.options else "",
        "reference": None,
    }
    if column.kind in of_kind:
        return of_kind[column.kind]
    last = list(VALUES[column.domain])[-1]
    return (last,) if column.kind == "words" else last


def record(kind: Any, columns: Columns, **own: Any) -> Any:
    """A row that says something of its own in every column."""
    said = {one.name: sample(one, columns) for one in columns if one.stored}
    return kind(id=0, committee_id=1, **said | own)


def made(change: Change) -> Records:
    """Rows that together say something in every column a row can say something in."""
    urgent = {"urgent": True, "state": "reported", "posted_on": None, "reported_at": "§ 4/2026"}
    posted = {"urgent": False, "state": "posted", "reported_at": "", "urgent_reason": ""}
    posted |= {"accepted": False}
    interrupted = {
        "measure": "Boendestöd",
        "decided_on": date(2026, 1, 7),
        "law": "sol",
        "closed_on": None,
        "closed_reason": "",
        "correction_reason": "",
        "final_notice_on": date(2026, 4, 1),
    }
    replaced = interrupted | {
        "executed_on": None,
        "closed_on": date(2026, 3, 25),
        "closed_reason": "moved",
        "local_key": "B2",
        "correction_reason": "märkt rättelse",
    }
    ((coming,),) = change.connection.execute(
        "SELECT i.id FROM agenda_items i JOIN meetings m ON m.id = i.meeting_id"
        " WHERE m.date = '2026-12-08' AND i.number = 2"
    ).fetchall()
    file = change.files.add("märkt innehåll".encode())
    document = StoredFile(file, "märkt fil.txt", "text/markdown", 15)
    return {
        "delegationsbeslut": [
            record(DelegatedDecision, DECISION_COLUMNS, **said) for said in (urgent, posted)
        ],
        "ej-verkställda": [
            record(UnenforcedDecision, UNENFORCED_COLUMNS, **said)
            for said in (interrupted | {"local_key": "A1"}, replaced)
        ],
        "anmälningsärenden": [
            record(
                ReportedMatter, MATTER_COLUMNS, state="listed", item_id=coming, document=document
            )
        ],
    }


@pytest.fixture
def records(database: Path) -> Records:
    """What the register's rows say, once they are in the database."""
    with Store(str(database)) as store, store.change("test", "test", NOW) as change:
        found = made(change)
        for decision in found["delegationsbeslut"]:
            insert_decision(change, decision)
        for row in found["ej-verkställda"]:
            insert_unenforced_decision(change, row)
        for matter in found["anmälningsärenden"]:
            insert_matter(change, matter)
    return found


@pytest.fixture
def reader(database: Path, records: Records) -> Iterator[sqlite3.Connection]:
    connection = open_reader(str(database))
    yield connection
    connection.close()


def stored(connection: sqlite3.Connection, register: str) -> list[Any]:
    if register == "delegationsbeslut":
        return list(decisions_between(connection, 1, date.min, date.max))
    if register == "ej-verkställda":
        return list(unenforced_decisions_of(connection, 1))
    return all_matters(connection, 1)


def outside(column: RegisterColumn, value: Any) -> Any:
    """The value as JSON has it in Swedish."""
    if column.kind in ("word", "state"):
        return swedish(column.domain, value)
    if column.kind == "words":
        return [swedish(column.domain, code) for code in value]
    if column.kind == "days":
        return [day.isoformat() for day in value]
    return value.isoformat() if isinstance(value, date) else value


def shown(column: RegisterColumn, records: list[Any]) -> list[Any]:
    """What the rows say in a column, where it is more than the column's default."""
    values = [getattr(one, column.name) for one in records]
    return [outside(column, value) for value in values if value != column.default]


@pytest.mark.parametrize("register", COLUMNS)
def test_a_described_column_is_a_column_of_the_table_and_of_the_record(
    register: str, records: Records, reader: sqlite3.Connection
) -> None:
    names = {column.name for column in COLUMNS[register] if column.stored}
    record = records[register][0]
    apart = {"id", "committee_id", "version", "document"}
    assert {field.name for field in fields(record)} - apart == names
    tables = {"delegationsbeslut": "delegated_decisions", "ej-verkställda": "support_decisions"}
    table = tables.get(register, "reported_matters")
    kept = {row["name"] for row in reader.execute(f"PRAGMA table_info({table})")}
    file = {"sha256", "file_name", "media_type", "size"}
    assert kept - apart - file - {"import_key"} == names


@pytest.mark.parametrize("register", COLUMNS)
def test_every_column_is_read_back_as_it_was_stored(
    register: str, records: Records, reader: sqlite3.Connection
) -> None:
    for column in COLUMNS[register]:
        if column.stored:
            said = [getattr(one, column.name) for one in stored(reader, register)]
            assert sorted(map(str, said)) == sorted(
                str(getattr(one, column.name)) for one in records[register]
            ), column.name


@pytest.mark.parametrize("register", COLUMNS)
def test_a_column_marked_for_rows_stands_in_json_and_csv(
    register: str, records: Records, run: Run
) -> None:
    rows = run("lista", register, "--json").json
    table = list(csv.DictReader(io.StringIO(run("lista", register, "--csv").out), delimiter=";"))
    columns = [column for column in COLUMNS[register] if column.rows]
    assert list(rows[0]) == list(table[0]) == [column.key for column in columns]
    for column in columns:
        if column.stored and column.kind != "reference":
            values = shown(column, records[register])
            assert values, f"the test says nothing in {column.name}"
            assert all(value in [row[column.key] for row in rows] for value in values), column.name
            assert any(row[column.key] for row in table), column.name


@pytest.mark.parametrize("register", COLUMNS)
def test_a_column_marked_for_the_table_has_its_heading_and_value(
    register: str, records: Records, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    heading, *lines = run("lista", register).out.splitlines()
    assert heading.split() == " ".join(register_headings(register)).split()
    for column, listed in listed_columns(COLUMNS[register]):
        assert listed.heading in heading
        if column.stored and not listed.cell:
            for value in shown(column, records[register]):
                assert any(str(value) in line for line in lines), column.name


@pytest.mark.parametrize("register", COLUMNS)
def test_a_column_marked_for_the_package_stands_in_it(
    register: str, records: Records, run: Run
) -> None:
    (committee,) = run("exportera").json["nämnder"]
    rows = committee[PACKAGE_KEYS.get(register, register)]
    kept = {column.key for column in COLUMNS[register] if column.package}
    assert all(set(row) <= kept for row in rows)
    for column in COLUMNS[register]:
        if column.package and column.stored and column.kind not in ("reference", "state"):
            for value in shown(column, records[register]):
                assert value in [row.get(column.key) for row in rows], column.name
    if register == "anmälningsärenden":
        place = ("sammanträde", "dagordningsplats", "filnamn", "mediatyp")
        said = ["2026-12-08", 2, "märkt fil.txt", "text/markdown"]
        assert [rows[0][key] for key in place] == said


@pytest.mark.parametrize("register", COLUMNS)
def test_what_is_exported_comes_back_the_same(
    register: str, records: Records, run: Run, tmp_path: Path
) -> None:
    first, second = tmp_path / "ett.json", tmp_path / "två.json"
    assert run("exportera", "-o", str(first)).code == 0
    other = str(tmp_path / "annan" / "nämnd.db")
    Path(other).parent.mkdir()
    assert run("--db", other, "importera", "paket", str(first)).code == 0
    assert run("--db", other, "exportera", "-o", str(second)).code == 0
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("register", IMPORTED)
def test_a_list_as_csv_can_be_imported_with_every_column_that_is_importable(
    register: str, records: Records, run: Run, tmp_path: Path, package_file: Path
) -> None:
    listed = tmp_path / "lista.csv"
    listed.write_text(run("lista", register, "--csv").out, encoding="utf-8")
    other = tmp_path / "annan" / "nämnd.db"
    other.parent.mkdir()
    assert run("--db", str(other), "importera", "paket", str(package_file)).code == 0
    done = run("--db", str(other), "importera", register, str(listed))
    assert done.code == 0, done.err
    connection = open_reader(str(other))
    found = stored(connection, register)
    connection.close()
    columns = [one for one in COLUMNS[register] if one.imported and one.stored]
    for column in columns:
        said = sorted(str(getattr(one, column.name)) for one in records[register])
        assert sorted(str(getattr(one, column.name)) for one in found) == said, column.name
        assert shown(column, found), f"the test says nothing in {column.name}"


@pytest.mark.parametrize("register", COLUMNS)
def test_a_column_marked_as_searched_is_found_by_what_it_says(
    register: str, records: Records, run: Run
) -> None:
    for column in COLUMNS[register]:
        if column.searched:
            word = str(getattr(records[register][0], column.name))
            assert run("lista", register, "--text", word.upper(), "--json").json, column.name
    assert run("lista", register, "--text", "inget säger så", "--json").json == []


def test_what_lists_once_forgot_is_there(records: Records, run: Run) -> None:
    (first, second) = run("lista", "ej-verkställda", "--json").json
    stated = next(one.stated_on for one in records["ej-verkställda"]).isoformat()
    assert first["uppgivna_den"] == second["uppgivna_den"] == stated
    (matter,) = run("lista", "anmälningsärenden", "--json").json
    assert matter["filnamn"] == "märkt fil.txt"
    assert matter["kvartalsrapport"] is None
    assert "uppgivna_den" in run("lista", "ej-verkställda", "--csv").out.splitlines()[0]


@pytest.mark.parametrize(("revision", "name"), [(1, "SoL 2026K1"), (2, "SoL 2026K1 utgåva 2")])
def test_a_matter_that_is_a_quarters_report_says_which(
    database: Path, run: Run, revision: int, name: str
) -> None:
    with Store(str(database)) as store, store.change("test", "test", NOW) as change:
        report = {"law": "sol", "year": 2026, "quarter": 1, "revision": revision, "rows": "[]"}
        days = {"compiled_on": "2026-04-09", "elapsed_rule": "completed"}
        report_id = change.insert("quarter_reports", {"committee_id": 1, **report, **days})
        insert_matter(change, ReportedMatter(0, 1, "IVO", "Rapport", quarter_report_id=report_id))
    (matter,) = run("lista", "anmälningsärenden", "--json").json
    assert matter["kvartalsrapport"] == name


def test_nothing_a_row_says_is_kept_from_lists_and_packages() -> None:
    for columns in COLUMNS.values():
        listed = {column.key for column in columns if column.rows}
        kept = {column.key for column in columns if column.package}
        for column in columns:
            if column.stored and column.name not in ("item_id", "superseded_by"):
                assert column.key in listed, column.name
                assert column.key in kept, column.name
