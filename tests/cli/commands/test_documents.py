"""``skriv`` and ``mallar``: Word files where the user wants them, nothing written over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document

Run = Callable[..., Any]


def text_of(path: str | Path) -> str:
    document = Document(str(path))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    return "\n".join([p.text for p in document.paragraphs] + cells)


@pytest.mark.parametrize(
    ("arguments", "holds"),
    [
        (("kallelse", "2026-12-08"), "Avgifter i hemtjänsten"),
        (("protokoll", "2026-02-10"), "Omsorgsnämnden tillstyrker motionen."),
        (("utdrag", "§12/2026"), "Omsorgsnämnden tillstyrker motionen."),
        (("utdrag", "§", "12"), "Omsorgsnämnden tillstyrker motionen."),
        (("tjansteskrivelse", "on/2026:38"), "Avgifter i hemtjänsten"),
        (("tjänsteskrivelse", "2026-12-08", "--punkt", "1"), "Avgifter i hemtjänsten"),
    ],
)
def test_a_document_is_written_and_its_path_printed(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], holds: str
) -> None:
    (tmp_path / "ut").mkdir()
    shown = run("skriv", *arguments, "-o", str(tmp_path / "ut"))
    assert shown.code == 0, shown.err
    path = Path(shown.out.strip())
    assert path.parent == tmp_path / "ut"
    assert holds in text_of(path)


def test_a_document_may_get_a_name_of_its_own(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "min kallelse.docx"
    assert run("skriv", "kallelse", "2026-12-08", "--ut", str(target)).code == 0
    assert target.is_file()


def test_a_document_edited_in_word_is_not_written_over(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "kallelse.docx"
    write = ("skriv", "kallelse", "2026-12-08", "-o", str(target))
    assert run(*write).code == 0
    assert run(*write).code == 0
    target.write_bytes(b"handskrivet")
    shown = run(*write)
    assert shown.code == 1
    assert "--ersätt" in shown.err
    assert target.read_bytes() == b"handskrivet"
    assert run(*write, "--ersatt").code == 0
    assert target.read_bytes() != b"handskrivet"


def test_reading_only_still_gives_paper_but_leaves_the_database_alone(
    run: Run, tmp_path: Path
) -> None:
    before = run("historik", "--json").json
    assert run("skriv", "kallelse", "2026-12-08", "--läs", "-o", str(tmp_path)).code == 0
    assert run("historik", "--json").json == before


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("brev", "2026-12-08"), 2, "Välj bland: kallelse"),
        (("protokol", "2026-12-08"), 2, "Menade du protokoll?"),
        (("kallelse",), 2, "Skriv vad det gäller"),
        (("kallelse", "2026-12-09"), 1, "Det finns inget sammanträde"),
        (("protokoll", "2026-12-08"), 1, "inga paragrafer"),
        (("utdrag", "2026-02-10"), 2, "gäller en paragraf"),
        (("tjänsteskrivelse", "2026-12-08"), 2, "Ange punkten"),
        (("tjänsteskrivelse", "2026-12-08", "--punkt", "9"), 1, "ingen punkt 9"),
        (("kallelse", "2026-12-08", "-o", "kallelse.txt"), 2, "ska sluta på .docx eller .pdf"),
        (("kallelse", "2026-12-08", "-o", "a/b/c.docx"), 1, "Mappen a/b finns inte. Skapa den"),
        (("kallelse", "2026-12-08", "-o", "borta"), 1, "Mappen borta finns inte. Skapa den"),
        (("kallelse", "2026-13-40"), 1, "Dagen 2026-13-40 finns inte"),
    ],
)
def test_what_cannot_be_written_is_explained(
    run: Run, arguments: tuple[str, ...], code: int, said: str
) -> None:
    shown = run("skriv", *arguments)
    assert (shown.code, shown.out) == (code, "")
    assert said in shown.err


@pytest.mark.parametrize("reading", [(), ("--läs",)])
def test_a_name_that_ends_in_pdf_gives_a_pdf(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reading: tuple[str, ...]
) -> None:
    def convert(documents: list[Path], target: Path) -> list[Path]:
        target.mkdir()
        assert Document(str(documents[0])).paragraphs
        made = target / f"{documents[0].stem}.pdf"
        made.write_bytes(b"%PDF-1.7")
        return [made]

    monkeypatch.setattr("nämndtui.documents.word.pdf.convert_to_pdf", convert)
    target = tmp_path / "kallelse.PDF"
    shown = run("skriv", "kallelse", "2026-12-08", "-o", str(target), *reading)
    assert (shown.code, shown.out.strip()) == (0, str(target))
    assert target.read_bytes() == b"%PDF-1.7"
    if not reading:
        assert run("historik", "--json").json[0]["händelse"] == "Skrev kallelse.PDF"


def test_without_libreoffice_a_pdf_is_refused_with_what_is_needed(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nämndtui.documents.word.pdf.pdf_program", lambda: None)
    shown = run("skriv", "kallelse", "2026-12-08", "-o", str(tmp_path / "k.pdf"))
    assert shown.code == 1
    assert "PDF kräver LibreOffice" in shown.err
    assert list(tmp_path.glob("*.pdf")) == []


def test_templates_alone_asks_what_to_do(run: Run) -> None:
    shown = run("mallar")
    assert (shown.code, shown.out) == (2, "")
    assert "lista, kopiera eller kontrollera" in shown.err


def test_templates_are_listed_copied_and_checked(run: Run, tmp_path: Path) -> None:
    assert "kallelse" in run("mallar", "lista").out
    folder = tmp_path / "mallar"
    copied = run("mallar", "kopiera", str(folder))
    assert copied.code == 0
    assert (folder / "kallelse.docx").is_file()
    assert run("mallar", "kopiera", str(folder)).code == 1
    assert run("mallar", "kontrollera", str(folder)).code == 0


def test_what_is_no_folder_of_templates_is_told_apart(run: Run, tmp_path: Path) -> None:
    (tmp_path / "tom").mkdir()
    empty = run("mallar", "kontrollera", str(tmp_path / "tom"))
    assert (empty.code, empty.out) == (1, "")
    assert "finns inga egna mallar" in empty.err
    run("mallar", "kopiera", str(tmp_path / "nya"))
    alone = run("mallar", "kontrollera", str(tmp_path / "nya" / "utdrag.docx"))
    assert alone.code == 0
    assert "Mallen fungerar." in alone.err
    other = run("mallar", "kontrollera", str(tmp_path / "nya" / "LÄSMIG.md"))
    assert other.code == 1
    assert "är ingen mall. Mallarna heter kallelse.docx" in other.err


def test_a_faulty_template_is_pointed_out(run: Run, tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("{{ möte.datumm }}")
    document.save(str(tmp_path / "kallelse.docx"))
    shown = run("mallar", "kontrollera", str(tmp_path))
    assert shown.code == 1
    assert "kallelse.docx" in shown.out
