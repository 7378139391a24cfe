"""Beslutslistan: what was decided at a meeting, a row for each §."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from nämndtui.documents.contexts.decision_list import listed_only
from nämndtui.documents.word.accessibility import accessibility_faults
from nämndtui.model.agenda.agenda_item import Recipient
from nämndtui.model.agenda.meeting import Paragraph
from nämndtui.model.publication.document_kinds import document_kind
from nämndtui.model.publication.public_version import public_dossier
from nämndtui.model.publication.secret_paragraph import SECRET_DECISION, SECRET_TITLE
from nämndtui.model.publication.shown import shown_dossier
from nämndtui.model.record.dossier import MeetingDossier
from tests.documents.making import of_meeting

Read = Callable[[bytes], Any]
KIND = document_kind("beslutslista")


def rows(document: Any) -> list[list[str]]:
    (table,) = document.word.tables
    return [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in table.rows]


def changed(dossier: MeetingDossier, number: int, **values: Any) -> MeetingDossier:
    found = tuple(
        replace(one, **values) if one.number == number else one for one in dossier.paragraphs
    )
    return replace(dossier, paragraphs=found)


@pytest.fixture
def lista(dossier: MeetingDossier, read: Read) -> Any:
    return read(of_meeting("beslutslista", dossier).content)


def test_each_paragraph_has_a_row_with_its_decision_and_who_gets_it(lista: Any) -> None:
    assert rows(lista) == [
        ["Paragraf", "Ärende", "Beslut", "Expedieras till"],
        [
            "§ 84",
            "Information från förvaltningen (on/2017:3)",
            "Omsorgsnämnden noterar till protokollet att nämnden tagit del av informationen.",
            "",
        ],
        [
            "§ 85",
            "Delårsrapport per den 31 augusti 2017 (on/2017:106)",
            "Omsorgsnämnden godkänner delårsrapporten. (+ 2 punkter till)",
            "Kommunstyrelsen (KS/2017:175), Revisorerna",
        ],
        [
            "§ 86",
            "Öppettider på träffpunkten Linden (on/2017:91)",
            "Omsorgsnämnden beslutar att träffpunkten är öppen på lördagar.",
            "Enheten för dagverksamhet",
        ],
        [
            "§ 87",
            "Yttrande över motion om fler hemtjänsttimmar (M) (on/2017:74)",
            "Bordläggs",
            "Omsorgsförvaltningen",
        ],
        ["", "Taxa för trygghetslarm 2018 (on/2017:88)", "Utgår", ""],
        [
            "§ 88",
            "Anmälningsärenden (on/2017:1, on/2016:224)",
            "Omsorgsnämnden noterar till protokollet att nämnden tagit del av ärendena.",
            "",
        ],
    ]


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"outcome": "referred_back", "points": ("Nämnden återremitterar.",)}, "Återremitteras"),
        ({"outcome": "rejected", "points": ()}, "Avslag"),
        ({"points": ("**Nämnden** beslutar\natt *avslå* [motionen](https://www.exempel.se).",)},
         "Nämnden beslutar att avslå motionen."),
        ({"points": ("Nämnden beslutar följande:", "Ett.", "Två.")},
         "Nämnden beslutar följande: (+ 2 punkter till)"),
        ({"points": ("| Enhet | Belopp |\n|---|---|\n| Linden | 3 |", "Två.")},
         "Enhet (+ 1 punkt till)"),
    ],
)  # fmt: skip
def test_a_decision_is_one_line_of_plain_text(
    dossier: MeetingDossier, read: Read, values: dict[str, Any], line: str
) -> None:
    made = of_meeting("beslutslista", changed(dossier, 86, **values))
    assert rows(read(made.content))[3][2] == line


def test_a_long_decision_is_cut_after_a_whole_word(dossier: MeetingDossier, read: Read) -> None:
    words = "Nämnden beslutar att " + "verksamheten " * 20 + "upphör."
    made = of_meeting("beslutslista", changed(dossier, 86, points=(words, "Två.")))
    line = rows(read(made.content))[3][2]
    assert line.endswith("verksamheten … (+ 1 punkt till)")
    assert 140 < len(line.removesuffix(" (+ 1 punkt till)")) <= 162
    exactly = "x" * 159 + "."
    fits = of_meeting("beslutslista", changed(dossier, 86, points=(exactly,)))
    assert rows(read(fits.content))[3][2] == exactly


def test_it_is_a_draft_until_every_paragraph_is_adjusted(
    dossier: MeetingDossier, read: Read
) -> None:
    whole = replace(dossier, paragraphs=dossier.paragraphs[:4])
    (part,) = dossier.minutes_parts
    unadjusted = replace(whole, minutes_parts=(replace(part, adjusted_on=None, posted_on=None),))
    at_once = replace(part, id=2, immediate=True, paragraph_numbers=(88,), adjusted_on=None)
    both = replace(dossier, minutes_parts=(part, at_once))
    marked = [
        "Utkast – inte justerat"
        in read(of_meeting("beslutslista", one).content).headers()[0].replace("\u00a0", " ")
        for one in (whole, unadjusted, both)
    ]
    assert marked == [False, True, True]


def test_the_recipients_column_has_room_for_a_long_name_on_one_line(lista: Any) -> None:
    (table,) = lista.word.tables
    # Kommunledningsförvaltningen is 2 620 twips wide in the table's type.
    assert table.rows[1].cells[3].width.twips >= 2800
    assert sum(cell.width.twips for cell in table.rows[1].cells) == 9070


def test_what_every_page_must_say_stands_apart_from_the_day(
    dossier: MeetingDossier, read: Read
) -> None:
    (part,) = dossier.minutes_parts
    draft = replace(dossier, minutes_parts=(replace(part, adjusted_on=None, posted_on=None),))
    public = shown_dossier(KIND, draft, public=True)
    header = read(of_meeting("beslutslista", public).content).headers()[0]
    lines = [line.split("\t") for line in header.replace("\u00a0", " ").split("\n")]
    (day,) = (line for line in lines if "2017-09-26" in line)
    assert day == ["Sjöhaga kommun", "2017-09-26"]
    assert ["Offentlig version · Utkast – inte justerat", "§§ 84–88"] in lines


def test_a_secret_paragraph_is_neutral_in_both_forms_and_marked_text_only_in_the_public(
    dossier: MeetingDossier, read: Read
) -> None:
    items = tuple(replace(one, publish="no") if one.id == 5 else one for one in dossier.items)
    planted = changed(
        replace(dossier, items=items), 85, points=("Stödet till [[Kim Kimsson]] upphör.",)
    )
    own, public = (
        of_meeting("beslutslista", shown_dossier(KIND, planted, form)) for form in (False, True)
    )
    assert own.name == "2017-09-26 ON beslutslista.docx"
    assert public.name == "2017-09-26 ON beslutslista offentlig.docx"
    assert rows(read(own.content))[2][2] == "Stödet till Kim Kimsson upphör."
    assert rows(read(public.content))[2][2] == "Stödet till (maskat) upphör."
    for made in (own, public):
        assert rows(read(made.content))[3] == ["§ 86", SECRET_TITLE, SECRET_DECISION, ""]
        assert "Linden" not in read(made.content).text
    assert "Offentlig version" in read(public.content).headers()[0]
    assert "Offentlig version" not in read(own.content).headers()[0]


def test_what_was_withdrawn_stands_in_its_place_on_the_agenda(
    dossier: MeetingDossier, read: Read
) -> None:
    first, second = (replace(dossier.items[6], id=20 + n, title=f"Utgick {n}") for n in (1, 2))
    *opening, decided = dossier.items[:4]
    planted = replace(dossier, items=(*opening[:2], first, opening[2], decided, second,
                                      *dossier.items[4:]))  # fmt: skip
    made = read(of_meeting("beslutslista", planted).content)
    marks = [(mark, title.split(" (")[0]) for mark, title, *_ in rows(made)[1:]]
    assert [mark if mark else title for mark, title in marks] == [
        *("Utgick 1", "§ 84", "§ 85", "Utgick 2", "§ 86", "§ 87"),
        *("Taxa för trygghetslarm 2018", "§ 88"),
    ]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"points": ("Stödet till [[Ada]] upphör.", "Till [[Bo]].")}, ["Ada"]),
        ({"points": ("Stödet till **[[Ada]]**\n\nTill [[Bo]].",)}, ["Ada"]),
        ({"points": ("Till [[Ada\n\noch Bo]].",)}, ["Ada"]),
        ({"points": ("x " * 78 + "[[Ada Bo]]((någon)).",)}, ["Ada"]),
        ({"points": ("x " * 90 + "[[Ada]].",)}, []),
        ({"points": ("Till [[Ada]].",), "outcome": "tabled"}, []),
        ({"points": ("Se [[länken]](om Ada).",)}, ["länken"]),
        ({"points": ("Kort.",), "motions": "[[Ada]]", "notes": "[[Bo]]"}, []),
    ],
)  # fmt: skip
def test_what_its_public_form_leaves_out_is_what_it_would_have_printed(
    dossier: MeetingDossier, values: dict[str, Any], told: list[str]
) -> None:
    listed = listed_only(changed(dossier, 86, **values))
    assert [one.what for one in public_dossier(listed)[1]] == told


def test_names_in_titles_and_recipients_are_told_and_secret_items_as_a_whole(
    dossier: MeetingDossier,
) -> None:
    planted: dict[int, dict[str, Any]] = {
        5: {"title": "Om [[Ada]]", "recipients": (Recipient("[[Bo]]"),), "summary": "[[Kim]]"},
        7: {"title": "Om [[Eva]]", "remark": "[[Kim]]"},
        8: {"publish": "no"},
        9: {"title": "Om [[Kim]]"},
    }
    items = tuple(replace(one, **planted.get(one.id, {})) for one in dossier.items)
    told = public_dossier(listed_only(replace(dossier, items=items)))[1]
    assert [(one.where.replace("\u00a0", " "), one.what) for one in told] == [
        *(("§ 86", "Ada"), ("§ 86", "Bo"), ("punkt 5", "Eva"), ("§ 88", "hela ärendet"))
    ]


def test_it_can_be_read_by_everyone(dossier: MeetingDossier, read: Read) -> None:
    made = of_meeting("beslutslista", dossier)
    assert accessibility_faults(made.content) == []
    assert list(read(made.content).headings()) == ["Beslutslista"]
    title = read(made.content).word.core_properties.title.replace("\u00a0", " ")
    assert title == "Beslutslista Omsorgsnämnden 2017-09-26 §§ 84–88"


def test_no_paragraph_is_left_out(dossier: MeetingDossier, read: Read) -> None:
    item = dossier.items[3]
    many = tuple(Paragraph(n, item.id, 2017, 100 + n, "as_proposed") for n in range(60))
    made = read(of_meeting("beslutslista", replace(dossier, paragraphs=many)).content)
    assert [row[0] for row in rows(made)[1:61]] == [f"§ {100 + n}" for n in range(60)]
