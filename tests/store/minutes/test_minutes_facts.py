"""Facts behind the minutes at rest: immutable once adjusted, a fixed number of queries."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime, time

import pytest

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.decisions.vote import Vote
from nämndtui.model.record.minutes_serving import meeting_serving
from nämndtui.model.text.errors import RefusedError
from nämndtui.store.database import Store
from nämndtui.store.minutes.minutes_records import load_record
from nämndtui.workflow.agenda.agenda import add_item
from nämndtui.workflow.attendance.disqualifications import (
    declare_disqualified,
    take_back_disqualification,
)
from nämndtui.workflow.attendance.roll import leave
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.undo import undo_last
from nämndtui.workflow.decisions.statements import announce
from nämndtui.workflow.decisions.votes import hold_vote
from nämndtui.workflow.decisions.yrkanden import move_proposal
from nämndtui.workflow.minutes.adjustment import mark_adjusted, set_adjusters
from nämndtui.workflow.minutes.minutes import call_roll, close_meeting, decide_item
from nämndtui.workflow.people.persons import end_mandate
from nämndtui.workflow.summons.summons import mark_summoned


def new_item(store: Store, actor: Actor, committee_id: int, meeting_id: int, title: str) -> int:
    points = ("Omsorgsnämnden antar avgifterna.",)
    draft = AgendaItem(
        0, committee_id, meeting_id, 0, None, "decision", title, staff_proposal=points
    )
    return add_item(store, actor, draft)


@pytest.fixture
def rich(
    store: Store, actor: Actor, committee_id: int, meeting_id: int, members: dict[str, int]
) -> int:
    """A closed meeting with one of everything in § 1; returns its item's id."""
    item_id = new_item(store, actor, committee_id, meeting_id, "Avgifter")
    mark_summoned(store, actor, meeting_id, date(2026, 12, 1))
    call_roll(store, actor, meeting_id)
    declare_disqualified(store, actor, item_id, members["Per Ahl"])
    karin = [members["Karin Ek"]]
    move_proposal(store, actor, item_id, "own", karin, "Avgifterna sänks.")
    ref = load_record(store.connection, meeting_id).moved[0].ref
    vote = Vote(0, item_id, 1, yes_ref="staff", no_ref=ref)
    hold_vote(store, actor, vote, {karin[0]: "no"}, rest="yes")
    decide_item(store, actor, item_id, winner="staff")
    announce(store, actor, item_id, "reservation", karin, "Avgifterna är för höga.")
    set_adjusters(store, actor, meeting_id, ["Karin Ek"])
    close_meeting(store, actor, meeting_id, time(20, 15))
    return item_id


LATER = Actor("anna", datetime(2026, 12, 16, 9, 0))
GUARDED = (
    "paragraphs",
    "votes",
    "ballots",
    "moved_proposals",
    "movers",
    "statements",
    "statement_persons",
    "disqualifications",
    "handlings",
    "generated_texts",
    "presences",
    "attendances",
    "certified_services",
    "signatures",
    "adjusters",
)


@pytest.mark.parametrize("table", GUARDED)
def test_a_sql_prompt_can_neither_change_nor_delete_what_is_adjusted(
    store: Store, actor: Actor, meeting_id: int, rich: int, table: str
) -> None:
    mark_adjusted(store, LATER, meeting_id, date(2026, 12, 15))
    columns = store.connection.execute(f"PRAGMA table_info({table})").fetchall()
    assert store.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    changed = "person_id" if any(row["name"] == "person_id" for row in columns) else "id"
    for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET {changed} = {changed} + 100"):
        with pytest.raises(sqlite3.IntegrityError, match=r"justera[dt]"):
            store.connection.execute(statement)
    rows = store.connection.execute(f"SELECT * FROM {table} LIMIT 1").fetchone()
    values = {name: rows[name] for name in rows.keys() if name != "id"}  # noqa: SIM118
    marks = ", ".join("?" for _ in values)
    with pytest.raises(sqlite3.IntegrityError):
        store.connection.execute(
            f"INSERT OR REPLACE INTO {table} ({', '.join(values)}) VALUES ({marks})",
            list(values.values()),
        )


