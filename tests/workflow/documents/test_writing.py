"""Writing a document where a file already lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from nämndtui.model.text.errors import RefusedError
from nämndtui.store.database import Store
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.documents.making import DocumentRequest, make_document
from nämndtui.workflow.documents.writing import (
    EditedDocumentError,
    save_document,
    write_document,
)


@pytest.fixture
def request_(meeting_id: int) -> DocumentRequest:
    return DocumentRequest("kallelse", meeting_id)


def test_a_file_nobody_has_noted_that_says_the_same_is_not_taken_for_edited(
    store: Store, actor: Actor, request_: DocumentRequest, tmp_path: Path
) -> None:
    """As one copied from a colleague, or written by a database that was restored."""
    made = make_document(store.connection, request_, actor.today)
    there = tmp_path / made.name
    there.write_bytes(made.content)
    assert write_document(store, actor, request_, tmp_path) == there
    assert save_document(store.connection, request_, tmp_path, actor.today) == there
    assert there.read_bytes() == made.content


def test_a_file_nobody_has_noted_that_differs_is_left_alone(
    store: Store, actor: Actor, request_: DocumentRequest, tmp_path: Path
) -> None:
    made = make_document(store.connection, request_, actor.today)
    there = tmp_path / made.name
    there.write_bytes(made.content + b"x")
    with pytest.raises(EditedDocumentError, match="ändrats"):
        write_document(store, actor, request_, tmp_path)
    with pytest.raises(EditedDocumentError, match="ändrats"):
        save_document(store.connection, request_, tmp_path, actor.today)
    assert there.read_bytes() == made.content + b"x"
    write_document(store, actor, request_, tmp_path, replace_edited=True)
    assert there.read_bytes() == made.content


def test_a_file_the_program_wrote_gives_way_to_a_newer_one(
    store: Store, actor: Actor, meeting_id: int, request_: DocumentRequest, tmp_path: Path
) -> None:
    there = write_document(store, actor, request_, tmp_path)
    before = there.read_bytes()
    with store.change("test", "anna", actor.now) as change:
        change.update("meetings", meeting_id, {"place": "Stora salen"})
    assert write_document(store, actor, request_, tmp_path) == there
    assert there.read_bytes() != before


def test_a_folder_that_is_not_there_is_not_made(
    store: Store, actor: Actor, request_: DocumentRequest, tmp_path: Path
) -> None:
    for target in (tmp_path / "fel", tmp_path / "fel" / "kallelse.docx"):
        with pytest.raises(RefusedError, match="Skapa den först"):
            write_document(store, actor, request_, target)
    assert list(tmp_path.glob("*/")) == []
