"""Who may record what, when: the meeting a verb is about, in a state that allows it."""

from __future__ import annotations

from dataclasses import replace

from nämndtui.model.agenda.agenda_item import AgendaItem
from nämndtui.model.agenda.meeting import Meeting
from nämndtui.model.agenda.meeting_states import SITTING, WRITING
from nämndtui.model.people.persons import Person
from nämndtui.model.text.errors import RefusedError
from nämndtui.store.agenda.items import item as load_item
from nämndtui.store.agenda.meetings import meeting as load_meeting
from nämndtui.store.core.change import Change
from nämndtui.store.people.persons import person
from nämndtui.workflow.agenda.meetings import step_meeting


def sitting_meeting(change: Change, meeting_id: int, also_held: bool = False) -> Meeting:
    """The meeting, started if its summons is out. Raises RefusedError in other states.

    With ``also_held`` a meeting whose minutes are being written will do too.
    """
    meeting = load_meeting(change.connection, meeting_id)
    if meeting.state == "summoned":
        step_meeting(change, meeting, "in_session")
        return replace(meeting, state="in_session")
    if meeting.state in SITTING or (also_held and meeting.state in WRITING):
        return meeting
    if meeting.state in ("planned", "preparing"):
        raise RefusedError("Kallelsen är inte skickad. Markera den som skickad först.")
    raise RefusedError("Sammanträdet är avslutat; inga nya beslut kan föras in.")


def item_on_table(
    change: Change, item_id: int, also_held: bool = True
) -> tuple[AgendaItem, Meeting]:
    """The item and its meeting, for recording how it is handled. Raises RefusedError."""
    item = load_item(change.connection, item_id)
    if item.meeting_id is None:
        raise RefusedError("Punkten väntar på ett sammanträde.")
    meeting = sitting_meeting(change, item.meeting_id, also_held)
    if item.withdrawn:
        raise RefusedError("Punkten utgår. Ta tillbaka den först om den ska behandlas.")
    return item, meeting


def person_by_id(change: Change, person_id: int) -> Person:
    """The person. Raises NotFoundError."""
    return person(change.connection, person_id)
