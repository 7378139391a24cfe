"""A package written by hand becomes the meeting its author meant."""

import json
from base64 import b64encode
from datetime import date, time
from typing import Any

import pytest

from nämndtui.exchange.package.read import read_package_text
from nämndtui.exchange.package.write import write_package
from nämndtui.model.agenda.agenda_item import (
    AgendaItem,
    MemoSignature,
    Presenter,
    Recipient,
)
from nämndtui.model.package.package import CommitteePackage, Package
from nämndtui.model.record.dossier import MeetingDossier


def _package(**committee: Any) -> Package:
    whole = {"kod": "ON", "namn": "Omsorgsnämnden", "kommun": "Norrviks kommun", **committee}
    text = json.dumps({"format": "namndtui-paket", "version": 1, "nämnder": [whole]})
    package = read_package_text(text)
    assert read_package_text(write_package(package)) == package
    return package


def _committee(**fields: Any) -> CommitteePackage:
    return _package(**fields).committees[0]


def _meeting(**meeting: Any) -> MeetingDossier:
    fields = {
        key: meeting.pop(key) for key in ("ärenden", "mandat", "inställningar") if key in meeting
    }
    return _committee(sammanträden=[{"datum": "2026-12-08", **meeting}], **fields).meetings[0]


def _item(**item: Any) -> AgendaItem:
    return _meeting(punkter=[{"rubrik": "Budget", **item}]).items[0]


def test_a_meeting_without_time_and_place_meets_as_the_committee_usually_does() -> None:
    usual = {"starttid": "17:00", "plats": "Stora salen"}
    meeting = _meeting(inställningar=usual).meeting
    assert (meeting.start, meeting.place) == (time(17), "Stora salen")
    assert _meeting().meeting.start == time(18, 30)


def test_items_are_numbered_in_order_and_openings_and_headings_are_not() -> None:
    rows = [
        {"rubrik": "Justering", "slag": "inledning"},
        {"rubrik": "Beslutsärenden", "slag": "rubrik"},
        {"rubrik": "Ett"},
        {"rubrik": "Fem", "nummer": 5},
        {"rubrik": "Sex", "slag": "information"},
        {"rubrik": "Utan", "nummer": None},
    ]
    assert [item.number for item in _meeting(punkter=rows).items] == [None, None, 1, 5, 6, None]
    numbered = _meeting(punkter=rows, inställningar={"inledande_punkter": "numrerade"})
    assert [item.number for item in numbered.items] == [1, None, 2, 5, 6, None]
    assert [item.position for item in numbered.items] == [1, 2, 3, 4, 5, 6]


def test_an_automatic_number_never_takes_one_that_is_written() -> None:
    rows = [{"rubrik": "a"}, {"rubrik": "b"}, {"rubrik": "c", "nummer": 2}]
    assert [item.number for item in _meeting(punkter=rows).items] == [1, 3, 2]


def test_one_value_may_stand_without_its_list() -> None:
    item = _item(
        förslag="Nämnden godkänner rapporten.",
        föredragande="Maria Lund, förvaltningschef",
        expedieras_till="Kommunledningsförvaltningen (KS/2017:175)",
        tjänsteskrivelse={"referens": "Eva Holm", "underskrifter": "Maria Lund"},
    )
    assert item.staff_proposal == ("Nämnden godkänner rapporten.",)
    assert item.presenters == (Presenter("Maria Lund", "förvaltningschef"),)
    assert item.recipients == (Recipient("Kommunledningsförvaltningen", "KS/2017:175"),)
    assert item.memo is not None
    assert item.memo.references == ("Eva Holm",)
    assert item.memo.signatures == (MemoSignature("Maria Lund"),)


def test_a_parenthesis_without_a_diary_number_belongs_to_the_recipient() -> None:
    item = _item(expedieras_till=["Region Norr (hälso- och sjukvård)", {"namn": "Revisorerna"}])
    assert item.recipients == (
        Recipient("Region Norr (hälso- och sjukvård)"),
        Recipient("Revisorerna"),
    )


