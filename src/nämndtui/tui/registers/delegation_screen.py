"""Delegationsbeslut: decisions, matters for information, and the delegation order."""

from __future__ import annotations

from nämndtui.tui.registers.delegation.decision_pane import DecisionPane
from nämndtui.tui.registers.matters.matter_pane import MatterPane
from nämndtui.tui.registers.orders.order_pane import OrderPane
from nämndtui.tui.registers.shared.register_pane import RegisterPane
from nämndtui.tui.registers.shared.register_screen import RegisterScreen


class DelegationScreen(RegisterScreen):
    """What has been decided on the committee's behalf."""

    SECTION = "delegation"
    TITLE = "Delegationsbeslut"
    HELP = (
        "Beslut som har fattats på nämndens vägnar. F2 skriver in ett på en rad, F9 lägger allt "
        "som ska anmälas på nästa sammanträde. Flikarna byts med ← och →: besluten, "
        "anmälningsärendena och delegationsordningen."
    )
    PANES = (DecisionPane, MatterPane, OrderPane)

    def show_decision(self, decision_id: int) -> None:
        """Show one decision, or, with 0, everything that waits to be reported."""
        from nämndtui.store.delegation.delegated_decisions import decision

        def show(pane: RegisterPane) -> None:
            if not decision_id and isinstance(pane, DecisionPane):
                pane.show_waiting()
                return
            pane.read(
                "beslut", lambda c: decision(c, decision_id), lambda one: pane.look_for(one.dnr)
            )

        self.show_tab(DecisionPane.NAME, show)