@pytest.mark.parametrize("table", ["votes", "moved_proposals", "statements", "presences"])
def test_before_that_it_can(store: Store, rich: int, table: str) -> None:
    store.connection.execute(f"UPDATE {table} SET version = version + 1")
    store.connection.rollback()


def test_the_verbs_refuse_in_swedish(
    store: Store, actor: Actor, meeting_id: int, rich: int, members: dict[str, int]
) -> None:
    mark_adjusted(store, LATER, meeting_id, date(2026, 12, 15))
    with pytest.raises(RefusedError, match="avslutat"):
        leave(store, actor, meeting_id, members["Ali Saadi"], 0)


def test_what_was_certified_stands_when_the_register_changes(
    store: Store, actor: Actor, meeting_id: int, rich: int
) -> None:
    before = load_record(store.connection, meeting_id)
    served = meeting_serving(before).at(1).serving_ids
    mark_adjusted(store, LATER, meeting_id, date(2026, 12, 15))
    for mandate in before.dossier.mandates:
        if mandate.person.name == "Ali Saadi":
            end_mandate(store, actor, mandate.id, mandate.version, date(2026, 12, 31))
    after = meeting_serving(load_record(store.connection, meeting_id)).at(1)
    assert after.serving_ids == served


def test_a_record_takes_the_same_number_of_queries_however_long(
    store: Store, actor: Actor, committee_id: int, meeting_id: int, members: dict[str, int]
) -> None:
    def queries() -> int:
        seen: list[str] = []
        store.connection.set_trace_callback(seen.append)
        load_record(store.connection, meeting_id)
        store.connection.set_trace_callback(None)
        return len(seen)

    first = new_item(store, actor, committee_id, meeting_id, "Punkt 0")
    mark_summoned(store, actor, meeting_id, date(2026, 12, 1))
    call_roll(store, actor, meeting_id)
    decide_item(store, actor, first, "as_proposed")
    short = queries()
    for number in range(1, 8):
        item_id = new_item(store, actor, committee_id, meeting_id, f"Punkt {number}")
        move_proposal(store, actor, item_id, "reject", [members["Karin Ek"]])
        decide_item(store, actor, item_id, winner="staff")
        announce(store, actor, item_id, "reservation", [members["Karin Ek"]])
    assert queries() == short


def test_every_fact_can_be_undone_and_the_texts_with_it(
    store: Store, actor: Actor, committee_id: int, meeting_id: int, members: dict[str, int]
) -> None:
    item_id = new_item(store, actor, committee_id, meeting_id, "Avgifter")
    mark_summoned(store, actor, meeting_id, date(2026, 12, 1))
    call_roll(store, actor, meeting_id)
    decide_item(store, actor, item_id, "as_proposed")

    def state() -> object:
        record = load_record(store.connection, meeting_id)
        facts = (record.moved, record.presences, record.disqualifications)
        texts = [(p.motions, p.procedure, p.disqualification) for p in record.dossier.paragraphs]
        return facts, texts, record.dossier.attendances

    before = state()
    move_proposal(store, actor, item_id, "reject", [members["Karin Ek"]])
    undo_last(store, actor)
    assert state() == before
    declare_disqualified(store, actor, item_id, members["Per Ahl"])
    undo_last(store, actor)
    assert state() == before
    row_id = declare_disqualified(store, actor, item_id, members["Per Ahl"])
    take_back_disqualification(store, actor, item_id, row_id)
    assert state() == before


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO service_overrides (meeting_id, kind, person_id, reason)"
        " VALUES (1, 'skip', 1, ' ')",
        "INSERT INTO statements (item_id, kind, announced_before_close)"
        " VALUES (1, 'reservation', 0)",
        "INSERT INTO votes (item_id, seq, kind, blank) VALUES (1, 9, 'main', 1)",
        "INSERT INTO moved_proposals (item_id, kind, text) VALUES (1, 'own', ' ')",
        "INSERT INTO corrections (paragraph_id, made_on, made_by, basis, field, before, after,"
        " reason) VALUES (1, '2026-12-20', 'anna', 'clerical', 'notes', 'x', 'y', 'z')",
    ],
)
def test_the_database_itself_holds_the_rules(store: Store, rich: int, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        store.connection.execute(statement)
