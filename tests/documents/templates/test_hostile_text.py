from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from nämndtui.documents.samples.documents import hostile_facts, sample_document
from nämndtui.documents.samples.sendings import with_sample_sendings
from nämndtui.documents.word.accessibility import accessibility_faults
from nämndtui.model.record.dossier import MeetingDossier
from tests.documents.making import (
    extract,
    minutes,
    staff_memo,
    summons,
    supplement,
)

Read = Callable[[bytes], Any]
SENT = date(2017, 9, 19)
MAKERS: dict[str, Callable[[MeetingDossier], bytes]] = {
    "kallelse": lambda d: summons(d, SENT).content,
    "tilläggskallelse": lambda d: supplement(with_sample_sendings(d, SENT), SENT).content,
    "protokoll": lambda d: minutes(d).content,
    "utdrag": lambda d: extract(d, 85).content,
    "tjänsteskrivelse": lambda d: staff_memo(d, d.items[3]).content,
}
TYPED = (
    "[bold]Delårsrapport per den 31 augusti 2017[/] {{ 7*7 }} {% raw %} {_{ x }_} {_% y %_} "
    "<w:p>&amp;</w:p> & < > \" ' [31mröd[0m"
)


def titled(dossier: MeetingDossier, title: str) -> MeetingDossier:
    items = tuple(replace(i, title=title) if i.number == 2 else i for i in dossier.items)
    return replace(dossier, items=items)


@pytest.mark.parametrize("kind", MAKERS)
def test_hostile_text_stands_as_text_in_every_document(
    kind: str, hostile: MeetingDossier, read: Read
) -> None:
    assert TYPED in read(MAKERS[kind](hostile)).text


@pytest.mark.parametrize("kind", MAKERS)
def test_hostile_text_harms_no_readers_aid(kind: str, hostile: MeetingDossier) -> None:
    assert accessibility_faults(MAKERS[kind](hostile)) == []


@pytest.mark.parametrize("kind", ["delegationslista", "ej-verkställda", "statistikrapport"])
def test_hostile_text_in_the_registers_is_text_on_paper(kind: str, read: Read) -> None:
    made = sample_document(kind, hostile_facts())
    typed = {"delegationslista": "Avtal om hjälpmedel"}.get(kind, "Kontaktperson")
    assert f"[bold]{typed}[/] {{{{ 7*7 }}}}" in read(made.content).text
    assert accessibility_faults(made.content) == []


@pytest.mark.parametrize("kind", MAKERS)
def test_the_title_property_is_plain_text(kind: str, dossier: MeetingDossier, read: Read) -> None:
    committee = replace(dossier.committee, name="Vård & <omsorg>")
    core = read(MAKERS[kind](replace(dossier, committee=committee))).word.core_properties
    assert core.author == "Vård & <omsorg>"


@pytest.mark.parametrize("kind", MAKERS)
def test_a_hundred_thousand_characters_in_a_title_and_a_text_all_arrive(
    kind: str, dossier: MeetingDossier, read: Read
) -> None:
    long = "Ärende åäö " * 9_091
    items = tuple(
        replace(i, title=long, summary=long, chair_summary=None) if i.number == 2 else i
        for i in dossier.items
    )
    text = read(MAKERS[kind](replace(dossier, items=items))).text
    assert text.count("Ärende åäö Ärende") >= 9_090


def test_decomposed_letters_arrive_composed(dossier: MeetingDossier, read: Read) -> None:
    text = read(summons(titled(dossier, "A\u030akrad a\u0308rende"), SENT).content).text
    assert "Åkrad ärende" in text


def test_a_vertical_tab_in_a_title_is_a_space_and_an_escape_is_gone(
    dossier: MeetingDossier, read: Read
) -> None:
    text = read(summons(titled(dossier, "Ett\x0btvå\x1b[1m tre\x00"), SENT).content).text
    assert "2\tEtt två[1m tre (on/2017:106)" in text


def test_line_breaks_and_tabs_in_a_note_are_kept(dossier: MeetingDossier, read: Read) -> None:
    items = (replace(dossier.items[0], remark="Rad ett\nrad\ttvå"), *dossier.items[1:])
    lines = read(summons(replace(dossier, items=items), SENT).content).lines
    assert "Rad ett\nrad\ttvå" in lines
