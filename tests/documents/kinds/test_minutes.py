from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from nämndtui.documents.contexts.attendance import attendance_text
from nämndtui.model.agenda.meeting import Attendance
from nämndtui.model.people.persons import Person
from nämndtui.model.record.dossier import MeetingDossier
from tests.documents.making import announcement, extract, minutes

Read = Callable[[bytes], Any]
ORDER = [
    "Beslut", "Jäv", "Reservation", "Protokollsanteckning", "Sammanfattning", "Yrkanden",
    "Beslutsgång", "Omröstning", "Beslutsunderlag", "Expedieras till",
]  # fmt: skip


@pytest.fixture
def protokoll(dossier: MeetingDossier, read: Read) -> Any:
    return read(minutes(dossier).content)


def test_the_name_tells_the_paragraphs(dossier: MeetingDossier) -> None:
    assert minutes(dossier).name == "2017-09-26 ON protokoll §§ 84-87.docx"
    bare = replace(dossier, paragraphs=(), minutes_parts=())
    assert minutes(bare).name == "2017-09-26 ON protokoll.docx"


def test_the_front_page_says_who_decided(protokoll: Any) -> None:
    cell = protokoll.word.tables[0].rows[1].cells[0].text.replace("\u00a0", " ").split("\n")
    assert cell[:3] == [
        "Karin Ekmark (S), ordförande",
        "Nils Hagström (C), 1:e vice ordförande, ej § 86",
        "Gunilla Örn (M), 2:e vice ordförande",
    ]
    assert "Aino Rautio (S), t.o.m. § 87" in cell
    assert cell[-1] == "Jonas Myrgren (S), tj. ers. för Cecilia Tornberg (S)"


def test_substitutes_and_others_stand_apart(protokoll: Any) -> None:
    cell = protokoll.word.tables[0].rows[1].cells[1].text.replace("\u00a0", " ").split("\n")
    assert cell[0] == "Lena Nordahl (C), fr.o.m. § 85"
    assert cell[1:3] == ["Övriga deltagande", "Mona Sjölind, förvaltningschef"]
    assert "Pär Kvist, enhetschef, på distans, § 84" in cell


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        ({"from_paragraph": 49}, "fr.o.m. § 49"),
        ({"to_paragraph": 48}, "t.o.m. § 48"),
        ({"from_paragraph": 43, "to_paragraph": 48}, "§§ 43–48"),
        ({"not_paragraphs": (13, 15)}, "ej §§ 13 och 15"),
    ],
)
def test_presence_is_bounded_by_paragraphs(limits: dict[str, Any], said: str) -> None:
    person = Attendance(1, Person(1, "Eva Ek"), "member", "S", "member", **limits)
    assert attendance_text(person).replace("\u00a0", " ") == f"Eva Ek (S), {said}"


def test_adjustment_and_notice_are_on_the_front_with_computed_days(protokoll: Any) -> None:
    lines = protokoll.lines
    assert "Plats och tid\tSessionssalen, kommunhuset" in lines
    assert "\tTisdagen den 26 september 2017, kl. 18.30–20.45" in lines
    assert "Utses att justera\tGunilla Örn (M)" in lines
    assert "Justeringens plats och tid\tKommunhuset, den 3 oktober 2017 kl. 16.00" in lines
    assert "Nämnd\tOmsorgsnämnden, §§ 84–87" in lines
    assert "Sammanträdesdatum\t2017-09-26\tJusterat den\t2017-10-03" in lines
    assert "Anslaget den\t2017-10-04\tNedtas den\t2017-10-26" in lines
    assert "Överklagas senast\t2017-10-25, till förvaltningsrätten" in lines
    assert "Förvaringsplats\tOmsorgsförvaltningen, Sjöhaga" in lines


def test_a_notice_not_yet_posted_leaves_its_dates_to_be_filled_in(
    dossier: MeetingDossier, read: Read
) -> None:
    part = replace(dossier.minutes_parts[0], posted_on=None)
    document = read(minutes(replace(dossier, minutes_parts=(part,))).content)
    blank = " " * 40
    assert f"Anslaget den\t{blank}\tNedtas den\t{blank}" in document.lines
    said = "Protokollet är justerat. Justeringen tillkännages på kommunens digitala anslagstavla."
    assert said in document.lines


def test_minutes_not_yet_adjusted_do_not_say_that_they_are(
    dossier: MeetingDossier, read: Read
) -> None:
    part = replace(dossier.minutes_parts[0], adjusted_on=None, posted_on=None, adjusters=())
    document = read(minutes(replace(dossier, minutes_parts=(part,))).content)
    said = "Justeringen av protokollet tillkännages på kommunens digitala anslagstavla."
    assert said in document.lines and "är justerat" not in document.text
    blank = " " * 40
    assert f"Sammanträdesdatum\t2017-09-26\tJusterat den\t{blank}" in document.lines
    assert f"Utses att justera\t{blank}" in document.lines
    signed = document.word.tables[1].rows
    assert [c.text for c in signed[0].cells][-1] == "Justerare"
    assert signed[1].cells[-1].text == ""


