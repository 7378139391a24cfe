"""What can be done in the register of unenforced decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nämndtui.tui.kit.commands.command import Command
from nämndtui.tui.registers.unenforced import unenforced_acts

if TYPE_CHECKING:
    from nämndtui.tui.registers.unenforced.unenforced_pane import UnenforcedPane

_GROUP = "ej verkställt"


class _RowCommand(Command["UnenforcedPane"]):
    """Kräver att en rad som inte är rättad är markerad."""

    group = _GROUP
    writes = True

    @classmethod
    def available(cls, host: UnenforcedPane) -> bool:
        """Only with a row that holds."""
        return host.one is not None and not host.one.corrected


class _OpenRowCommand(_RowCommand):
    """Kräver att raden varken är verkställd eller avslutad."""

    @classmethod
    def available(cls, host: UnenforcedPane) -> bool:
        """Only with a row that has not ended."""
        return super().available(host) and host.one is not None and not host.one.ended


class AddRow(Command["UnenforcedPane"]):
    """Lägg in ett beslut som inte är verkställt, eller ett avbrott i verkställigheten."""

    key = "f2,n"
    label = "Nytt"
    group = _GROUP
    footer = True
    writes = True

    @classmethod
    def run(cls, host: UnenforcedPane) -> None:
        """Open the form."""
        unenforced_acts.new(host)


class EditRow(_RowCommand):
    """Ändra raden. Står den i en sammanställd rapport sparas den gamla raden bredvid."""

    key = "f4,e,enter"
    label = "Redigera"
    footer = True

    @classmethod
    def run(cls, host: UnenforcedPane) -> None:
        """Open the form."""
        unenforced_acts.edit(host)


class ChooseRows(Command["UnenforcedPane"]):
    """Visa bara rader enligt SoL eller LSS, eller bara pågående."""

    key = "f3"
    label = "Urval"
    group = _GROUP
    footer = True

    @classmethod
    def run(cls, host: UnenforcedPane) -> None:
        """Choose."""
        host.choose_rows()


class Executed(_OpenRowCommand):
    """Anteckna dagen då insatsen faktiskt började, eller kom i gång igen."""

    key = "v"
    label = "Verkställt"
    footer = True

    @classmethod
    def run(cls, host: UnenforcedPane) -> None:
        """Ask for the day."""
        unenforced_acts.executed(host)


class Closed(_OpenRowCommand):
    """Avsluta raden utan verkställighet, till exempel när ansökan är återtagen."""

    key = "a"
    label = "Avsluta"

    @classmethod
    def run(cls, host: UnenforcedPane) -> None:
        """Ask for day and reason."""
        unenforced_acts.closed(host)


class Refused(_OpenRowCommand):
    """Anteckna att den enskilde har tackat nej till ett erbjudande. Raden står kvar."""

    key = "t"
    label = "Tackat nej"

    @classmethod
    def run(cls, host: UnenforcedPane) -> None:
        """Ask for the day of the offer."""
        unenforced_acts.refused(host)


class Interrupted(_RowCommand):
    """Insatsen har avbrutits: lägg till en rad om avbrottet."""

    key = "b"
    label = "Avbrott"

    @classmethod
    def available(cls, host: UnenforcedPane) -> bool:
        """Only where support has started."""
        one = host.one
        return super().available(host) and one is not None and one.row.executed_on is not None

    @classmethod
    def run(cls, host: UnenforcedPane) -> None:
        """Ask for day and reason."""
        unenforced_acts.interrupted(host)


class FinalNotice(_RowCommand):
    """Anteckna dagen då IVO fick veta att beslutet är verkställt eller avslutat."""

    key = "s"
    label = "Slutanmält"

    @classmethod
    def available(cls, host: UnenforcedPane) -> bool:
        """Only a row that has ended."""
        return super().available(host) and host.one is not None and host.one.ended

    @classmethod
    def run(cls, host: UnenforcedPane) -> None:
        """Ask for the day."""
        unenforced_acts.final_notice(host)


class RemoveRow(_RowCommand):
    """Ta bort en rad som ingen rapport har. Ctrl+Z hämtar tillbaka den."""

    key = "delete"
    label = "Ta bort raden"

    @classmethod
    def run(cls, host: UnenforcedPane) -> None:
        """Remove it."""
        unenforced_acts.remove(host)


class ImportRows(Command["UnenforcedPane"]):
    """Importera en lista över ej verkställda beslut från en csv- eller xlsx-fil."""

    key = "i"
    label = "Importera"
    group = _GROUP
    writes = True

    @classmethod
    def run(cls, host: UnenforcedPane) -> None:
        """Ask for the file."""
        unenforced_acts.import_file(host)


SUPPORT_COMMANDS = (
    AddRow,
    EditRow,
    Executed,
    ChooseRows,
    Closed,
    Refused,
    Interrupted,
    FinalNotice,
    RemoveRow,
    ImportRows,
)
