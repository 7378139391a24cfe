"""The agenda item's state machine (D3): each step guarded, each refusal explained."""

from __future__ import annotations

from typing import Literal

from nämndtui.model.agenda.agenda_item import ItemState
from nämndtui.model.agenda.meeting import MeetingState
from nämndtui.model.agenda.meeting_states import HELD, SITTING, WRITING
from nämndtui.model.text.errors import RefusedError
from nämndtui.model.text.vocabulary import swedish

NoMeeting = Literal[""]
"""Stands for the state of the meeting an item still waits for."""

HANDLED: tuple[ItemState, ...] = ("decided", "noted", "tabled", "referred_back")
NEXT_ITEM_STATES: dict[ItemState, tuple[ItemState, ...]] = {
    "draft": ("ready", "listed", "withdrawn"),
    "ready": ("draft", "listed", "withdrawn"),
    "listed": ("ready", "withdrawn", *HANDLED),
    "withdrawn": ("draft", "listed"),
    "decided": ("listed", "noted", "tabled", "referred_back"),
    "noted": ("listed", "decided", "tabled", "referred_back"),
    "tabled": ("listed", "decided", "noted", "referred_back"),
    "referred_back": ("listed", "decided", "noted", "tabled"),
}
"""A decision may be changed or taken back while the meeting sits; that is logged."""


def check_item_step(
    current: ItemState, wanted: ItemState, meeting_state: MeetingState | NoMeeting
) -> None:
    """Raise RefusedError unless an item may go from ``current`` to ``wanted`` now.

    ``meeting_state`` is that of its meeting, empty for an item waiting for one. When the meeting is
    over nothing is reopened; an item left without a decision (it may have come from elsewhere) can
    still be withdrawn until the minutes are adjusted, so that they can be (D2.4).
    """
    if meeting_state in HELD and wanted not in HANDLED and current not in HANDLED:
        _check_after(wanted, meeting_state)
    if wanted in HANDLED and meeting_state not in SITTING:
        raise RefusedError(
            f"En punkt behandlas under sammanträdet, men {_meeting(meeting_state)}. "
            "Sammanträdet börjar med uppropet."
        )
    if current in HANDLED and meeting_state not in SITTING:
        raise RefusedError(
            f"Punktens status är ”{swedish('item_state', current)}” och "
            f"{_meeting(meeting_state)}. Beslutet ligger fast."
        )
    if wanted not in NEXT_ITEM_STATES[current]:
        possible = ", ".join(swedish("item_state", state) for state in NEXT_ITEM_STATES[current])
        raise RefusedError(
            f"Punktens status är ”{swedish('item_state', current)}” och kan inte bli "
            f"”{swedish('item_state', wanted)}”. Möjligt nu: {possible}."
        )


def _check_after(wanted: ItemState, meeting_state: MeetingState | NoMeeting) -> None:
    """Raise RefusedError for what may not happen to an undecided item of a meeting that is over."""
    if meeting_state not in WRITING:
        raise RefusedError("Protokollet är justerat: punkterna kan inte ändras.")
    if wanted != "withdrawn":
        raise RefusedError(
            "Sammanträdet är avslutat: en punkt som utgick kan inte tas upp igen. Ta upp ärendet "
            "på ett senare sammanträde (F3 på dess dagordning)."
        )


def _meeting(state: MeetingState | NoMeeting) -> str:
    if not state:
        return "sammanträdet är inte valt"
    return f"sammanträdets status är ”{swedish('meeting_state', state)}”"
