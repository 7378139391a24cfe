"""The tilläggskallelse read back: what is new, and only the pages of that (F 2)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from nämndtui.documents.samples.sendings import with_sample_sendings
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.summons.supplement import coming_supplement
from tests.documents.making import summons, supplement

SENT, ADDED = date(2017, 9, 19), date(2017, 9, 25)
REPLACES = "version 2, ersätter den som skickades den 19 september 2017"
REPORT = "2\tDelårsrapport per den 31 augusti 2017 (on/2017:106)"

Read = Callable[[bytes], Any]


@pytest.fixture
def summoned(dossier: MeetingDossier) -> MeetingDossier:
    return with_sample_sendings(dossier, SENT)


@pytest.fixture
def document(summoned: MeetingDossier, read: Read) -> Any:
    return read(supplement(summoned, ADDED).content)


def news(document: Any) -> dict[str, list[str]]:
    """Item number → what is new in it."""
    _, *rows = document.word.tables[0].rows
    texts = [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in rows]
    return {number: new.split("\n") for number, _, new in texts}


def test_the_front_says_which_meeting_and_the_supplements_own_day(document: Any) -> None:
    assert document.lines[0] == "Tilläggskallelse till sammanträde 2017-09-26"
    assert "Nämnd\tOmsorgsnämnden" in document.lines
    assert "Tid\tTisdagen den 26 september 2017, kl. 18.30" in document.lines
    assert "Plats\tSessionssalen, kommunhuset" in document.lines
    assert "\tTILLÄGGSKALLELSE\t" in document.headers()[0] and "2017-09-25" in document.headers()[0]


def test_what_is_new_is_listed_in_agenda_order_since_the_day_of_the_kallelse(document: Any) -> None:
    assert "Nytt sedan kallelsen den 19 september 2017" in list(document.headings())
    assert news(document) == {
        "2": [
            f"Ändrad handling: Tjänsteskrivelsen, {REPLACES}",
            "Ny handling: Bilaga 1: Delårsrapport",
            "Utgått handling: Bilaga 9: Delårsrapport",
        ],
        "3": [
            f"Ändrad handling: Ordförandeförslaget, {REPLACES}",
            f"Ändrad handling: Tjänsteskrivelsen, {REPLACES}",
            "Ny handling: Bilaga 1: Besöksräkning",
            "Utgått handling: Bilaga 9: Besöksräkning",
        ],
        "4": ["Ny punkt", "Ny handling: Tjänsteskrivelsen", "Ny handling: Bilaga 1: Motionen"],
        "5": ["Utgår"],
    }


def test_only_items_with_something_new_have_pages(document: Any) -> None:
    kinds = [header.split("\t")[1] for header in document.headers()]
    page, memo = "ORDFÖRANDEFÖRSLAG", "TJÄNSTESKRIVELSE"
    assert kinds == ["TILLÄGGSKALLELSE", page, memo, page, memo, page, memo]
    assert "Information från förvaltningen" not in document.text


def test_a_page_and_a_memo_tell_what_they_replace(document: Any) -> None:
    note = "Version 2, ersätter den som skickades den 19 september 2017."
    lines = document.lines
    assert lines.count(note) == 3
    assert lines[lines.index("3\tÖppettider på träffpunkten Linden (on/2017:91)") + 1] == note
    assert lines[lines.index(REPORT) + 1] == "Förslag till beslut"


def test_a_memo_that_is_as_before_is_not_sent_again(summoned: MeetingDossier, read: Read) -> None:
    sent = (*summoned.sendings, coming_supplement(summoned, ADDED))
    report = next(item for item in summoned.items if item.number == 2)
    changed = replace(report, chair_summary="Nämnden håller budgeten.")
    items = tuple(changed if item.number == 2 else item for item in summoned.items)
    document = read(supplement(replace(summoned, items=items, sendings=sent), ADDED).content)
    assert list(news(document)) == ["2"]
    assert "Tjänsteskrivelse till ärende 2" not in document.lines
    assert document.after("Sammanfattning", REPORT) == ["Nämnden håller budgeten."]


def test_the_same_sending_gives_the_same_bytes_whatever_is_written_later(
    summoned: MeetingDossier,
) -> None:
    before = supplement(summoned, ADDED)
    sent = (*summoned.sendings, coming_supplement(summoned, ADDED))
    later = tuple(replace(item, chair_summary="Skrivet efteråt.") for item in summoned.items)
    meeting = replace(summoned.meeting, state="adjusted")
    held = replace(summoned, items=later, meeting=meeting, sendings=sent)
    assert supplement(held, date(2018, 1, 1)) == before
    assert before.name == "2017-09-26 ON tilläggskallelse.docx"


def test_a_supplement_lists_an_attachment_the_page_had_without_its_file(
    summoned: MeetingDossier, read: Read
) -> None:
    bare = tuple(
        replace(item, attachments=tuple(replace(one, file=None) for one in item.attachments))
        for item in summoned.items
    )
    document = read(supplement(replace(summoned, items=bare), ADDED).content)
    assert "Ny handling: Bilaga 1: Delårsrapport" not in news(document)["2"]
    assert "Bilaga 1: Delårsrapport" in document.after("Bilagor", REPORT)


def test_the_kallelse_does_not_know_of_the_supplement(
    summoned: MeetingDossier,
) -> None:
    sent = (*summoned.sendings, coming_supplement(summoned, ADDED))
    with_it, without = replace(summoned, sendings=sent), replace(summoned, sendings=())
    assert summons(with_it, SENT) == summons(without, SENT)


def test_a_supplement_prints_times_as_the_kallelse_does(
    dossier: MeetingDossier, read: Read
) -> None:
    lengths = {1: 20, 2: 30}
    items = tuple(replace(one, duration=lengths.get(one.number or 0)) for one in dossier.items)
    document = read(
        supplement(with_sample_sendings(replace(dossier, items=items), SENT), ADDED).content
    )
    said = [line.replace("\u00a0", " ") for line in document.lines]
    assert "Beräknad tid kl. 18.50–19.20" in said
    assert not any(line.startswith("Beräknad tid 30") for line in said)


def test_a_supplement_says_how_long_when_the_kallelse_is_not_known(
    dossier: MeetingDossier, read: Read
) -> None:
    items = tuple(
        replace(one, duration=30, late="supplement") if one.number == 2 else one
        for one in dossier.items
    )
    meeting = replace(dossier.meeting, state="summoned")
    unknown = replace(dossier, items=items, meeting=meeting, sendings=())
    assert "Tidsåtgång 30 minuter" in read(supplement(unknown, ADDED).content).lines
