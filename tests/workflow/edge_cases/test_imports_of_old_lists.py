"""Lists as offices have kept them: nothing reported, executed or doubled by a slip of words."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from nämndtui.model.delegation.order import DelegationOrder, DelegationRule
from nämndtui.store.database import Store
from nämndtui.store.delegation.delegated_decisions import decisions_between, unreported
from nämndtui.store.unenforced.unenforced_decisions import unenforced_decisions_of
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.undo import undo_last
from nämndtui.workflow.delegation.delegated_decisions import enter_decision
from nämndtui.workflow.delegation.orders import add_order
from nämndtui.workflow.registers.import_kind import ImportRequest
from nämndtui.workflow.registers.table_imports import TableReport, import_table, preview_table

HEADER = "Beslutsdatum;Punkt;Roll;Beslutsfattare;Dnr;Beslut"
ROW = "2026-11-03;B 1;Biståndshandläggare;Eva Öst;on/2026:1;Hemtjänst"


@pytest.fixture
def order_id(store: Store, actor: Actor, committee_id: int) -> int:
    rules = (DelegationRule(0, 0, 0, "B 1", "Hemtjänst", ("Biståndshandläggare",)),)
    order = DelegationOrder(0, committee_id, "Ordning", date(2026, 1, 1), rules=rules)
    return add_order(store, actor, order)


def decisions(
    committee_id: int, tmp_path: Path, *lines: str, header: str = HEADER
) -> ImportRequest:
    path = tmp_path / "beslut.csv"
    path.write_text("\n".join((header, *lines)) + "\n", encoding="utf-8")
    return ImportRequest("delegated_decision", path, committee_id)


def support(store: Store, actor: Actor, committee_id: int, path: Path, *lines: str) -> TableReport:
    path = path / "lista.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return import_table(store, actor, ImportRequest("unenforced_decision", path, committee_id))


def told(report: TableReport) -> list[str]:
    return [str(doubt) for doubt in report.doubts]


@pytest.mark.parametrize("word", ["nej", "Nej", "-", "–", "0", "ej", "inte", "Ej anmäld", ""])
def test_a_no_in_the_column_reported_leaves_the_decision_in_the_queue(
    store: Store, actor: Actor, committee_id: int, order_id: int, tmp_path: Path, word: str
) -> None:
    asked = decisions(committee_id, tmp_path, f"{ROW};{word}", header=f"{HEADER};Redovisad")
    report = import_table(store, actor, asked)
    assert (report.new, report.doubts) == (1, ())
    assert len(unreported(store.connection, committee_id)) == 1


@pytest.mark.parametrize("word", ["ja", "x", "1", "nästa nämnd", "ej § 4", "2027-01-15"])
def test_a_yes_without_a_paragraph_stays_in_the_queue_and_is_told(
    store: Store, actor: Actor, committee_id: int, order_id: int, tmp_path: Path, word: str
) -> None:
    asked = decisions(committee_id, tmp_path, f"{ROW};{word}", header=f"{HEADER};Redovisad")
    report = import_table(store, actor, asked)
    assert told(report)[0].startswith("Rad 2, Redovisad: Beslutet står kvar i kön")
    assert len(unreported(store.connection, committee_id)) == 1


@pytest.mark.parametrize(
    ("column", "word", "where"),
    [
        ("Anmäld", "§ 4/2026", "§ 4/2026"),
        ("Anmäld", "4/2026", "§ 4/2026"),
        ("Anmäld §", "89", "§ 89"),
        ("Anmäld", "2026-11-10", "2026-11-10"),
    ],
)
def test_a_paragraph_or_a_meetings_day_takes_it_out_of_the_queue(
    *,
    store: Store,
    actor: Actor,
    committee_id: int,
    order_id: int,
    tmp_path: Path,
    column: str,
    word: str,
    where: str,
) -> None:
    asked = decisions(committee_id, tmp_path, f"{ROW};{word}", header=f"{HEADER};{column}")
    import_table(store, actor, asked)
    (one,) = decisions_between(store.connection, committee_id, date.min, date.max)
    assert (one.state, one.reported_at) == ("reported", where)


def test_what_is_typed_is_not_imported_once_more(
    store: Store, actor: Actor, committee_id: int, order_id: int, tmp_path: Path
) -> None:
    line = "2026-11-03 B 1 biståndshandläggare (Eva Öst) on/2026:1 Hemtjänst"
    enter_decision(store, actor, committee_id, line)
    asked = decisions(committee_id, tmp_path, ROW, ROW.replace("Eva Öst", "EVA ÖST"))
    report = import_table(store, actor, asked)
    assert (report.known, report.new) == (1, 1)
    assert "Är det samma beslut?" in told(report)[0]
    again = import_table(store, actor, asked)
    assert (again.known, again.new) == (2, 0)
    undo_last(store, actor)
    assert preview_table(store.connection, asked, actor.today).known in (1, 2)


def test_a_decision_older_than_a_held_meeting_is_told_to_be_late(
    store: Store, actor: Actor, committee_id: int, order_id: int, tmp_path: Path
) -> None:
    with store.change("meeting", "anna", datetime(2026, 11, 10, 9, 0)) as change:
        held = {"committee_id": committee_id, "date": "2026-11-10", "start": "18:30"}
        change.insert("meetings", {**held, "state": "closed"})
    late, early = ROW, ROW.replace("2026-11-03", "2026-11-12")
    report = import_table(store, actor, decisions(committee_id, tmp_path, late, early))
    assert told(report) == [
        "Rad 2, Beslutsdatum: Nämnden sammanträdde 2026-11-10, efter beslutet. "
        "Beslutet anmäls nu, med sitt rätta datum."
    ]
    assert unreported(store.connection, committee_id)[0].doubts == ("late",)


MEMO = "Löpnummer;Insats och lagrum som beslutet gäller;{day};{passed};Kön (K/M);Övriga kommentarer"


def test_the_table_of_the_memo_itself_is_read(
    store: Store, actor: Actor, committee_id: int, tmp_path: Path
) -> None:
    report = support(
        store, actor, committee_id, tmp_path,
        MEMO.format(day="Beslutsdatum", passed="Tid som förflutit från beslutsdag"),
        "A1;9 § 9 LSS;2026-05-20;9 månader;M;Ej verkställd 2026-09-30 p.g.a. resursbrist",
        "A2;Familjehem/bostad med särskild service för barn eller ungdomar, 9 § 8 LSS;"
        "2026-05-20;6 månader;K;tackat nej 3/6 2026",
        "A3;Personlig assistent LSS;2026-05-20;6;K;Resursbrist",
        "B1;Särskilt boende, 11 kap 1 § SoL;2026-05-20;6;K;Resursbrist",
        "B2;Kontaktperson, SoL;2026-05-20;6;K;Annat skäl",
    )  # fmt: skip
    rows = {row.local_key: row for row in unenforced_decisions_of(store.connection, committee_id)}
    assert {key: (row.law, row.measure) for key, row in rows.items()} == {
        "A1": ("lss", "Bostad med särskild service för vuxna"),
        "A2": ("lss", "Familjehem eller bostad med särskild service för barn eller ungdomar"),
        "A3": ("lss", "Personlig assistans"),
        "B1": ("sol", "Särskilt boende"),
        "B2": ("sol", "Kontaktperson"),
    }
    assert (rows["A1"].executed_on, rows["A1"].reason) == (None, "resources")
    assert rows["A2"].refused_offers == (date(2026, 6, 3),)
    assert report.unused == ()
    assert told(report) == [
        "Rad 2, Övriga kommentarer: ”Ej verkställd 2026-09-30” säger att det inte är gjort. "
        "Raden tas in utan verkställighetsdag.",
        "Rad 2, Tid som förflutit från beslutsdag: månader 9, uträknat 6 per i dag. "
        "Det uträknade gäller.",
    ]


def test_the_memos_table_of_interruptions_gives_interruptions(
    store: Store, actor: Actor, committee_id: int, tmp_path: Path
) -> None:
    report = support(
        store, actor, committee_id, tmp_path,
        MEMO.format(day="Datum för avbrottet", passed="Tid som förflutit från datum för avbrott")
        + ";Beslutsdatum",
        "A4;Daglig verksamhet, 9 § 10 LSS;2026-04-20;7;M;Annat skäl;2021-02-01",
    )  # fmt: skip
    (row,) = unenforced_decisions_of(store.connection, committee_id)
    assert (row.kind, row.start, row.decided_on) == (
        *("interruption", date(2026, 4, 20), date(2021, 2, 1)),
    )
    assert (row.stated_months, told(report)) == (7, [])


def test_a_no_in_the_column_executed_is_no_day(
    store: Store, actor: Actor, committee_id: int, tmp_path: Path
) -> None:
    support(
        store, actor, committee_id, tmp_path,
        "Nyckel;Insats;Beslutsdatum;Verkställd",
        "A1;Kontaktperson LSS;2026-05-20;Nej",
        "A2;Kontaktperson LSS;2026-05-20;ej verkställd",
        "A3;Kontaktperson LSS;2026-05-20;2026-11-02",
    )  # fmt: skip
    ends = [row.executed_on for row in unenforced_decisions_of(store.connection, committee_id)]
    assert ends == [None, None, date(2026, 11, 2)]


def test_a_cover_sheet_is_passed_by_and_the_sheet_read_is_named(
    store: Store, actor: Actor, committee_id: int, order_id: int, tmp_path: Path
) -> None:
    book = Workbook()
    cover = book.active
    assert cover is not None
    cover.append(["Uttag ur ärendesystemet", "2026-12-01"])
    cover.append(["Antal", 1])
    table = book.create_sheet("Uttag")
    for text in (HEADER, ROW):
        table.append(text.split(";"))
    book.save(tmp_path / "uttag.xlsx")
    asked = ImportRequest("delegated_decision", tmp_path / "uttag.xlsx", committee_id)
    report = import_table(store, actor, asked)
    assert (report.new, report.sheet) == (1, "Uttag")
