"""Every change leaves one history entry, chained by hash, and can be undone."""

from __future__ import annotations

import sqlite3

import pytest

from nämndtui.model.agenda.case import Case
from nämndtui.model.text.errors import NotFoundError, RefusedError, StaleVersionError
from nämndtui.store.agenda.cases import case as load_case
from nämndtui.store.core.change import chain_hash
from nämndtui.store.database import Store
from nämndtui.workflow.agenda.cases import edit_case, register_case
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.undo import undo_last


def entries(store: Store) -> list[sqlite3.Row]:
    return store.connection.execute("SELECT * FROM history ORDER BY id").fetchall()


def test_each_verb_leaves_one_entry_in_swedish(store: Store, case: Case) -> None:
    assert [row["summary"] for row in entries(store)] == [
        "Ny nämnd: Omsorgsnämnden",
        "Nytt ärende on/2026:1: Motion om nattvandring",
    ]


def test_a_change_that_changes_nothing_leaves_no_entry(
    store: Store, actor: Actor, case: Case
) -> None:
    before = len(entries(store))
    edit_case(store, actor, case.id, case.version, title=case.title)
    assert len(entries(store)) == before


def test_the_chain_holds_and_breaks_when_somebody_rewrites_history(
    store: Store, actor: Actor, case: Case
) -> None:
    edit_case(store, actor, case.id, case.version, title="Motion om fler nattvandrare")
    previous = ""
    for row in entries(store):
        assert row["previous_hash"] == previous
        assert chain_hash(dict(row)) == row["hash"]
        previous = row["hash"]
    forged = {**dict(entries(store)[-1]), "user": "någon annan"}
    assert chain_hash(forged) != forged["hash"]


@pytest.mark.parametrize("statement", ["UPDATE history SET user = 'x'", "DELETE FROM history"])
def test_history_is_append_only_even_at_a_sql_prompt(
    store: Store, case: Case, statement: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="Historiken"):
        store.connection.execute(statement)


def test_replace_does_not_slip_past_the_triggers(store: Store, case: Case) -> None:
    row = dict(entries(store)[0]) | {"summary": "något annat"}
    marks = ", ".join("?" for _ in row)
    with pytest.raises(sqlite3.IntegrityError, match="Historiken"):
        store.connection.execute(
            f"INSERT OR REPLACE INTO history ({', '.join(row)}) VALUES ({marks})",
            list(row.values()),
        )


def test_undo_brings_back_the_text_before(store: Store, actor: Actor, case: Case) -> None:
    edit_case(store, actor, case.id, case.version, title="Fel rubrik")
    assert undo_last(store, actor) == "Ändrade ärende on/2026:1"
    assert load_case(store.connection, case.id).title == "Motion om nattvandring"


def test_undo_again_goes_one_step_further_back(store: Store, actor: Actor, case: Case) -> None:
    edit_case(store, actor, case.id, case.version, title="Fel rubrik")
    undo_last(store, actor)
    undo_last(store, actor)
    with pytest.raises(NotFoundError):
        load_case(store.connection, case.id)


def test_an_undone_number_is_drawn_again_without_a_gap(
    store: Store, actor: Actor, case: Case
) -> None:
    undo_last(store, actor)
    again = register_case(store, actor, Case(0, case.committee_id, "", 0, 0, "Ny motion"))
    assert again.dnr == "on/2026:1"


def test_nothing_to_undo_is_said(store: Store, actor: Actor) -> None:
    with pytest.raises(RefusedError, match="inget att ångra"):
        undo_last(store, actor)


def test_a_stale_save_is_refused_and_shows_what_stands(
    store: Store, actor: Actor, case: Case
) -> None:
    edit_case(store, actor, case.id, case.version, title="Annas rubrik")
    with pytest.raises(StaleVersionError) as caught:
        edit_case(store, actor, case.id, case.version, title="Bos rubrik")
    assert caught.value.theirs["title"] == "Annas rubrik"
    assert load_case(store.connection, case.id).title == "Annas rubrik"


def test_a_refused_change_leaves_nothing(store: Store, actor: Actor, committee_id: int) -> None:
    before = len(entries(store))
    first = Case(0, committee_id, "on/2026:7", 0, 0, "Första")
    register_case(store, actor, first)
    with pytest.raises(RefusedError):
        register_case(store, actor, Case(0, committee_id, "ON 2026/7", 0, 0, "Samma nummer"))
    assert len(entries(store)) == before + 1
