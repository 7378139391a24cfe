"""What can be done with the quarters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nämndtui.tui.kit.commands.command import Command
from nämndtui.tui.registers.quarters import quarter_acts

if TYPE_CHECKING:
    from nämndtui.tui.registers.quarters.quarter_pane import QuarterPane

_GROUP = "kvartalsrapport"


class _CompiledCommand(Command["QuarterPane"]):
    """Kräver en sammanställd rapport."""

    group = _GROUP
    writes = True

    @classmethod
    def available(cls, host: QuarterPane) -> bool:
        """Only with a frozen report."""
        return host.view is not None and host.view.compiled is not None


class _UnlistedCommand(_CompiledCommand):
    """Kräver en rapport som inte står på någon dagordning."""

    @classmethod
    def available(cls, host: QuarterPane) -> bool:
        """Only one on no agenda."""
        return super().available(host) and host.view is not None and not host.view.report.item_id


class Compile(Command["QuarterPane"]):
    """Sammanställ ett kvartal. Du ser meningarna, tabellen och vad som skiljer från förra
    kvartalet innan något fastställs."""

    key = "f2,n"
    label = "Sammanställ"
    group = _GROUP
    footer = True
    writes = True

    @classmethod
    def run(cls, host: QuarterPane) -> None:
        """Ask which, then show it."""
        quarter_acts.compile_quarter(host)


class ReadReport(Command["QuarterPane"]):
    """Läs hela rapporten: meningar, tabell och jämförelse."""

    key = "enter"
    label = "Läs"
    group = _GROUP
    footer = True

    @classmethod
    def available(cls, host: QuarterPane) -> bool:
        """Only where there is one."""
        return host.view is not None

    @classmethod
    def run(cls, host: QuarterPane) -> None:
        """Show it."""
        quarter_acts.read_whole(host)


class Sent(_CompiledCommand):
    """Anteckna att rapporten är skickad till IVO, revisorerna eller kommunfullmäktige."""

    key = "s"
    label = "Skickad"
    footer = True

    @classmethod
    def run(cls, host: QuarterPane) -> None:
        """Ask to whom and when."""
        quarter_acts.sent(host)


class ToAgenda(_UnlistedCommand):
    """Lägg rapporten som anmälningsärende på nästa sammanträde."""

    key = "f9"
    label = "Anmäl"
    footer = True

    @classmethod
    def run(cls, host: QuarterPane) -> None:
        """Put it there."""
        quarter_acts.to_next(host)


class ToOtherAgenda(_UnlistedCommand):
    """Lägg rapporten som anmälningsärende på ett annat sammanträde än det närmaste."""

    key = "m"
    label = "Anmäl vid annat sammanträde"

    @classmethod
    def run(cls, host: QuarterPane) -> None:
        """Ask which meeting."""
        quarter_acts.to_chosen(host)


class AsOwnItem(_UnlistedCommand):
    """Gör rapporten till en egen punkt på nästa sammanträde, med förslag och skrivelse."""

    key = "p"
    label = "Egen punkt"

    @classmethod
    def run(cls, host: QuarterPane) -> None:
        """Put it there."""
        quarter_acts.as_own_item(host)


class WriteReport(Command["QuarterPane"]):
    """Skriv redovisningen, statistikrapporten eller den offentliga versionen som Word."""

    key = "w"
    label = "Skriv Word"
    group = _GROUP
    footer = True

    @classmethod
    def available(cls, host: QuarterPane) -> bool:
        """Only where there is a report."""
        return host.view is not None

    @classmethod
    def run(cls, host: QuarterPane) -> None:
        """Ask which."""
        from nämndtui.tui.registers.quarters.quarter_files import quarter_file

        quarter_file(host)


class OpenReportItem(Command["QuarterPane"]):
    """Öppna sammanträdet vid den punkt där rapporten redovisas."""

    key = "o"
    label = "Öppna punkten"
    group = _GROUP

    @classmethod
    def available(cls, host: QuarterPane) -> bool:
        """Only one on an agenda."""
        return host.view is not None and host.view.report.item_id is not None

    @classmethod
    def run(cls, host: QuarterPane) -> None:
        """Open it."""
        if host.view and host.view.report.item_id:
            host.namnd.open_item(host.view.report.item_id)


QUARTER_COMMANDS = (
    Compile,
    ReadReport,
    Sent,
    ToAgenda,
    ToOtherAgenda,
    AsOwnItem,
    WriteReport,
    OpenReportItem,
)
