"""The dispatch ledger: what is sent to whom, when and how."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from nämndtui.model.errors import InvalidInputError, RefusedError
from nämndtui.model.follow_up import DISPATCH_WAYS
from nämndtui.model.number_words import plural
from nämndtui.store.change import Change
from nämndtui.store.columns import columns
from nämndtui.store.database import Store
from nämndtui.workflow.actor import Actor
from nämndtui.workflow.checked_text import checked, required


def add_dispatch(
    store: Store,
    actor: Actor,
    paragraph_id: int,
    recipient: str,
    foreign_dnr: str = "",
    what: str = "protokollsutdrag",
) -> int:
    """List one more recipient of a §; returns the row's id."""
    name = required(checked(recipient, "recipient"), "recipient", "Ange mottagaren.")
    with store.change("add_dispatch", actor.user, actor.now) as change:
        number = change.read("paragraphs", paragraph_id)["number"]
        values = {
            "paragraph_id": paragraph_id,
            "recipient": name,
            "foreign_dnr": checked(foreign_dnr, "foreign_dnr"),
            "what": checked(what, "what"),
        }
        row_id = change.insert("dispatches", values)
        change.summary = f"§ {number} ska till {name}"
    return row_id


def mark_sent(
    store: Store, actor: Actor, dispatch_ids: Sequence[int], sent_on: date, way: str
) -> None:
    """What is listed has been sent, on a day and in one way (``DISPATCH_WAYS``).

    Raises RefusedError for a § that is not adjusted: an extract is of adjusted minutes.
    """
    if way not in DISPATCH_WAYS:
        raise InvalidInputError("Välj hur beslutet skickades.", "way")
    with store.change("mark_sent", actor.user, actor.now) as change:
        for dispatch_id in dispatch_ids:
            row = change.read("dispatches", dispatch_id)
            _check_adjusted(change, row["paragraph_id"])
            values = {"sent_on": sent_on, "way": way, "sent_by": actor.user}
            change.update("dispatches", dispatch_id, columns(values))
            _case_dispatched(change, row["paragraph_id"])
        change.summary = f"Expedierade {plural(len(dispatch_ids), 'beslut', 'beslut')}"


def remove_dispatch(store: Store, actor: Actor, dispatch_id: int) -> None:
    """Take a recipient off the list. Refused for what has been sent."""
    with store.change("remove_dispatch", actor.user, actor.now) as change:
        row = change.read("dispatches", dispatch_id)
        change.delete("dispatches", dispatch_id)
        change.summary = f"Ska inte till {row['recipient']}"


def _check_adjusted(change: Change, paragraph_id: int) -> None:
    row = change.connection.execute(
        "SELECT g.number, d.adjusted_on FROM paragraphs g"
        " LEFT JOIN minutes_parts d ON d.id = g.part_id WHERE g.id = ?",
        [paragraph_id],
    ).fetchone()
    if row["adjusted_on"] is None:
        raise RefusedError(f"§ {row['number']} är inte justerad och kan inte expedieras ännu.")


def _case_dispatched(change: Change, paragraph_id: int) -> None:
    """A decided case whose § has gone to everyone is dispatched (D3)."""
    left = change.connection.execute(
        "SELECT 1 FROM dispatches WHERE paragraph_id = ? AND sent_on IS NULL LIMIT 1",
        [paragraph_id],
    ).fetchone()
    if left is not None:
        return
    rows = change.connection.execute(
        "SELECT k.id FROM cases k JOIN item_cases ic ON ic.case_id = k.id"
        " JOIN paragraphs g ON g.item_id = ic.item_id WHERE g.id = ? AND k.state = 'decided'",
        [paragraph_id],
    ).fetchall()
    for row in rows:
        change.update("cases", row["id"], {"state": "dispatched"})
