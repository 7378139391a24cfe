"""What can be done when the last § is decided: close, adjust, post, print."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from nämndtui.model.agenda.meeting_states import SITTING
from nämndtui.tui.kit.commands.command import Command, Commands
from nämndtui.tui.meeting.documents import dialogs
from nämndtui.tui.meeting.minutes import closing_dialogs
from nämndtui.tui.meeting.minutes.next_step import (
    ADJUST,
    ARCHIVE,
    CLOSE,
    FINAL,
    POST,
    Step,
    next_step,
)

if TYPE_CHECKING:
    from nämndtui.tui.meeting.desk.minutes_desk import MinutesDesk

_UNADJUSTED = (*SITTING, "summoned", "closed", "minutes_drafted", "partly_adjusted")


class _Closing(Command["MinutesDesk"]):
    """A command on the minutes as a whole."""

    group = "protokoll"
    writes = True


class _NextStep(_Closing):
    """F8: the step the panel tells, for the part it tells of."""

    key = "f8"
    step: ClassVar[str] = ""

    @classmethod
    def available(cls, host: MinutesDesk) -> bool:
        """When that is the next step."""
        return bool(cls.step) and step_of(host).act == cls.step


def step_of(host: MinutesDesk) -> Step:
    """What to do next with the minutes; no act before the meeting has been read."""
    return next_step(host.view, host.session.today) if host.view is not None else Step("")


class CloseMeeting(_NextStep):
    """Avsluta sammanträdet och ange sluttiden."""

    label = "Avsluta"
    footer = True
    step = CLOSE
    act = staticmethod(closing_dialogs.close_meeting)


class MarkAdjusted(_NextStep):
    """Anteckna dagen då protokollet, eller den del som står på tur, justerades. Sedan kan det
    inte ändras."""

    label = "Justerat"
    footer = True
    step = ADJUST

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Ask for the day."""
        closing_dialogs.mark_adjusted(host, step_of(host).part)


class MarkPosted(_NextStep):
    """Anteckna dagen då justeringen anslogs. Överklagandetiden räknas därifrån."""

    label = "Anslaget"
    footer = True
    step = POST

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Ask for the day."""
        closing_dialogs.mark_posted(host, step_of(host).part)


class MarkFinal(_NextStep):
    """Besluten har vunnit laga kraft: överklagandetiden är slut för alla delar."""

    label = "Laga kraft"
    step = FINAL

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Note it."""
        from nämndtui.workflow.minutes.part_notice import mark_final

        meeting_id = host.meeting_id
        notice = "Besluten har vunnit laga kraft."
        host.namnd.write(lambda s, a: mark_final(s, a, meeting_id), notice=notice)


class Archive(_NextStep):
    """Protokollet är arkiverat."""

    label = "Arkiverat"
    step = ARCHIVE

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Note it."""
        from nämndtui.workflow.minutes.part_notice import archive_meeting

        meeting_id = host.meeting_id
        notice = "Protokollet är arkiverat."
        host.namnd.write(lambda s, a: archive_meeting(s, a, meeting_id), notice=notice)


class Adjustment(_Closing):
    """Ange vem som justerar utöver ordföranden, var och när, och var protokollet förvaras."""

    key = "f7"
    label = "Justering"
    act = staticmethod(closing_dialogs.adjustment)

    @classmethod
    def available(cls, host: MinutesDesk) -> bool:
        """Until the minutes are adjusted."""
        return host.view is not None and host.view.state in _UNADJUSTED


class WriteMinutes(_Closing):
    """Skriv protokollet som Wordfil och säg var den ligger."""

    key = "f9"
    label = "Protokoll"
    footer = True
    writes = False
    act = staticmethod(dialogs.minutes)

    @classmethod
    def available(cls, host: MinutesDesk) -> bool | None:
        """Grey without any §."""
        if host.view is None:
            return False
        return True if host.view.dossier.paragraphs else None


class OpenAgenda(_Closing):
    """Gå till dagordningen: punkternas texter, bilagor och kallelsen."""

    key = "f5"
    label = "Dagordning"
    writes = False

    @classmethod
    def run(cls, host: MinutesDesk) -> None:
        """Switch."""
        host.to_agenda(host.agenda.current)


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
