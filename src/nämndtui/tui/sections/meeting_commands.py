"""What can be done in the list of meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nämndtui.model.agenda.meeting_states import ADJUSTED, OPEN_AGENDA
from nämndtui.tui.kit.commands.command import Command

if TYPE_CHECKING:
    from nämndtui.tui.sections.meetings import MeetingsScreen


class _MeetingCommand(Command["MeetingsScreen"]):
    """Kräver att ett sammanträde är markerat."""

    group = "sammanträde"

    @classmethod
    def available(cls, host: MeetingsScreen) -> bool | None:
        """Only on a row."""
        return bool(host.meeting_id)


class PlanMeeting(Command["MeetingsScreen"]):
    """Planera ett nytt sammanträde; nämndens vanliga tid och plats är ifyllda."""

    key = "f2,n"
    label = "Nytt"
    group = "sammanträde"
    footer = True
    writes = True
    act = "plan_meeting"


class EditMeeting(_MeetingCommand):
    """Ändra dag, tid, plats och anmärkning för det markerade sammanträdet."""

    key = "f4,e"
    label = "Redigera"
    footer = True
    writes = True
    act = "edit_meeting"

    @classmethod
    def available(cls, host: MeetingsScreen) -> bool | None:
        """Grey once the minutes are adjusted."""
        if not host.meeting_id:
            return False
        return None if host.state in ADJUSTED else True


class OpenMeeting(_MeetingCommand):
    """Öppna sammanträdet: dagordning, handlingar och protokoll."""

    key = "enter"
    label = "Öppna"
    footer = True

    @classmethod
    def run(cls, host: MeetingsScreen) -> None:
        """Open the workspace."""
        host.namnd.open_meeting(host.meeting_id)


class CancelMeeting(_MeetingCommand):
    """Ställ in det markerade sammanträdet. Punkterna väntar på ett annat."""

    key = "i"
    label = "Ställ in"
    writes = True
    act = "cancel_meeting"

    @classmethod
    def available(cls, host: MeetingsScreen) -> bool:
        """Only one that has not been held."""
        return bool(host.meeting_id) and host.state in (*OPEN_AGENDA, "summoned")


MEETING_COMMANDS = (PlanMeeting, EditMeeting, OpenMeeting, CancelMeeting)
