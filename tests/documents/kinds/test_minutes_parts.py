from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from nämndtui.documents.word.accessibility import accessibility_faults
from nämndtui.model.agenda.meeting import MinutesPart
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.errors import NotFoundError
from tests.documents.making import extract, minutes

Read = Callable[[bytes], Any]
AT_ONCE = 7


@pytest.fixture
def parted(dossier: MeetingDossier) -> MeetingDossier:
    """The meeting with § 88 adjusted at once by somebody else, and posted the day after."""
    adjuster = next(a.person for a in dossier.attendances if a.person.name == "Hanna Lidfors")
    apart = MinutesPart(
        AT_ONCE,
        immediate=True,
        adjusters=(adjuster,),
        adjusted_on=date(2017, 9, 26),
        posted_on=date(2017, 9, 27),
        paragraph_numbers=(88,),
    )
    return replace(dossier, minutes_parts=(*dossier.minutes_parts, apart))


@pytest.fixture
def apart(parted: MeetingDossier, read: Read) -> Any:
    return read(minutes(parted, AT_ONCE).content)


def test_a_part_adjusted_at_once_is_a_protokoll_of_its_own(
    parted: MeetingDossier, apart: Any
) -> None:
    assert minutes(parted, AT_ONCE).name == "2017-09-26 ON protokoll § 88.docx"
    assert apart.word.core_properties.title.endswith("2017-09-26 §\u00a088")
    assert "Paragrafer\t§ 88 (omedelbart justerad)" in apart.lines
    assert [line for line in apart.headings() if line.startswith("§")] == [
        "§ 88\tAnmälningsärenden (on/2017:1, on/2016:224)"
    ]
    assert "Ärenden som utgår" not in apart.lines
    assert accessibility_faults(apart.content) == []


def test_it_has_its_own_signatures_place_and_notice(apart: Any) -> None:
    assert [c.text for c in apart.word.tables[1].rows[1].cells] == [
        "Vera Lindblad",
        "Karin Ekmark (S)",
        "Hanna Lidfors (L)",
    ]
    assert "Justeringens plats och tid\tVid sammanträdet" in apart.lines
    assert "Nämnd\tOmsorgsnämnden, § 88" in apart.lines
    assert "Anslaget den\t2017-09-27\tNedtas den\t2017-10-19" in apart.lines


def test_it_names_only_those_who_were_there_and_without_limits_elsewhere(apart: Any) -> None:
    left, right = (cell.text for cell in apart.word.tables[0].rows[1].cells)
    assert "Aino Rautio" not in left
    assert "Nils Hagström (C), 1:e vice ordförande\n" in left
    assert right.split("\n")[0] == "Lena Nordahl (C)"
    assert "Pär Kvist" not in right


def test_the_main_part_keeps_its_own_range_and_signatures(
    parted: MeetingDossier, read: Read
) -> None:
    main = read(minutes(parted).content)
    assert "Nämnd\tOmsorgsnämnden, §§ 84–87" in main.lines
    assert main.word.tables[1].rows[1].cells[2].text == "Gunilla Örn (M)"
    assert [line for line in main.headings() if line.startswith("§ 88")]


def test_an_extract_says_when_its_own_part_was_adjusted(parted: MeetingDossier, read: Read) -> None:
    assert "Justerat\t2017-09-26" in read(extract(parted, 88).content).lines
    assert "Justerat\t2017-10-03" in read(extract(parted, 85).content).lines


def test_a_part_that_does_not_exist_is_explained(parted: MeetingDossier) -> None:
    with pytest.raises(NotFoundError, match="protokollsdel"):
        minutes(parted, 99)


def test_each_who_led_signs_for_their_own_paragraphs(dossier: MeetingDossier, read: Read) -> None:
    people = tuple(
        replace(a, not_paragraphs=(86,)) if a.office == "chair" else replace(a, not_paragraphs=())
        for a in dossier.attendances
    )
    signed = read(minutes(replace(dossier, attendances=people)).content).word.tables[1].rows
    roles = [cell.text.replace("\u00a0", " ").replace("\u2060", "") for cell in signed[0].cells]
    assert roles == ["Sekreterare", "Ordförande §§ 84–85 och 87", "Ordförande § 86", "Justerare"]
    assert [cell.text for cell in signed[1].cells][1:3] == ["Karin Ekmark (S)", "Nils Hagström (C)"]


def test_every_page_of_a_paragraph_says_which_it_is(dossier: MeetingDossier, read: Read) -> None:
    headers = read(minutes(dossier).content).headers()
    assert len(headers) == 6
    assert "§ 84" not in headers[0]
    assert headers[3].endswith("§ 86")
