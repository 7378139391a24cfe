from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from types import FrameType
from typing import Any
from zipfile import ZipFile

import pytest

from nämndtui.documents.templates.document import DocumentProperties
from nämndtui.documents.templates.error import TemplateFaultError
from nämndtui.documents.templates.render import render, render_bytes
from nämndtui.documents.word.markdown_word import markdown_to_word
from nämndtui.documents.word.package import write_package
from nämndtui.model.record.dossier import MeetingDossier
from tests.documents.making import minutes, summons

Read = Callable[[bytes], Any]
SENT = date(2017, 9, 19)


def test_same_facts_give_the_same_bytes(dossier: MeetingDossier) -> None:
    assert summons(dossier, SENT) == summons(dossier, SENT)
    assert minutes(dossier) == minutes(dossier)


def test_other_facts_give_other_bytes(dossier: MeetingDossier) -> None:
    meeting = replace(dossier.meeting, place="Annan sal")
    assert summons(replace(dossier, meeting=meeting), SENT) != summons(dossier, SENT)


def test_properties_name_the_document_and_its_day(dossier: MeetingDossier, read: Read) -> None:
    core = read(summons(dossier, SENT).content).word.core_properties
    assert core.title == "Kallelse till Omsorgsnämnden 2017-09-26"
    assert (core.subject, core.author, core.language) == (
        "Kallelse/föredragningslista",
        "Omsorgsnämnden",
        "sv-SE",
    )
    assert core.created.replace(tzinfo=None) == datetime(2017, 9, 19)
    assert core.comments == ""


def test_fields_and_filters_reach_body_header_and_footer(
    make_template: Callable[..., bytes], read: Read
) -> None:
    package = make_template(["{{ nämnd.namn }}", "{{p text|md }}"], header="{{ nämnd.namn }}")
    context = {"nämnd": {"namn": "A & B <c>"}, "text": "- **ett**\n- två"}
    document = read(render_bytes(package, "egen.docx", context, DocumentProperties("T")))
    assert document.lines == ["A & B <c>", "ett", "två"]
    assert document.headers() == ["A & B <c>"]


def test_a_template_without_list_styles_still_gives_real_lists(
    make_template: Callable[..., bytes], read: Read
) -> None:
    document = read(render_bytes(make_template(["{{p text|md }}"]), "m.docx", {"text": "1. ett"}))
    (paragraph,) = document.word.paragraphs
    assert paragraph.style.name == "List Number"
    assert "w:numId" in document.part("word/document.xml")
    assert "w:startOverride" in document.part("word/numbering.xml")


def test_a_template_that_never_had_a_list_still_gives_real_lists(
    make_template: Callable[..., bytes], read: Read
) -> None:
    package = make_template(["{{p text|md }}"])
    with ZipFile(BytesIO(package)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    del parts["word/numbering.xml"]
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        parts[name] = re.sub(rb"<(?:Override|Relationship) [^>]*numbering[^>]*>", b"", parts[name])
    document = read(render_bytes(write_package(parts), "m.docx", {"text": "- ett"}))
    assert document.lines == ["ett"]
    assert "w:abstractNum" in document.part("word/numbering.xml")


def test_a_template_is_given_plain_values_only(make_template: Callable[..., bytes]) -> None:
    with pytest.raises(TypeError):
        render_bytes(make_template(["{{ a }}"]), "m.docx", {"a": Path("x")})


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{{ nämd.namn }}", "fältet ”nämd” finns inte. Menade du ”nämnd”?"),
        ("{{ nämnd.nam }}", "fältet ”nam” finns inte. Menade du ”namn”?"),
        ("{%p if nämnd.qqq %}", "inte avslutad"),
        ("{{ nämnd.zzzzz }}", "Här finns: namn."),
        ("{{ nämnd.namn|mdd }}", "filtret ”mdd” finns inte. Menade du ”md”?"),
        ("{{ nämnd.namn", "inte avslutad"),
        ("{{ nämnd.namn.__class__ }}", "finns inte|inte tillåtet"),
        ("{{p nämnd|md }}", "går inte att använda så"),
        ("{{ 1/0 }}", "det går inte att dela med noll"),
        ("{{ range(10**9)|list }}", "range() har för många steg"),
        ("{{ nämnd.namn + 1 }}", "text och tal går inte att räkna ihop"),
        ("{%p for x in nämnd %}", "{% for %} saknar sitt {% endfor %}"),
        ("{%p endfro %}", "{% endfro %} har inget"),
        ("{{ 3 – 2 }}", "tecknet – kan inte stå där"),
        ("{{ (3 }}", ") väntas där det står }"),
    ],
)
def test_a_fault_names_template_paragraph_field_and_the_nearest_that_exists(
    written: str, said: str, make_template: Callable[..., bytes]
) -> None:
    package = make_template(["Först", written, "Sist"])
    with pytest.raises(TemplateFaultError) as caught:
        render_bytes(package, "egen.docx", {"nämnd": {"namn": "N"}})
    message = str(caught.value)
    assert message.startswith("Mallen egen.docx")
    assert any(part in message for part in said.split("|"))
    assert not re.search(r"\b(expected|template|the|Range)\b", message)


