"""Undo: the last saved change, replayed backwards."""

from __future__ import annotations

import json
from typing import Any

from nämndtui.model.agenda.meeting import MeetingState
from nämndtui.model.text.errors import RefusedError
from nämndtui.model.text.vocabulary import swedish
from nämndtui.store.core.undo import last_undoable, undo
from nämndtui.store.database import Store
from nämndtui.workflow.core.actor import Actor

_STAYS = {
    "corrections": "En rättelse kan inte ångras. Blev den fel, gör en ny (F4 i protokollet).",
    "notice_corrections": (
        "Rättelsen av anslaget kan inte ångras. Rätta en gång till (D i Protokollsdelar)."
    ),
    "notices": (
        "Ett anslag kan inte ångras: det står i liggaren. Är dagen fel, rätta den "
        "(D i Protokollsdelar). Har anslaget tagits ned, ange när (T)."
    ),
}
"""Tables whose new rows are never taken back → what to do instead."""
_ADJUSTED = (
    "En justering kan inte ångras: protokollet är justerat och ligger fast. Är något fel i en "
    "paragraf, rätta den (F4 i protokollet): båda lydelserna står kvar."
)


def undo_last(store: Store, actor: Actor) -> str:
    """Undo the newest change; returns its Swedish summary.

    Raises RefusedError when there is nothing to undo, when the row has changed since, or when
    the change may never be undone (an adjustment, a notice, a sent number): then it says what can
    be done instead.
    """
    with store.change("undo", actor.user, actor.now) as change:
        entry = last_undoable(change.connection)
        for table, row_id, before, after in json.loads(entry["changes"]) if entry else ():
            _check(table, before, after)
            if table == "meetings" and after and after.get("state") == "closed":
                _check_reopened(change.read(table, row_id)["state"])
        return undo(change)


def _check(table: str, before: dict[str, Any] | None, after: dict[str, Any] | None) -> None:
    """Raise RefusedError for a row that stays whatever happens."""
    if table == "minutes_parts" and before and after:
        if after.get("adjusted_on") and not before.get("adjusted_on"):
            raise RefusedError(_ADJUSTED)
    elif table in _STAYS and before is None:
        raise RefusedError(_STAYS[table])


def _check_reopened(state: MeetingState) -> None:
    """Raise RefusedError when closing a meeting would be undone after its minutes were written."""
    if state != "closed":
        raise RefusedError(
            f"Sammanträdets status är nu ”{swedish('meeting_state', state)}” och det kan inte "
            "öppnas igen. Sluttiden ändras bland sammanträdets uppgifter."
        )
