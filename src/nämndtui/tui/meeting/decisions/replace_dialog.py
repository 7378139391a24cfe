"""A decision changed by hand is not replaced before both texts have been shown."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button

from nämndtui.model.text.errors import NamndError
from nämndtui.model.text.point_text import points_to_text
from nämndtui.tui.kit.dialogs.conflict import text_side
from nämndtui.tui.kit.dialogs.dialog import Dialog, button, text_line
from nämndtui.tui.kit.dialogs.form_dialog import FormDialog
from nämndtui.workflow.decisions.decision_writing import EditedDecisionError


class ReplaceDialog(Dialog[bool]):
    """What stands there and what would take its place. Returns True to replace."""

    def __init__(self, error: EditedDecisionError) -> None:
        super().__init__(f"Ersätta beslutet i § {error.number}?")
        self.add_class("conflict")
        self._before = points_to_text(error.before)
        self._after = points_to_text(error.after)

    def content(self) -> ComposeResult:
        """Both texts."""
        yield text_line("Beslutet är ändrat för hand. Vilken text ska stå i protokollet?")
        with VerticalScroll(classes="dialog-text"), Horizontal(classes="conflict-pair"):
            yield text_side("Står där nu", self._before)
            yield text_side("Det nya beslutet", self._after)

    def buttons(self) -> ComposeResult:
        """The safe one first."""
        yield button("Behåll texten", "keep")
        yield button("Ersätt", "replace", danger=True)

    def on_mount(self) -> None:
        self.query_one("#keep").focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer."""
        event.stop()
        self.dismiss(True if event.button.id == "replace" else None)


class Consent:
    """Asked once by a form whose verb would replace a decision; then the form is sent again."""

    def __init__(self) -> None:
        self.given = False

    def settle(self, form: FormDialog, error: NamndError) -> bool:
        """Ask when that is what was refused."""
        if not isinstance(error, EditedDecisionError):
            return False

        def answered(replace: bool | None) -> None:
            if replace:
                self.given = True
                form.submit()

        form.app.push_screen(ReplaceDialog(error), answered)
        return True
