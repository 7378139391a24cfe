"""What can be done with matters for information."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nämndtui.tui.kit.commands.command import Command
from nämndtui.tui.registers.matters import matter_acts

if TYPE_CHECKING:
    from nämndtui.tui.registers.matters.matter_pane import MatterPane

_GROUP = "anmälningsärende"


class _MatterCommand(Command["MatterPane"]):
    """Kräver att ett anmälningsärende är markerat."""

    group = _GROUP
    writes = True
    states: tuple[str, ...] = ("collected", "listed")

    @classmethod
    def available(cls, host: MatterPane) -> bool:
        """Only with one in the right state."""
        return host.one is not None and host.one.state in cls.states


class NewMatter(Command["MatterPane"]):
    """Lägg till något som har kommit in och som nämnden ska få veta."""

    key = "f2,n"
    label = "Nytt"
    group = _GROUP
    footer = True
    writes = True

    @classmethod
    def run(cls, host: MatterPane) -> None:
        """Open the form."""
        matter_acts.new(host)


class EditMatter(_MatterCommand):
    """Ändra avsändare, rubrik, diarienummer, datum och handling."""

    key = "f4,e,enter"
    label = "Redigera"
    footer = True

    @classmethod
    def run(cls, host: MatterPane) -> None:
        """Open the form."""
        matter_acts.edit(host)


class ReportMatters(Command["MatterPane"]):
    """Lägg alla insamlade anmälningsärenden på nästa sammanträde, ordnade efter avsändare."""

    key = "f9"
    label = "Anmäl"
    group = _GROUP
    footer = True
    writes = True

    @classmethod
    def run(cls, host: MatterPane) -> None:
        """Put them there."""
        matter_acts.report_on_next(host)


class ReportMattersElsewhere(Command["MatterPane"]):
    """Lägg anmälningsärendena på ett annat sammanträde än det närmaste."""

    key = "m"
    label = "Anmäl vid annat sammanträde"
    group = _GROUP
    writes = True

    @classmethod
    def run(cls, host: MatterPane) -> None:
        """Ask which meeting."""
        matter_acts.report_on_chosen(host)


class TakeMatterOff(_MatterCommand):
    """Ta ärendet av dagordningen; det väntar på ett senare sammanträde."""

    key = "t"
    label = "Ta av dagordningen"
    states = ("listed",)

    @classmethod
    def run(cls, host: MatterPane) -> None:
        """Take it off."""
        matter_acts.take_off(host)


class OpenMatterItem(Command["MatterPane"]):
    """Öppna sammanträdet vid den punkt där ärendet redovisas."""

    key = "o"
    label = "Öppna punkten"
    group = _GROUP

    @classmethod
    def available(cls, host: MatterPane) -> bool:
        """Only one on an agenda."""
        return host.one is not None and host.one.item_id is not None

    @classmethod
    def run(cls, host: MatterPane) -> None:
        """Open it."""
        if host.one and host.one.item_id:
            host.namnd.open_item(host.one.item_id)


class RemoveMatter(_MatterCommand):
    """Ta bort anmälningsärendet. Ctrl+Z hämtar tillbaka det."""

    key = "delete"
    label = "Ta bort ärendet"
    states = ("collected",)

    @classmethod
    def run(cls, host: MatterPane) -> None:
        """Remove it."""
        matter_acts.remove(host)


MATTER_COMMANDS = (
    NewMatter,
    EditMatter,
    ReportMatters,
    ReportMattersElsewhere,
    TakeMatterOff,
    OpenMatterItem,
    RemoveMatter,
)
