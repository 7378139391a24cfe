"""Ej verkställda beslut: the register, the quarters, and how the numbers move."""

from __future__ import annotations

from nämndtui.store.unenforced.unenforced_decisions import unenforced_decision
from nämndtui.tui.registers.quarters.quarter_pane import QuarterPane
from nämndtui.tui.registers.quarters.trend_pane import TrendPane
from nämndtui.tui.registers.shared.register_pane import RegisterPane
from nämndtui.tui.registers.shared.register_screen import RegisterScreen
from nämndtui.tui.registers.unenforced.unenforced_pane import UnenforcedPane


class UnenforcedScreen(RegisterScreen):
    """Favourable decisions that have not been executed, and interruptions."""

    SECTION = "unenforced"
    TITLE = "Ej verkställda"
    HELP = (
        "Gynnande beslut enligt SoL och LSS som inte är verkställda, och avbrott. Flikarna byts "
        "med ← och →: registret, kvartalen och utvecklingen över tid."
    )
    PANES = (UnenforcedPane, QuarterPane, TrendPane)

    def show_target(self, target: str, target_id: int) -> None:
        """Show a row of the register, or a quarter; with 0 the list of quarters."""

        def show_row(pane: RegisterPane) -> None:
            pane.read(
                "rad att visa",
                lambda connection: unenforced_decision(connection, target_id),
                lambda row: pane.look_for(row.local_key),
            )

        def show_quarter(pane: RegisterPane) -> None:
            if target_id and isinstance(pane, QuarterPane):
                pane.select_report(target_id)

        if target == "unenforced_decision":
            self.show_tab(UnenforcedPane.NAME, show_row if target_id else None)
        else:
            self.show_tab(QuarterPane.NAME, show_quarter)