def test_an_immediately_adjusted_paragraph_is_printed_but_not_counted(protokoll: Any) -> None:
    remark = "(§ 88 är omedelbart justerad, i eget protokoll)"
    assert f"Paragrafer\t§§ 84–87 {remark}" in protokoll.lines
    assert "Paragrafen förklaras omedelbart justerad." in protokoll.lines


def test_those_who_sign_are_secretary_chair_and_adjusters(protokoll: Any) -> None:
    rows = protokoll.word.tables[1].rows
    assert [c.text for c in rows[0].cells] == ["Sekreterare", "Ordförande", "Justerare"]
    assert [c.text for c in rows[1].cells] == [
        "Vera Lindblad",
        "Karin Ekmark (S)",
        "Gunilla Örn (M)",
    ]


def test_a_chair_named_among_the_adjusters_signs_once(dossier: MeetingDossier, read: Read) -> None:
    people = (dossier.mandates[0].person, *dossier.minutes_parts[0].adjusters)
    part = replace(dossier.minutes_parts[0], adjusters=people)
    document = read(minutes(replace(dossier, minutes_parts=(part,))).content)
    assert [c.text for c in document.word.tables[1].rows[1].cells] == [
        "Vera Lindblad",
        "Karin Ekmark (S)",
        "Gunilla Örn (M)",
    ]


def test_when_the_chair_is_away_the_vice_chair_signs(dossier: MeetingDossier, read: Read) -> None:
    present = tuple(a for a in dossier.attendances if a.office != "chair")
    document = read(minutes(replace(dossier, attendances=present)).content)
    assert document.word.tables[1].rows[1].cells[1].text == "Nils Hagström (C)"


def test_the_sections_of_a_paragraph_follow_the_agreed_order(protokoll: Any) -> None:
    headings = list(protokoll.headings())
    at = headings.index("§ 86\tÖppettider på träffpunkten Linden (on/2017:91)")
    following = headings[
        at + 1 : headings.index(
            "§ 87\tYttrande över motion om fler hemtjänsttimmar (M) (on/2017:74)"
        )
    ]
    assert following == [name for name in ORDER if name in following]
    assert len(following) == 8


def test_a_decision_as_proposed_repeats_the_proposal(protokoll: Any) -> None:
    heading = "§ 85\tDelårsrapport per den 31 augusti 2017 (on/2017:106)"
    assert protokoll.after("Beslut", heading)[0] == "Omsorgsnämnden godkänner delårsrapporten."
    assert protokoll.after("Beslutsunderlag", heading)[:2] == [
        "Tjänsteskrivelse daterad 2017-09-12",
        "Bilaga 1: Delårsrapport",
    ]


def test_a_tabled_item_says_so_by_itself(protokoll: Any) -> None:
    heading = "§ 87\tYttrande över motion om fler hemtjänsttimmar (M) (on/2017:74)"
    assert protokoll.after("Beslut", heading) == ["Omsorgsnämnden bordlägger ärendet."]


def test_the_contents_list_has_page_fields_and_withdrawn_items(protokoll: Any) -> None:
    contents = protokoll.word.tables[3]
    assert [row.cells[0].text.replace("\u00a0", " ") for row in contents.rows][1:] == [
        "§ 84", "§ 85", "§ 86", "§ 87", "§ 88",
    ]  # fmt: skip
    document = protokoll.part("word/document.xml")
    assert document.count("PAGEREF _paragraf_2017_") == 5
    assert document.count('w:name="_paragraf_2017_') == 5
    assert protokoll.after("Ärenden som utgår") == [
        "Ärende 5: Taxa för trygghetslarm 2018 (on/2017:88)"
    ]


def test_a_correction_stands_right_under_its_paragraph_with_both_wordings(protokoll: Any) -> None:
    lines = protokoll.lines
    at = lines.index("Rättelse den 10 oktober 2017")
    assert lines[at - 1] == "§ 85\tDelårsrapport per den 31 augusti 2017 (on/2017:106)"
    assert lines[at + 1 : at + 9] == [
        "Avser\tprotokollsanteckningar",
        "Skäl\tAnteckningens text hade fallit bort.",
        "Grund\tskrivfel, jämför 36 § förvaltningslagen",
        "Rättat av\tVera Lindblad",
        "Tidigare lydelse",
        "Hanna Lidfors (L) lämnar en anteckning.",
        "Rättad lydelse",
        "Hanna Lidfors (L) lämnar en anteckning: Redovisningen bör ske varje månad.",
    ]


