"""Several fields under each other, checked together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input

from nämndtui.model.text.errors import InvalidInputError
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.forms.form_row import FormRow


class FormView(VerticalScroll, can_focus=False):
    """The rows of a form. ``answers`` gives the values, or shows every error."""

    def __init__(self, fields: Sequence[FormField]) -> None:
        super().__init__(classes="form-view")
        self.rows = [FormRow(field) for field in fields]

    def compose(self) -> ComposeResult:
        yield from self.rows

    @property
    def dirty(self) -> bool:
        """True when anything differs from its default."""
        return any(row.dirty for row in self.rows)

    def focus_field(self, name: str = "") -> None:
        """Put the cursor in the field with that name, else in the first."""
        named = [row for row in self.rows if row.field.name == name]
        for row in [*named, *self.rows][:1]:
            row.editor.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in a line goes on to the next field, and from the last one to the button."""
        event.stop()
        self.screen.focus_next()

    def answers(self) -> Answers | None:
        """Every value; or None with all errors shown and the first wrong field focused."""
        values: dict[str, Any] = {}
        changed: dict[str, Any] = {}
        wrong: list[FormRow] = []
        for row in self.rows:
            try:
                value = row.field.value(row.entered)
            except InvalidInputError as error:
                row.show_error(str(error))
                wrong.append(row)
                continue
            row.show_error("")
            values[row.field.name] = value
            if row.dirty:
                changed[row.field.name] = value
        if wrong:
            self._go_to(wrong[0])
            return None
        return Answers(values, changed)

    def show_error(self, error: InvalidInputError) -> bool:
        """Show an error at the field it names; False when no row has that name."""
        for row in self.rows:
            if row.field.name == error.field:
                row.show_error(str(error))
                self._go_to(row)
                return True
        return False

    def _go_to(self, row: FormRow) -> None:
        """The cursor in a field, and the whole row with its error in sight."""
        row.editor.focus()
        self.call_after_refresh(row.scroll_visible, animate=False)
