"""One key, one verb: what the agenda's commands do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nämndtui.tui.meeting.shared.meeting_screen import MeetingScreen

_UNDO = "Ctrl+Z ångrar."


def move(host: MeetingScreen, steps: int) -> None:
    """Move the item."""
    from nämndtui.workflow.agenda.agenda import move_item

    if host.item is not None:
        host.namnd.write(partial(move_item, item_id=host.item.id, steps=steps))


def add_standing(host: MeetingScreen) -> None:
    """Put in the standing items and say how many came."""
    from nämndtui.workflow.agenda.standing_items import add_standing_items

    def tell(added: list[int]) -> None:
        if added:
            host.namnd.say(f"{len(added)} återkommande punkter är inlagda. {_UNDO}")
        else:
            host.namnd.say(
                "Alla återkommande punkter finns redan. Listan ändras under Inställningar."
            )

    host.namnd.write(partial(add_standing_items, meeting_id=host.meeting_id), then=tell)


def toggle_ready(host: MeetingScreen) -> None:
    """Ready or draft."""
    from nämndtui.workflow.agenda.agenda import set_ready

    if host.item is not None:
        ready = host.item.state == "draft"
        host.namnd.write(partial(set_ready, item_id=host.item.id, ready=ready))


def toggle_withdrawn(host: MeetingScreen) -> None:
    """Withdrawn or not."""
    from nämndtui.workflow.agenda.agenda import restore_item, withdraw_item

    if host.item is not None:
        verb = restore_item if host.item.withdrawn else withdraw_item
        host.namnd.write(partial(verb, item_id=host.item.id))


def unlist(host: MeetingScreen) -> None:
    """Take the item off the agenda."""
    from nämndtui.workflow.agenda.agenda import unlist_item

    if host.item is not None:
        notice = f"Punkten väntar på ett sammanträde. F3 hämtar tillbaka den, {_UNDO.lower()}"
        host.namnd.write(partial(unlist_item, item_id=host.item.id), notice=notice)


def remove(host: MeetingScreen) -> None:
    """Remove the item."""
    from nämndtui.workflow.agenda.agenda import remove_item

    if host.item is not None:
        host.namnd.write(
            partial(remove_item, item_id=host.item.id), notice=f"Punkten är borttagen. {_UNDO}"
        )


def follow_staff(host: MeetingScreen) -> None:
    """Remove the chair's own proposal."""
    from nämndtui.workflow.agenda.item_content import set_proposal

    if host.item is not None and host.view is not None:
        version = host.view.versions.proposal(host.item.id, "chair")
        host.namnd.write(
            partial(
                set_proposal, item_id=host.item.id, source="chair", points=None, version=version
            ),
            notice=f"Ordföranden följer förvaltningens förslag. {_UNDO}",
        )


def remove_memo(host: MeetingScreen) -> None:
    """Remove the memo."""
    from nämndtui.workflow.agenda.item_content import remove_memo as verb

    if host.item is not None:
        host.namnd.write(
            partial(verb, item_id=host.item.id), notice=f"Skrivelsen är borttagen. {_UNDO}"
        )
