"""Minutes changed in Word and read back: nothing the user wrote there is lost or misread."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nämndtui.documents.read_back.minutes import ReadParagraph, read_minutes
from nämndtui.documents.read_back.title import read_title
from nämndtui.documents.word.pdf import pdf_program
from nämndtui.documents.word.xml import NAMESPACE
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.errors import InvalidInputError
from tests.documents.making import extract, minutes, summons

MARKDOWN = """\
Gunilla Örn (M) yrkar **bifall** till *förvaltningens* förslag.

1. Första ledet
   - med en underpunkt
   - och en till
2. Andra ledet, se [reglementet](https://norrvik.example/r?a=1&b=2)

| År | Antal |
| --- | --- |
| 2025 | 12 |
| 2026 | 7 |

> Citat ur motionen

## Bakgrund

§ 88 rad\\
bruten rad, 3 500 kr och `kod_här`"""


def with_texts(dossier: MeetingDossier, number: int, **texts: Any) -> MeetingDossier:
    paragraphs = tuple(
        replace(one, **texts) if one.number == number else one for one in dossier.paragraphs
    )
    return replace(dossier, paragraphs=paragraphs)


def read_one(dossier: MeetingDossier, number: int = 86) -> ReadParagraph:
    return next(one for one in read_minutes(minutes(dossier).content) if one.number == number)


@pytest.fixture
def short(dossier: MeetingDossier) -> MeetingDossier:
    """The meeting with § 86 alone, which takes a tenth of the time."""
    own = tuple(one for one in dossier.paragraphs if one.number == 86)
    return replace(dossier, paragraphs=own, items=tuple(
        one for one in dossier.items if one.id == own[0].item_id
    ))  # fmt: skip


def edited(content: bytes, change: Callable[[Any], None]) -> bytes:
    document = docx.Document(BytesIO(content))
    change(document)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def paragraph_with(document: Any, start: str) -> Any:
    return next(one for one in document.paragraphs if one.text.startswith(start))


def test_every_paragraph_is_read_with_its_sections(dossier: MeetingDossier) -> None:
    found = read_minutes(minutes(dossier).content)
    assert [one.number for one in found] == [84, 85, 86, 87, 88]
    assert found[1].title == "Delårsrapport per den 31 augusti 2017 (on/2017:106)"
    assert found[1].points == dossier.items[3].proposal
    assert found[1].texts["reservations"] == dossier.paragraphs[1].reservations
    assert set(found[2].texts) == {"disqualification", "motions", "procedure", "vote"}
    assert found[2].item_texts["expedieras till"] == "Enheten för dagverksamhet"
    assert all(one.unknown == () for one in found)


def test_an_extract_is_read_as_its_only_paragraph(dossier: MeetingDossier) -> None:
    (found,) = read_minutes(extract(dossier, 85).content)
    assert found == read_minutes(minutes(dossier).content)[1]


def test_all_markdown_comes_back_as_it_was_written(dossier: MeetingDossier) -> None:
    assert read_one(with_texts(dossier, 86, motions=MARKDOWN)).texts["motions"] == MARKDOWN


def test_a_decision_keeps_its_points_and_what_stands_inside_them(dossier: MeetingDossier) -> None:
    points = (
        "Nämnden antar:\n\n- ett\n- två",
        "Nämnden uppdrar åt förvaltningen.\n\nDet ska ske i år.",
    )
    assert read_one(with_texts(dossier, 86, points=points)).points == points
    assert read_one(with_texts(dossier, 86, points=points[1:])).points == points[1:]


def test_an_immediate_paragraph_does_not_read_its_own_remark(dossier: MeetingDossier) -> None:
    points = dossier.paragraphs[2].points
    assert read_one(with_texts(dossier, 86, immediate=True)).points == points


def test_hostile_text_is_text_on_the_way_back(hostile: MeetingDossier) -> None:
    first = read_minutes(minutes(hostile).content)
    assert [one.number for one in first] == [84, 85, 86, 87, 88]
    text = first[1].texts["reservations"].replace("\\", "")
    for kept in ("[bold]", "[/]", "{{ 7*7 }}", "<w:p>&amp;</w:p>", "<?pi?>", "$1 1 {#"):
        assert kept in text


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(alphabet="aå1 \n*_#>-+.|[]()`\\§\u00a0<&", max_size=60))
def test_what_is_read_gives_the_same_paper_again(short: MeetingDossier, text: str) -> None:
    """Once taken in, the text is read back unchanged: no difference remains."""
    once = read_one(with_texts(short, 86, notes=text)).texts.get("notes", "")
    again = read_one(with_texts(short, 86, notes=once)).texts.get("notes", "")
    assert again == once


def test_text_changed_in_word_is_read(dossier: MeetingDossier) -> None:
    def change(document: Any) -> None:
        line = paragraph_with(document, "Gunilla Örn (M) yrkar")
        line.add_run(" Hon yrkar ")
        line.add_run("avslag").bold = True
        line.add_run(" i övrigt.")

    (found,) = (
        one for one in read_minutes(edited(minutes(dossier).content, change)) if one.number == 86
    )
    assert found.texts["motions"].endswith("förslag. Hon yrkar **avslag** i övrigt.")


def test_tracked_changes_are_read_as_accepted(dossier: MeetingDossier) -> None:
    space = f'xmlns:w="{NAMESPACE}" w:id="9" w:author="A" w:date="2026-01-01T00:00:00Z"'

    def change(document: Any) -> None:
        line = paragraph_with(document, "Gunilla Örn (M) yrkar")._p
        gone = parse_xml(f"<w:del {space}/>")
        for run in list(line.r_lst):
            for text in run.iterchildren(f"{{{NAMESPACE}}}t"):
                text.tag = f"{{{NAMESPACE}}}delText"
            gone.append(run)
        line.append(gone)
        line.append(parse_xml(f"<w:ins {space}><w:r><w:t>Nytt yrkande.</w:t></w:r></w:ins>"))

    found = read_minutes(edited(minutes(dossier).content, change))
    assert found[2].texts["motions"] == "Nytt yrkande."


def test_a_section_the_program_does_not_know_is_told(dossier: MeetingDossier) -> None:
    def change(document: Any) -> None:
        paragraph_with(document, "Yrkanden").text = "Övriga synpunkter"

    found = read_minutes(edited(minutes(dossier).content, change))[2]
    assert found.unknown == ("övriga synpunkter",)
    assert "motions" not in found.texts


@pytest.mark.real
def test_saving_anew_in_libreoffice_changes_nothing(
    dossier: MeetingDossier, hostile: MeetingDossier, tmp_path: Path
) -> None:
    program = pdf_program()
    if program is None:
        pytest.skip("LibreOffice is not installed")
    written = {}
    for number, meeting in enumerate((dossier, hostile)):
        full = with_texts(meeting, 85, motions=MARKDOWN)
        for name, document in (("protokoll", minutes(full)), ("utdrag", extract(full, 85))):
            path = tmp_path / f"{name} {number}.docx"
            path.write_bytes(document.content)
            written[path] = document.content
    profile = (tmp_path / "profil").as_uri()
    subprocess.run(
        [
            *(program, "--headless", f"-env:UserInstallation={profile}", "--convert-to"),
            *("docx:MS Word 2007 XML", "--outdir", str(tmp_path / "ut"), *map(str, written)),
        ],
        capture_output=True,
        check=True,
        timeout=240,
    )
    for path, before in written.items():
        after = (tmp_path / "ut" / path.name).read_bytes()
        assert after != before
        assert read_minutes(after) == read_minutes(before)
        assert read_title(after) == read_title(before)


@pytest.mark.parametrize("content", [b"", b"inget", b"PK\x03\x04trasig"])
def test_another_file_is_refused_in_swedish(content: bytes) -> None:
    with pytest.raises(InvalidInputError, match="inget läsbart Worddokument"):
        read_minutes(content)
    assert read_title(content) == ""


def test_a_document_without_paragraphs_gives_none(dossier: MeetingDossier) -> None:
    assert read_minutes(summons(dossier, date(2017, 9, 19)).content) == ()
