from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from nämndtui.documents.contexts.report_frame import ReportFrame
from nämndtui.documents.samples.registers import sample_reports
from nämndtui.documents.word.accessibility import accessibility_faults
from nämndtui.model.calendar.quarter import Quarter
from nämndtui.model.people.committee import Committee
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.unenforced.quarter_report import QuarterReport, compile_report
from nämndtui.model.unenforced.quarter_trend import quarter_trend
from nämndtui.model.unenforced.unenforced_decision import UnenforcedDecision
from tests.documents.making import unenforced

Read = Callable[[bytes], Any]
FRAME = ReportFrame("on/2026:12", ("Ivar Lönn, utredare",))


@pytest.fixture
def committee(dossier: MeetingDossier) -> Committee:
    return dossier.committee


@pytest.fixture
def skrivelse(committee: Committee, read: Read) -> Any:
    reports = sample_reports()
    made = unenforced(committee, reports[-1], FRAME, reports[-2], quarter_trend(reports))
    return read(made.content)


def report_of(rows: int, law: str = "lss", start: date = date(2026, 3, 3)) -> QuarterReport:
    measure = "Kontaktperson" if law == "lss" else "Hemtjänst"
    support = [
        UnenforcedDecision(number, 1, f"A{number}", law, measure, start) for number in range(rows)
    ]
    return compile_report(support, 1, law, Quarter(2026, 2), date(2026, 7, 7))


def table_rows(document: Any, number: int) -> list[list[str]]:
    table = document.word.tables[number]
    return [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in table.rows]


def test_the_memo_says_from_whom_to_whom_and_for_which_quarter(
    committee: Committee, skrivelse: Any
) -> None:
    name = unenforced(committee, sample_reports()[-1]).name
    assert name == "2026-10-06 ON ej verkställda LSS 2026K3.docx"
    assert skrivelse.lines[:4] == [
        "Datum\t2026-10-06",
        "Dnr\ton/2026:12",
        "Referens\tIvar Lönn, utredare",
        "Mottagare\tOmsorgsnämnden",
    ]
    assert "Redovisningen gäller tredje kvartalet 2026." in skrivelse.lines
    assert "Mona Sjölind" in skrivelse.lines


def test_the_summary_counts_the_rows_of_the_table(skrivelse: Any) -> None:
    assert skrivelse.after("Sammanfattning")[-1] == (
        "Totalt har sex beslut enligt 9 § LSS rapporterats som ej verkställda och ett avbrott i "
        "verkställigheten till IVO tredje kvartalet 2026."
    )
    assert len(table_rows(skrivelse, 1)) == 1 + 6
    assert len(table_rows(skrivelse, 2)) == 1 + 1


def test_the_table_has_the_columns_of_the_form_and_computed_months(skrivelse: Any) -> None:
    heading, first, *_ = table_rows(skrivelse, 1)
    assert heading == [
        "Insats och lagrum som beslutet gäller",
        "Beslutsdatum",
        "Tid som förflutit från beslutsdag",
        "Kön (K/M)",
        "Övriga kommentarer",
    ]
    assert first == [
        "Bostad med särskild service för vuxna, 9 § 9 LSS",
        "2025-02-11",
        "19 månader",
        "M",
        "Resursbrist, den enskilde har tackat nej till erbjudandena 2025-09-16 och 2026-06-04",
    ]
    assert table_rows(skrivelse, 2)[0][1:3] == [
        "Datum för avbrottet",
        "Tid som förflutit från datum för avbrott",
    ]


def test_the_annex_lies_and_the_memo_stands(skrivelse: Any) -> None:
    sections = skrivelse.word.sections
    assert [section.page_width > section.page_height for section in sections] == [False, True]
    assert "BILAGA" in skrivelse.headers()[1]


def test_every_header_row_is_repeated(skrivelse: Any) -> None:
    for table in skrivelse.word.tables:
        assert table.rows[0]._tr.trPr.xpath("w:tblHeader")


def test_how_time_is_counted_stands_under_the_tables(skrivelse: Any) -> None:
    assert skrivelse.lines[-1] == (
        "Tiden är räknad i hela månader till och med den 6 oktober 2026 eller verkställighetsdagen."
    )


