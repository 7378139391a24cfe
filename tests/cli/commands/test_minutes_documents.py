"""``skriv`` for what a meeting leaves: parts, public versions, lists and extracts of every §."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from nämndtui.model.calendar.quarter import Quarter
from nämndtui.model.publication.secret_paragraph import SECRET_DECISION, SECRET_TITLE
from nämndtui.model.unenforced.unenforced_decision import UnenforcedDecision
from nämndtui.store.database import Store
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.minutes.minutes import decide_item
from nämndtui.workflow.summons.summons import mark_summoned
from nämndtui.workflow.unenforced.on_agenda import put_quarter_on_agenda
from nämndtui.workflow.unenforced.quarter_reports import compile_quarter
from nämndtui.workflow.unenforced.unenforced_decisions import add_unenforced_decision

Run = Callable[..., Any]
ACTOR = Actor("anna", datetime(2026, 2, 20, 9, 30))


def text_of(path: str | Path) -> str:
    document = Document(str(path))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    return "\n".join([p.text for p in document.paragraphs] + cells)


@pytest.fixture
def publish(database: Path) -> Callable[[str, str], None]:
    """Decide what may be published of § 12, and mark its motions with a secret name."""

    def set_to(state: str, motions: str) -> None:
        with Store(str(database)) as store, store.change("x", ACTOR.user, ACTOR.now) as change:
            item_id = change.read("paragraphs", 1)["item_id"]
            change.update("agenda_items", item_id, {"publish": state})
            change.update("paragraphs", 1, {"motions": motions})

    return set_to


@pytest.mark.parametrize(
    ("kind", "name", "holds"),
    [
        ("anslag", "2026-02-10 ON anslag § 12.docx", "Så här överklagar du"),
        ("närvarolista", "2026-02-10 ON närvarolista.docx", "Ada Ek (S)"),
        ("narvarolista", "2026-02-10 ON närvarolista.docx", "Ersättare"),
    ],
)
def test_papers_of_a_meeting(run: Run, tmp_path: Path, kind: str, name: str, holds: str) -> None:
    shown = run("skriv", kind, "2026-02-10", "-o", str(tmp_path))
    assert shown.code == 0, shown.err
    assert Path(shown.out.strip()).name == name
    assert holds in text_of(shown.out.strip())


def test_extracts_of_every_paragraph_at_once(run: Run, tmp_path: Path) -> None:
    shown = run("skriv", "utdrag", "2026-02-10", "--alla", "-o", str(tmp_path))
    assert shown.code == 0, shown.err
    assert [Path(line).name for line in shown.out.splitlines()] == [
        "2026-02-10 ON utdrag § 12.docx"
    ]
    assert run("skriv", "utdrag", "2026-12-08", "--alla").code == 1


def test_masked_text_is_left_out_of_the_public_version_and_told(
    run: Run, publish: Callable[[str, str], None], tmp_path: Path
) -> None:
    publish("masked", "Ada Ek yrkar bifall för [[Kim Kimsson]].")
    own = run("skriv", "protokoll", "2026-02-10", "-o", str(tmp_path))
    assert "yrkar bifall för Kim Kimsson." in text_of(own.out.strip())
    shown = run("skriv", "protokoll", "2026-02-10", "--offentlig", "-o", str(tmp_path))
    assert shown.out.strip().endswith("protokoll § 12 offentlig.docx")
    assert "Kim" not in text_of(shown.out.strip())
    assert "yrkar bifall för (maskat)." in text_of(shown.out.strip())
    assert "Utelämnat i §\u00a012: Kim Kimsson" in shown.err


def test_of_a_public_decision_list_only_what_it_would_have_printed_is_told(
    run: Run, database: Path, publish: Callable[[str, str], None], tmp_path: Path
) -> None:
    publish("masked", "Ada Ek yrkar bifall för [[Kim Motionsson]].")
    with Store(str(database)) as store, store.change("x", ACTOR.user, ACTOR.now) as change:
        item_id = change.read("paragraphs", 1)["item_id"]
        change.update("agenda_items", item_id, {"summary": "Om [[Kim Summasson]]."})
        long = "Nämnden ger [[Kim Först]] och " + "många andra " * 14 + "[[Kim Sist]] stöd."
        points = json.dumps([long, "Stödet till [[Kim Tvåa]] upphör."])
        change.update("paragraphs", 1, {"points": points})

    def told(kind: str) -> list[str]:
        shown = run("skriv", kind, "2026-02-10", "--offentlig", "-o", str(tmp_path))
        assert shown.code == 0, shown.err
        return re.findall("Kim [A-Öa-ö]+", shown.err)

    assert told("beslutslista") == ["Kim Först"]
    assert set(told("protokoll")) == {
        *("Kim Motionsson", "Kim Först", "Kim Sist", "Kim Tvåa", "Kim Summasson")
    }


@pytest.mark.parametrize("kind", ["protokoll", "beslutslista"])
def test_a_meeting_without_paragraphs_is_refused_before_anything_is_said_to_be_left_out(
    run: Run, database: Path, kind: str
) -> None:
    with Store(str(database)) as store, store.change("x", ACTOR.user, ACTOR.now) as change:
        for item in change.connection.execute("SELECT id FROM agenda_items").fetchall():
            if change.read("agenda_items", item[0])["meeting_id"] == 2:
                change.update("agenda_items", item[0], {"title": "Om [[Kim Kimsson]]"})
    shown = run("skriv", kind, "2026-12-08", "--offentlig")
    assert (shown.code, shown.out) == (1, "")
    assert "inga paragrafer" in shown.err
    assert "Utelämnat" not in shown.err


def test_a_quarter_as_an_item_of_its_own_publishes_no_individual(
    run: Run, database: Path, tmp_path: Path
) -> None:
    december = Actor("anna", datetime(2026, 12, 8, 18, 30))
    with Store(str(database)) as store:
        draft = UnenforcedDecision(0, 1, "A12", "lss", "9", date(2026, 2, 19), sex="K")
        add_unenforced_decision(store, december, replace(draft, reason="resources"))
        report = compile_quarter(store, december, 1, "lss", Quarter(2026, 3))
        item_id = put_quarter_on_agenda(store, december, report.id, 2, own_item=True)
        mark_summoned(store, december, 2, december.today)
        decide_item(store, december, item_id, "noted")
    own = run("skriv", "protokoll", "2026-12-08", "-o", str(tmp_path))
    assert "Ett beslut gällande bostad" in text_of(own.out.strip())
    assert "[[" not in text_of(own.out.strip()) and "((" not in text_of(own.out.strip())
    for kind, reference in (("protokoll", "2026-12-08"), ("utdrag", "§13/2026")):
        shown = run("skriv", kind, reference, "--offentlig", "-o", str(tmp_path))
        public = text_of(shown.out.strip())
        for told in ("2026-02-19", "Resursbrist", "Ett beslut", "Kön", "8 månader", "[[", "(("):
            assert told not in public
        assert "bostad med särskild service för vuxna färre än 5" in public.replace("\xa0", " ")


def test_a_secret_paragraph_is_its_number_alone_in_public(
    run: Run, publish: Callable[[str, str], None], tmp_path: Path
) -> None:
    publish("no", "Kim Kimsson")
    shown = run("skriv", "protokoll", "2026-02-10", "--offentlig", "-o", str(tmp_path))
    assert SECRET_TITLE in text_of(shown.out.strip())
    assert "nattvandring" not in text_of(shown.out.strip())
    assert "Utelämnat i §\u00a012: hela ärendet" in shown.err


def test_a_secret_paragraph_has_a_paper_of_its_own_and_no_extract(
    run: Run, publish: Callable[[str, str], None], tmp_path: Path
) -> None:
    publish("no", "Kim Kimsson yrkar bifall.")
    own = text_of(run("skriv", "protokoll", "2026-02-10", "-o", str(tmp_path)).out.strip())
    assert SECRET_TITLE in own and SECRET_DECISION in own
    assert "Kim" not in own and "nattvandring" not in own
    refused = run("skriv", "utdrag", "§12/2026", "-o", str(tmp_path))
    assert (refused.code, "skriv sekretessbilaga §12/2026" in refused.err) == (1, True)
    every = run("skriv", "utdrag", "2026-02-10", "--alla", "-o", str(tmp_path))
    assert (every.out, "§ 12 omfattas av sekretess" in every.err) == ("", True)
    annex = run("skriv", "sekretessbilaga", "§12/2026", "-o", str(tmp_path))
    assert Path(annex.out.strip()).name == "2026-02-10 ON sekretessbilaga § 12.docx"
    full = text_of(annex.out.strip())
    assert "SEKRETESS" in full and "nattvandring" in full and "Kim Kimsson yrkar bifall." in full


def test_what_is_open_has_no_secrecy_annex(run: Run, tmp_path: Path) -> None:
    refused = run("skriv", "sekretessbilaga", "§12/2026", "-o", str(tmp_path))
    assert (refused.code, "omfattas inte av sekretess" in refused.err) == (1, True)
    wrong = run("skriv", "sekretessbilaga", "2026-02-10", "-o", str(tmp_path))
    assert (wrong.code, "gäller en paragraf" in wrong.err) == (2, True)


def test_the_neutral_text_of_a_secret_paragraph_is_never_read_back(
    run: Run, publish: Callable[[str, str], None], tmp_path: Path
) -> None:
    publish("no", "Kim Kimsson yrkar bifall.")
    own = run("skriv", "protokoll", "2026-02-10", "-o", str(tmp_path)).out.strip()
    assert run("läs-tillbaka", own, "--prova", "--json").json["skillnader"] == []
    document = Document(own)
    next(p for p in document.paragraphs if p.text == SECRET_DECISION).text = "Något annat."
    document.save(own)
    shown = run("läs-tillbaka", own, "--prova", "--json").json
    assert shown["skillnader"] == []
    assert "omfattas av sekretess" in str(shown)


def test_neither_public_text_nor_marked_text_is_read_back(
    run: Run, publish: Callable[[str, str], None], tmp_path: Path
) -> None:
    publish("masked", "För [[Kim Kimsson]].")
    public = run("skriv", "protokoll", "2026-02-10", "--offentlig", "-o", str(tmp_path)).out.strip()
    shown = run("läs-tillbaka", public, "--ja")
    assert shown.code == 1
    assert "offentliga version" in shown.err
    own = run("skriv", "protokoll", "2026-02-10", "-o", str(tmp_path)).out.strip()
    document = Document(own)
    next(p for p in document.paragraphs if p.text.startswith("För Kim")).text = "För någon."
    document.save(own)
    shown = run("läs-tillbaka", own, "--ja")
    assert "har text som ska maskas" in shown.err
    assert run("läs-tillbaka", own, "--prova", "--json").json["skillnader"] == []


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("voteringslista", "2026-02-10"), 1, "ingen omröstning"),
        (("voteringslista", "§12/2026"), 1, "§ 12 har ingen omröstning"),
        (("protokoll", "2026-02-10", "--paragraf", "99"), 1, "Där finns §\u00a012"),
        (("kallelse", "2026-12-08", "--offentlig"), 2, "--offentlig kan inte användas"),
        (("protokoll", "2026-02-10", "--alla"), 2, "--alla kan inte användas"),
        (("utdrag", "2026-02-10", "--alla", "-o", "ett.docx"), 2, "Ange en mapp"),
        (("kallelse", "2026-12-08", "--paragraf", "1"), 2, "--paragraf kan inte användas"),
    ],
)
def test_what_cannot_be_written_is_explained(
    run: Run, arguments: tuple[str, ...], code: int, said: str
) -> None:
    shown = run("skriv", *arguments)
    assert (shown.code, shown.out) == (code, "")
    assert said in shown.err
