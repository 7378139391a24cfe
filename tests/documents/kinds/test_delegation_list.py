from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from nämndtui.documents.samples.registers import ROLE_ORDER, sample_decisions
from nämndtui.model.record.dossier import MeetingDossier
from tests.documents.making import delegation_list

Read = Callable[[bytes], Any]


@pytest.fixture
def lista(dossier: MeetingDossier, read: Read) -> Any:
    return read(delegation_list(dossier, sample_decisions(), ROLE_ORDER).content)


def test_it_says_to_which_meeting_and_item_it_belongs(dossier: MeetingDossier, lista: Any) -> None:
    assert delegation_list(dossier, ()).name == "2017-09-26 ON delegationslista.docx"
    assert "Sammanträde\tTisdagen den 26 september 2017" in lista.lines
    assert "Ärende\t7 Delegationsbeslut (on/2017:2)" in lista.lines
    assert "Fattade\t2017-08-30 till och med 2017-09-18" in lista.lines
    assert "Antal beslut\t5" in lista.lines


def test_urgent_decisions_stand_first_and_then_the_roles_in_hierarchy(lista: Any) -> None:
    assert list(lista.headings()) == [
        "Redovisning av delegationsbeslut",
        "Brådskande beslut enligt 6 kap. 39 § kommunallagen",
        "Förvaltningschef",
        "Verksamhetschef",
        "Biståndshandläggare",
    ]


def test_the_roles_stand_under_their_operation_when_decisions_say_one(
    dossier: MeetingDossier, read: Read
) -> None:
    said = ("", "Hemtjänst", "Äldreboende", "", "Hemtjänst")
    decisions = tuple(
        replace(one, operation=operation)
        for one, operation in zip(sample_decisions(), said, strict=True)
    )
    document = read(delegation_list(dossier, decisions, ROLE_ORDER).content)
    assert list(document.headings()) == [
        "Redovisning av delegationsbeslut",
        "Brådskande beslut enligt 6 kap. 39 § kommunallagen",
        "Hemtjänst",
        "Verksamhetschef",
        "Biståndshandläggare",
        "Äldreboende",
        "Verksamhetschef",
        "Ingen verksamhet angiven",
        "Förvaltningschef",
    ]


def test_each_decision_shows_point_text_diary_number_and_date(lista: Any) -> None:
    rows = [[cell.text for cell in row.cells] for row in lista.word.tables[2].rows]
    assert rows == [
        ["Punkt", "Beslut", "Diarienummer", "Datum"],
        ["B 36", "Yttrande till IVO, tillsyn", "on/2016:224", "2017-09-04"],
        ["B 36", "Yttrande till IVO, lex Sarah", "on/2017:96", "2017-09-18"],
    ]


def test_an_urgent_decision_says_why_it_could_not_wait(lista: Any) -> None:
    assert lista.word.tables[0].rows[1].cells[1].text == (
        "Yttrande till förvaltningsrätten\n"
        "Ordförande. Domstolens svarstid gick ut före sammanträdet."
    )


def test_the_list_never_names_the_decider(dossier: MeetingDossier, read: Read) -> None:
    decisions = tuple(replace(one, decider="Unik Beslutsfattare") for one in sample_decisions())
    assert "Unik" not in read(delegation_list(dossier, decisions).content).text


def test_a_list_without_decisions_says_so(dossier: MeetingDossier, read: Read) -> None:
    document = read(delegation_list(dossier, ()).content)
    assert "Det finns inga beslut att redovisa." in document.lines
    assert not document.word.tables
    assert not [line for line in document.lines if line.startswith("Fattade")]
