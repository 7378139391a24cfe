"""Adjusted minutes are immutable in the database itself (D2.3)."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime, time

import pytest

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.text.errors import RefusedError
from nämndtui.store.database import Store
from nämndtui.store.minutes.dossiers import load_dossier
from nämndtui.workflow.agenda.agenda import add_item
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.undo import undo_last
from nämndtui.workflow.minutes.adjustment import mark_adjusted, mark_posted, set_adjusters
from nämndtui.workflow.minutes.minutes import (
    call_roll,
    close_meeting,
    decide_item,
    edit_paragraph,
    set_attendance,
)
from nämndtui.workflow.summons.summons import mark_summoned

LATER = Actor("anna", datetime(2026, 12, 16, 9, 0))


@pytest.fixture
def adjusted(
    store: Store, actor: Actor, committee_id: int, meeting_id: int, members: dict[str, int]
) -> int:
    item = AgendaItem(
        0, committee_id, meeting_id, 0, None, "decision", "Avgifter", staff_proposal=("Nämnden x.",)
    )
    item_id = add_item(store, actor, item)
    mark_summoned(store, actor, meeting_id, date(2026, 12, 1))
    call_roll(store, actor, meeting_id)
    decide_item(store, actor, item_id, "as_proposed")
    close_meeting(store, actor, meeting_id, time(20, 15))
    set_adjusters(store, actor, meeting_id, ["Karin Ek"])
    mark_adjusted(store, LATER, meeting_id, date(2026, 12, 15))
    return meeting_id


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE paragraphs SET points = '[]'",
        "DELETE FROM paragraphs",
        "UPDATE minutes_parts SET adjusted_on = NULL",
        "DELETE FROM minutes_parts",
    ],
)
def test_a_sql_prompt_cannot_change_them(store: Store, adjusted: int, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="justerat"):
        store.connection.execute(statement)


def test_the_program_refuses_in_swedish(store: Store, actor: Actor, adjusted: int) -> None:
    paragraph = load_dossier(store.connection, adjusted).paragraphs[0]
    with pytest.raises(RefusedError, match="rättelse"):
        edit_paragraph(store, actor, paragraph.id, paragraph.version, motions="Nytt yrkande")
    with pytest.raises(RefusedError):
        set_attendance(store, actor, adjusted, [])


def test_adjustment_itself_cannot_be_undone(store: Store, actor: Actor, adjusted: int) -> None:
    with pytest.raises(RefusedError, match="justerat"):
        undo_last(store, actor)


def test_the_notice_follows_the_adjustment(store: Store, actor: Actor, adjusted: int) -> None:
    mark_posted(store, LATER, adjusted, date(2026, 12, 16))
    dossier = load_dossier(store.connection, adjusted)
    assert dossier.meeting.state == "posted"
    assert dossier.main_part and dossier.main_part.posted_on == date(2026, 12, 16)
