"""``skriv`` of what the registers hold: delegated decisions, quarter reports, their JSON."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document

Run = Callable[..., Any]

ROWS = """nyckel;lag;insats;typ;beslutsdatum;datum_för_verkställt_beslut;kön;skäl;verkställd
A1;LSS;Kontaktperson;beslut;2026-01-21;;M;Resursbrist;
A2;LSS;Kontaktperson;beslut;2026-06-30;;K;Resursbrist;
A3;LSS;Kontaktperson;beslut;2026-07-01;;K;Resursbrist;
A4;LSS;Daglig verksamhet;avbrott;2026-04-20;2021-02-01;M;Annat skäl;
A5;SoL;Särskilt boende;beslut;2025-06-30;;K;;2026-08-03
"""
QUARTER = ("--lag", "LSS", "--kvartal", "2026K3", "--per", "2026-10-19")


@pytest.fixture
def with_rows(run: Run, tmp_path: Path) -> Run:
    path = tmp_path / "rader.csv"
    path.write_text(ROWS, encoding="utf-8")
    assert run("importera", "ej-verkställda", str(path)).code == 0
    return run


def test_the_computed_report_has_rows_sentences_and_counts(with_rows: Run) -> None:
    report = with_rows("skriv", "ej-verkstallda", *QUARTER, "--json").json
    assert (report["kvartal"], report["lag"]) == ("2026K3", "LSS")
    assert report["rader"][0] == {
        "insats": "Kontaktperson",
        "lagrum": "9 § 4 LSS",
        "beslutsdatum": "2026-01-21",
        "månader": 8,
        "kön": "M",
        "kommentar": "Resursbrist",
    }
    assert [row["beslutsdatum"] for row in report["rader"]] == ["2026-01-21", "2026-06-30"]
    assert [row["insats"] for row in report["avbrott"]] == ["Daglig verksamhet"]
    assert (report["antal"], report["antal_avbrott"]) == (2, 1)
    assert report["meningar"][0].startswith("Två beslut gällande kontaktperson har rapporterats")


def test_an_old_decision_cites_the_old_act(with_rows: Run) -> None:
    given = ("--lag", "sol", "--kvartal", "K3 2026", "--per", "2026-10-19", "--json")
    (row,) = with_rows("skriv", "ej-verkställda", *given).json["rader"]
    assert row["lagrum"] == "4 kap. 1 § SoL (2001:453)"
    assert row["kommentar"] == "Verkställd 2026-08-03"


def test_a_quarter_without_rows_is_a_report_too(run: Run) -> None:
    report = run("skriv", "ej-verkställda", *QUARTER, "--json").json
    assert (report["rader"], report["antal"]) == ([], 0)
    assert report["meningar"][0].startswith("Inga beslut")


def test_the_council_gets_no_dates_and_the_public_no_small_numbers(with_rows: Run) -> None:
    statistics = with_rows("skriv", "statistikrapport", *QUARTER, "--json").json
    assert statistics["rader"] == [{"insats": "Kontaktperson", "antal": 2, "månader": [3, 8]}]
    public = with_rows("skriv", "ej-verkställda-offentlig", *QUARTER, "--json").json
    assert public["rader"] == [{"insats": "Kontaktperson", "antal": None}]


@pytest.mark.parametrize("kind", ["ej-verkställda", "ej-verkställda-offentlig", "statistikrapport"])
def test_each_report_becomes_a_word_document(with_rows: Run, tmp_path: Path, kind: str) -> None:
    target = tmp_path / "rapport.docx"
    shown = with_rows("skriv", kind, *QUARTER, "-o", str(target))
    assert (shown.code, shown.out) == (0, f"{target}\n")
    text = "\n".join(paragraph.text for paragraph in Document(str(target)).paragraphs)
    assert "tredje kvartalet 2026" in text
    assert with_rows("--läs", "skriv", kind, *QUARTER, "-o", str(target)).code == 0


def test_the_list_of_a_meeting_is_written(run: Run, tmp_path: Path) -> None:
    assert "Lägg upp dem där först" in run("skriv", "delegationslista", "2026-12-08").err
    rows = tmp_path / "beslut.csv"
    rows.write_text(
        "beslutsdatum;punkt;roll;beslutsfattare;diarienummer;beskrivning;brådskande;skäl_för_brådska\n"
        "2026-02-12;A 1;Ordförande;Ada Ek;on/2026:38;Extra korttidsplatser;ja;Platserna behövdes\n",
        encoding="utf-8",
    )
    assert run("importera", "delegationsbeslut", str(rows)).code == 0
    target = tmp_path / "lista.docx"
    assert run("skriv", "delegationslista", "2026-12-08", "-o", str(target)).code == 0
    document = Document(str(target))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert any("Extra korttidsplatser" in text for text in [*cells, *_texts(document)])


def _texts(document: Any) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("ej-verkställda",), 2, "--lag LSS --kvartal 2026K3"),
        (("ej-verkställda", "2026-12-08", *QUARTER), 2, "--lag LSS"),
        (("ej-verkställda", "--lag", "KL", "--kvartal", "2026K3"), 2, "SoL, LSS"),
        (("ej-verkställda", "--lag", "LSS", "--kvartal", "2026K5"), 1, "inget kvartal"),
        (("ej-verkställda", *QUARTER[:-1], "2026-09-30"), 1, "tar slut 2026-09-30"),
        (("kallelse", "2026-12-08", "--lag", "LSS"), 2, "--lag kan inte användas"),
        (("protokoll", "2026-12-08", "--json"), 2, "--json kan inte användas"),
    ],
)
def test_what_cannot_be_written_is_said(
    run: Run, arguments: tuple[str, ...], code: int, said: str
) -> None:
    shown = run("skriv", *arguments)
    assert (shown.code, shown.out) == (code, "")
    assert said in shown.err


def test_a_day_that_has_not_come_is_refused(run: Run, tmp_path: Path) -> None:
    asked = ("--lag", "LSS", "--kvartal", "2026K3", "--per", "2099-01-01")
    shown = run("skriv", "ej-verkställda", *asked, "-o", str(tmp_path))
    assert shown.code == 1
    assert "2099-01-01 har inte inträffat än" in shown.err
