"""What can be done when the last § is decided: close, adjust, post, print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nämndtui.model.meeting_states import SITTING
from nämndtui.tui.commands.command import Command, Commands
from nämndtui.tui.meeting import closing_dialogs, paper_dialogs

if TYPE_CHECKING:
    from nämndtui.tui.meeting.minutes_desk import MinutesDesk

_UNADJUSTED = (*SITTING, "summoned", "closed", "minutes_drafted", "partly_adjusted")


class _Closing(Command["MinutesDesk"]):
    """A command on the minutes as a whole."""

    group = "protokoll"
    writes = True


class CloseMeeting(_Closing):
    """Avsluta sammanträdet och ange sluttiden."""

    key = "f8"
    label = "Avsluta"
    footer = True

    @classmethod
    def available(cls, host: MinutesDesk) -> bool:
        """While it goes on."""
        return host.view is not None and host.view.state in SITTING

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Ask for the time."""
        closing_dialogs.close_meeting(host)


class MarkAdjusted(_Closing):
    """Anteckna dagen då protokollet justerades. Sedan kan det inte ändras."""

    key = "f8"
    label = "Justerat"
    footer = True

    @classmethod
    def available(cls, host: MinutesDesk) -> bool:
        """When the meeting is over and the minutes are not adjusted."""
        return host.view is not None and host.view.state in (
            "closed",
            "minutes_drafted",
            "partly_adjusted",
        )

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Ask for the day."""
        closing_dialogs.mark_adjusted(host)


class MarkPosted(_Closing):
    """Anteckna dagen då justeringen anslogs. Överklagandetiden räknas därifrån."""

    key = "f8"
    label = "Anslaget"
    footer = True

    @classmethod
    def available(cls, host: MinutesDesk) -> bool:
        """When the minutes are adjusted."""
        return host.view is not None and host.view.state == "adjusted"

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Ask for the day."""
        closing_dialogs.mark_posted(host)


class MarkFinal(_Closing):
    """Besluten har vunnit laga kraft: överklagandetiden är slut för alla delar."""

    key = "f8"
    label = "Laga kraft"

    @classmethod
    def available(cls, host: MinutesDesk) -> bool:
        """When everything is posted."""
        return host.view is not None and host.view.state == "posted"

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Note it."""
        from nämndtui.workflow.part_notice import mark_final

        meeting_id = host.meeting_id
        notice = "Besluten har vunnit laga kraft."
        host.namnd.write(lambda s, a: mark_final(s, a, meeting_id), notice=notice)


class Archive(_Closing):
    """Protokollet är arkiverat."""

    key = "f8"
    label = "Arkiverat"

    @classmethod
    def available(cls, host: MinutesDesk) -> bool:
        """When the decisions are final."""
        return host.view is not None and host.view.state == "final"

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Note it."""
        from nämndtui.workflow.part_notice import archive_meeting

        meeting_id = host.meeting_id
        notice = "Protokollet är arkiverat."
        host.namnd.write(lambda s, a: archive_meeting(s, a, meeting_id), notice=notice)


class Adjustment(_Closing):
    """Ange vem som justerar utöver ordföranden, var och när, och var protokollet förvaras."""

    key = "f7"
    label = "Justering"

    @classmethod
    def available(cls, host: MinutesDesk) -> bool:
        """Until the minutes are adjusted."""
        return host.view is not None and host.view.state in _UNADJUSTED

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Open the form."""
        closing_dialogs.adjustment(host)


class WriteMinutes(_Closing):
    """Skriv protokollet som Wordfil och säg var den ligger."""

    key = "f9"
    label = "Protokoll"
    footer = True
    writes = False

    @classmethod
    def available(cls, host: MinutesDesk) -> bool | None:
        """Grey without any §."""
        if host.view is None:
            return False
        return True if host.view.dossier.paragraphs else None

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Write it."""
        paper_dialogs.minutes(host)


class OpenAgenda(_Closing):
    """Gå till dagordningen: punkternas texter, bilagor och kallelsen."""

    key = "f5"
    label = "Dagordning"
    writes = False

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Switch."""
        from nämndtui.tui.meeting.workspace import MeetingWorkspace

        host.app.switch_screen(MeetingWorkspace(host.meeting_id, host.agenda.current, stay=True))


CLOSING_COMMANDS: Commands = (
    CloseMeeting,
    MarkAdjusted,
    MarkPosted,
    MarkFinal,
    Archive,
    WriteMinutes,
    Adjustment,
    OpenAgenda,
)
