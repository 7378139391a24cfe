"""A column of fields that scrolls; no text field grows taller than what is seen of it."""

from __future__ import annotations

from textual import events
from textual.containers import VerticalScroll

from nämndtui.tui.kit.fields.autosave import TextField
from nämndtui.tui.meeting.shared.labelled_field import LabelledField

_LABEL_LINES = 1
_LEAST = 3


class FieldScroll(VerticalScroll, can_focus=False):
    """Fields under each other. A field taller than the column would hide its own cursor."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, classes="fields")

    def on_resize(self, event: events.Resize) -> None:
        """Let a text field be as tall as the column, and scroll inside from there."""
        tallest = max(event.size.height - _LABEL_LINES, _LEAST)
        for field in self.query(TextField):
            field.styles.max_height = tallest

    def focus_field(self, name: str = "") -> bool:
        """Put the cursor in the field with that name, else in the first; its label shows too."""
        for field in self.query(LabelledField):
            if field.display and name in ("", field.spec.name):
                field.editor.focus(scroll_visible=False)
                if isinstance(field.editor, TextField) and field.editor.cursor_location == (0, 0):
                    field.editor.move_cursor(field.editor.document.end)  # one writes on
                self.call_after_refresh(self.scroll_to_widget, field, animate=False, top=True)
                return True
        return False
