"""Anslag, närvarolista and voteringslista: what stands on them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from nämndtui.documents.contexts.attendance_list import attendance_list_context
from nämndtui.documents.samples.documents import ordinary_facts
from nämndtui.documents.word.accessibility import accessibility_faults
from nämndtui.model.attendance.presence import Disqualification, Presence
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.record.minutes_record import MinutesRecord
from nämndtui.model.text.errors import RefusedError
from tests.documents.making import (
    announcement,
    attendance_sheet,
    secrecy_annex,
    vote_list,
)

Read = Callable[[bytes], Any]


@pytest.fixture
def record() -> MinutesRecord:
    return ordinary_facts().record


def rows(table: Any) -> list[list[str]]:
    return [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in table.rows]


def test_the_notice_says_until_when_one_may_appeal(dossier: MeetingDossier, read: Read) -> None:
    document = announcement(dossier)
    lines = read(document.content).lines
    assert document.name == "2017-09-26 ON anslag §§ 84-87.docx"
    assert "Paragrafer\t§§ 84–87" in lines
    assert "Överklagas senast\t2017-10-25" in lines
    assert "Nedtas den\t2017-10-26" in lines
    assert any("förvaltningsrätten" in line for line in lines)


def test_the_notice_names_the_court_and_what_was_corrected(
    dossier: MeetingDossier, read: Read
) -> None:
    court = "Förvaltningsrätten i Göteborg"
    settings = replace(dossier.committee.settings, appeal_court=court)
    named = replace(dossier, committee=replace(dossier.committee, settings=settings))
    found = read(announcement(named).content)
    assert f"kommit in till {court} senast" in found.text
    assert found.after("Rättelser") == ["§ 85, rättad den 10 oktober 2017: protokollsanteckningar"]
    assert "kommit in till förvaltningsrätten senast" in read(announcement(dossier).content).text


def test_the_secrecy_annex_is_marked_and_has_the_whole_paragraph(
    dossier: MeetingDossier, read: Read
) -> None:
    document = secrecy_annex(dossier, 86)
    found = read(document.content)
    assert document.name == "2017-09-26 ON sekretessbilaga § 86.docx"
    assert "SEKRETESS" in found.lines
    provision = next(line for line in found.lines if line.startswith("Bestämmelse"))
    assert provision.strip().endswith("offentlighets- och sekretesslagen")
    assert "Datum\t2017-10-03" in found.lines
    assert "Myndighet\tOmsorgsnämnden, Sjöhaga kommun" in found.lines
    assert "Omsorgsnämnden beslutar att träffpunkten är öppen på lördagar." in found.lines
    assert "Öppettider" not in found.word.core_properties.title
    assert accessibility_faults(document.content) == []


def test_a_notice_not_yet_up_leaves_lines_to_fill_in(dossier: MeetingDossier, read: Read) -> None:
    (part,) = dossier.minutes_parts
    waiting = replace(dossier, minutes_parts=(replace(part, posted_on=None),))
    lines = read(announcement(waiting).content).lines
    blank = next(line for line in lines if line.startswith("Anslaget den"))
    assert blank.removeprefix("Anslaget den\t").strip() == ""
    assert "Justerat den\t2017-10-03" in lines


def test_a_part_adjusted_at_once_has_its_own_notice(dossier: MeetingDossier, read: Read) -> None:
    apart = replace(
        dossier.minutes_parts[0],
        id=7,
        immediate=True,
        posted_on=date(2017, 9, 27),
        paragraph_numbers=(88,),
    )
    parted = replace(dossier, minutes_parts=(*dossier.minutes_parts, apart))
    assert "Paragrafer\t§ 88" in read(announcement(parted, 7).content).lines


def test_the_attendance_list_shares_columns_where_nobody_comes_or_goes(
    record: MinutesRecord, read: Read
) -> None:
    first, substitutes, others = (
        rows(table) for table in read(attendance_sheet(record).content).word.tables
    )
    assert first[0] == ["Namn", "§ 84", "§ 85", "§ 86", "§ 87", "§ 88"]
    assert first[1] == ["Karin Ekmark (S)", *["X"] * 5]
    assert first[4] == ["Aino Rautio (S)", "X", "X", "X", "X", "–"]
    assert substitutes[2] == ["Lena Nordahl (C)", "–", "(X)", "(X)", "(X)", "(X)"]
    assert others[3] == ["Pär Kvist, enhetschef, på distans", "(X)", "–", "–", "–", "–"]


def test_facts_by_paragraph_show_jäv_and_who_stands_in(record: MinutesRecord) -> None:
    people = {one.person.id: one.person for one in record.dossier.mandates}
    facts = replace(
        record,
        presences=tuple(Presence(i, person, "member") for i, person in people.items()),
        disqualifications=(Disqualification(1, 5, people[2], "ägare"),),
    )
    members = attendance_list_context(facts)["tabeller"][0]
    assert members["kolumner"] == ["§§\u00a084–85", "§\u00a086", "§§\u00a087–88"]
    assert members["personer"][1] == {"namn": "Nils Hagström (C)", "märken": ["X", "jäv", "X"]}
    assert (
        "jäv\u00a0=\u00a0deltar inte på grund av jäv"
        in attendance_list_context(facts)["teckenförklaring"]
    )


def test_many_changes_give_several_tables_that_say_which_paragraphs(
    record: MinutesRecord,
) -> None:
    own = record.dossier.paragraphs[0]
    many = tuple(replace(own, id=n, number=n) for n in range(84, 92))
    chair, *rest = record.dossier.attendances
    odd = replace(chair, not_paragraphs=(85, 87, 89, 91))
    dossier = replace(record.dossier, paragraphs=many, attendances=(odd, *rest))
    tables = attendance_list_context(replace(record, dossier=dossier))["tabeller"]
    assert len(tables) == 6
    assert tables[0]["rubrik"] == "Ledamöter, §§\u00a084–88"
    assert tables[3]["rubrik"] == "Ledamöter, §§\u00a089–91"


def test_each_voter_has_one_mark_and_the_absent_member_stands_in_the_seat(
    record: MinutesRecord, read: Read
) -> None:
    document = vote_list(record, 86)
    (table,) = read(document.content).word.tables
    found = rows(table)
    assert document.name == "2017-09-26 ON voteringslista § 86.docx"
    assert found[0] == ["Beslutande", "Ja", "Nej", "Avstår", "Frånvarande"]
    assert found[2] == ["Nils Hagström (C)", "", "", "", "X"]
    assert found[6] == ["Jonas Myrgren (S), ersätter Cecilia Tornberg (S)", "X", "", "", ""]
    assert all(sum(cell == "X" for cell in row[1:]) == 1 for row in found[1:-1])
    assert found[-1] == ["Summa", "6", "3", "1", "1"]


def test_a_secret_vote_shows_the_count_and_no_names(record: MinutesRecord, read: Read) -> None:
    found = read(vote_list(record, 87).content)
    assert rows(found.word.tables[0])[1:] == [
        ["Aino Rautio (S)", "7"],
        ["Erik Åsberg (C)", "3"],
        ["Blanka röster", "1"],
    ]
    assert "Sluten omröstning." in found.lines
    assert "Bertil Sandkvist" not in found.text


def test_all_votes_of_a_meeting_or_none(record: MinutesRecord) -> None:
    assert vote_list(record).name == "2017-09-26 ON voteringslista.docx"
    with pytest.raises(RefusedError, match="§ 84 har ingen omröstning"):
        vote_list(record, 84)
    with pytest.raises(RefusedError, match="Sammanträdet 2017-09-26 har ingen omröstning"):
        vote_list(replace(record, votes=()))
