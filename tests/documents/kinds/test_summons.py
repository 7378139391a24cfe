from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from nämndtui.model.agenda.earlier_treatment import EarlierTreatment
from nämndtui.model.agenda.timed_items import with_start_times
from nämndtui.model.record.dossier import MeetingDossier
from tests.documents.making import summons

SENT = date(2017, 9, 19)
REPORT = "2\tDelårsrapport per den 31 augusti 2017 (on/2017:106)"
LINDEN = "3\tÖppettider på träffpunkten Linden (on/2017:91)"

Read = Callable[[bytes], Any]


@pytest.fixture
def kallelse(dossier: MeetingDossier, read: Read) -> Any:
    return read(summons(dossier, SENT).content)


def table_rows(document: Any, number: int) -> list[list[str]]:
    table = document.word.tables[number]
    return [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in table.rows]


def test_the_name_follows_the_committee_and_the_day(dossier: MeetingDossier) -> None:
    assert summons(dossier, SENT).name == "2017-09-26 ON kallelse.docx"


def test_the_front_page_says_when_and_where_with_a_computed_weekday(kallelse: Any) -> None:
    assert "Tid\tTisdagen den 26 september 2017, kl. 18.30" in kallelse.lines
    assert "\tObs! En timme senare än vanligt." in kallelse.lines
    assert "Plats\tSessionssalen, kommunhuset" in kallelse.lines


def test_the_committee_prints_times_its_own_way(dossier: MeetingDossier, read: Read) -> None:
    settings = replace(dossier.committee.settings, time_format="kl 18:30")
    changed = replace(dossier, committee=replace(dossier.committee, settings=settings))
    assert (
        "Tid\tTisdagen den 26 september 2017, kl 18:30"
        in read(summons(changed, SENT).content).lines
    )


def test_opening_items_stand_first_without_numbers(kallelse: Any) -> None:
    agenda = table_rows(kallelse, 0)
    assert agenda[0] == ["Nr", "Ärende", "Diarienummer"]
    assert agenda[1] == ["", "Justering\nTisdag 3 oktober kl. 16.00, kommunhuset.", ""]
    assert agenda[2][:2] == ["", "Fastställande av föredragningslista"]
    assert [row[0] for row in agenda[3:]] == ["1", "2", "3", "4", "5", "6", "7", "", "8"]


def test_a_returning_item_says_where_it_was_treated_before(
    dossier: MeetingDossier, read: Read
) -> None:
    earlier = EarlierTreatment(date(2017, 8, 29), "referred_back", 71, "utreda kostnaderna")
    items = [replace(one, earlier=(earlier,)) if one.number == 2 else one for one in dossier.items]
    lines = read(summons(replace(dossier, items=tuple(items)), SENT).content).lines
    said = [line.replace("\u00a0", " ") for line in lines if "Tidigare behandling" in line]
    assert said == ["Tidigare behandling: § 71 den 29 augusti 2017, återremiss: utreda kostnaderna"]


def test_what_was_raised_at_the_meeting_was_never_in_the_kallelse(
    dossier: MeetingDossier, read: Read
) -> None:
    *items, last = dossier.items
    late = replace(dossier, items=(*items, replace(last, late="at_meeting")))
    document = read(summons(late, SENT).content)
    assert "8" not in [row[0] for row in table_rows(document, 0)]
    assert last.title not in document.text


def test_a_withdrawn_item_keeps_number_and_title_but_has_no_page(kallelse: Any) -> None:
    assert ["5", "Taxa för trygghetslarm 2018 – utgår", "on/2017:88"] in table_rows(kallelse, 0)
    assert not [line for line in kallelse.headings() if "trygghetslarm" in line]


def test_every_item_page_has_the_title_of_the_list(kallelse: Any) -> None:
    for number, title, dnr in table_rows(kallelse, 0)[1:]:
        if number and "utgår" not in title:
            title = title.removesuffix(" (tillägg)")
            expected = f"{number}\t{title} ({dnr})" if dnr else f"{number}\t{title}"
            assert expected in kallelse.lines


def test_several_points_are_numbered_and_one_is_not(kallelse: Any) -> None:
    assert kallelse.after("Förslag till beslut", REPORT) == [
        "Omsorgsnämnden godkänner delårsrapporten.",
        "Omsorgsnämnden uppdrar åt förvaltningen att redovisa åtgärderna i november.",
        "Omsorgsnämnden överlämnar rapporten till kommunstyrelsen.",
    ]
    styles = {p.text: p.style.name for p in kallelse.word.paragraphs}
    assert styles["Omsorgsnämnden godkänner delårsrapporten."] == "List Number"
    assert styles["Omsorgsnämnden beslutar att träffpunkten stängs på lördagar."] == "Normal"


def test_a_chair_who_differs_is_flagged_and_both_proposals_are_shown(kallelse: Any) -> None:
    flag, first, second = kallelse.after("Förslag till beslut", LINDEN)
    assert flag.startswith("Ordförandens förslag skiljer sig från förvaltningens")
    assert "är öppen kl. 10.00–14.00 på lördagar" in first
    assert "180 000 kr" in second
    assert kallelse.after("Förvaltningens förslag till beslut", LINDEN) == [
        "Omsorgsnämnden beslutar att träffpunkten stängs på lördagar."
    ]
    assert kallelse.after("Sammanfattning", LINDEN) == [
        "Träffpunkten är viktig för dem som bor ensamma."
    ]