def test_an_item_finds_its_cases_however_their_numbers_are_spelled() -> None:
    cases = [
        {"diarienummer": "ON/2026:106", "rubrik": "Delårsrapport"},
        {"diarienummer": "ON/2026:107", "rubrik": "Budget"},
    ]
    meeting = _meeting(ärenden=cases, punkter=[{"rubrik": "x", "diarienummer": "on 2026/107"}])
    assert meeting.items[0].dnrs == ("ON/2026:107",)
    assert meeting.items[0].cases[0].title == "Budget"


def test_a_case_only_the_database_knows_keeps_its_number() -> None:
    data = {
        "format": "namndtui-paket",
        "version": 1,
        "nämnder": [
            {
                "kod": "ON",
                "namn": "O",
                "kommun": "N",
                "väntande_punkter": [{"rubrik": "x", "diarienummer": "ON/2025:7"}],
            }
        ],
    }
    package = read_package_text(json.dumps(data), known_dnrs=["ON/2025:7"])
    case = package.committees[0].waiting[0].cases[0]
    assert (case.case_id, case.dnr) == (0, "ON/2025:7")


def test_the_state_of_an_item_follows_from_the_meeting_and_its_decision() -> None:
    rows = [
        {"rubrik": "a"},
        {"rubrik": "b", "status": "utgår"},
        {"rubrik": "c", "förslag": "Bifall.", "paragraf": {"nummer": 1}},
        {"rubrik": "d", "slag": "information", "paragraf": {"nummer": 2}},
        {"rubrik": "e", "paragraf": {"nummer": 3, "utfall": "återremiss"}},
    ]
    states = [item.state for item in _meeting(punkter=rows).items]
    assert states == ["draft", "withdrawn", "decided", "noted", "referred_back"]
    assert _meeting(punkter=rows[:1], status="kallat").items[0].state == "listed"


def test_a_decision_as_proposed_need_not_be_written_twice() -> None:
    rows = [
        {"rubrik": "a", "förslag": ["Ett.", "Två."], "paragraf": {"nummer": 8}},
        {"rubrik": "b", "förslag": "Ja.", "paragraf": {"nummer": 7, "beslut": "Nej."}},
    ]
    own, proposed = _meeting(punkter=rows).paragraphs
    assert (proposed.outcome, proposed.points) == ("as_proposed", ("Ett.", "Två."))
    assert (own.outcome, own.points, own.year) == ("own_decision", ("Nej.",), 2026)


def test_attendance_takes_party_and_office_from_the_mandate_of_that_day() -> None:
    mandates = [
        {"namn": "Karin Ek", "uppdrag": "ordförande", "parti": "C", "från": "2023-01-01"},
        {"namn": "Olle Strand", "uppdrag": "ersättare", "parti": "S", "från": "2027-01-01"},
    ]
    present = [
        {"namn": "Karin Ek", "roll": "ledamot"},
        {"namn": "Olle Strand", "roll": "ersättare", "uppdrag": "ersättare"},
        {"namn": "Maria Lund", "roll": "tjänsteperson", "titel": "Förvaltningschef"},
    ]
    dossier = _meeting(mandat=mandates, närvaro=present)
    chair, substitute, official = dossier.attendances
    assert (chair.party, chair.office) == ("C", "chair")
    assert (substitute.party, substitute.office) == ("S", "substitute")
    assert (official.person.kind, official.title) == ("official", "Förvaltningschef")
    assert [mandate.person.name for mandate in dossier.mandates] == ["Karin Ek"]


def test_a_mandate_brings_its_person_along() -> None:
    package = _package(
        mandat=[{"namn": "Karin Ek", "uppdrag": "ledamot", "parti": "C", "från": "2023-01-01"}]
    )
    assert [(p.name, p.kind, p.party) for p in package.persons] == [("Karin Ek", "elected", "C")]


