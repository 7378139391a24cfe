"""The statistics report to the council, and the version anybody may read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from nämndtui.documents.samples.registers import sample_reports
from nämndtui.documents.word.accessibility import accessibility_faults
from nämndtui.model.calendar.quarter import Quarter
from nämndtui.model.people.committee import Committee
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.unenforced.quarter_report import QuarterReport, compile_report
from nämndtui.model.unenforced.unenforced_decision import UnenforcedDecision
from tests.documents.making import public_unenforced, statistics

Read = Callable[[bytes], Any]
SECRET = ("Resursbrist", "2025-02-11", "2026-09-21", "2026-08-17", "tackat nej", "Kön")


@pytest.fixture
def committee(dossier: MeetingDossier) -> Committee:
    return dossier.committee


@pytest.fixture
def report() -> QuarterReport:
    return sample_reports()[-1]


def table_rows(document: Any, number: int) -> list[list[str]]:
    table = document.word.tables[number]
    return [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in table.rows]


def counted(**rows: int) -> QuarterReport:
    """A report with so many decisions of each measure."""
    names = [name for name, count in rows.items() for _ in range(count)]
    support = [
        UnenforcedDecision(number, 1, f"A{number}", "sol", name, date(2026, 1, 9))
        for number, name in enumerate(names)
    ]
    return compile_report(support, 1, "sol", Quarter(2026, 2), date(2026, 7, 7))


def test_the_council_is_told_number_kind_and_time(
    committee: Committee, report: QuarterReport, read: Read
) -> None:
    document = read(statistics(committee, report).content)
    assert statistics(committee, report).name == "2026-10-06 ON statistikrapport LSS 2026K3.docx"
    assert "Mottagare\tKommunfullmäktige" in document.lines
    assert "28 h § lagen (1993:387) om stöd och service" in document.text
    assert table_rows(document, 0) == [
        ["Insats", "Tid som förflutit från beslutsdagen", "Antal"],
        ["Bostad med särskild service för vuxna", "5, 10 och 19 månader", "3"],
        ["Kontaktperson", "4 och 8 månader", "2"],
        ["Ledsagarservice", "4 månader", "1"],
        ["Totalt", "", "6"],
    ]
    assert table_rows(document, 1)[1] == ["Daglig verksamhet", "4 månader", "1"]


def test_one_month_is_singular(committee: Committee, report: QuarterReport, read: Read) -> None:
    one = replace(report, rows=(replace(report.rows[0], months=1),))
    assert table_rows(read(statistics(committee, one).content), 0)[1][1] == "1 månad"


def test_equal_times_are_counted_instead_of_repeated(committee: Committee, read: Read) -> None:
    document = read(statistics(committee, counted(Hemtjänst=5)).content)
    assert table_rows(document, 0)[1] == ["Hemtjänst", "5 månader (5 beslut)", "5"]
    rows = counted(Hemtjänst=3).rows
    mixed = replace(counted(), rows=(replace(rows[0], months=4), *rows[1:]))
    document = read(statistics(committee, mixed).content)
    assert table_rows(document, 0)[1][1] == "4 månader och 5 månader (2 beslut)"


def test_the_public_version_writes_its_day_in_words(committee: Committee, read: Read) -> None:
    document = read(public_unenforced(committee, counted(Hemtjänst=5)).content)
    assert "Uppgifterna är sammanställda den 7 juli 2026." in document.text


@pytest.mark.parametrize("make", [statistics, public_unenforced])
def test_nothing_that_points_at_a_person_leaves_the_office(
    make: Any, committee: Committee, report: QuarterReport, read: Read
) -> None:
    text = read(make(committee, report).content).text
    assert not [word for word in SECRET if word in text]


@pytest.mark.parametrize("make", [statistics, public_unenforced])
def test_a_quarter_with_nothing_to_report_says_so(
    make: Any, committee: Committee, read: Read
) -> None:
    document = read(make(committee, counted()).content)
    assert (
        "Inga beslut enligt socialtjänstlagen har rapporterats som ej verkställda till "
        "Inspektionen för vård och omsorg, IVO, andra kvartalet 2026." in document.lines
    )
    assert not document.word.tables
    assert accessibility_faults(document.content) == []


def test_small_numbers_are_hidden_in_the_public_version(committee: Committee, read: Read) -> None:
    document = read(public_unenforced(committee, counted(Hemtjänst=13, Boendestöd=4)).content)
    assert table_rows(document, 0) == [
        ["Insats", "Antal"],
        ["Hemtjänst", "13"],
        ["Boendestöd", "färre än 5"],
        ["Totalt", "visas inte"],
    ]
    assert "Antal under 5 visas inte, för att ingen enskild ska kunna kännas igen." in (
        document.lines
    )


def test_the_limit_is_the_committees(committee: Committee, read: Read) -> None:
    settings = replace(committee.settings, public_cell_limit=3)
    document = read(
        public_unenforced(replace(committee, settings=settings), counted(Hemtjänst=4)).content
    )
    assert table_rows(document, 0)[1:] == [["Hemtjänst", "4"], ["Totalt", "4"]]
    assert "visas inte" not in document.text
