"""What can be done with the meeting itself while its agenda is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nämndtui.tui.commands.command import Commands
from nämndtui.tui.meeting import meeting_dialogs, paper_dialogs
from nämndtui.tui.meeting.on_meeting import OnMeeting
from nämndtui.tui.meeting.supplement_commands import SUPPLEMENT_COMMANDS

if TYPE_CHECKING:
    from nämndtui.tui.meeting.workspace import MeetingWorkspace


class WriteSummons(OnMeeting):
    """Visa vad som är kvar, skriv kallelsen som Wordfil och säg var den ligger."""

    key = "f9"
    label = "Kallelse"
    footer = True
    writes = False

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool:
        """Until something is new since it was sent."""
        return host.view is not None and not host.view.unsent

    @classmethod
    def run(cls, host: MeetingWorkspace) -> None:
        """Open the dialog."""
        paper_dialogs.summons(host)


class WriteMemo(OnMeeting):
    """Skriv punktens tjänsteskrivelse som en egen Wordfil."""

    label = "Skrivelse som Wordfil"
    group = "punkt"
    writes = False

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool:
        """Only with a memo."""
        return host.item is not None and host.item.memo is not None

    @classmethod
    def run(cls, host: MeetingWorkspace) -> None:
        """Write it."""
        paper_dialogs.memo(host)


class MarkSummoned(OnMeeting):
    """Anteckna vilken dag kallelsen skickades. Då ligger punkternas nummer fast."""

    label = "Kallelsen är skickad"

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool:
        """Before it has been sent."""
        return host.view is not None and host.view.agenda_open

    @classmethod
    def run(cls, host: MeetingWorkspace) -> None:
        """Ask for the day."""
        meeting_dialogs.mark_summoned(host)


class RecallSummons(OnMeeting):
    """Ta tillbaka en skickad kallelse för att göra om dagordningen."""

    label = "Ta tillbaka kallelsen"

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool:
        """While the meeting has not begun."""
        return host.view is not None and host.view.state == "summoned"

    @classmethod
    def run(cls, host: MeetingWorkspace) -> None:
        """Ask first."""
        meeting_dialogs.recall_summons(host)


class EditMeeting(OnMeeting):
    """Ändra datum, tid, plats, anmärkning, gruppmöten och vart man anmäler förhinder."""

    key = "m"
    label = "Sammanträdets uppgifter"

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool | None:
        """Grey once they stand in adjusted minutes."""
        if host.view is None:
            return False
        return None if host.view.times_locked else True

    @classmethod
    def run(cls, host: MeetingWorkspace) -> None:
        """Open the form."""
        meeting_dialogs.edit_meeting(host)


class CancelMeeting(OnMeeting):
    """Ställ in sammanträdet. Punkterna väntar på ett annat."""

    label = "Ställ in sammanträdet"

    @classmethod
    def available(cls, host: MeetingWorkspace) -> bool:
        """Before it has been held."""
        return host.view is not None and host.view.state in ("planned", "preparing", "summoned")

    @classmethod
    def run(cls, host: MeetingWorkspace) -> None:
        """Ask why."""
        meeting_dialogs.cancel_meeting(host)


class OpenMinutes(OnMeeting):
    """Gå till protokollet: upprop, beslut, justering och anslag."""

    key = "f5"
    label = "Protokoll"
    writes = False

    @classmethod
    def run(cls, host: MeetingWorkspace) -> None:
        """Switch."""
        from nämndtui.tui.meeting.minutes_desk import MinutesDesk

        item = host.item
        decidable = item is not None and item.kind not in ("opening", "heading")
        host.give_way_to(MinutesDesk(host.meeting_id, item.id if item and decidable else None))


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