def test_a_fault_in_a_loop_suggests_the_loops_own_name(
    make_template: Callable[..., bytes],
) -> None:
    package = make_template(
        ["{%p for punkt in punkter %}", "Titel: {{ pukt.rubrik }}", "{%p endfor %}"]
    )
    with pytest.raises(TemplateFaultError) as caught:
        render_bytes(package, "kallelse.docx", {"punkter": [{"rubrik": "R"}]})
    assert "vid stycket ”Titel: {{ pukt.rubrik }}”" in str(caught.value)
    assert "Menade du ”punkt”?" in str(caught.value)


def test_a_fault_in_the_header_is_placed_there(make_template: Callable[..., bytes]) -> None:
    with pytest.raises(TemplateFaultError, match="sidhuvudet"):
        render_bytes(make_template(["x"], header="{{ namn }}"), "m.docx", {})


def test_a_section_header_without_its_mark_is_explained(
    make_template: Callable[..., bytes],
) -> None:
    package = make_template(["x"], header="{{ sidhuvud.diarienummer }}")
    with pytest.raises(TemplateFaultError, match="avsnittet säger inte vad det står för"):
        render_bytes(package, "m.docx", {})


def test_a_file_that_is_no_word_document_is_explained(tmp_path: Path) -> None:
    (tmp_path / "kallelse.docx").write_text("hej")
    with pytest.raises(TemplateFaultError, match="inget Worddokument"):
        render(tmp_path / "kallelse.docx", {})
    with pytest.raises(TemplateFaultError, match="går inte att läsa"):
        render(tmp_path / "saknas.docx", {})


def calls_made(work: Callable[[], object]) -> int:
    """How many Python functions ``work`` calls: a measure of work that no busy machine bends."""
    count = 0

    def counted(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_work_grows_no_faster_than_the_agenda(dossier: MeetingDossier) -> None:
    def of(items: int) -> MeetingDossier:
        base = dossier.items[3]
        many = (
            replace(base, id=n, position=n, number=n, summary=f"{base.summary} {n}")
            for n in range(1, items + 1)
        )
        return replace(dossier, items=tuple(many))

    sizes = {n: of(n) for n in (10, 40, 80)}
    summons(sizes[10], SENT)
    work = {n: calls_made(lambda d=d: summons(d, SENT)) for n, d in sizes.items()}  # type: ignore[misc]
    assert (work[80] - work[40]) / 40 < 1.1 * (work[40] - work[10]) / 30


def test_a_text_is_converted_once_however_often_it_is_printed(styles: Any) -> None:
    assert markdown_to_word("**a**", styles, 3) is markdown_to_word("**a**", styles, 3)
