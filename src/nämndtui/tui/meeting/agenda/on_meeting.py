"""The base of commands on the meeting itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nämndtui.tui.kit.commands.command import Command

if TYPE_CHECKING:
    from nämndtui.tui.meeting.agenda.workspace import MeetingWorkspace


class OnMeeting(Command["MeetingWorkspace"]):
    """A command on the meeting."""

    group = "sammanträde"
    writes = True

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool | None:
        """Once it has been read."""
        return host.view is not None
