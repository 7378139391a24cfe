"""Many rows in one change: a small history entry, undone as a whole, never half."""

from __future__ import annotations

import json

import pytest

from nämndtui.model.text.errors import RefusedError
from nämndtui.model.text.progress import CancelledError
from nämndtui.store.core.change import chain_hash
from nämndtui.store.database import Store
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.undo import undo_last

COLUMNS = ("committee_id", "decided_on", "point", "role", "decider", "dnr", "description")


def rows(committee_id: int, count: int) -> list[tuple[object, ...]]:
    return [
        (committee_id, "2026-11-03", "B 1", "Handläggare", "Eva", f"on/2026:{n}", "Hemtjänst å")
        for n in range(1, count + 1)
    ]


def insert(store: Store, actor: Actor, committee_id: int, count: int) -> range:
    with store.change("import", actor.user, actor.now) as change:
        change.summary = "Importerade"
        return change.insert_many("delegated_decisions", COLUMNS, rows(committee_id, count))


def stored(store: Store) -> int:
    return int(store.connection.execute("SELECT count(*) FROM delegated_decisions").fetchone()[0])


def test_many_rows_leave_one_small_entry_in_the_chain(
    store: Store, actor: Actor, committee_id: int
) -> None:
    ids = insert(store, actor, committee_id, 5000)
    assert stored(store) == 5000 and len(ids) == 5000
    entry = dict(store.connection.execute("SELECT * FROM history ORDER BY id DESC").fetchone())
    assert len(entry["changes"]) < 500
    assert chain_hash(entry) == entry["hash"]
    assert json.loads(entry["changes"])[0][3]["$rows"] == 5000


def test_undo_takes_all_of_them_away_and_keeps_what_they_held(
    store: Store, actor: Actor, committee_id: int
) -> None:
    insert(store, actor, committee_id, 3000)
    assert undo_last(store, actor) == "Importerade"
    assert stored(store) == 0
    entry = store.connection.execute("SELECT changes FROM history ORDER BY id DESC").fetchone()[0]
    assert json.loads(entry)[0][2]["$packed"]
    insert(store, actor, committee_id, 10)
    assert stored(store) == 10


def test_undo_is_refused_when_a_row_has_changed_since(
    store: Store, actor: Actor, committee_id: int
) -> None:
    first = insert(store, actor, committee_id, 100)[0]
    store.connection.execute(f"UPDATE delegated_decisions SET dnr = 'x' WHERE id = {first + 50}")
    store.connection.commit()
    with pytest.raises(RefusedError, match="ändrats på annat håll"):
        undo_last(store, actor)
    assert stored(store) == 100


def test_stopping_leaves_no_trace(store: Store, actor: Actor, committee_id: int) -> None:
    before = store.connection.execute("SELECT count(*) FROM history").fetchone()[0]
    seen: list[int] = []

    def stop(done: int, total: int) -> None:
        seen.append(done)
        if done >= 4000:
            raise CancelledError

    with (
        pytest.raises(CancelledError, match="Inget sparades"),
        store.change("import", actor.user, actor.now) as change,
    ):
        change.insert_many("delegated_decisions", COLUMNS, rows(committee_id, 9000), stop)
    assert seen == [2000, 4000] and stored(store) == 0
    assert store.connection.execute("SELECT count(*) FROM history").fetchone()[0] == before


def test_one_bad_row_among_many_leaves_none(store: Store, actor: Actor, committee_id: int) -> None:
    bad = [*rows(committee_id, 2500), (committee_id, "igår", "B 1", "x", "x", "x", "x")]
    with (
        pytest.raises(RefusedError),
        store.change("import", actor.user, actor.now) as change,
    ):
        change.insert_many("delegated_decisions", COLUMNS, bad)
    assert stored(store) == 0


def test_rows_changed_alike_go_back_to_what_each_was(
    store: Store, actor: Actor, committee_id: int
) -> None:
    ids = insert(store, actor, committee_id, 300)
    with store.change("accept", actor.user, actor.now) as change:
        assert change.update_many("delegated_decisions", ids[:2], {"accepted": 1}) == 2
        change.summary = "Två"
    with store.change("accept", actor.user, actor.now) as change:
        values = {"accepted": 1, "decider": "Per"}
        assert change.update_many("delegated_decisions", ids, values) == 300
        assert change.update_many("delegated_decisions", ids, values) == 0
        change.summary = "Alla"
    assert undo_last(store, actor) == "Alla"
    found = store.connection.execute(
        "SELECT accepted, decider, count(*) FROM delegated_decisions GROUP BY 1, 2 ORDER BY 1"
    ).fetchall()
    assert [tuple(row) for row in found] == [(0, "Eva", 298), (1, "Eva", 2)]
