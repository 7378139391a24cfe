"""What an item says: proposals per source, memo, cases and attachments."""

from __future__ import annotations

from datetime import date

import pytest

from nämndtui.model.agenda.agenda_item import Recipient
from nämndtui.model.agenda.case import Case
from nämndtui.model.text.errors import InvalidInputError, StaleVersionError
from nämndtui.store.agenda.items import item as load_item
from nämndtui.store.database import Store
from nämndtui.workflow.agenda.agenda import pull_in_case
from nämndtui.workflow.agenda.attachments import NewAttachment, add_attachment, edit_attachment
from nämndtui.workflow.agenda.item_content import edit_item, edit_memo, set_item_cases, set_proposal
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.undo import undo_last
from tests.conftest import HOSTILE


@pytest.fixture
def item_id(store: Store, actor: Actor, meeting_id: int, case: Case) -> int:
    return pull_in_case(store, actor, meeting_id, case.id)


def test_the_chair_follows_the_administration_until_told_otherwise(
    store: Store, actor: Actor, item_id: int
) -> None:
    set_proposal(store, actor, item_id, "staff", ["Nämnden avslår motionen."])
    item = load_item(store.connection, item_id)
    assert item.proposal == item.staff_proposal and not item.chair_differs
    set_proposal(store, actor, item_id, "chair", ["Nämnden bifaller motionen."])
    item = load_item(store.connection, item_id)
    assert item.proposal == ("Nämnden bifaller motionen.",) and item.chair_differs
    set_proposal(store, actor, item_id, "chair", None)
    assert load_item(store.connection, item_id).proposal == ("Nämnden avslår motionen.",)


def test_blank_points_of_a_proposal_are_dropped_and_a_cleared_one_has_none(
    store: Store, actor: Actor, item_id: int
) -> None:
    points = ["Nämnden bifaller motionen.", " ", "", "  Nämnden tackar motionären. "]
    set_proposal(store, actor, item_id, "staff", points)
    kept = ("Nämnden bifaller motionen.", "Nämnden tackar motionären.")
    assert load_item(store.connection, item_id).staff_proposal == kept
    set_proposal(store, actor, item_id, "chair", ["  "])
    assert load_item(store.connection, item_id).chair_proposal == ()


def test_two_windows_cannot_overwrite_each_other(store: Store, actor: Actor, item_id: int) -> None:
    version = load_item(store.connection, item_id).version
    edit_item(store, actor, item_id, version, title="Annas rubrik")
    with pytest.raises(StaleVersionError) as caught:
        edit_item(store, actor, item_id, version, title="Bos rubrik")
    assert caught.value.theirs["title"] == "Annas rubrik"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_kept_as_text(store: Store, actor: Actor, item_id: int, text: str) -> None:
    set_proposal(store, actor, item_id, "staff", [text])
    stored = load_item(store.connection, item_id).proposal[0]
    assert "\x1b" not in stored and "\x0b" not in stored
    for kept in ("[bold]", "{{ 7*7 }}", "<w:p>", "DROP TABLE", "å"):
        if kept in text:
            assert kept in stored


def test_recipients_with_their_own_numbers(store: Store, actor: Actor, item_id: int) -> None:
    version = load_item(store.connection, item_id).version
    edit_item(
        store, actor, item_id, version, recipients=(Recipient("Kommunstyrelsen", "KS/2025:88"),)
    )
    (recipient,) = load_item(store.connection, item_id).recipients
    assert recipient.text == "Kommunstyrelsen (KS/2025:88)"


def test_a_memo_is_made_by_the_first_word(store: Store, actor: Actor, item_id: int) -> None:
    edit_memo(store, actor, item_id, body="## Ärendet", date=date(2026, 11, 12))
    memo = load_item(store.connection, item_id).memo
    assert memo and (memo.body, memo.date) == ("## Ärendet", date(2026, 11, 12))
    undo_last(store, actor)
    assert load_item(store.connection, item_id).memo is None


def test_an_unknown_diary_number_is_refused(store: Store, actor: Actor, item_id: int) -> None:
    with pytest.raises(InvalidInputError, match="finns inte i diariet"):
        set_item_cases(store, actor, item_id, ["on/2026:1", "on/2026:99"])
    assert load_item(store.connection, item_id).dnrs == ("on/2026:1",)


def test_attachments_are_numbered_and_their_bytes_kept(
    store: Store, actor: Actor, item_id: int
) -> None:
    add_attachment(
        store, actor, item_id, NewAttachment("Rapport", content=b"%PDF", file_name="r.pdf")
    )
    add_attachment(store, actor, item_id, NewAttachment("Tabeller", number="2:1"))
    first, second = load_item(store.connection, item_id).attachments
    assert (str(first.number), str(second.number)) == ("1", "2:1")
    assert first.file and store.files.read(first.file.sha256) == b"%PDF"
    assert first.file.media_type == "application/pdf" and second.file is None


def test_an_attachment_number_is_used_once(store: Store, actor: Actor, item_id: int) -> None:
    add_attachment(store, actor, item_id, NewAttachment("Rapport"))
    other = add_attachment(store, actor, item_id, NewAttachment("Tabell"))
    with pytest.raises(InvalidInputError, match="Bilaga 1 finns redan"):
        edit_attachment(store, actor, other, 1, number="1")


@pytest.mark.parametrize("name", ["../../etc/passwd", "C:\\temp\\x.docx", "\x1b[2Jx.pdf", ".."])
def test_a_file_name_is_never_a_path(store: Store, actor: Actor, item_id: int, name: str) -> None:
    new = NewAttachment("Fil", content=b"x", file_name=name)
    add_attachment(store, actor, item_id, new)
    (attachment,) = load_item(store.connection, item_id).attachments
    assert attachment.file is not None
    assert not set("/\\\x1b") & set(attachment.file.name) and attachment.file.name != ".."