def test_corrected_points_are_numbered_and_a_decision_on_a_person_cites_the_law(
    dossier: MeetingDossier, read: Read
) -> None:
    (made,) = dossier.corrections
    points = replace(made, field="points", before="Ett.", after="Ett.\nTvå.")
    items = tuple(replace(one, exercise_of_authority=True) for one in dossier.items)
    lines = read(minutes(replace(dossier, items=items, corrections=(points,))).content).lines
    at = lines.index("Rättad lydelse")
    assert lines[at + 1 : at + 3] == ["Ett.", "Två."]
    assert "Grund\tskrivfel, 36 § förvaltningslagen" in lines


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Bo Ek (C) reserverar sig.", "Reservation"),
        ("Bo Ek (C) och Ulla By (S) reserverar sig mot beslutet.", "Reservation"),
        ("Bo Ek (C) reserverar sig.\n\nUlla By (S) reserverar sig.", "Reservationer"),
    ],
)
def test_several_reservations_have_a_heading_in_the_plural(
    dossier: MeetingDossier, read: Read, text: str, heading: str
) -> None:
    first, *rest = dossier.paragraphs
    made = replace(dossier, paragraphs=(replace(first, reservations=text), *rest))
    lines = read(minutes(made).content).lines
    assert lines[lines.index("Bo Ek (C)" + text.split("\n")[0][9:]) - 1] == heading


def test_what_was_raised_at_the_meeting_is_marked(dossier: MeetingDossier, read: Read) -> None:
    items = tuple(replace(one, late="at_meeting") if one.id == 4 else one for one in dossier.items)
    lines = read(minutes(replace(dossier, items=items)).content).lines
    at = lines.index("Extra ärende")
    assert lines[at - 1].startswith("§ 85")


@pytest.mark.parametrize(
    ("adjusted", "public", "marking"),
    [
        (True, False, ""),
        (False, False, "Utkast – inte justerat"),
        (True, True, "Offentlig version"),
        (False, True, "Offentlig version · Utkast – inte justerat"),
    ],
)
@pytest.mark.parametrize("make", [minutes, lambda one: extract(one, 85), announcement])
def test_a_draft_and_a_public_version_say_so_on_every_page(
    dossier: MeetingDossier, read: Read, adjusted: bool, public: bool, marking: str, make: Any
) -> None:
    (part,) = dossier.minutes_parts
    if not adjusted:
        part = replace(part, adjusted_on=None, posted_on=None)
    document = read(make(replace(dossier, minutes_parts=(part,), public=public)).content)
    assert all(marking in header for header in document.headers())
    assert ("Utkast" in document.text, "Offentlig" in document.text) == (not adjusted, public)
    assert not marking or marking in document.lines


def test_without_an_agreed_time_the_day_of_adjustment_stands(
    dossier: MeetingDossier, read: Read
) -> None:
    (part,) = dossier.minutes_parts
    bare = replace(part, adjust_place="", adjust_date=None, adjust_time=None)
    lines = read(minutes(replace(dossier, minutes_parts=(bare,))).content).lines
    assert "Justeringens plats och tid\tden 3 oktober 2017" in lines


@pytest.mark.parametrize("adjusters", [0, 1, 2, 3])
def test_every_page_has_a_sign_box_for_each_who_adjusts(
    adjusters: int, dossier: MeetingDossier, read: Read
) -> None:
    people = tuple(Person(100 + i, f"Person {i}", party="S") for i in range(adjusters))
    part = replace(dossier.minutes_parts[0], adjusters=people)
    document = read(minutes(replace(dossier, minutes_parts=(part,))).content)
    table = document.word.sections[0].footer.tables[0]
    labels = [cell.text for cell in table.rows[0].cells]
    assert labels == [
        "Ordförandes sign",
        *["Justerandes sign"] * max(1, adjusters),
        "Utdragsbestyrkande",
    ]
    assert len(table.columns) == len(labels)


def test_a_meeting_past_midnight_shows_the_new_date(dossier: MeetingDossier, read: Read) -> None:
    meeting = replace(dossier.meeting, end=time(0, 20), end_date=date(2017, 9, 27))
    document = read(minutes(replace(dossier, meeting=meeting)).content)
    assert (
        "\tTisdagen den 26 september 2017, kl. 18.30 till kl. 00.20 den 27 september 2017"
        in document.lines
    )


def test_minutes_without_anything_noted_can_still_be_printed(
    dossier: MeetingDossier, read: Read
) -> None:
    bare = replace(dossier, paragraphs=(), attendances=(), minutes_parts=(), mandates=())
    assert "Närvaron är inte noterad." in read(minutes(bare).content).lines
