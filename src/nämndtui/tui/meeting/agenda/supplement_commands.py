"""What can be done with the supplement to a kallelse that has been sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nämndtui.tui.kit.commands.command import Commands
from nämndtui.tui.meeting.agenda import meeting_dialogs, supplement_dialogs
from nämndtui.tui.meeting.agenda.on_meeting import OnMeeting

if TYPE_CHECKING:
    from nämndtui.tui.meeting.agenda.workspace import MeetingWorkspace


class OnNews(OnMeeting):
    """A command for when something is new since the kallelse was sent."""

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool:
        """Not before, and not once the meeting has begun."""
        return host.view is not None and bool(host.view.unsent)


class WriteSupplement(OnNews):
    """Visa vad som är nytt sedan kallelsen, skriv tillägget som Wordfil och säg var det ligger."""

    key = "f9"
    label = "Tillägg"
    footer = True
    writes = False
    act = staticmethod(supplement_dialogs.supplement)


class MarkSupplementSent(OnNews):
    """Anteckna vilken dag tillägget skickades. De gamla versionerna finns kvar."""

    label = "Tillägget är skickat"
    act = staticmethod(supplement_dialogs.mark_supplement_sent)


class WriteSummonsAgain(OnNews):
    """Skriv kallelsen som Wordfil en gång till, med det som är nytt."""

    label = "Kallelsen på nytt"
    writes = False
    act = staticmethod(meeting_dialogs.write_summons)


class WriteSupplementAgain(OnMeeting):
    """Skriv det senaste tillägget en gång till, som det skickades."""

    label = "Tillägget på nytt"
    writes = False
    act = staticmethod(supplement_dialogs.supplement)

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool:
        """When one has been sent and nothing is new since."""
        if host.view is None or host.view.unsent or host.view.agenda_open:
            return False
        sent = host.view.dossier.sendings
        return bool(sent) and sent[-1].kind == "supplement"


SUPPLEMENT_COMMANDS: Commands = (
    WriteSupplement,
    MarkSupplementSent,
    WriteSummonsAgain,
    WriteSupplementAgain,
)
