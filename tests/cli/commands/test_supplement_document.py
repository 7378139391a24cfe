"""``skriv tilläggskallelse``: what is new since the kallelse, before and after it is sent (F 2)."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.store.database import Store
from nämndtui.store.minutes.dossiers import load_dossier
from nämndtui.workflow.agenda.agenda import add_item
from nämndtui.workflow.agenda.attachments import NewAttachment, add_attachment, attach_file
from nämndtui.workflow.agenda.item_content import edit_memo, set_proposal
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.summons.summons import mark_summoned
from nämndtui.workflow.summons.supplement import mark_supplement_sent

Run = Callable[..., Any]
ANNA = Actor("anna", datetime(2026, 12, 3, 9, 0))
MEETING = 2
WRITE = ("skriv", "tilläggskallelse", "2026-12-08", "-o")


def news(path: str | Path) -> list[list[str]]:
    """The list of what is new: number, title with dnr, changes."""
    table = Document(str(path)).tables[0]
    return [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in table.rows][1:]


@pytest.fixture
def summoned(database: Path) -> Path:
    """The December meeting with its kallelse sent on the first."""
    with Store(str(database)) as store:
        mark_summoned(store, ANNA, MEETING, date(2026, 12, 1))
    return database


def write_memo(database: Path, body: str) -> None:
    with Store(str(database)) as store:
        item = load_dossier(store.connection, MEETING).items[0]
        edit_memo(store, ANNA, item.id, body=body)


def test_a_changed_memo_gives_a_supplement_that_stays_the_same_once_it_is_sent(
    run: Run, summoned: Path, tmp_path: Path
) -> None:
    write_memo(summoned, "## Ärendet\n\nNya siffror.")
    shown = run(*WRITE, str(tmp_path))
    assert shown.code == 0, shown.err
    path = Path(shown.out.strip())
    assert path.name == "2026-12-08 ON tilläggskallelse.docx"
    assert news(path) == [
        [
            "1",
            "Avgifter i hemtjänsten\non/2026:38",
            "Ändrad handling: Tjänsteskrivelsen, version 2, ersätter den som skickades den "
            "1 december 2026",
        ]
    ]
    assert "Nya siffror." in [p.text for p in Document(str(path)).paragraphs]
    with Store(str(summoned)) as store:
        mark_supplement_sent(store, ANNA, MEETING, date(2026, 12, 3))
    sent = Path(run(*WRITE, str(tmp_path / "a.docx")).out.strip()).read_bytes()
    assert run(*WRITE, str(tmp_path / "b.docx")).code == 0
    assert (tmp_path / "b.docx").read_bytes() == sent
    properties = Document(str(tmp_path / "a.docx")).core_properties
    assert properties.created is not None and properties.created.date() == date(2026, 12, 3)


def test_a_second_supplement_has_its_own_name_and_counts_from_the_first(
    run: Run, summoned: Path, tmp_path: Path
) -> None:
    for body, day in (("Andra texten.", 3), ("Tredje texten.", 4)):
        write_memo(summoned, body)
        with Store(str(summoned)) as store:
            mark_supplement_sent(store, ANNA, MEETING, date(2026, 12, day))
    path = Path(run(*WRITE, str(tmp_path)).out.strip())
    assert path.name == "2026-12-08 ON tilläggskallelse 2.docx"
    headings = [p.text.replace("\u00a0", " ") for p in Document(str(path)).paragraphs]
    assert "Nytt sedan tilläggskallelsen den 3 december 2026" in headings
    assert "version 3, ersätter den som skickades den 3 december 2026" in news(path)[0][2]


def test_a_kallelse_of_unknown_content_is_told(run: Run, summoned: Path, tmp_path: Path) -> None:
    with Store(str(summoned)) as store:
        store.connection.execute("UPDATE sendings SET sealed = 0")
        store.connection.execute("DELETE FROM sent_documents")
        store.connection.execute("DELETE FROM sendings")
        store.connection.commit()
    write_memo(summoned, "Ny text.")
    shown = run(*WRITE, str(tmp_path))
    assert (shown.code, shown.out) == (1, "")
    assert "Inget är nytt sedan kallelsen den 1\u00a0december 2026" in shown.err
    assert shown.err.count("Programmet vet inte vad kallelsen innehöll") == 1
    with Store(str(summoned)) as store:
        add_item(store, ANNA, AgendaItem(0, 1, MEETING, 0, None, "decision", "Tillägget"))
    shown = run(*WRITE, str(tmp_path))
    assert shown.code == 0
    assert "Programmet vet inte vad kallelsen innehöll" in shown.err
    assert news(shown.out.strip()) == [["3", "Tillägget", "Ny punkt"]]


def test_before_the_kallelse_and_without_anything_new_it_is_refused(
    run: Run, database: Path, tmp_path: Path
) -> None:
    shown = run("skriv", "tillaggskallelse", "2026-12-08", "-o", str(tmp_path))
    assert (shown.code, shown.out) == (1, "")
    assert "Kallelsen är inte skickad" in shown.err
    with Store(str(database)) as store:
        mark_summoned(store, ANNA, MEETING, date(2026, 12, 1))
    shown = run(*WRITE, str(tmp_path))
    assert shown.code == 1
    assert "Inget är nytt sedan kallelsen den 1\u00a0december 2026." in shown.err
    assert not list(tmp_path.glob("*.docx"))


def test_the_kallelse_itself_is_as_before(run: Run, summoned: Path, tmp_path: Path) -> None:
    first = Path(run("skriv", "kallelse", "2026-12-08", "-o", str(tmp_path)).out.strip())
    before = first.read_bytes()
    with Store(str(summoned)) as store:
        item = load_dossier(store.connection, MEETING).items[0]
        set_proposal(store, ANNA, item.id, "staff", ["Nämnden antar.", "Nämnden tackar."])
        mark_supplement_sent(store, ANNA, MEETING, date(2026, 12, 3))
        set_proposal(store, ANNA, item.id, "staff", ["Nämnden antar.", "Nämnden överlämnar."])
        mark_supplement_sent(store, ANNA, MEETING, date(2026, 12, 4))
    assert run("skriv", "kallelse", "2026-12-08", "-o", str(tmp_path)).code == 0
    assert first.read_bytes() == before


def test_what_was_sent_is_looked_after(run: Run, summoned: Path) -> None:
    with Store(str(summoned)) as store:
        item = load_dossier(store.connection, MEETING).items[0]
        draft = NewAttachment("Karta", file_name="karta.pdf", content=b"gammal karta")
        attachment = add_attachment(store, ANNA, item.id, draft)
        mark_supplement_sent(store, ANNA, MEETING, date(2026, 12, 3))
        attach_file(store, ANNA, attachment, 1, b"ny karta", "karta.pdf")
    assert run("kontrollera").code == 0
    old = next(
        path
        for path in (summoned.parent / "nämnd bilagor").glob("??/*")
        if path.read_bytes() == b"gammal karta"
    )
    old.unlink()
    assert "Filen till bilagan ”Karta” 2026-12-08 saknas" in run("kontrollera").out
    old.write_bytes(b"gammal karta")
    connection = sqlite3.connect(summoned)
    connection.execute("DROP TRIGGER sent_documents_no_update")
    connection.execute("UPDATE sent_documents SET content = '{}' WHERE kind = 'memo'")
    connection.execute("DROP TRIGGER sendings_sealed_update")
    connection.execute("UPDATE sendings SET sealed = 0 WHERE seq = 2")
    connection.commit()
    connection.close()
    shown = run("kontrollera")
    assert "version 1, skickad 2026-12-01, har ändrats i efterhand." in shown.out
    assert "Det som skickades 2026-12-03 till 2026-12-08 är inte låst." in shown.out
