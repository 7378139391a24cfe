"""Minutes changed in Word: the differences are shown, and taken in when accepted."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.meeting import Paragraph
from nämndtui.model.people.persons import Mandate, Person
from nämndtui.model.text.errors import InvalidInputError, NotFoundError, RefusedError
from nämndtui.store.database import Store
from nämndtui.store.minutes.dossiers import load_dossier
from nämndtui.workflow.agenda.agenda import add_item
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.documents.making import DocumentRequest
from nämndtui.workflow.documents.writing import write_document
from nämndtui.workflow.minutes.minutes import call_roll, decide_item, edit_paragraph
from nämndtui.workflow.minutes.word_reading import WordReading, accept_differences, read_word
from nämndtui.workflow.minutes.word_source import meeting_of_file
from nämndtui.workflow.people.persons import add_mandate
from nämndtui.workflow.summons.summons import mark_summoned

PROPOSAL = "Omsorgsnämnden godkänner rapporten."
CHANGED = "Omsorgsnämnden godkänner **inte** rapporten."


@pytest.fixture
def written(store: Store, actor: Actor, committee_id: int, meeting_id: int, tmp_path: Path) -> Path:
    """The protokoll of two decided items, as the program wrote it."""
    for title, point in (("Rapport", PROPOSAL), ("Avgifter", "Omsorgsnämnden antar avgifterna.")):
        draft = AgendaItem(
            0, committee_id, meeting_id, 0, None, "decision", title, staff_proposal=(point,)
        )
        add_item(store, actor, draft)
    for office, name in (("chair", "Ali Saadi"), ("member", "Karin Ek")):
        mandate = Mandate(0, committee_id, Person(0, name), office, "C", date(2023, 1, 1))
        add_mandate(store, actor, mandate)
    mark_summoned(store, actor, meeting_id, date(2026, 12, 1))
    call_roll(store, actor, meeting_id)
    for item in load_dossier(store.connection, meeting_id).items:
        decide_item(store, actor, item.id, "as_proposed")
    return write_document(store, actor, DocumentRequest("protokoll", meeting_id), tmp_path)


def in_word(path: Path, start: str, *replacement: tuple[str, bool]) -> None:
    """What a user does: replace a paragraph's text, parts of it in bold, and save."""
    document = docx.Document(str(path))
    line = next(one for one in document.paragraphs if one.text.startswith(start))
    line.text = ""
    for text, bold in replacement:
        line.add_run(text).bold = bold
    document.save(str(path))


def reading(store: Store, meeting_id: int, path: Path) -> WordReading:
    return read_word(store.connection, meeting_id, path.read_bytes())


def first(store: Store, meeting_id: int) -> Paragraph:
    return load_dossier(store.connection, meeting_id).paragraphs[0]


def test_a_file_nobody_changed_has_no_differences(
    store: Store, meeting_id: int, written: Path
) -> None:
    found = reading(store, meeting_id, written)
    assert (found.differences, found.remarks, found.numbers) == ((), (), (1, 2))


def test_a_changed_decision_is_shown_and_taken_in(
    store: Store, actor: Actor, meeting_id: int, written: Path
) -> None:
    in_word(
        written, PROPOSAL,
        ("Omsorgsnämnden godkänner ", False), ("inte", True), (" rapporten.", False),
    )  # fmt: skip
    (one,) = reading(store, meeting_id, written).differences
    assert (one.number, one.name, one.before, one.after) == (1, "Beslutet", PROPOSAL, CHANGED)
    assert first(store, meeting_id).points == (PROPOSAL,)
    assert accept_differences(store, actor, [one]) == (1,)
    assert first(store, meeting_id).points == (CHANGED,)
    assert reading(store, meeting_id, written).differences == ()


def test_several_fields_of_a_paragraph_are_taken_in_one_by_one_or_together(
    store: Store, actor: Actor, meeting_id: int, written: Path
) -> None:
    in_word(written, PROPOSAL, (CHANGED.replace("**", ""), False))
    in_word(written, "Ordföranden ställer", ("Ordföranden frågar.", False))
    decision, procedure, *_ = reading(store, meeting_id, written).differences
    assert procedure.name == "Beslutsgången"
    accept_differences(store, actor, [decision])
    accept_differences(store, actor, [procedure])
    assert first(store, meeting_id).procedure == "Ordföranden frågar."


def test_what_was_changed_in_the_program_meanwhile_is_not_written_over(
    store: Store, actor: Actor, meeting_id: int, written: Path
) -> None:
    in_word(written, PROPOSAL, ("I Word.", False))
    (one,) = reading(store, meeting_id, written).differences
    paragraph = first(store, meeting_id)
    edit_paragraph(store, actor, paragraph.id, paragraph.version, points=("I programmet.",))
    with pytest.raises(RefusedError, match="har ändrats sedan filen lästes"):
        accept_differences(store, actor, [one])
    assert first(store, meeting_id).points == ("I programmet.",)


def test_adjusted_minutes_show_the_difference_but_refuse_it(
    store: Store, actor: Actor, meeting_id: int, written: Path
) -> None:
    in_word(written, PROPOSAL, ("I efterhand.", False))
    with store.change("adjust", actor.user, actor.now) as change:
        part = load_dossier(store.connection, meeting_id).minutes_parts[0]
        change.update("minutes_parts", part.id, {"adjusted_on": "2026-12-15"})
    (one,) = reading(store, meeting_id, written).differences
    assert one.locked
    with pytest.raises(RefusedError, match="Gör en rättelse"):
        accept_differences(store, actor, [one])
    assert first(store, meeting_id).points == (PROPOSAL,)


def test_what_cannot_be_taken_in_is_told(store: Store, meeting_id: int, written: Path) -> None:
    in_word(written, "§\u00a01", ("§ 1\tRapporten", False))
    in_word(written, "§\u00a02", ("§ 7\tAvgifter", False))
    assert reading(store, meeting_id, written).remarks == (
        "§ 1: rubriken är ändrad i filen. Ändra den på dagordningen i stället.",
        "§ 7 i filen finns inte i sammanträdets protokoll.",
        "§\u00a02 finns inte i filen och lämnas som den är.",
    )


def test_a_front_page_that_says_something_else_is_told(
    store: Store, meeting_id: int, written: Path
) -> None:
    document = docx.Document(str(written))
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    name = next(p for cell in cells for p in cell.paragraphs if "Karin Ek" in p.text)
    name.text = name.text.replace("Karin Ek", "Karin Ask")
    document.save(str(written))
    found = reading(store, meeting_id, written)
    assert found.differences == ()
    assert [text for text in found.remarks if text.startswith("Framsidan skiljer sig")]


def test_a_file_without_paragraphs_is_refused(store: Store, meeting_id: int) -> None:
    out = BytesIO()
    docx.Document().save(out)
    with pytest.raises(InvalidInputError, match="inga paragrafer"):
        read_word(store.connection, meeting_id, out.getvalue())


def test_the_meeting_is_known_by_the_file_and_by_its_title(
    store: Store, meeting_id: int, written: Path
) -> None:
    content = written.read_bytes()
    elsewhere = written.with_name("från ordföranden.docx")
    assert meeting_of_file(store.connection, written, b"") == meeting_id
    assert meeting_of_file(store.connection, elsewhere, content) == meeting_id
    with pytest.raises(NotFoundError, match="--sammanträde"):
        meeting_of_file(store.connection, elsewhere, b"")