def test_the_quarter_before_is_compared_with(skrivelse: Any) -> None:
    assert table_rows(skrivelse, 0) == [
        ["Insats", "Andra kvartalet 2026", "Tredje kvartalet 2026"],
        ["Bostad med särskild service för vuxna", "3", "3"],
        ["Kontaktperson", "1", "2"],
        ["Ledsagarservice", "0", "1"],
        ["Daglig verksamhet (avbrott)", "0", "1"],
    ]
    assert skrivelse.after("Jämförelse med förra kvartalet") == [
        "Beslut och avbrott i rapporten: nya 2, kvar från förra rapporten 3, verkställda 1, "
        "avslutade av annat skäl 1."
    ]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (0, "Inga beslut enligt 9 § LSS har rapporterats som ej verkställda till Inspektionen för "
            "vård och omsorg, IVO, andra kvartalet 2026."),
        (1, "Totalt har ett beslut enligt 9 § LSS rapporterats som ej verkställt till IVO andra "
            "kvartalet 2026."),
        (2, "Totalt har två beslut enligt 9 § LSS rapporterats som ej verkställda till IVO andra "
            "kvartalet 2026."),
        (12, "Totalt har tolv beslut enligt 9 § LSS rapporterats som ej verkställda till IVO "
             "andra kvartalet 2026."),
        (13, "Totalt har 13 beslut enligt 9 § LSS rapporterats som ej verkställda till IVO andra "
             "kvartalet 2026."),
    ],
)  # fmt: skip
def test_any_number_of_rows_reads_well(
    rows: int, sentence: str, committee: Committee, read: Read
) -> None:
    document = read(unenforced(committee, report_of(rows)).content)
    assert sentence in document.lines
    assert len(document.word.tables) == (1 if rows else 0)
    assert len(document.word.sections) == (2 if rows else 1)
    assert ("Bilaga" in document.lines) == bool(rows)
    assert "Avbrott i verkställighet" not in document.lines
    assert "Utveckling" not in document.lines
    assert accessibility_faults(document.content) == []


def test_only_interruptions_leave_the_first_part_empty_in_words(
    committee: Committee, read: Read
) -> None:
    report = sample_reports()[-1]
    only = replace(report, rows=report.interruptions)
    document = read(unenforced(committee, only).content)
    assert document.after("Gynnande beslut som inte verkställts inom tre månader") == [
        "Inga beslut."
    ]
    assert len(document.word.tables) == 1


def test_a_decision_under_the_former_law_keeps_its_provision_and_says_why(
    committee: Committee, read: Read
) -> None:
    old = report_of(1, "sol", date(2025, 6, 30))
    document = read(unenforced(committee, old).content)
    assert table_rows(document, 0)[1][0] == "Hemtjänst, 4 kap. 1 § SoL (2001:453)"
    assert "34 kap. 1 § socialtjänstlagen (2025:400)" in document.text
    assert "den tidigare socialtjänstlagen (2001:453)." in document.text
    new = read(unenforced(committee, report_of(1, "sol", date(2025, 7, 1))).content)
    assert table_rows(new, 0)[1][0] == "Hemtjänst, 11 kap. 1 § SoL"
    assert "2001:453" not in new.text


def test_the_law_of_the_day_is_not_called_the_former_one(committee: Committee, read: Read) -> None:
    support = [UnenforcedDecision(1, 1, "A1", "sol", "Hemtjänst", date(2024, 11, 4))]
    report = compile_report(support, 1, "sol", Quarter(2025, 1), date(2025, 4, 15))
    document = read(unenforced(committee, report).content)
    assert "16 kap. 6 f § socialtjänstlagen (2001:453)" in document.text
    assert "tidigare socialtjänstlagen" not in document.text


def test_references_are_not_parted_at_the_end_of_a_line(committee: Committee) -> None:
    made = unenforced(committee, report_of(1))
    with ZipFile(BytesIO(made.content)) as package:
        body = package.read("word/document.xml").decode("utf-8")
    assert "9\xa0§\xa04\xa0LSS" in body and "28\xa0f\xa0§ lagen" in body


def test_the_same_report_gives_the_same_bytes(committee: Committee, skrivelse: Any) -> None:
    reports = sample_reports()
    again = unenforced(committee, reports[-1], FRAME, reports[-2], quarter_trend(reports))
    assert again.content == skrivelse.content
