"""What the registers make due, as rows of *Att göra* and of ``lista bevakning``."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date

from nämndtui.model.deadlines.deadlines import Deadline
from nämndtui.model.deadlines.register_deadlines import (
    unenforced_deadlines,
    urgent_deadline,
)
from nämndtui.model.delegation.checks import AUTHORITY_DOUBTS, held_back
from nämndtui.model.text.number_words import plural
from nämndtui.store.delegation.delegated_decisions import (
    to_be_posted,
    unreported_counts,
    urgent_unreported,
)
from nämndtui.store.registers.on_items import next_open_meeting
from nämndtui.store.unenforced.unenforced_decisions import open_rows
from nämndtui.workflow.deadlines.due import Due
from nämndtui.workflow.deadlines.quarter_dues import quarter_dues


def register_dues(
    connection: sqlite3.Connection, committee_id: int, today: date, everything: bool = False
) -> list[Due]:
    """What the registers make due, unsorted; with ``everything`` also what is not due soon.

    ``target`` is what the row leads to: ``delegated_decision``, ``unenforced_decision`` or
    ``quarter_report`` (target_id 0 for the list).
    """
    found = [
        *_delegation(connection, committee_id, today),
        *quarter_dues(connection, committee_id, today),
        *_rows(connection, committee_id, today),
    ]
    return [one for one in found if everything or one.urgency]


def _delegation(connection: sqlite3.Connection, committee_id: int, today: date) -> Iterator[Due]:
    following = next_open_meeting(connection, committee_id, today)
    on = date.fromisoformat(following["date"]) if following else today
    for one in urgent_unreported(connection, committee_id):
        text = f"Anmäl brådskande beslut {one.dnr} vid nästa sammanträde"
        if held_back(one):
            text = f"Ta ställning till brådskande beslut {one.dnr} före nästa sammanträde"
        yield _due(urgent_deadline(on), today, text, "delegated_decision", one.id, "warn")
    ready, held = unreported_counts(connection, committee_id, AUTHORITY_DOUBTS)
    if ready and following:
        text = f"{plural(ready, 'delegationsbeslut', 'delegationsbeslut')} att anmäla"
        deadline = Deadline("delegated_reported", on)
        yield _due(deadline, today, text, "delegated_decision", 0)
    if held:
        text = f"{held} delegationsbeslut med tveksam behörighet"
        yield _due(Deadline("delegated_doubt", on), today, text, "delegated_decision", 0, "info")
    if silent := to_be_posted(connection, committee_id):
        counted = plural(len(silent), "delegationsbeslut", "delegationsbeslut")
        text = f"{counted} som inte anmäls: anslå dem som får överklagas"
        deadline = Deadline("delegated_posted", today, "KL 8:10")
        yield _due(deadline, today, text, "delegated_decision", silent[0].id, "info")


def _rows(connection: sqlite3.Connection, committee_id: int, today: date) -> Iterator[Due]:
    words = {
        "turns_reportable": "blir rapporteringspliktigt",
        "two_years": "har väntat i två år",
    }
    for row in open_rows(connection, committee_id):
        for deadline in unenforced_deadlines(row, today):
            text = f"{row.local_key} {row.measure} {words[deadline.kind]}"
            yield _due(deadline, today, text, "unenforced_decision", row.id)


def _due(
    deadline: Deadline, today: date, text: str, target: str, target_id: int, urgency: str = ""
) -> Due:
    return Due(
        urgency=urgency or deadline.urgency(today),
        days=deadline.days_left(today),
        due=deadline.due,
        text=text,
        basis=deadline.basis,
        kind=deadline.kind,
        target=target,
        target_id=target_id,
    )
