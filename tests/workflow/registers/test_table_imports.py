"""Registers imported from other systems' tables: all or nothing, never twice, never half."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from unicodedata import normalize

import pytest
from openpyxl import Workbook

from nämndtui.exchange.tables.error import TableError
from nämndtui.model.delegation.order import DelegationOrder, DelegationRule
from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.model.text.progress import CancelledError
from nämndtui.store.database import Store
from nämndtui.store.delegation.delegated_decisions import unreported
from nämndtui.store.delegation.orders import orders_of
from nämndtui.store.unenforced.unenforced_decisions import unenforced_decisions_of
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.undo import undo_last
from nämndtui.workflow.delegation.orders import add_order
from nämndtui.workflow.registers.import_kind import ImportRequest
from nämndtui.workflow.registers.table_imports import TableReport, import_table, preview_table
from nämndtui.workflow.unenforced.unenforced_decisions import execute_decision

DAYS: tuple[object, ...] = (
    "2026-11-03",
    "20261103",
    "3/11 2026",
    "3 nov 2026",
    "tisdag 3 november 2026",
    "2026-11-03 14:22",
    datetime(2026, 11, 3, 14, 22),
    date(2026, 11, 3),
    46329,
)
"""3 November 2026 as nine systems write it."""


@pytest.fixture
def order_id(store: Store, actor: Actor, committee_id: int) -> int:
    rules = (
        DelegationRule(0, 0, 0, "B 1", "Hemtjänst", ("Biståndshandläggare",)),
        DelegationRule(0, 0, 0, "B 36", "Yttrande till IVO", ("Verksamhetschef",)),
    )
    order = DelegationOrder(0, committee_id, "Ordning", date(2026, 1, 1), rules=rules)
    return add_order(store, actor, order)


def export(path: Path, bad: dict[int, dict[int, object]], count: int = 500) -> Path:
    """A case system's export: title, blank rows, decomposed headers, mixed dates, a formula."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Delegationsbeslut"])
    sheet.append([])
    headers = ("Besluts-datum", "Punkt", "Roll", "Beslutsfattare", "Dnr", "Ärendemening", "Övrigt")
    sheet.append([normalize("NFD", header) for header in headers])
    for n in range(count):
        if n % 100 == 50:
            sheet.append([])
        row: list[object] = [DAYS[n % len(DAYS)], "b1", "Biståndshandläggare", "Eva Öst"]
        row += [f"on/2026:{n + 1}", normalize("NFD", f"Beslut om hemtjänst åt hushåll {n}"), "=1+1"]
        for place, value in bad.get(n, {}).items():
            row[place] = value
        sheet.append(row)
    book.save(path)
    return path


def request(committee_id: int, path: Path, **more: object) -> ImportRequest:
    kind = str(more.pop("kind", "delegated_decision"))
    return ImportRequest(kind, path, committee_id, **more)  # type: ignore[arg-type]


def count(store: Store) -> int:
    return int(store.connection.execute("SELECT count(*) FROM delegated_decisions").fetchone()[0])


BAD: dict[int, dict[int, object]] = {
    7: {0: "31 februari 2026"},
    60: {1: "=VLOOKUP(A1;B1;2)"},
    499: {5: "Gäller 19460105-0000"},
}


def test_three_bad_rows_in_five_hundred_are_reported_and_nothing_is_stored(
    store: Store, actor: Actor, committee_id: int, order_id: int, tmp_path: Path
) -> None:
    asked = request(committee_id, export(tmp_path / "export.xlsx", BAD))
    report = preview_table(store.connection, asked, actor.today)
    assert report.summary == "500 rader: 497 nya, 0 fanns redan, 3 med fel"
    assert [str(problem).split(":")[0] for problem in report.problems] == [
        f"Rad 11, {report.headers[0]}",
        "Rad 65, Punkt",
        f"Rad 508, {report.headers[5]}",
    ]
    assert "finns inte i almanackan" in report.problems[0].message
    assert "aldrig har räknats ut" in report.problems[1].message
    assert "personnummer" in report.problems[2].message
    assert (report.empty, report.unused) == (6, ("Övrigt",))
    with pytest.raises(RefusedError, match="3 av 500 rader") as caught:
        import_table(store, actor, asked)
    assert "Rad 65, Punkt: Cellen har en formel" in str(caught.value)
    assert count(store) == 0


