from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from nämndtui.documents.contexts.trend import LONGEST, trend_context
from nämndtui.documents.samples.registers import sample_reports
from nämndtui.documents.word.chart_xml import Chart, chart_part
from nämndtui.model.calendar.quarter import Quarter
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.unenforced.quarter_trend import TrendPoint, quarter_trend
from tests.documents.making import unenforced

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
Read = Callable[[bytes], Any]


def parsed(xml: str | bytes) -> Any:
    """The root of a chart part; Any, because every element asked for is known to be there."""
    return etree.fromstring(xml)


@pytest.fixture
def skrivelse(dossier: MeetingDossier, read: Read) -> Any:
    reports = sample_reports()
    trend = quarter_trend(reports)
    return read(unenforced(dossier.committee, reports[-1], trend=trend).content)


def test_there_is_a_chart_for_each_kind_of_support(skrivelse: Any) -> None:
    titles = []
    for number in range(1, 5):
        chart = parsed(skrivelse.part(f"word/charts/chart{number}.xml").encode())
        titles.append("".join(chart.find(f"{C}chart/{C}title").itertext()))
    assert titles == [
        "Bostad med särskild service för vuxna",
        "Kontaktperson",
        "Ledsagarservice",
        "Daglig verksamhet",
    ]


def test_the_alternative_text_says_every_number(skrivelse: Any) -> None:
    described = re.findall(r'descr="([^"]*)"', skrivelse.part("word/document.xml"))
    assert described[0] == (
        "Stapeldiagram över ej verkställda beslut, Bostad med särskild service för vuxna. "
        "Kvartal 1 2026: öppna 2, nya 1, verkställda 0; kvartal 2 2026: öppna 3, nya 1, "
        "verkställda 0; kvartal 3 2026: öppna 2, nya 0, verkställda 1."
    )


def test_every_picture_has_an_id_and_a_part_of_its_own(skrivelse: Any) -> None:
    document = skrivelse.part("word/document.xml")
    ids = re.findall(r'<wp:docPr id="(\d+)"', document)
    assert len(set(ids)) == len(ids) == 4
    relations = skrivelse.part("word/_rels/document.xml.rels")
    assert all(
        relation in relations for relation in re.findall(r'<c:chart[^>]*r:id="(\w+)"', document)
    )


def test_one_quarter_is_no_trend() -> None:
    assert trend_context(quarter_trend(sample_reports()[:1])) == []


def test_only_the_latest_quarters_are_shown() -> None:
    points = [
        TrendPoint(Quarter(2020 + year, number), "Hemtjänst", year, 0, 0, 0)
        for year in range(4)
        for number in range(1, 5)
    ]
    shown = trend_context(points)[0]
    assert len(shown["kvartal"]) == LONGEST
    assert shown["kvartal"][-1] == "2023K4"


def test_a_kind_of_support_with_nothing_left_to_show_has_no_chart() -> None:
    points = [TrendPoint(Quarter(2026, n), "Hemtjänst", 0, 0, 0, n) for n in (1, 2)]
    assert trend_context(points) == []


@pytest.mark.parametrize(("highest", "top", "step"), [(0, "1", "1"), (3, "3", "1"), (9, "9", "3")])
def test_the_axis_has_whole_numbers_only(highest: int, top: str, step: str) -> None:
    chart = Chart("Hemtjänst", "", ("2026K1",), (("Öppna", (highest,)),))
    axis = parsed(chart_part(chart)).find(f".//{C}valAx")
    assert axis.find(f"{C}scaling/{C}max").get("val") == top
    assert axis.find(f"{C}majorUnit").get("val") == step


def test_hostile_names_are_text_in_the_chart() -> None:
    chart = Chart("<c:x>&\x0b", 'a"b', ("{{ 7*7 }}",), (("]]>", (1,)),))
    root = parsed(chart_part(chart))
    assert "<c:x>&" in "".join(root.find(f"{C}chart/{C}title").itertext())


def test_a_document_without_a_trend_has_no_chart_parts(
    dossier: MeetingDossier, read: Read, tmp_path: Any
) -> None:
    path = tmp_path / "utan.docx"
    path.write_bytes(unenforced(dossier.committee, sample_reports()[0]).content)
    with ZipFile(path) as package:
        assert not [name for name in package.namelist() if "chart" in name]
