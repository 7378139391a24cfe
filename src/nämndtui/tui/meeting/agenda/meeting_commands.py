"""What can be done with the meeting itself while its agenda is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nämndtui.tui.kit.commands.command import Commands
from nämndtui.tui.meeting.agenda import meeting_dialogs
from nämndtui.tui.meeting.agenda.on_meeting import OnMeeting
from nämndtui.tui.meeting.agenda.supplement_commands import SUPPLEMENT_COMMANDS
from nämndtui.tui.meeting.documents import dialogs

if TYPE_CHECKING:
    from nämndtui.tui.meeting.agenda.workspace import MeetingWorkspace


class WriteSummons(OnMeeting):
    """Visa vad som är kvar, skriv kallelsen som Wordfil och säg var den ligger."""

    key = "f9"
    label = "Kallelse"
    footer = True
    writes = False
    act = staticmethod(meeting_dialogs.write_summons)

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool:
        """Until something is new since it was sent."""
        return host.view is not None and not host.view.unsent


class WriteMemo(OnMeeting):
    """Skriv punktens tjänsteskrivelse som en egen Wordfil."""

    label = "Skrivelse som Wordfil"
    group = "punkt"
    writes = False
    act = staticmethod(dialogs.memo)

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool:
        """Only with a memo."""
        return host.item is not None and host.item.memo is not None


class MarkSummoned(OnMeeting):
    """Anteckna vilken dag kallelsen skickades. Då ligger punkternas nummer fast."""

    label = "Kallelsen är skickad"
    act = staticmethod(meeting_dialogs.mark_summoned)

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool:
        """Before it has been sent."""
        return host.view is not None and host.view.agenda_open


class RecallSummons(OnMeeting):
    """Ta tillbaka en skickad kallelse för att göra om dagordningen."""

    label = "Ta tillbaka kallelsen"
    act = staticmethod(meeting_dialogs.recall_summons)

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool:
        """While the meeting has not begun."""
        return host.view is not None and host.view.state == "summoned"


class EditMeeting(OnMeeting):
    """Ändra datum, tid, plats, anmärkning, gruppmöten och vart man anmäler förhinder."""

    key = "m"
    label = "Sammanträdets uppgifter"
    act = staticmethod(meeting_dialogs.edit_meeting)

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool | None:
        """Grey once they stand in adjusted minutes."""
        if host.view is None:
            return False
        return None if host.view.times_locked else True


class CancelMeeting(OnMeeting):
    """Ställ in sammanträdet. Punkterna väntar på ett annat."""

    label = "Ställ in sammanträdet"
    act = staticmethod(meeting_dialogs.cancel_meeting)

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool:
        """Before it has been held."""
        return host.view is not None and host.view.state in ("planned", "preparing", "summoned")


class OpenMinutes(OnMeeting):
    """Gå till protokollet: upprop, beslut, justering och anslag."""

    key = "f5"
    label = "Protokoll"
    writes = False

    @classmethod
    def run(cls, host: MeetingWorkspace) -> None:
        """Switch."""
        item = host.item
        decidable = item is not None and item.kind not in ("opening", "heading")
        host.to_minutes(item.id if item and decidable else None)


MEETING_COMMANDS: Commands = (
    WriteSummons,
    *SUPPLEMENT_COMMANDS,
    OpenMinutes,
    EditMeeting,
    MarkSummoned,
    RecallSummons,
    CancelMeeting,
    WriteMemo,
)