def test_the_good_rows_can_be_chosen_and_the_same_file_adds_nothing_again(
    store: Store, actor: Actor, committee_id: int, order_id: int, tmp_path: Path
) -> None:
    asked = request(committee_id, export(tmp_path / "export.xlsx", BAD))
    report = import_table(store, actor, asked, only_good=True)
    assert (report.new, report.stored, count(store)) == (497, True, 497)
    assert {one.decided_on for one in unreported(store.connection, committee_id)} == {
        date(2026, 11, 3)
    }
    first = unreported(store.connection, committee_id)[0]
    assert (first.point, first.description) == ("B 1", "Beslut om hemtjänst åt hushåll 0")
    again = import_table(store, actor, asked, only_good=True)
    assert (again.new, again.known, count(store)) == (0, 497, 497)
    undo_last(store, actor)
    assert count(store) == 0
    assert import_table(store, actor, asked, only_good=True).new == 497


def test_the_same_row_several_times_is_kept_as_many_times_and_flagged(
    store: Store, actor: Actor, committee_id: int, order_id: int, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    header = "Datum;Punkt;Roll;Namn;Dnr;Beslut\n"
    line = "2026-11-03;B 1;Biståndshandläggare;Eva;on/2026:1;Hemtjänst\n"
    path.write_text(header + line * 3, encoding="utf-8")
    report = import_table(store, actor, request(committee_id, path))
    assert (report.new, len(report.doubts)) == (3, 2)
    path.write_text(header + line * 4, encoding="utf-8")
    assert import_table(store, actor, request(committee_id, path)).new == 1


def test_a_windows_file_with_semicolons_and_doubts_about_authority(
    store: Store, actor: Actor, committee_id: int, order_id: int, tmp_path: Path
) -> None:
    path = tmp_path / "export.csv"
    text = (
        "Beslutsdatum;Delegationspunkt;Befattning;Handläggare;Diarienr;Ärende\r\n"
        "2026-11-03;B36;Enhetschef;Åsa Öberg;on/2026:88;Yttrande till IVO\r\n"
        "2025-11-03;B 1;Biståndshandläggare;Åsa Öberg;on/2025:88;Hemtjänst\r\n"
    )
    path.write_bytes(text.encode("cp1252"))
    report = import_table(store, actor, request(committee_id, path))
    assert [str(doubt).split(":")[0] for doubt in report.doubts] == [
        "Rad 2, Befattning",
        "Rad 3, Delegationspunkt",
    ]
    rows = unreported(store.connection, committee_id)
    assert [row.doubts for row in rows] == [("no_order",), ("role_not_allowed",)]
    assert rows[0].decider == "Åsa Öberg"


def test_columns_with_other_names_are_chosen_once_and_remembered(
    store: Store, actor: Actor, committee_id: int, order_id: int, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "När;Vad;Vem;Roll;Punkt;Dnr\n2026-11-03;Hemtjänst;Eva;Biståndshandläggare;B 1;on/2026:1\n"
    )
    report = preview_table(store.connection, request(committee_id, path), actor.today)
    assert set(report.missing) == {"beslutsdatum", "beskrivning", "beslutsfattare"}
    with pytest.raises(TableError, match="saknar kolumnen"):
        import_table(store, actor, request(committee_id, path))
    chosen = {"decided_on": "När", "description": "Vad", "decider": "Vem"}
    assert import_table(store, actor, request(committee_id, path, columns=chosen)).new == 1
    again = preview_table(store.connection, request(committee_id, path), actor.today)
    assert (again.missing, again.known) == ((), 1)


def test_an_import_can_be_stopped_without_a_trace(
    store: Store, actor: Actor, committee_id: int, order_id: int, tmp_path: Path
) -> None:
    lines = [
        f"2026-11-03;B 1;Biståndshandläggare;Eva;on/2026:{n};Hemtjänst\n" for n in range(1, 6001)
    ]
    path = tmp_path / "a.csv"
    path.write_text("Datum;Punkt;Roll;Namn;Dnr;Beslut\n" + "".join(lines), encoding="utf-8")
    history = store.connection.execute("SELECT count(*) FROM history").fetchone()[0]
    calls: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        calls.append((done, total))
        if store.connection.in_transaction and done >= 4000:
            raise CancelledError

    with pytest.raises(CancelledError):
        import_table(store, actor, request(committee_id, path), progress=stop)
    assert calls[-1] == (4000, 6000) and count(store) == 0
    assert store.connection.execute("SELECT count(*) FROM history").fetchone()[0] == history


SUPPORT = (
    "Löpnr;Löpnummer;Insats och lagrum;Beslutsdatum;Kön (K/M);Tid som förflutit;"
    "Övriga kommentarer\n"
    "1;A1;Bostad med särskild service för vuxna, 9 § 9 LSS;2025-08-28;M;13 månader;Resursbrist\n"
    "2;A2;Kontaktperson, 9 § 4 LSS;2026-02-19;K;8 månader;Resursbrist, den enskilde har tackat "
    "nej till erbjudandet 2026-06-04 och 2026-09-08, verkställd 2026-10-01\n"
    "3;B1;Särskilt boende, 4 kap. 1 § SoL (2001:453);2025-06-12;Kvinna;;Annat skäl, "
    "avslutad 2026-05-18\n"
)


def support_file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "ej verkställda.csv"
    path.write_bytes(text.encode("cp1252"))
    return path


def import_unenforced(store: Store, actor: Actor, committee_id: int, path: Path) -> TableReport:
    return import_table(store, actor, request(committee_id, path, kind="unenforced_decision"))


def test_an_offices_own_list_becomes_rows_with_law_reason_offers_and_ends(
    store: Store, actor: Actor, committee_id: int, tmp_path: Path
) -> None:
    path = support_file(tmp_path, SUPPORT)
    assert import_unenforced(store, actor, committee_id, path).new == 3
    first, second, third = sorted(
        unenforced_decisions_of(store.connection, committee_id), key=lambda row: row.local_key
    )
    assert (first.law, first.measure, first.reason, first.stated_months) == (
        *("lss", "Bostad med särskild service för vuxna", "resources", 13),
    )
    assert second.refused_offers == (date(2026, 6, 4), date(2026, 9, 8))
    assert second.executed_on == date(2026, 10, 1)
    assert (third.law, third.sex, third.closed_on) == ("sol", "K", date(2026, 5, 18))
    assert third.provision == "4 kap. 1 § SoL (2001:453)"


def test_a_known_row_that_says_something_else_is_pointed_out_not_changed(
    store: Store, actor: Actor, committee_id: int, tmp_path: Path
) -> None:
    path = support_file(tmp_path, SUPPORT)
    import_unenforced(store, actor, committee_id, path)
    row = unenforced_decisions_of(store.connection, committee_id, "lss")[0]
    execute_decision(store, actor, row.id, date(2026, 10, 2))
    report = import_unenforced(store, actor, committee_id, path)
    assert (report.new, report.known) == (0, 3)
    assert "filen säger annat om verkställd" in str(report.doubts[0])


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("9;Anna Ek;Kontaktperson, 9 § 4 LSS;2026-02-19;K;;", "ser ut som ett namn"),
        ("9;19460105-0000;Kontaktperson, 9 § 4 LSS;2026-02-19;K;;", "personnummer"),
        ("9;A9;Städning, 9 § 4 LSS;2026-02-19;K;;", "ingen insats enligt 9 § LSS"),
        ("9;A9;Kontaktperson;2026-02-19;K;;", "SoL eller LSS"),
        ("9;A9;Kontaktperson LSS;2027-02-19;K;;", "inte inträffat"),
        ("9;A9;Hemtjänst, 11 kap. 1 § SoL;2026-02-19;X;;", "är okänt. Skriv k"),
        (
            "9;A1;Bostad med särskild service för vuxna, 9 § 9 LSS;2025-08-28;M;;",
            "står redan på rad 2",
        ),
    ],
)
def test_rows_the_register_may_not_hold_are_refused(
    store: Store, actor: Actor, committee_id: int, tmp_path: Path, line: str, message: str
) -> None:
    path = support_file(tmp_path, SUPPORT + line + "\n")
    with pytest.raises(RefusedError, match="1 av 4 rader") as caught:
        import_unenforced(store, actor, committee_id, path)
    assert "Rad 5" in str(caught.value) and message in str(caught.value)
    assert unenforced_decisions_of(store.connection, committee_id) == ()


