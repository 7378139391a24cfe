"""The documents in the hands of others: the Open XML SDK, openxml-audit and LibreOffice."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from nämndtui.documents.samples.documents import (
    SampleFacts,
    hostile_facts,
    ordinary_facts,
    sample_document,
)
from nämndtui.documents.samples.template_check import check_templates
from nämndtui.documents.templates.document import Document
from nämndtui.documents.word import pdf
from nämndtui.documents.word.pdf import PdfError, convert_to_pdf, pdf_program
from nämndtui.model.agenda.meeting import Attendance
from nämndtui.model.people.persons import Person
from nämndtui.model.publication.document_kinds import DOCUMENT_KINDS
from nämndtui.model.record.dossier import MeetingDossier
from nämndtui.model.text.errors import NotFoundError
from tests.conftest import REPOSITORY
from tests.documents.making import minutes

VALIDATOR = REPOSITORY / "node_modules" / ".bin" / "ooxml-validator"


def every_kind(facts: SampleFacts) -> list[Document]:
    return [sample_document(name, facts) for name in DOCUMENT_KINDS]


@pytest.fixture(params=[ordinary_facts, hostile_facts], ids=["vanlig", "besvärlig"])
def written(request: pytest.FixtureRequest, tmp_path: Path) -> list[Path]:
    """Each kind of document on disk, with ordinary and with hostile text."""
    paths = []
    for number, document in enumerate(every_kind(request.param())):
        paths.append(tmp_path / f"{number}.docx")
        paths[-1].write_bytes(document.content)
    return paths


def test_openxml_audit_finds_no_fault(written: list[Path]) -> None:
    for path in written:
        result = OpenXmlValidator().validate(path)
        assert not list(result.errors), path.name


@pytest.mark.real
def test_the_open_xml_sdk_finds_no_fault(written: list[Path]) -> None:
    if not VALIDATOR.exists():
        pytest.skip("ooxml-validator is not installed (npm, see .ci/run)")
    for path in written:
        done = subprocess.run([VALIDATOR, path], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
        assert json.loads(done.stdout)["errors"] == []


@pytest.fixture
def libreoffice() -> None:
    if pdf_program() is None:
        pytest.skip("LibreOffice is not installed")


@pytest.mark.real
@pytest.mark.usefixtures("libreoffice")
def test_libreoffice_opens_all_in_one_call_and_the_pages_say_what_they_should(
    dossier: MeetingDossier, tmp_path: Path
) -> None:
    paths = []
    ordinary, hostile = every_kind(ordinary_facts()), every_kind(hostile_facts())
    crowded = minutes(_crowded(dossier))
    for number, document in enumerate([*ordinary, *hostile, crowded]):
        paths.append(tmp_path / f"{number}.docx")
        paths[-1].write_bytes(document.content)
    made = convert_to_pdf(paths, tmp_path / "pdf")
    assert [path.name for path in made] == [
        f"{number}.pdf" for number in range(2 * len(DOCUMENT_KINDS) + 1)
    ]
    kallelse, supplement, protokoll = (_pdf_text(path) for path in made[:3])
    assert "1 (12)" in kallelse and "12 (12)" in kallelse
    assert "TJÄNSTESKRIVELSE" in kallelse and "on/2017:74" in kallelse
    assert "TILLÄGGSKALLELSE" in supplement and "8 (8)" in supplement
    assert "Justerandes sign" in protokoll
    contents = [line.split() for line in protokoll.splitlines() if line.startswith("§ 8")]
    assert [line[-1] for line in contents[:5]] == ["3", "4", "6", "7", "8"]
    front = _pdf_text(made[-1]).split("\f")[0]
    assert "Ersättare Nummer 8" in front and "Förvaringsplats" in front
    assert front.index("Underskrift") < front.rindex("Vera Lindblad")
    assert "Tagged:          yes" in _pdf_info(made[0])
    assert "Title:           Kallelse till Omsorgsnämnden 2017-09-26" in _pdf_info(made[0])


def _crowded(dossier: MeetingDossier) -> MeetingDossier:
    """A draft with seventeen serving under two chairs, eight waiting and six others."""
    chair, *members = [one for one in dossier.attendances if one.serves]
    waiting = Attendance(0, Person(0, ""), "substitute", "S")
    official = next(one for one in dossier.attendances if one.role == "official")
    everyone = [replace(chair, not_paragraphs=(86,)), *(members * 2)[:16]]
    everyone += [replace(waiting, person=Person(0, f"Ersättare Nummer {n}")) for n in range(1, 9)]
    (part,) = dossier.minutes_parts
    draft = replace(part, adjusted_on=None, posted_on=None)
    people = (*everyone, *[official] * 6)
    return replace(dossier, attendances=people, minutes_parts=(draft,))


def _pdf_text(path: Path) -> str:
    return _said(["pdftotext", "-layout", str(path), "-"])


def _pdf_info(path: Path) -> str:
    return _said(["pdfinfo", str(path)])


def _said(command: list[str]) -> str:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed (poppler-utils, as pdftotext)")
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.real
@pytest.mark.usefixtures("libreoffice")
def test_templates_saved_anew_by_a_word_processor_still_work(
    templates: Path, tmp_path: Path
) -> None:
    program = pdf_program()
    assert program is not None
    command = [program, "--headless", f"-env:UserInstallation={(tmp_path / 'p').as_uri()}"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path)]
    subprocess.run([*command, *templates.glob("*.docx")], check=True, capture_output=True)
    assert len(list(tmp_path.glob("*.docx"))) == len(DOCUMENT_KINDS)
    assert check_templates(tmp_path) == []


@pytest.mark.real
@pytest.mark.usefixtures("libreoffice")
def test_a_pdf_that_was_not_made_is_noticed(tmp_path: Path) -> None:
    with pytest.raises(PdfError, match=r"saknas\.pdf"):
        convert_to_pdf([tmp_path / "saknas.docx"], tmp_path)


def test_without_libreoffice_the_user_is_told_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    nothing: Callable[[], None] = lambda: None  # noqa: E731
    monkeypatch.setattr(pdf, "pdf_program", nothing)
    with pytest.raises(NotFoundError, match="Installera LibreOffice"):
        convert_to_pdf([tmp_path / "a.docx"], tmp_path)


def test_no_documents_give_no_pdfs(tmp_path: Path) -> None:
    assert convert_to_pdf([], tmp_path) == []
