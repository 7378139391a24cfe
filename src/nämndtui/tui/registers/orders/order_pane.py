"""Delegationsordningen: the points of one version, in force or to come."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, ClassVar

from textual.content import Content

from nämndtui.model.delegation.order import DelegationOrder, DelegationRule
from nämndtui.model.text.number_words import plural
from nämndtui.store.delegation.orders import orders_of
from nämndtui.store.light.lists import Page
from nämndtui.tui.kit.commands.command import Commands
from nämndtui.tui.kit.safe_text import cell, plain
from nämndtui.tui.kit.widgets.row_table import Column, TableRow
from nämndtui.tui.registers.orders import order_commands
from nämndtui.tui.registers.orders.order_commands import ORDER_COMMANDS
from nämndtui.tui.registers.orders.order_text import order_words, rule_detail
from nämndtui.tui.registers.shared.register_pane import PageQuery, RegisterPane

_MOST = 200


class OrderPane(RegisterPane):
    """One version's points. ``orders`` are all the versions, newest first."""

    NAME = "Delegationsordning"
    COLUMNS = (Column("Punkt", 7), Column("Text"), Column("Får besluta", 26))
    PLACEHOLDER = "/ Sök: punkt, ord eller roll"
    OFFERED: ClassVar[Commands] = ORDER_COMMANDS

    one: DelegationRule | None = None
    orders: tuple[DelegationOrder, ...] = ()
    order_id = 0

    @property
    def order(self) -> DelegationOrder | None:
        """The version shown: the one chosen, else the one in force today, else the newest."""
        return chosen_order(self.orders, self.order_id, self.session.today)

    def page_query(self) -> PageQuery:
        """The points of the version shown."""
        order, wanted = self.order, self.search.value.strip().casefold()

        def query(_: sqlite3.Connection, before: tuple[object, ...] | None) -> Page:
            first = int(str(before[0])) if before else 0
            rules = [rule for rule in order.rules if _matches(rule, wanted)] if order else []
            rows = [{"id": rule.id, "rule": rule} for rule in rules[first : first + _MOST]]
            after = (first + _MOST,) if len(rules) > first + _MOST else None
            return Page(rows, len(rules), False, after)

        return query

    def look_up(self) -> None:
        """Read the versions, then show the points of the one chosen."""
        query = partial(orders_of, committee_id=self.session.committee_id)
        self.read("versioner", query, self._show_orders)

    def _show_orders(self, orders: tuple[DelegationOrder, ...]) -> None:
        self.orders = orders
        order = self.order
        title = order_words(order, self.session.today) if order else "Delegationsordning"
        self.query_one(".register-list").border_title = plain(title)
        super().look_up()
        self.refresh_bindings()

    def row(self, row: dict[str, Any]) -> TableRow:
        """Point, text, roles."""
        rule: DelegationRule = row["rule"]
        texts = (rule.point, rule.text, ", ".join(rule.roles))
        return TableRow(str(rule.id), tuple(cell(text) for text in texts))

    def one_query(self, row: dict[str, Any]) -> Callable[[sqlite3.Connection], DelegationRule]:
        """The point, read already."""
        rule: DelegationRule = row["rule"]
        return lambda _: rule

    def detail(self, one: DelegationRule) -> tuple[str, Content]:
        """The whole point."""
        return f"Punkt {one.point}", rule_detail(one)

    def sums_query(self) -> Callable[[sqlite3.Connection], str]:
        """How many versions there are."""
        return partial(_sums, committee_id=self.session.committee_id)

    def nothing(self) -> str:
        """What to do next."""
        if self.search.value:
            return "Inga punkter passar. Tryck Esc för att se alla igen."
        if self.session.read_only:
            return "Ingen delegationsordning."
        if self.orders:
            return "Versionen har inga punkter än. Tryck F2 för att lägga till den första."
        return (
            "Ingen delegationsordning än. Tryck I för att importera den från en csv- eller "
            "xlsx-fil, eller Y för att börja på en tom version."
        )

    def open_one(self) -> None:
        """Edit."""
        if not self.session.read_only:
            order_commands.edit_rule(self)

    def show_order(self, order_id: int) -> None:
        """Show another version."""
        self.order_id = order_id
        self.look_for("")


def chosen_order(
    orders: tuple[DelegationOrder, ...], order_id: int, today: date
) -> DelegationOrder | None:
    """The version with that id, else the one in force, else the newest; None without any."""
    for order in orders:
        if order.id == order_id:
            return order
    in_force = (order for order in orders if order.valid_on(today))
    return next(in_force, orders[0] if orders else None)


def _matches(rule: DelegationRule, wanted: str) -> bool:
    text = f"{rule.point} {rule.text} {' '.join(rule.roles)} {rule.legal_source}"
    return wanted in text.casefold()


def _sums(connection: sqlite3.Connection, committee_id: int) -> str:
    count = len(orders_of(connection, committee_id))
    return (
        f"{plural(count, 'version', 'versioner')}. V väljer version, C jämför två." if count else ""
    )