def test_settings_are_given_by_their_swedish_names() -> None:
    settings = _committee(
        inställningar={
            "diarieprefix": "on",
            "antal_platser": 11,
            "kallelse_dagslag": "arbetsdagar",
            "partiordning": "S, M,C",
            "skrivelse_ordning": ["underskrift", "bilagor", "expedieras_till"],
            "paragraf_för_utgår": True,
        }
    ).committee.settings
    assert (settings.dnr_prefix, settings.seats) == ("on", 11)
    assert settings.summons_lead_kind == "working"
    assert settings.party_order == ("S", "M", "C")
    assert settings.memo_section_order == ("signatures", "attachments", "recipients")
    assert settings.paragraph_for_withdrawn is True
    assert settings.adjusters == 1


def test_an_attachment_carries_its_bytes() -> None:
    content = b64encode(b"hej\x00").decode()
    package = _package(
        väntande_punkter=[
            {
                "rubrik": "x",
                "bilagor": [
                    {"nummer": 1, "rubrik": "Bara listad"},
                    {"nummer": "2:1", "rubrik": "B", "filnamn": "a.pdf", "innehåll": content},
                ],
            }
        ]
    )
    listed, stored = package.committees[0].waiting[0].attachments
    assert listed.file is None
    assert stored.file is not None
    assert (str(stored.number), stored.file.name, stored.file.size) == ("2:1", "a.pdf", 4)
    assert stored.file.media_type == "application/pdf"
    assert package.files[stored.file.sha256] == b"hej\x00"


@pytest.mark.parametrize(
    ("written", "kept"), [("..", "bilaga"), ("../../a.pdf", "a.pdf"), ("a\x00b.pdf", "ab.pdf")]
)
def test_a_file_name_that_leads_elsewhere_loses_its_way(written: str, kept: str) -> None:
    part = {"nummer": 1, "rubrik": "A", "filnamn": written, "innehåll": "SGVqCg=="}
    (attachment,) = _item(bilagor=[part]).attachments
    assert attachment.file is not None
    assert attachment.file.name == kept


HOSTILE = (
    "[bold]röd[/bold] och [/",
    "{{ 7*7 }} {% for x in y %}",
    "<w:p>& ]]>",
    "a\u030angstro\u0308m",
    "x" * 100_000,
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_text_in_every_field(text: str) -> None:
    item = _item(rubrik=text, förslag=[text], sammanfattning=text, expedieras_till=[text])
    plain = text.replace("a\u030a", "å").replace("o\u0308", "ö")
    assert item.title == plain
    assert item.staff_proposal == (plain,)
    assert item.summary == plain
    assert item.recipients == (Recipient(plain),)


def test_controls_disappear_and_odd_line_breaks_become_plain_ones() -> None:
    item = _item(rubrik="Ett\x0btvå \x1b[31m", sammanfattning="Ett\x0btvå\r\ntre\x1b[31m\u2028")
    assert item.title == "Ett två [31m"
    assert item.summary == "Ett\ntvå\ntre[31m\n"


def test_ten_thousand_items_are_read() -> None:
    rows = [{"rubrik": f"Punkt {n}"} for n in range(10_000)]
    data = {
        "kod": "ON",
        "namn": "O",
        "kommun": "N",
        "sammanträden": [{"datum": "2026-12-08", "punkter": rows}],
    }
    text = json.dumps({"format": "namndtui-paket", "version": 1, "nämnder": [data]})
    items = read_package_text(text).committees[0].meetings[0].items
    assert len(items) == 10_000
    assert items[-1].number == 10_000


def test_dates_are_dates() -> None:
    case = {"diarienummer": "ON/2026:1", "rubrik": "Motion", "typ": "motion", "väckt": "2026-02-01"}
    committee = _committee(ärenden=[case])
    assert committee.cases[0].raised_on == date(2026, 2, 1)
    assert (committee.cases[0].year, committee.cases[0].serial) == (2026, 1)
