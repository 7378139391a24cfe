"""The meeting's state machine (D3): which step may follow which, and why not."""

from __future__ import annotations

from nämndtui.model.agenda.meeting import MeetingState
from nämndtui.model.text.errors import RefusedError
from nämndtui.model.text.vocabulary import swedish

NEXT_STATES: dict[MeetingState, tuple[MeetingState, ...]] = {
    "planned": ("preparing", "cancelled"),
    "preparing": ("planned", "summoned", "cancelled"),
    "summoned": ("preparing", "in_session", "cancelled"),
    "in_session": ("summoned", "adjourned", "closed"),
    "adjourned": ("in_session", "closed"),
    "closed": ("minutes_drafted", "partly_adjusted", "adjusted"),
    "minutes_drafted": ("partly_adjusted", "adjusted"),
    "partly_adjusted": ("adjusted",),
    "adjusted": ("posted",),
    "posted": ("final",),
    "final": ("archived",),
    "archived": (),
    "cancelled": (),
}

OPEN_AGENDA: tuple[MeetingState, ...] = ("planned", "preparing")
"""The agenda may still be renumbered."""
SUPPLEMENT: tuple[MeetingState, ...] = ("summoned",)
"""The summons is out: items are appended as supplements."""
SITTING: tuple[MeetingState, ...] = ("in_session", "adjourned")
"""The committee is sitting, or what it decided is being recorded."""
ADJUSTED: tuple[MeetingState, ...] = ("adjusted", "posted", "final", "archived")
"""The minutes are adjusted: nothing of the meeting may change any more."""
WRITING: tuple[MeetingState, ...] = ("closed", "minutes_drafted", "partly_adjusted")
"""The meeting is over and its minutes are being written: facts may still be put right."""
HELD: tuple[MeetingState, ...] = (*WRITING, *ADJUSTED)
"""The meeting is over."""


def check_step(current: MeetingState, wanted: MeetingState) -> None:
    """Raise RefusedError unless a meeting in ``current`` may go to ``wanted``."""
    if wanted in NEXT_STATES[current]:
        return
    possible = ", ".join(swedish("meeting_state", state) for state in NEXT_STATES[current])
    raise RefusedError(
        f"Sammanträdets status är ”{swedish('meeting_state', current)}” och kan inte bli "
        f"”{swedish('meeting_state', wanted)}”. Möjligt nu: {possible or 'inget'}."
    )


def check_agenda_open(state: MeetingState) -> None:
    """Raise RefusedError unless items may still be moved, renumbered or taken off."""
    if state not in OPEN_AGENDA:
        raise RefusedError(
            "Kallelsen är skickad: punkternas nummer ligger fast. Nya punkter läggs sist, "
            "och en punkt som inte ska behandlas får utgå."
        )