RULES = (
    "Nr;Ärende;Delegat;Lagrum;Anmäls\n"
    "B 1;Beslut om hemtjänst;Biståndshandläggare eller enhetschef;11 kap. 1 § SoL;Ja\n"
    "B 36;Yttrande till IVO;Verksamhetschef, förvaltningschef;;Nej\n"
)


def rules(committee_id: int, tmp_path: Path, text: str, first: date) -> ImportRequest:
    path = tmp_path / "Delegationsordning 2026.csv"
    path.write_text(text, encoding="utf-8")
    order = DelegationOrder(0, committee_id, "", first, adopted="§ 88/2025")
    return ImportRequest("delegation_order", path, committee_id, order=order)


def test_a_delegation_order_is_imported_as_a_version_and_not_twice(
    store: Store, actor: Actor, committee_id: int, order_id: int, tmp_path: Path
) -> None:
    asked = rules(committee_id, tmp_path, RULES, date(2027, 1, 1))
    assert import_table(store, actor, asked).new == 2
    new, old = orders_of(store.connection, committee_id)
    assert (new.name, new.adopted) == ("Delegationsordning 2026", "§ 88/2025")
    assert old.valid_to == date(2026, 12, 31)
    assert [(r.point, r.roles, r.report) for r in new.rules] == [
        ("B 1", ("Biståndshandläggare", "enhetschef"), True),
        ("B 36", ("Verksamhetschef", "förvaltningschef"), False),
    ]
    again = import_table(store, actor, asked)
    assert (again.new, again.known) == (0, 2)
    other = RULES.replace("Ja", "Nej")
    with pytest.raises(RefusedError, match="med annat innehåll"):
        import_table(store, actor, rules(committee_id, tmp_path, other, date(2027, 1, 1)))


