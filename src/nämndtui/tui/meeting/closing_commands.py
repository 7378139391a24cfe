"""What can be done when the last § is decided: close, adjust, post, print."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from nämndtui.model.meeting_states import SITTING
from nämndtui.tui.commands.command import Command, Commands
from nämndtui.tui.meeting import closing_dialogs, paper_dialogs
from nämndtui.tui.meeting.next_step import ADJUST, ARCHIVE, CLOSE, FINAL, POST, Step, next_step

if TYPE_CHECKING:
    from nämndtui.tui.meeting.minutes_desk import MinutesDesk

_UNADJUSTED = (*SITTING, "summoned", "closed", "minutes_drafted", "partly_adjusted")


class _Closing(Command["MinutesDesk"]):
    """A command on the minutes as a whole."""

    group = "protokoll"
    writes = True


class _NextStep(_Closing):
    """F8: the step the panel tells, for the part it tells of."""

    key = "f8"
    act: ClassVar[str] = ""

    @classmethod
    def available(cls, host: MinutesDesk) -> bool:
        """When that is the next step."""
        return bool(cls.act) and step_of(host).act == cls.act


def step_of(host: MinutesDesk) -> Step:
    """What to do next with the minutes; no act before the meeting has been read."""
    return next_step(host.view, host.session.today) if host.view is not None else Step("")


class CloseMeeting(_NextStep):
    """Avsluta sammanträdet och ange sluttiden."""

    label = "Avsluta"
    footer = True
    act = CLOSE

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Ask for the time."""
        closing_dialogs.close_meeting(host)


class MarkAdjusted(_NextStep):
    """Anteckna dagen då protokollet, eller den del som står på tur, justerades. Sedan kan det
    inte ändras."""

    label = "Justerat"
    footer = True
    act = ADJUST

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Ask for the day."""
        closing_dialogs.mark_adjusted(host, step_of(host).part)


class MarkPosted(_NextStep):
    """Anteckna dagen då justeringen anslogs. Överklagandetiden räknas därifrån."""

    label = "Anslaget"
    footer = True
    act = POST

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Ask for the day."""
        closing_dialogs.mark_posted(host, step_of(host).part)


class MarkFinal(_NextStep):
    """Besluten har vunnit laga kraft: överklagandetiden är slut för alla delar."""

    label = "Laga kraft"
    act = FINAL

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Note it."""
        from nämndtui.workflow.part_notice import mark_final

        meeting_id = host.meeting_id
        notice = "Besluten har vunnit laga kraft."
        host.namnd.write(lambda s, a: mark_final(s, a, meeting_id), notice=notice)


class Archive(_NextStep):
    """Protokollet är arkiverat."""

    label = "Arkiverat"
    act = ARCHIVE

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

        host.give_way_to(MeetingWorkspace(host.meeting_id, host.agenda.current, stay=True))


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
