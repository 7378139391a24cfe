"""Every kind of document, wherever it is listed: written, completed, checked, told and masked."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from nämndtui.cli.commands.program import program
from nämndtui.cli.light.completion import answers
from nämndtui.documents.kinds.makers import MAKERS
from nämndtui.documents.samples.documents import ordinary_facts, sample_document
from nämndtui.documents.samples.template_check import check_templates
from nämndtui.documents.templates.template_set import copy_templates
from nämndtui.model.publication.document_kinds import DOCUMENT_KINDS, DocumentKind
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.store.database import Store
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.documents.making import DocumentRequest, make_document
from nämndtui.workflow.package.demonstration import make_demonstration
from tests.conftest import NOW, REPOSITORY
from tests.documents.conftest import ReadDocument

Run = Callable[..., Any]
NAMES = list(DOCUMENT_KINDS)
HANDBOOK = REPOSITORY / "docs" / "handbok" / "kommandon.md"
WITHOUT = {
    "sekretessbilaga": "omfattas inte av sekretess",
    "voteringslista": "har ingen omröstning; det finns ingen lista att skriva",
}
"""What the demonstration has nothing of → what is said then."""


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    return make_demonstration(folder, Actor("anna", NOW), lambda text: None).database


def references(database: Path, kind: DocumentKind) -> Iterator[list[str]]:
    """Everything in the demonstration that a document of the kind might be of."""
    if kind.of == "quarter":
        yield ["--lag", "LSS", "--kvartal", "2026K3"]
        return
    with sqlite3.connect(database) as connection:
        if kind.of == "item":
            cases = connection.execute("SELECT dnr FROM cases ORDER BY id").fetchall()
            yield from ([dnr] for (dnr,) in cases)
        elif kind.of_one_paragraph:
            found = connection.execute("SELECT number, year FROM paragraphs ORDER BY id").fetchall()
            yield from ([f"§{number}/{year}"] for number, year in found)
        else:
            days = connection.execute("SELECT date FROM meetings ORDER BY date DESC").fetchall()
            yield from ([day] for (day,) in days)


@pytest.mark.parametrize("name", NAMES)
def test_the_demonstration_gives_every_kind_of_document(
    run: Run, demonstration: Path, tmp_path: Path, name: str
) -> None:
    told = []
    for reference in references(demonstration, DOCUMENT_KINDS[name]):
        shown = run("skriv", name, *reference, "--db", str(demonstration), "-o", str(tmp_path))
        if shown.code == 0:
            (written,) = tmp_path.glob("*.docx")
            assert str(written) == shown.out.strip()
            assert name not in WITHOUT
            return
        told.append(shown.err)
    assert name in WITHOUT and all(WITHOUT[name] in one for one in told), told[-1]


@pytest.mark.parametrize("kind", DOCUMENT_KINDS.values(), ids=lambda kind: str(kind.name))
def test_who_writes_it_of_something_else_is_told_what_it_is_of(
    run: Run, kind: DocumentKind
) -> None:
    of_paragraphs = kind.of_one_paragraph or kind.of == "vote"
    for wrong in ("strunt", "on/2026:37") if of_paragraphs else ("strunt", "§73/2026"):
        shown = run("skriv", kind.name, wrong)
        assert (shown.code, shown.out) == (2, "")
        assert f"Dokumentet {kind.name} gäller " in shown.err
        assert f"till exempel {kind.example}." in shown.err
        assert "diarienummer, datum eller paragraf" not in shown.err


def test_a_decision_list_is_said_to_be_of_a_whole_meeting(run: Run) -> None:
    assert run("skriv", "beslutslista", "§73/2026").err.split(": ", 1)[-1] == (
        "”§73/2026” går inte att skriva så. Dokumentet beslutslista gäller ett helt sammanträde: "
        "ange dess datum, till exempel namndtui skriv beslutslista 2026-12-08.\n"
    )


def test_each_kind_has_one_way_to_be_made_and_no_other_has() -> None:
    assert set(MAKERS) == set(DOCUMENT_KINDS)


@pytest.mark.parametrize("name", NAMES)
def test_each_kind_is_completed_and_told_by_the_help(run: Run, name: str) -> None:
    kind = DOCUMENT_KINDS[name]
    assert name in answers(["skriv", name[:3]])
    told = " ".join(run("skriv", "--hjälp").out.split())
    assert f" {name} {kind.reference} – {kind.about}" in told


def test_what_follows_a_document_is_completed_unless_it_is_of_a_quarter(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NAMNDTUI_DB", str(database))
    for name, kind in DOCUMENT_KINDS.items():
        assert bool(answers(["skriv", name, "2026-02"])) == (kind.of != "quarter"), name


def test_every_option_of_a_kind_is_an_option_of_the_command() -> None:
    known = {name for one in program.commands["skriv"].params for name in one.opts}
    assert {name for kind in DOCUMENT_KINDS.values() for name in kind.options} <= known


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--paragraf", ["1"]),
        ("--alla", []),
        ("--punkt", ["1"]),
        ("--sammanträde", ["2026-02-10"]),
        ("--lag", ["LSS"]),
        ("--per", ["2026-02-10"]),
        ("--json", []),
        ("--offentlig", []),
    ],
)
def test_an_option_of_another_kind_is_pointed_out(run: Run, option: str, value: list[str]) -> None:
    others = [kind for kind in DOCUMENT_KINDS.values() if option not in kind.options]
    assert others
    for kind in others:
        shown = run("skriv", kind.name, "2026-02-10", option, *value)
        assert (shown.code, shown.out) == (2, "")
        assert f"{option} kan inte användas med skriv {kind.name}." in shown.err


def test_a_template_of_each_kind_is_copied_checked_and_listed(run: Run, tmp_path: Path) -> None:
    copied = copy_templates(tmp_path / "mallar")
    templates = [kind.template for kind in DOCUMENT_KINDS.values()]
    assert [path.name for path in copied] == [*templates, "LÄSMIG.md"]
    for template in templates:
        (tmp_path / "mallar" / template).write_bytes(b"inget Worddokument")
    faults = check_templates(tmp_path / "mallar")
    assert [fault.split()[1] for fault in faults] == templates
    listed = run("mallar", "lista").out.splitlines()
    assert [line.split()[0] for line in listed if line.split()[0] in NAMES] == NAMES


def test_the_handbook_and_the_reference_tell_of_exactly_these_kinds() -> None:
    page = HANDBOOK.read_text("utf-8").split("### namndtui skriv")[1].split("\n### ")[0]
    table = page.split("| Dokument | Skrivs med | Innehåll |")[1].split("\n\n")[0]
    assert table.splitlines()[2:] == [
        f"| `{kind.name}` | `{kind.reference}` | {kind.about} |" for kind in DOCUMENT_KINDS.values()
    ]
    reference = (REPOSITORY / "templates" / "LÄSMIG.md").read_text("utf-8")
    titles = [line[3:] for line in reference.splitlines() if line.startswith("## ")]
    told = {title for title in titles if title.endswith(".docx")}
    assert told == {kind.template for kind in DOCUMENT_KINDS.values()}


@pytest.fixture
def planted(database: Path) -> int:
    """The meeting in February with a secret between brackets in every text of § 12; its id."""
    actor = Actor("anna", datetime(2026, 2, 20, 9, 30))
    with Store(str(database)) as store, store.change("x", actor.user, actor.now) as change:
        paragraph = change.read("paragraphs", 1)
        meeting_id = change.read("agenda_items", paragraph["item_id"])["meeting_id"]
        secret = "Om [[Kim Kimsson]]"
        change.update("agenda_items", paragraph["item_id"], {"title": secret, "summary": secret})
        texts = dict.fromkeys(("motions", "procedure", "notes", "reservations"), secret)
        change.update("paragraphs", 1, texts)
        change.update("meetings", meeting_id, {"place": secret})
        change.update("minutes_parts", 1, {"storage_place": secret})
    return int(meeting_id)


@pytest.mark.parametrize("kind", [one for one in DOCUMENT_KINDS.values() if one.needs != "quarter"])
def test_what_is_published_masks_a_planted_secret(
    database: Path, planted: int, kind: DocumentKind
) -> None:
    number = 12 if kind.of_one_paragraph else 0
    request = DocumentRequest(kind.name, planted, number, public=kind.public == "form")
    if kind.public == "never":
        with Store(str(database)) as store, pytest.raises(InvalidInputError, match="offentlig"):
            public = DocumentRequest(kind.name, planted, number, public=True)
            make_document(store.connection, public, NOW.date())
        return
    with Store(str(database)) as store:
        made = make_document(store.connection, request, NOW.date())
    assert "Kim" not in ReadDocument(made.content).text
    assert "(maskat)" in ReadDocument(made.content).text
    marked = "Offentlig version" in "".join(ReadDocument(made.content).headers())
    assert marked == made.name.endswith(" offentlig.docx") == (kind.public == "form")


def test_the_public_report_of_a_quarter_hides_small_numbers() -> None:
    kind = DOCUMENT_KINDS["ej-verkställda-offentlig"]
    assert kind.public == "always"
    shown = ReadDocument(sample_document(kind.name, ordinary_facts()).content).text
    assert "färre än 5" in shown
    assert "2026-03-30" not in shown and "Resursbrist" not in shown
