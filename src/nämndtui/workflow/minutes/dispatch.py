"""The dispatch ledger: what is sent to whom, when and how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from nämndtui.model.calendar.swedish_dates import iso
from nämndtui.model.minutes.part_days import check_day
from nämndtui.model.record.follow_up import DISPATCH_WAYS, EXTRACT, DispatchWay
from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.model.text.number_words import plural
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns
from nämndtui.store.database import Store
from nämndtui.store.minutes.follow_up import decided_cases, has_unsent, paragraph_days
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.checked_text import checked, required


def add_dispatch(
    store: Store,
    actor: Actor,
    paragraph_id: int,
    recipient: str,
    foreign_dnr: str = "",
    what: str = EXTRACT,
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
    store: Store, actor: Actor, dispatch_ids: Sequence[int], sent_on: date, way: DispatchWay
) -> tuple[str, ...]:
    """What is listed has been sent, on a day and in one way (``DISPATCH_WAYS``); warnings.

    Raises RefusedError for what is sent already (``change_sent`` puts that right) and for an
    extract of a § that is not adjusted; InvalidInputError for a day before that or still to come.
    """
    with store.change("mark_sent", actor.user, actor.now) as change:
        warnings: list[str] = []
        for dispatch_id in dispatch_ids:
            row = change.read("dispatches", dispatch_id)
            if row["sent_on"] is not None:
                raise RefusedError(
                    f"{row['what'].capitalize()} till {row['recipient']} är redan skickat "
                    f"{row['sent_on']}. Ändra utskicket (E) om dagen eller sättet är fel."
                )
            warnings += _check_sent(change, actor, row, sent_on, way)
            values = {"sent_on": sent_on, "way": way, "sent_by": actor.user}
            change.update("dispatches", dispatch_id, columns(values))
            _case_dispatched(change, row["paragraph_id"])
        change.summary = f"Expedierade {plural(len(dispatch_ids), 'beslut', 'beslut')}"
    return tuple(warnings)


def change_sent(
    store: Store, actor: Actor, dispatch_id: int, version: int, sent_on: date, way: DispatchWay
) -> tuple[str, ...]:
    """Put right the day or way of what was sent; the history keeps what stood before. Warnings.

    Raises RefusedError when it is not sent, InvalidInputError as ``mark_sent``, StaleVersionError.
    """
    with store.change("change_sent", actor.user, actor.now) as change:
        row = change.read("dispatches", dispatch_id)
        if row["sent_on"] is None:
            raise RefusedError("Utskicket är inte skickat ännu.")
        warnings = _check_sent(change, actor, row, sent_on, way)
        change.update("dispatches", dispatch_id, columns({"sent_on": sent_on, "way": way}), version)
        change.summary = f"Ändrade utskicket till {row['recipient']}: {iso(sent_on)}"
    return warnings


def remove_dispatch(store: Store, actor: Actor, dispatch_id: int) -> None:
    """Take a recipient off the list. Refused for what has been sent."""
    with store.change("remove_dispatch", actor.user, actor.now) as change:
        row = change.read("dispatches", dispatch_id)
        change.delete("dispatches", dispatch_id)
        change.summary = f"Ska inte till {row['recipient']}"


def _check_sent(
    change: Change, actor: Actor, row: Mapping[str, Any], sent_on: date, way: DispatchWay
) -> tuple[str, ...]:
    """Warnings for sending ``row`` on that day. Raises RefusedError, InvalidInputError.

    An extract is of adjusted minutes. Another paper (a letter) may go before, with a warning.
    """
    if way not in DISPATCH_WAYS:
        raise InvalidInputError("Välj hur beslutet skickades.", "way")
    number, held, adjusted_on = paragraph_days(change.connection, row["paragraph_id"])
    extract = row["what"] == EXTRACT
    if extract and adjusted_on is None:
        raise RefusedError(f"§ {number} är inte justerad och kan inte expedieras ännu.")
    earlier = ("justeringen", adjusted_on) if extract else ("sammanträdet", held)
    check_day("Utskicket", sent_on, max(actor.today, held), earlier, field="day")
    if adjusted_on is None or sent_on < adjusted_on:
        return (f"§ {number} var inte justerad när {row['what']} skickades.",)
    return ()


def _case_dispatched(change: Change, paragraph_id: int) -> None:
    """A decided case whose § has gone to everyone is dispatched (D3)."""
    if has_unsent(change.connection, paragraph_id):
        return
    for case_id in decided_cases(change.connection, paragraph_id):
        change.update("cases", case_id, {"state": "dispatched"})
