from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.errors import NotFoundError
from tests.documents.making import extract, staff_memo

Read = Callable[[bytes], Any]


def test_an_extract_holds_one_paragraph_and_its_certification(
    dossier: MeetingDossier, read: Read
) -> None:
    document = extract(dossier, 85)
    lines = read(document.content).lines
    assert document.name == "2017-09-26 ON utdrag § 85.docx"
    assert "Sammanträdesdatum\t2017-09-26" in lines
    assert "§ 85\tDelårsrapport per den 31 augusti 2017 (on/2017:106)" in lines
    assert "Utdragets överensstämmelse med protokollet intygas." in lines
    assert not [line for line in lines if line.startswith("§ 86")]


def test_an_extract_of_a_paragraph_that_does_not_exist_is_explained(
    dossier: MeetingDossier,
) -> None:
    with pytest.raises(NotFoundError, match=r"§ 12 finns inte .* Där finns §§.84–88\."):
        extract(dossier, 12)


def test_a_memo_stands_alone_with_its_title_first(dossier: MeetingDossier, read: Read) -> None:
    document = staff_memo(dossier, dossier.items[3])
    memo = read(document.content)
    assert document.name == "2017-09-12 ON tjänsteskrivelse on-2017-106.docx"
    assert list(memo.headings())[:4] == [
        "Delårsrapport per den 31 augusti 2017",
        "Förslag till beslut",
        "Sammanfattning",
        "Ärendet",
    ]
    assert (
        memo.word.core_properties.title == "Tjänsteskrivelse Delårsrapport per den 31 augusti 2017"
    )


def test_a_memo_not_written_yet_is_filed_under_the_meetings_day(
    dossier: MeetingDossier, read: Read
) -> None:
    item = replace(dossier.items[3], memo=None, cases=())
    document = staff_memo(dossier, item)
    assert (
        document.name == "2017-09-26 ON tjänsteskrivelse Delårsrapport per den 31 augusti 2017.docx"
    )
    assert "Mottagare\tOmsorgsnämnden" in read(document.content).lines


def test_the_order_at_the_end_of_a_memo_is_the_committees(
    dossier: MeetingDossier, read: Read
) -> None:
    settings = replace(
        dossier.committee.settings,
        memo_section_order=("signatures", "recipients", "attachments"),
    )
    committee = replace(dossier.committee, settings=settings)
    lines = read(staff_memo(replace(dossier, committee=committee), dossier.items[3]).content).lines
    assert lines.index("Förvaltningschef") < lines.index("Expedieras till") < lines.index("Bilagor")


def test_a_memo_shows_the_administrations_proposal_whatever_the_chair_wants(
    dossier: MeetingDossier, read: Read
) -> None:
    memo = read(staff_memo(dossier, dossier.items[4]).content)
    assert memo.after("Förslag till beslut") == [
        "Omsorgsnämnden beslutar att träffpunkten stängs på lördagar."
    ]
    assert memo.after("Sammanfattning") == ["Träffpunkten har haft få besökare på lördagar."]
