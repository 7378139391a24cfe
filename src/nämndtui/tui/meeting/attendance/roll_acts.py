"""What one key does with a person in the roll: each a verb of the workflow, at the § shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nämndtui.tui.meeting.attendance.roll import RollRow

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor


def toggle_here(store: Store, actor: Actor, meeting_id: int, row: RollRow) -> None:
    """In from the § shown, or out before it. A stay that began or ended just there is mended."""
    from nämndtui.workflow.attendance.roll import change_stay, come_in, leave, remove_stay

    if row.person is None:
        return
    begun = [one for one in row.stays if one.from_paragraph == row.number]
    ended = [one for one in row.stays if one.to_paragraph == row.number - 1]
    if row.here and begun:
        remove_stay(store, actor, meeting_id, begun[0].id)
    elif row.here:
        leave(store, actor, meeting_id, row.person.id, row.number - 1)
    elif ended and ended[-1] is row.stays[-1]:
        change_stay(store, actor, meeting_id, ended[-1].id, ended[-1].from_paragraph, None)
    else:
        come_in(store, actor, meeting_id, row.person.id, row.number)


def toggle_remote(store: Store, actor: Actor, meeting_id: int, row: RollRow) -> None:
    """At a distance, or in the room, from the § shown (KL 6:24)."""
    from nämndtui.workflow.attendance.roll import set_remote

    if row.person is not None and row.stay is not None:
        set_remote(store, actor, meeting_id, row.person.id, not row.stay.remote, row.number)


def toggle_disqualified(store: Store, actor: Actor, item_id: int, row: RollRow) -> None:
    """Jäv in the item, or not after all (KL 6:30)."""
    from nämndtui.workflow.attendance.disqualifications import (
        declare_disqualified,
        take_back_disqualification,
    )

    if row.jäv is not None:
        take_back_disqualification(store, actor, item_id, row.jäv.id)
    elif row.person is not None:
        declare_disqualified(store, actor, item_id, row.person.id)


def toggle_taking_part(store: Store, actor: Actor, item_id: int, row: RollRow) -> None:
    """Does not take part in the decision, or does after all (F 22)."""
    from nämndtui.workflow.attendance.disqualifications import stay_out_of_decision, take_part_again

    if row.out is not None:
        take_part_again(store, actor, item_id, row.out.id)
    elif row.person is not None:
        stay_out_of_decision(store, actor, item_id, row.person.id)


def remove_person(store: Store, actor: Actor, meeting_id: int, row: RollRow) -> None:
    """Take away every stay of someone noted by mistake."""
    from nämndtui.workflow.attendance.roll import remove_stay

    for stay in row.stays:
        remove_stay(store, actor, meeting_id, stay.id)
