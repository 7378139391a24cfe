"""The register of unenforced decisions: rows added, followed up, ended and corrected."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from nämndtui.model.text.errors import InvalidInputError, RefusedError
from nämndtui.model.text.vocabulary import swedish
from nämndtui.model.unenforced.told_before import unsays
from nämndtui.model.unenforced.unenforced_decision import UnenforcedDecision, checked_unenforced
from nämndtui.store.core.change import Change
from nämndtui.store.core.columns import columns
from nämndtui.store.database import Store
from nämndtui.store.people.committees import committee as load_committee
from nämndtui.store.unenforced.quarter_reports import told_of_row
from nämndtui.store.unenforced.unenforced_decisions import (
    insert_unenforced_decision,
    unenforced_columns,
    unenforced_decisions_of,
)
from nämndtui.store.unenforced.unenforced_decisions import unenforced_decision as load_row
from nämndtui.workflow.core.actor import Actor
from nämndtui.workflow.core.checked_text import checked_fields


class RepeatedRowError(RefusedError):
    """The register has a row of the same key, support and day: is this another one?"""


def add_unenforced_decision(
    store: Store, actor: Actor, draft: UnenforcedDecision, despite: bool = False
) -> int:
    """Add a decision or an interruption; returns its id.

    Raises InvalidInputError (D2.22), and RepeatedRowError unless ``despite``.
    """
    with store.change("add_support_decision", actor.user, actor.now) as change:
        new = checked_row(change, draft, actor.today)
        if not despite:
            _check_not_there(change, new)
        change.summary = f"Ej verkställt {_name(new)}"
        return insert_unenforced_decision(change, replace(new, superseded_by=None))


def edit_unenforced_decision(
    store: Store, actor: Actor, row_id: int, version: int, **changes: object
) -> int:
    """Change fields of a row; returns the id of the row that now holds.

    When a compiled report has the row and something it said changes – a new end says nothing
    else than before – the old row is kept as it was and a corrected one takes its place;
    ``correction_reason`` then must say why. Raises
    StaleVersionError, InvalidInputError, RefusedError for a row already corrected.
    """
    given: dict[str, Any] = dict(changes)
    with store.change("edit_support_decision", actor.user, actor.now) as change:
        old = _open_row(change, row_id)
        new = checked_row(change, replace(old, **given), actor.today, old.local_key)
        if unsays(old, new, told_of_row(change.connection, row_id)):
            return _correct(change, old, new, version)
        change.update("support_decisions", row_id, unenforced_columns(new), version)
        change.summary = f"Ändrade {_name(new)}"
    return row_id


def refuse_offer(store: Store, actor: Actor, row_id: int, offered_on: date) -> None:
    """Record that the individual declined an offer; the row stays on the list (A8)."""
    with store.change("refuse_offer", actor.user, actor.now) as change:
        old = _open_row(change, row_id)
        if offered_on in old.refused_offers:
            raise RefusedError(f"Erbjudandet {offered_on.isoformat()} är redan antecknat.")
        offers = (*old.refused_offers, offered_on)
        draft = replace(old, refused_offers=offers)
        new = checked_row(change, draft, actor.today, old.local_key)
        change.update("support_decisions", row_id, unenforced_columns(new))
        change.summary = f"Tackat nej {offered_on.isoformat()}: {_name(old)}"


def execute_decision(store: Store, actor: Actor, row_id: int, executed_on: date) -> None:
    """Record the day the support actually started, or started again (SoL 34:2, LSS 28 g)."""
    _end(store, actor, row_id, "execute_decision", "Verkställt", executed_on=executed_on)


def close_decision(store: Store, actor: Actor, row_id: int, closed_on: date, reason: str) -> None:
    """Record that the row ends without execution; ``reason`` is one of ``CLOSED_REASONS``."""
    if not reason:
        raise InvalidInputError("Ange varför ärendet avslutas.", "closed_reason")
    _end(
        store,
        actor,
        row_id,
        "close_decision",
        "Avslutat",
        closed_on=closed_on,
        closed_reason=reason,
    )


def interrupt_unenforced(
    store: Store, actor: Actor, row_id: int, interrupted_on: date, reason: str = ""
) -> int:
    """Record that executed support has stopped: a new row, of kind interruption; returns its id.

    Raises RefusedError unless the row is an executed decision (D2.22).
    """
    with store.change("interrupt_support", actor.user, actor.now) as change:
        old = _open_row(change, row_id)
        if old.executed_on is None:
            raise RefusedError("Bara en verkställd insats kan avbrytas. Ange verkställighet först.")
        if interrupted_on < old.executed_on:
            raise InvalidInputError(
                f"Avbrottet ligger före verkställigheten ({old.executed_on.isoformat()}).", "start"
            )
        draft = UnenforcedDecision(
            id=0,
            committee_id=old.committee_id,
            local_key=old.local_key,
            law=old.law,
            measure=old.measure,
            start=interrupted_on,
            kind="interruption",
            sex=old.sex,
            reason=reason,
            decided_on=old.decided_on or old.start,
        )
        new = checked_row(change, draft, actor.today, old.local_key)
        change.summary = f"Avbrott {_name(new)}"
        return insert_unenforced_decision(change, new)


def mark_final_notice(store: Store, actor: Actor, row_id: int, sent_on: date) -> None:
    """Record that IVO has been told the row is executed or closed (SoL 34:2, LSS 28 g)."""
    with store.change("mark_final_notice", actor.user, actor.now) as change:
        old = _open_row(change, row_id)
        if old.ended_on is None:
            raise RefusedError("Raden är varken verkställd eller avslutad.")
        if sent_on < old.ended_on:
            raise InvalidInputError("Anmälan kan inte ligga före slutdatumet.", "final_notice_on")
        change.update("support_decisions", row_id, columns({"final_notice_on": sent_on}))
        change.summary = f"Slutanmält {_name(old)}"


def remove_unenforced_decision(store: Store, actor: Actor, row_id: int, version: int) -> None:
    """Delete a row no report has; undo brings it back. Raises RefusedError otherwise."""
    with store.change("remove_support_decision", actor.user, actor.now) as change:
        old = load_row(change.connection, row_id)
        change.delete("support_decisions", row_id, version)
        change.summary = f"Tog bort {_name(old)}"


def checked_row(
    change: Change, draft: UnenforcedDecision, today: date, known_key: str = ""
) -> UnenforcedDecision:
    """The row cleaned and held against every rule; ``known_key`` was accepted when it was new.

    Raises InvalidInputError.
    """
    cleaned = checked_fields(draft)
    key = " ".join(cleaned.local_key.split())
    settings = load_committee(change.connection, draft.committee_id).settings
    patterns = None if key == known_key else settings.support_key_patterns
    return checked_unenforced(replace(cleaned, local_key=key), today, patterns)


def _check_not_there(change: Change, new: UnenforcedDecision) -> None:
    for row in unenforced_decisions_of(change.connection, new.committee_id, new.law):
        same = (row.local_key.casefold(), row.measure, row.kind, row.start) == (
            *(new.local_key.casefold(), new.measure, new.kind, new.start),
        )
        if same and row.superseded_by is None:
            raise RepeatedRowError(
                f"{new.local_key} har redan {new.measure} från {new.start.isoformat()} i "
                "registret. Är det ett annat beslut?"
            )


def _end(store: Store, actor: Actor, row_id: int, verb: str, word: str, **values: object) -> None:
    given: dict[str, Any] = dict(values)
    with store.change(verb, actor.user, actor.now) as change:
        old = _open_row(change, row_id)
        if old.ended_on is not None:
            raise RefusedError(
                f"Raden är redan avslutad {old.ended_on.isoformat()}. Ändra datumet i raden."
            )
        new = checked_row(change, replace(old, **given), actor.today, old.local_key)
        change.update("support_decisions", row_id, unenforced_columns(new))
        ended = new.ended_on.isoformat() if new.ended_on else ""
        change.summary = f"{word} {ended}: {_name(new)}"


def _correct(change: Change, old: UnenforcedDecision, new: UnenforcedDecision, version: int) -> int:
    if not new.correction_reason.strip():
        raise InvalidInputError(
            "Raden står i en sammanställd rapport. Skriv varför den rättas; "
            "den gamla raden sparas bredvid.",
            "correction_reason",
        )
    reason = new.correction_reason
    new_id = insert_unenforced_decision(change, replace(new, correction_reason=""))
    values = {"superseded_by": new_id, "correction_reason": reason}
    change.update("support_decisions", old.id, values, version)
    change.summary = f"Rättade {_name(new)}: {reason}"
    return new_id


def _open_row(change: Change, row_id: int) -> UnenforcedDecision:
    row = load_row(change.connection, row_id)
    if row.superseded_by is not None:
        raise RefusedError("Raden är rättad. Ändra i den rad som har ersatt den.")
    return row


def _name(row: UnenforcedDecision) -> str:
    kind = swedish("unenforced_kind", row.kind)
    return f"{kind} {row.local_key} {row.measure} ({swedish('law', row.law)})"