def test_attachments_and_recipients_are_listed(kallelse: Any) -> None:
    assert kallelse.after("Bilagor", REPORT) == [
        "Bilaga 1: Delårsrapport",
        "Bilaga 2: Måluppfyllelse",
        "Bilaga 2:1 Mått",
        "Bilaga 2:2 Uppdrag",
        "Bilaga 2:3 Internkontroll",
        "Bilaga 3: Protokoll",
    ]
    assert kallelse.after("Expedieras till", REPORT)[:2] == [
        "Kommunstyrelsen (KS/2017:175)",
        "Revisorerna",
    ]
    assert kallelse.after("Bilaga", LINDEN) == ["Besöksräkning (on/2017:91-2)"]


def test_an_item_without_content_says_so(kallelse: Any) -> None:
    assert kallelse.after("7\tDelegationsbeslut (on/2017:2)") == [
        "Det finns inga ärenden att redovisa."
    ]


def test_the_memo_stands_behind_its_item_in_the_order_of_the_committee(kallelse: Any) -> None:
    lines = kallelse.lines
    at = lines.index("Tjänsteskrivelse till ärende 2")
    memo = lines[at : lines.index(LINDEN)]
    wanted = [
        "Datum\t2017-09-12", "Dnr\ton/2017:106", "Referens\tIvar Lönn, controller, Mona Sjölind",
        "Mottagare\tOmsorgsnämnden", "Delårsrapport per den 31 augusti 2017",
        "Förslag till beslut", "Sammanfattning", "Ärendet", "Barnets bästa", "Bilagor",
        "Mona Sjölind", "Förvaltningschef", "Expedieras till",
    ]  # fmt: skip
    assert [line for line in memo if line in wanted] == wanted


def test_each_item_and_memo_has_its_own_page_header(kallelse: Any) -> None:
    headers = kallelse.headers()
    assert len(headers) == 1 + 7 + 3
    assert (
        headers[0]
        == "Omsorgsnämnden\tKALLELSE/FÖREDRAGNINGSLISTA\tSida 1 (1)\nSjöhaga kommun\t2017-09-19"
    )
    assert "ORDFÖRANDEFÖRSLAG" in headers[1] and headers[1].endswith("\ton/2017:3")
    assert "TJÄNSTESKRIVELSE" in headers[3] and headers[3].endswith("2017-09-12\n\ton/2017:106")
    assert headers[-1].endswith("\n\t")


def test_page_numbers_are_fields(kallelse: Any) -> None:
    assert 'w:instr=" PAGE "' in kallelse.part("word/header1.xml")
    assert 'w:instr=" NUMPAGES "' in kallelse.part("word/header1.xml")


def test_those_who_sign_and_the_group_meetings_are_on_the_front(kallelse: Any) -> None:
    assert table_rows(kallelse, 1) == [
        ["Ordförande", "Nämndsekreterare"],
        ["Karin Ekmark (S)", "Vera Lindblad"],
    ]
    assert table_rows(kallelse, 2)[1:] == [
        ["S och V", "Rum Eken", "tisdag 26 september, kl. 17.30"],
        ["C, M och L", "Rum Linden", "måndag 25 september, kl. 18.00"],
    ]


def test_an_agenda_still_empty_gives_a_front_page_and_nothing_more(
    dossier: MeetingDossier, read: Read
) -> None:
    document = read(summons(replace(dossier, items=(), mandates=()), SENT).content)
    assert len(document.word.sections) == 1
    assert "Kallelse till sammanträde 2017-09-26" in document.lines


def test_a_kallelse_not_yet_sent_is_dated_today(dossier: MeetingDossier, read: Read) -> None:
    meeting = replace(dossier.meeting, summons_date=None, start=time(9, 0))
    document = read(summons(replace(dossier, meeting=meeting), date(2017, 9, 14)).content)
    assert "2017-09-14" in document.headers()[0]


def test_the_last_page_is_not_followed_by_an_empty_one(kallelse: Any) -> None:
    body = kallelse.body
    assert kallelse.lines[-1] == "Inga handlingar bifogas kallelsen."
    assert body[-1].tag.endswith("}sectPr")


def times(document: Any) -> list[str]:
    said = (line.replace("\u00a0", " ") for line in document.lines)
    return [line for line in said if line.startswith(("Beräknad tid", "Tidsåtgång"))]


def timed(dossier: MeetingDossier, start: time, **durations: int) -> MeetingDossier:
    """The items with durations by number (``p2=15``), and their times from ``start``."""
    items = (replace(one, duration=durations.get(f"p{one.number}")) for one in dossier.items)
    return replace(dossier, items=with_start_times(start, items))


def test_an_item_with_a_duration_has_its_expected_time(dossier: MeetingDossier, read: Read) -> None:
    document = read(summons(timed(dossier, time(18, 30), p2=30, p3=15), SENT).content)
    assert times(document) == ["Beräknad tid kl. 18.30–19.00", "Beräknad tid kl. 19.00–19.15"]


def test_no_clock_time_is_printed_past_midnight(dossier: MeetingDossier, read: Read) -> None:
    document = read(summons(timed(dossier, time(23, 45), p2=30, p3=15), SENT).content)
    assert times(document) == ["Tidsåtgång 30 minuter", "Tidsåtgång 15 minuter"]


def test_a_withdrawn_item_is_printed_without_time_and_takes_none(
    dossier: MeetingDossier, read: Read
) -> None:
    items = (replace(one, state="withdrawn") if one.number == 2 else one for one in dossier.items)
    withdrawn = replace(dossier, items=tuple(items))
    document = read(summons(timed(withdrawn, time(18, 30), p2=30, p3=15), SENT).content)
    assert times(document) == ["Beräknad tid kl. 18.30–18.45"]
