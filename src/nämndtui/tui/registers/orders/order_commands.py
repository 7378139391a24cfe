"""What can be done with the delegation order."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from nämndtui.model.delegation.order import DelegationOrder
from nämndtui.tui.kit.commands.command import Command
from nämndtui.tui.kit.dialogs.confirm import ConfirmDialog
from nämndtui.tui.kit.dialogs.picker import Choice, PickerDialog
from nämndtui.tui.kit.dialogs.text_dialog import TextDialog
from nämndtui.tui.registers.orders import order_forms
from nämndtui.tui.registers.orders.order_text import comparison, validity

if TYPE_CHECKING:
    from nämndtui.tui.registers.orders.order_pane import OrderPane

_UNDO = "Ctrl+Z ångrar."


def new_rule(pane: OrderPane) -> None:
    """Add a point."""
    if pane.order is not None:
        form = order_forms.new_rule_form(pane.order)
        pane.app.push_screen(form, lambda rule_id: pane.select(rule_id) if rule_id else None)


def edit_rule(pane: OrderPane) -> None:
    """Edit the point with the cursor."""
    if pane.one is not None:
        pane.app.push_screen(order_forms.edit_rule_form(pane.one))


def remove_rule(pane: OrderPane) -> None:
    """Take the point out."""
    from nämndtui.workflow.delegation.orders import remove_rule as verb

    if pane.one is not None:
        rule = pane.one
        pane.namnd.write(
            partial(verb, rule_id=rule.id, version=rule.version),
            notice=f"Punkten {rule.point} är borttagen. {_UNDO}",
        )


def choose_version(pane: OrderPane) -> None:
    """Show another version."""
    _pick(pane, "Vilken version?", pane.orders, lambda one: pane.show_order(one.id))


def compare(pane: OrderPane) -> None:
    """Show what differs between the version shown and another."""
    from nämndtui.model.delegation.compare import compare_orders

    here = pane.order
    if here is None:
        return
    others = tuple(one for one in pane.orders if one.id != here.id)

    def show(other: DelegationOrder) -> None:
        old, new = sorted((here, other), key=lambda one: one.valid_from)
        text = comparison(old, new, compare_orders(old, new))
        pane.app.push_screen(TextDialog("Vad som skiljer", text))

    _pick(pane, "Jämför med vilken version?", others, show)


def new_version(pane: OrderPane) -> None:
    """A new version, copied from the one shown."""
    form = order_forms.new_version_form(pane.session.committee_id, pane.order, pane.session.today)
    pane.app.push_screen(form, lambda order_id: pane.show_order(order_id) if order_id else None)


def edit_version(pane: OrderPane) -> None:
    """Edit the version shown."""
    if pane.order is not None:
        pane.app.push_screen(order_forms.edit_version_form(pane.order, pane.session.today))


def remove_version(pane: OrderPane) -> None:
    """Ask, then remove the version shown."""
    from nämndtui.workflow.delegation.orders import remove_order

    order = pane.order
    if order is None:
        return

    def answered(yes: bool | None) -> None:
        if yes:
            pane.namnd.write(
                partial(remove_order, order_id=order.id, version=order.version),
                notice=f"Versionen är borttagen. {_UNDO}",
            )

    text = f"{order.name} med {len(order.rules)} punkter tas bort."
    pane.app.push_screen(ConfirmDialog("Ta bort versionen?", text, "Ta bort"), answered)


def import_file(pane: OrderPane) -> None:
    """Import a version."""
    from nämndtui.tui.registers.shared.import_flow import import_order

    import_order(pane)


def _pick(
    pane: OrderPane,
    title: str,
    orders: tuple[DelegationOrder, ...],
    act: Callable[[DelegationOrder], None],
) -> None:
    today = pane.session.today
    choices = [Choice(one.id, one.name, validity(one, today)) for one in orders]

    def matching(_: sqlite3.Connection, text: str) -> list[Choice[int]]:
        wanted = text.casefold()
        return [one for one in choices if wanted in f"{one.text} {one.detail}".casefold()]

    def picked(order_id: int | None) -> None:
        for one in orders:
            if one.id == order_id:
                act(one)

    pane.app.push_screen(PickerDialog(title, matching), picked)


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
    act = staticmethod(new_rule)


class EditRule(_RuleCommand):
    """Ändra punktens text, vilka som får besluta, lagrum och om besluten anmäls."""

    key = "f4,e,enter"
    label = "Redigera"
    footer = True
    act = staticmethod(edit_rule)


class ChooseVersion(Command["OrderPane"]):
    """Visa en annan version av delegationsordningen."""

    key = "v,f3"
    label = "Version"
    group = _GROUP
    footer = True
    act = staticmethod(choose_version)

    @classmethod
    def available(cls, host: OrderPane) -> bool:
        """Only when there are several."""
        return len(host.orders) > 1


class CompareVersions(Command["OrderPane"]):
    """Jämför den version som visas med en annan: nya, borttagna och ändrade punkter."""

    key = "c"
    label = "Jämför"
    group = _GROUP
    footer = True
    act = staticmethod(compare)

    @classmethod
    def available(cls, host: OrderPane) -> bool:
        """Only when there are several."""
        return len(host.orders) > 1


class NewVersion(Command["OrderPane"]):
    """Gör en ny version som börjar som en kopia av den som visas."""

    key = "y"
    label = "Ny version"
    group = _GROUP
    writes = True
    act = staticmethod(new_version)


class EditVersion(_OrderCommand):
    """Ändra versionens namn, giltighet, antagande och rollernas ordning."""

    key = "f5"
    label = "Ändra versionen"
    act = staticmethod(edit_version)


class RemoveRule(_RuleCommand):
    """Ta bort punkten ur versionen. Ctrl+Z hämtar tillbaka den."""

    key = "delete"
    label = "Ta bort punkten"
    act = staticmethod(remove_rule)


class RemoveVersion(_OrderCommand):
    """Ta bort hela versionen. Går bara om inga beslut är fattade medan den gällde."""

    label = "Ta bort versionen"
    act = staticmethod(remove_version)


class ImportOrder(Command["OrderPane"]):
    """Importera en ny version från en csv- eller xlsx-fil."""

    key = "i"
    label = "Importera"
    group = _GROUP
    writes = True
    act = staticmethod(import_file)


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
