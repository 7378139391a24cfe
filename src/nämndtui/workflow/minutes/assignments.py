"""Assignments (uppdrag) that decisions give: to whom, what, by when, and what came of them."""

from __future__ import annotations

from datetime import date

from nämndtui.model.record.follow_up import ASSIGNMENT_STATES, AssignmentState
from nämndtui.model.text.errors import InvalidInputError
from nämndtui.model.text.vocabulary import swedish
from nämndtui.store.agenda.items import item as load_item
from nämndtui.store.core.columns import columns
from nämndtui.store.database import Store
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.checked_text import checked, checked_values, required


def add_assignment(
    store: Store, actor: Actor, paragraph_id: int, assignee: str, task: str, due: date | None = None
) -> int:
    """An assignment given by a §; returns its id. Raises InvalidInputError without a task."""
    what = required(checked(task, "task"), "task", "Skriv vad uppdraget gäller.")
    with store.change("add_assignment", actor.user, actor.now) as change:
        row = change.read("paragraphs", paragraph_id)
        values = {
            "committee_id": row["committee_id"],
            "paragraph_id": paragraph_id,
            "assignee": checked(assignee, "assignee"),
            "task": what,
            "due": due,
        }
        assignment_id = change.insert("assignments", columns(values))
        change.summary = f"Uppdrag i § {row['number']}: {what}"
    return assignment_id


def edit_assignment(
    store: Store, actor: Actor, assignment_id: int, version: int, **changes: object
) -> None:
    """Change assignee, task, due or note. Raises StaleVersionError."""
    values = columns(checked_values(dict(changes)))
    if "task" in values:
        required(str(values["task"]), "task", "Skriv vad uppdraget gäller.")
    with store.change("edit_assignment", actor.user, actor.now) as change:
        change.update("assignments", assignment_id, values, version)
        change.summary = "Ändrade ett uppdrag"


def settle_assignment(
    store: Store,
    actor: Actor,
    assignment_id: int,
    state: AssignmentState,
    answered_item_id: int | None = None,
    note: str = "",
) -> None:
    """The assignment is reported back (at an item, if any), done, cancelled or open again."""
    if state not in ASSIGNMENT_STATES:
        raise InvalidInputError("Välj vad som har hänt med uppdraget.", "state")
    with store.change("settle_assignment", actor.user, actor.now) as change:
        if answered_item_id is not None:
            load_item(change.connection, answered_item_id)
        values = {
            "state": state,
            "answered_item_id": answered_item_id,
            "note": checked(note, "note"),
        }
        change.update("assignments", assignment_id, values)
        task = change.read("assignments", assignment_id)["task"]
        change.summary = f"Uppdrag {swedish('assignment_state', state)}: {task}"
