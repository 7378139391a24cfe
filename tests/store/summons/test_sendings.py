"""What has been sent stays as it was sent, whoever asks."""

from __future__ import annotations

import json
import sqlite3
from datetime import date

import pytest

from nämndtui.model.agenda.agenda_item import AgendaItem, StaffMemo
from nämndtui.model.text.errors import RefusedError
from nämndtui.store.database import Store
from nämndtui.store.migrations.migrations import migrations
from nämndtui.store.migrations.sending_schema import SENDING_TABLES
from nämndtui.store.minutes.dossiers import load_dossier
from nämndtui.store.summons.sendings import checksum_of
from nämndtui.workflow.agenda.agenda import add_item
from nämndtui.workflow.agenda.item_content import edit_memo
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.undo import undo_last
from nämndtui.workflow.minutes.minutes import call_roll
from nämndtui.workflow.summons.summons import mark_summoned
from nämndtui.workflow.summons.supplement import mark_supplement_sent


@pytest.fixture
def sent(
    store: Store, actor: Actor, committee_id: int, meeting_id: int, members: dict[str, int]
) -> int:
    """A meeting with a kallelse and a supplement sent; its id."""
    item = AgendaItem(0, committee_id, meeting_id, 0, None, "decision", "Avgifter")
    item_id = add_item(store, actor, item)
    edit_memo(store, actor, item_id, body="Första texten.")
    mark_summoned(store, actor, meeting_id, date(2026, 12, 1))
    edit_memo(store, actor, item_id, body="Andra texten.")
    mark_supplement_sent(store, actor, meeting_id, date(2026, 12, 4))
    return meeting_id


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM sent_documents",
        "DELETE FROM sendings",
        "UPDATE sent_documents SET content = '{}'",
        "UPDATE sent_documents SET version = version + 1",
        "UPDATE sendings SET sent_on = '2026-12-24'",
        "UPDATE sendings SET kind = 'supplement', seq = 9 WHERE seq = 1",
        "UPDATE sendings SET sealed = 0 WHERE seq = 1",
        "INSERT INTO sendings (meeting_id, seq, kind, sent_on)"
        " VALUES (1, 7, 'summons', '2026-12-01')",
        "INSERT OR REPLACE INTO sendings SELECT id, meeting_id, seq, kind, '2026-12-24', 1"
        " FROM sendings",
        "INSERT OR REPLACE INTO sent_documents SELECT * FROM sent_documents",
        "INSERT INTO sent_documents SELECT id + 99, sending_id, item_id, 'attachment', '7', title,"
        " version, sha256, content, item_number, item_title, 0, 0 FROM sent_documents",
    ],
)
@pytest.mark.usefixtures("sent")
def test_a_sql_prompt_can_neither_change_add_nor_remove(store: Store, statement: str) -> None:
    # Another program opens the file without the settings of ours.
    for recursive in ("ON", "OFF"):
        store.connection.execute(f"PRAGMA recursive_triggers = {recursive}")
        with pytest.raises(sqlite3.IntegrityError, match="ligger fast"):
            store.connection.execute(statement)


def test_the_newest_may_be_undone_until_the_meeting_has_begun(
    store: Store, actor: Actor, sent: int
) -> None:
    before = load_dossier(store.connection, sent).sendings
    undo_last(store, actor)
    assert load_dossier(store.connection, sent).sendings == before[:1]
    mark_supplement_sent(store, actor, sent, date(2026, 12, 4))
    call_roll(store, actor, sent)
    with pytest.raises(sqlite3.IntegrityError, match="ligger fast"):
        store.connection.execute("UPDATE sendings SET sealed = 0 WHERE seq = 2")
    store.connection.rollback()
    undo_last(store, actor)
    undo_last(store, actor)
    assert len(load_dossier(store.connection, sent).sendings) == 1


@pytest.mark.usefixtures("sent")
def test_what_was_sent_cannot_lose_its_item(store: Store) -> None:
    store.connection.execute("UPDATE meetings SET state = 'preparing'")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        store.connection.execute("DELETE FROM agenda_items")
        store.connection.commit()


@pytest.mark.usefixtures("sent")
def test_the_text_is_there_to_read_and_its_checksum_agrees(store: Store) -> None:
    rows = store.connection.execute(
        "SELECT content, sha256 FROM sent_documents WHERE kind = 'memo' ORDER BY version"
    ).fetchall()
    assert [json.loads(row["content"])["body"] for row in rows] == [
        "Första texten.",
        "Andra texten.",
    ]
    assert [checksum_of(row["content"]) for row in rows] == [row["sha256"] for row in rows]


def test_all_the_documents_are_read_with_the_same_number_of_queries(
    store: Store, actor: Actor, committee_id: int, meeting_id: int, sent: int
) -> None:
    def queries() -> int:
        seen: list[str] = []
        store.connection.set_trace_callback(seen.append)
        load_dossier(store.connection, sent)
        store.connection.set_trace_callback(None)
        return len(seen)

    before = queries()
    for number in range(5):
        memo = StaffMemo(body="Text.")
        title = f"Punkt {number}"
        item = AgendaItem(0, committee_id, meeting_id, 0, None, "decision", title, memo=memo)
        add_item(store, actor, item)
        mark_supplement_sent(store, actor, sent, date(2026, 12, 5))
    assert queries() == before


def test_a_file_from_before_is_brought_up_to_date_with_its_kallelse_unknown(
    store: Store, actor: Actor, committee_id: int, meeting_id: int
) -> None:
    item = AgendaItem(0, committee_id, meeting_id, 0, None, "decision", "Avgifter")
    add_item(store, actor, item)
    mark_summoned(store, actor, meeting_id, date(2026, 12, 1))
    store.connection.execute("UPDATE sendings SET sealed = 0")
    for statement in reversed(SENDING_TABLES):
        store.connection.execute(f"DROP TABLE {statement.split()[2]}")
    store.connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'm004_sendings'")
    store.connection.commit()
    with Store(store.path) as again:
        assert not migrations.pending(again._db)
        assert load_dossier(again.connection, meeting_id).sendings == ()
        with pytest.raises(RefusedError, match="vet inte vad kallelsen innehöll"):
            mark_supplement_sent(again, actor, meeting_id, date(2026, 12, 4))
