"""An invented meeting that uses everything a template can show; for trying templates."""

from __future__ import annotations

from datetime import date, time

from nämndtui.documents.samples.items import sample_items
from nämndtui.model.agenda.meeting import (
    Attendance,
    GroupMeeting,
    Meeting,
    MinutesPart,
    Paragraph,
)
from nämndtui.model.people.committee import Committee, CommitteeSettings
from nämndtui.model.people.persons import Mandate, Person
from nämndtui.model.record.correction import Correction
from nämndtui.model.record.dossier import MeetingDossier

SAMPLE_DAY = date(2017, 9, 26)
_MEMBERS = (
    ("Karin Ekmark", "S", "chair"),
    ("Nils Hagström", "C", "first_vice_chair"),
    ("Gunilla Örn", "M", "second_vice_chair"),
    ("Aino Rautio", "S", "member"),
    ("Bertil Sandkvist", "S", "member"),
    ("Cecilia Tornberg", "S", "member"),
    ("Diana Walldén", "V", "member"),
    ("Erik Åsberg", "C", "member"),
    ("Frida Änglund", "M", "member"),
    ("Göran Österman", "M", "member"),
    ("Hanna Lidfors", "L", "member"),
)
_SUBSTITUTES = (("Jonas Myrgren", "S"), ("Lena Nordahl", "C"), ("Olof Palmgren", "M"))


def sample_dossier() -> MeetingDossier:
    """The meeting on 26 September 2017, held, minuted and adjusted."""
    return MeetingDossier(
        Committee(1, "ON", "Omsorgsnämnden", "Sjöhaga kommun", _settings()),
        _meeting(),
        sample_items(),
        _paragraphs(),
        _attendances(),
        (_main_part(),),
        _mandates(),
        corrections=(_correction(),),
    )


def _settings() -> CommitteeSettings:
    return CommitteeSettings(
        dnr_prefix="on",
        storage_place="Omsorgsförvaltningen, Sjöhaga",
        absence_contact="Anmäl till sekreteraren, helst samma dag som kallelsen kommer.",
        administration="Omsorgsförvaltningen",
        secretary="Vera Lindblad",
        memo_signer="Mona Sjölind",
    )


def _meeting() -> Meeting:
    return Meeting(
        1, 1, SAMPLE_DAY, time(18, 30), "Sessionssalen, kommunhuset", time(20, 45),
        remark="Obs! En timme senare än vanligt.",
        summons_date=date(2017, 9, 19),
        group_meetings=(
            GroupMeeting(("S", "V"), "Rum Eken", SAMPLE_DAY, time(17, 30)),
            GroupMeeting(("C", "M", "L"), "Rum Linden", date(2017, 9, 25), time(18, 0)),
        ),
    )  # fmt: skip


def _person(index: int, name: str, party: str = "", kind: str = "elected") -> Person:
    return Person(index, name, kind, party)


def _mandates() -> tuple[Mandate, ...]:
    first = date(2015, 1, 1)
    held = [*_MEMBERS, *((name, party, "substitute") for name, party in _SUBSTITUTES)]
    return tuple(
        Mandate(index, 1, _person(index, name, party), office, party, first)
        for index, (name, party, office) in enumerate(held, 1)
    )


def _attendances() -> tuple[Attendance, ...]:
    present = [
        Attendance(i, _person(i, name, party), "member", party, office)
        for i, (name, party, office) in enumerate(_MEMBERS, 1)
        if name != "Cecilia Tornberg"
    ]
    present[1] = Attendance(
        2, _person(2, "Nils Hagström", "C"), "member", "C", "first_vice_chair", not_paragraphs=(86,)
    )
    present[3] = Attendance(
        4, _person(4, "Aino Rautio", "S"), "member", "S", "member", to_paragraph=87
    )
    return (
        *present,
        Attendance(20, _person(12, "Jonas Myrgren", "S"), "serving_substitute", "S",
                   replaces="Cecilia Tornberg (S)"),
        Attendance(21, _person(13, "Lena Nordahl", "C"), "substitute", "C", from_paragraph=85),
        Attendance(22, _person(30, "Mona Sjölind", "", "official"), "official",
                   title="förvaltningschef"),
        Attendance(23, _person(31, "Vera Lindblad", "", "official"), "official",
                   title="nämndsekreterare"),
        Attendance(24, _person(32, "Pär Kvist", "", "official"), "official",
                   title="enhetschef", from_paragraph=84, to_paragraph=84, remote=True),
        Attendance(25, _person(33, "Rut Brolin", "", "union_representative"),
                   "union_representative", title="Fackförbundet", to_paragraph=85),
    )  # fmt: skip


def _paragraphs() -> tuple[Paragraph, ...]:
    return (
        Paragraph(1, 3, 2017, 84, "noted"),
        Paragraph(2, 4, 2017, 85, "as_proposed", reservations="Gunilla Örn (M) reserverar sig "
                  "mot beslutet i punkt 2.", notes="Hanna Lidfors (L) lämnar en anteckning: "
                  "*Redovisningen bör ske varje månad.*"),
        Paragraph(3, 5, 2017, 86, "own_decision",
                  ("Omsorgsnämnden beslutar att träffpunkten är öppen på lördagar.",),
                  motions="Gunilla Örn (M) yrkar bifall till förvaltningens förslag.",
                  procedure="Ordföranden ställer förslagen mot varandra och finner att nämnden "
                  "beslutar enligt ordförandens förslag.\n\nOmröstning begärs.\n\n"
                  "Ja-röst för ordförandens förslag. Nej-röst för förvaltningens förslag.",
                  vote="Omröstningsresultat: 7 ja-röster, 3 nej-röster, 0 som avstår.",
                  disqualification="Nils Hagström (C) anmäler jäv och deltar inte i "
                  "handläggningen av ärendet."),
        Paragraph(4, 6, 2017, 87, "tabled"),
        Paragraph(5, 8, 2017, 88, "as_proposed", immediate=True),
    )  # fmt: skip


def _correction() -> Correction:
    return Correction(
        1, 2, date(2017, 10, 10), "Vera Lindblad", "clerical", "notes",
        "Hanna Lidfors (L) lämnar en anteckning.",
        "Hanna Lidfors (L) lämnar en anteckning: *Redovisningen bör ske varje månad.*",
        "Anteckningens text hade fallit bort.",
    )  # fmt: skip


def _main_part() -> MinutesPart:
    return MinutesPart(
        1,
        adjusters=(_person(3, "Gunilla Örn", "M"),),
        adjust_place="Kommunhuset",
        adjust_date=date(2017, 10, 3),
        adjust_time=time(16, 0),
        adjusted_on=date(2017, 10, 3),
        posted_on=date(2017, 10, 4),
        paragraph_numbers=(84, 85, 86, 87),
    )