def test_an_older_order_is_imported_with_its_last_day(
    store: Store, actor: Actor, committee_id: int, order_id: int, tmp_path: Path
) -> None:
    asked = rules(committee_id, tmp_path, RULES, date(2024, 1, 1))
    assert asked.order is not None
    with pytest.raises(RefusedError):
        import_table(store, actor, asked)
    ended = replace(asked, order=replace(asked.order, valid_to=date(2025, 12, 31)))
    assert import_table(store, actor, ended).new == 2
    new, old = orders_of(store.connection, committee_id)
    assert (new.valid_to, old.valid_from, old.valid_to) == (
        *(None, date(2024, 1, 1), date(2025, 12, 31)),
    )


def test_an_order_with_a_point_twice_or_without_a_day_is_refused(
    store: Store, actor: Actor, committee_id: int, tmp_path: Path
) -> None:
    doubled = RULES + "b1;Igen;Enhetschef;;\n"
    with pytest.raises(RefusedError, match="B 1 står redan på rad 2"):
        import_table(store, actor, rules(committee_id, tmp_path, doubled, date(2027, 1, 1)))
    asked = ImportRequest("delegation_order", tmp_path / "x.csv", committee_id)
    with pytest.raises(InvalidInputError, match="från vilken dag"):
        preview_table(store.connection, asked, actor.today)


UNENFORCED = "nyckel;lag;insats;beslutsdatum;verkställd;månader;uppgivna_den;anteckning;slutanmäld"


def test_what_a_list_says_of_months_note_and_final_notice_comes_along(
    store: Store, actor: Actor, committee_id: int, tmp_path: Path
) -> None:
    row = "A1;SoL;Boendestöd;2026-01-02;2026-06-01;4;2026-05-20;ring enheten;2026-06-08"
    path = tmp_path / "lista.csv"
    path.write_text(f"{UNENFORCED}\n{row}\n", encoding="utf-8")
    request = ImportRequest("unenforced_decision", path, committee_id)
    report = import_table(store, actor, request)
    assert report.doubts == ()
    (one,) = unenforced_decisions_of(store.connection, committee_id)
    assert (one.stated_months, one.stated_on) == (4, date(2026, 5, 20))
    assert (one.note, one.final_notice_on) == ("ring enheten", date(2026, 6, 8))


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("A1;SoL;Boendestöd;2026-01-02;;4;2025-12-31;;", "mellan beslutet och i dag"),
        ("A1;SoL;Boendestöd;2026-01-02;;4;2026-11-23;;", "mellan beslutet och i dag"),
        ("A1;SoL;Boendestöd;2026-01-02;;;;;2026-06-08", "varken verkställd eller avslutad"),
        ("A1;SoL;Boendestöd;2026-01-02;2026-06-09;;;;2026-06-08", "före slutdatumet"),
        ("A1;SoL;Boendestöd;2026-01-02;;;;född 480312;", "födelsedatum"),
    ],
)
def test_a_day_or_a_note_that_cannot_be_so_is_told_of_the_row(
    store: Store, actor: Actor, committee_id: int, tmp_path: Path, row: str, said: str
) -> None:
    path = tmp_path / "lista.csv"
    path.write_text(f"{UNENFORCED}\n{row}\n", encoding="utf-8")
    request = ImportRequest("unenforced_decision", path, committee_id)
    (problem,) = preview_table(store.connection, request, actor.today).problems
    assert said in problem.message


def test_months_without_a_day_of_their_own_are_of_the_day_they_are_read_in(
    store: Store, actor: Actor, committee_id: int, tmp_path: Path
) -> None:
    path = tmp_path / "lista.csv"
    path.write_text(f"{UNENFORCED}\nA1;SoL;Boendestöd;2026-01-02;;10;;;\n", encoding="utf-8")
    import_table(store, actor, ImportRequest("unenforced_decision", path, committee_id))
    (one,) = unenforced_decisions_of(store.connection, committee_id)
    assert one.stated_on == actor.today
