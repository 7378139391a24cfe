"""What can be done with one part of the minutes: one letter for each step of D3."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from nämndtui.tui.kit.commands.command import Command, Commands
from nämndtui.tui.meeting.minutes import part_dialogs

if TYPE_CHECKING:
    from nämndtui.tui.kit.dialogs.form_dialog import FormDialog
    from nämndtui.tui.meeting.minutes.parts_pane import PartsList

_OPEN = ("draft", "sent_for_signing", "returned")


class _Step(Command["PartsList"]):
    """A step of the part with the cursor."""

    group = "protokollsdel"
    writes = True
    states: ClassVar[tuple[str, ...]] = _OPEN

    @classmethod
    def available(cls, host: PartsList) -> bool:
        """In the states the step starts from."""
        return host.part is not None and host.state in cls.states

    @classmethod
    def run(cls, host: PartsList) -> None:
        """Open the form."""
        part = host.part
        if part is not None:
            host.app.push_screen(cls.form(host), lambda told: tell(host, told))

    @classmethod
    def form(cls, host: PartsList) -> FormDialog:
        """The form of the step."""
        raise NotImplementedError


class SendForSigning(_Step):
    """Skickad till dem som justerar."""

    key = "s"
    label = "Skickad"
    footer = True
    states = ("draft", "returned")

    @classmethod
    def form(cls, host: PartsList) -> FormDialog:
        """Which day."""
        assert host.part is not None
        return part_dialogs.sent(host.part, host.latest)


class Sign(_Step):
    """Undertecknad av en person. Med den sista underskriften är delen justerad."""

    key = "u"
    label = "Undertecknad"
    footer = True

    @classmethod
    def available(cls, host: PartsList) -> bool:
        """While somebody is left to sign."""
        return super().available(host) and bool(host.waiting)

    @classmethod
    def form(cls, host: PartsList) -> FormDialog:
        """Who and when."""
        assert host.part is not None
        return part_dialogs.signed(host.part, host.waiting, host.latest)


class AdjustPart(_Step):
    """Justerad av alla samma dag. Sedan kan delen inte ändras."""

    key = "j"
    label = "Justerad"
    footer = True

    @classmethod
    def form(cls, host: PartsList) -> FormDialog:
        """Which day."""
        assert host.part is not None
        return part_dialogs.adjusted(host.part, host.latest)


class ReturnPart(_Step):
    """Återlämnad av en justerare, med skälet. Delen kan ändras och skickas på nytt."""

    key = "r"
    label = "Återlämnad"
    states = ("sent_for_signing",)

    @classmethod
    def available(cls, host: PartsList) -> bool:
        """While it is out for signing."""
        return super().available(host) and bool(host.signers)

    @classmethod
    def form(cls, host: PartsList) -> FormDialog:
        """Who and why."""
        assert host.part is not None
        return part_dialogs.returned(host.part, host.signers, host.latest)


class Refuse(_Step):
    """En justerare vill inte justera: anteckna invändningen. Nämnden justerar nästa gång."""

    key = "v"
    label = "Justerar inte"

    @classmethod
    def available(cls, host: PartsList) -> bool:
        """While somebody is left to sign."""
        return super().available(host) and bool(host.waiting)

    @classmethod
    def form(cls, host: PartsList) -> FormDialog:
        """Who and what."""
        assert host.part is not None
        return part_dialogs.refused(host.part, host.waiting, host.latest)


class ReplaceAdjuster(_Step):
    """Byt justerare. Det sker bara genom beslut i nämnden eller enligt reglementet."""

    key = "b"
    label = "Byt justerare"

    @classmethod
    def form(cls, host: PartsList) -> FormDialog:
        """Who instead, by which decision."""
        assert host.part is not None and host.view is not None
        people = [one.person for one in host.view.dossier.mandates]
        return part_dialogs.replaced(host.part, people, host.latest)


class PostPart(_Step):
    """Anslagen. Överklagandetiden räknas från den dagen; på nytt om anslaget togs ned för
    tidigt."""

    key = "a"
    label = "Anslagen"
    footer = True
    states = ("adjusted", "posted")

    @classmethod
    def form(cls, host: PartsList) -> FormDialog:
        """Which day, and what follows."""
        from nämndtui.tui.meeting.minutes.closing_dialogs import following_days

        assert host.part is not None
        today = host.latest
        return part_dialogs.posted(host.part, today, lambda text: following_days(text, today))


class TakeDown(_Step):
    """Anslaget är nedtaget."""

    key = "t"
    label = "Nedtaget"
    footer = True
    states = ("posted", "appeal_expired")

    @classmethod
    def form(cls, host: PartsList) -> FormDialog:
        """Which day."""
        assert host.part is not None
        return part_dialogs.taken_down(host.part, host.latest)


class CorrectNotice(_Step):
    """Rätta anslagets dagar om de blev fel. Den felaktiga dagen står kvar i liggaren, märkt så."""

    key = "d"
    label = "Rätta anslaget"
    states = ("posted", "appeal_expired")

    @classmethod
    def form(cls, host: PartsList) -> FormDialog:
        """The right days, and what was wrong."""
        assert host.part is not None and host.view is not None
        notice = host.view.record.log(host.part.id).latest_notice
        return part_dialogs.noticed_wrongly(host.part, notice, host.latest)


def tell(host: PartsList, told: object) -> None:
    """Say the warnings a step gave."""
    if isinstance(told, tuple):
        for warning in told:
            host.namnd.say(str(warning))


PART_COMMANDS: Commands = (
    SendForSigning,
    Sign,
    AdjustPart,
    PostPart,
    TakeDown,
    CorrectNotice,
    ReturnPart,
    Refuse,
    ReplaceAdjuster,
)
