"""What can be done with the delegation order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nämndtui.tui.kit.commands.command import Command
from nämndtui.tui.registers.orders import order_acts

if TYPE_CHECKING:
    from nämndtui.tui.registers.orders.order_pane import OrderPane

_GROUP = "delegationsordning"


class _OrderCommand(Command["OrderPane"]):
    """Kräver en version."""

    group = _GROUP
    writes = True

    @classmethod
    def available(cls, host: OrderPane) -> bool:
        """Only with a version."""
        return host.order is not None


class _RuleCommand(Command["OrderPane"]):
    """Kräver att en punkt är markerad."""

    group = _GROUP
    writes = True

    @classmethod
    def available(cls, host: OrderPane) -> bool:
        """Only with a point."""
        return host.one is not None


class NewRule(_OrderCommand):
    """Lägg till en punkt i den version som visas."""

    key = "f2,n"
    label = "Ny punkt"
    footer = True

    @classmethod
    def run(cls, host: OrderPane) -> None:
        """Open the form."""
        order_acts.new_rule(host)


class EditRule(_RuleCommand):
    """Ändra punktens text, vilka som får besluta, lagrum och om besluten anmäls."""

    key = "f4,e,enter"
    label = "Redigera"
    footer = True

    @classmethod
    def run(cls, host: OrderPane) -> None:
        """Open the form."""
        order_acts.edit_rule(host)


class ChooseVersion(Command["OrderPane"]):
    """Visa en annan version av delegationsordningen."""

    key = "v,f3"
    label = "Version"
    group = _GROUP
    footer = True

    @classmethod
    def available(cls, host: OrderPane) -> bool:
        """Only when there are several."""
        return len(host.orders) > 1

    @classmethod
    def run(cls, host: OrderPane) -> None:
        """Choose."""
        order_acts.choose_version(host)


class CompareVersions(Command["OrderPane"]):
    """Jämför den version som visas med en annan: nya, borttagna och ändrade punkter."""

    key = "c"
    label = "Jämför"
    group = _GROUP
    footer = True

    @classmethod
    def available(cls, host: OrderPane) -> bool:
        """Only when there are several."""
        return len(host.orders) > 1

    @classmethod
    def run(cls, host: OrderPane) -> None:
        """Choose the other one."""
        order_acts.compare(host)


class NewVersion(Command["OrderPane"]):
    """Gör en ny version som börjar som en kopia av den som visas."""

    key = "y"
    label = "Ny version"
    group = _GROUP
    writes = True

    @classmethod
    def run(cls, host: OrderPane) -> None:
        """Open the form."""
        order_acts.new_version(host)


class EditVersion(_OrderCommand):
    """Ändra versionens namn, giltighet, antagande och rollernas ordning."""

    key = "f5"
    label = "Ändra versionen"

    @classmethod
    def run(cls, host: OrderPane) -> None:
        """Open the form."""
        order_acts.edit_version(host)


class RemoveRule(_RuleCommand):
    """Ta bort punkten ur versionen. Ctrl+Z hämtar tillbaka den."""

    key = "delete"
    label = "Ta bort punkten"

    @classmethod
    def run(cls, host: OrderPane) -> None:
        """Remove it."""
        order_acts.remove_rule(host)


class RemoveVersion(_OrderCommand):
    """Ta bort hela versionen. Går bara om inga beslut är fattade medan den gällde."""

    label = "Ta bort versionen"

    @classmethod
    def run(cls, host: OrderPane) -> None:
        """Ask, then remove."""
        order_acts.remove_version(host)


class ImportOrder(Command["OrderPane"]):
    """Importera en ny version från en csv- eller xlsx-fil."""

    key = "i"
    label = "Importera"
    group = _GROUP
    writes = True

    @classmethod
    def run(cls, host: OrderPane) -> None:
        """Ask for the file."""
        order_acts.import_file(host)


ORDER_COMMANDS = (
    NewRule,
    EditRule,
    ChooseVersion,
    CompareVersions,
    NewVersion,
    EditVersion,
    RemoveRule,
    RemoveVersion,
    ImportOrder,
)
