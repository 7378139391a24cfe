"""A field with its label above, made from a ``FieldSpec``."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from nämndtui.tui.kit.fields.autosave import AutosaveField, FieldStatus, LineField, TextField
from nämndtui.tui.kit.safe_text import joined, one_line, plain
from nämndtui.tui.meeting.shared.field_spec import FieldSpec
from nämndtui.tui.meeting.shared.phrase_field import PhraseField
from nämndtui.tui.meeting.shared.points_field import PointsField

Editor = LineField | TextField


class LabelledField(Vertical):
    """Label, what has become of the text, and the editor.

    The label before a single line has no room for what has become of it: the frame around says
    that (``ItemPane.on_field_status``).
    """

    def __init__(self, spec: FieldSpec[Any]) -> None:
        super().__init__(classes=f"labelled -{spec.kind}")
        self.spec = spec
        self.editor = _editor(spec)
        self._label = Static(markup=False, classes="field-label")
        self._note = ""
        self._status = ""
        self._failed = False

    def compose(self) -> ComposeResult:
        yield self._label
        yield self.editor

    def on_mount(self) -> None:
        self._show_label()

    @property
    def field(self) -> AutosaveField:
        """The editor as what saves itself."""
        return self.editor

    def set_locked(self, locked: bool) -> None:
        """Let the text be read but not written."""
        self.field.set_locked(locked)

    def show_note(self, note: str) -> None:
        """Something to say after the label, such as ``= förvaltningens``."""
        if note != self._note:
            self._note = note
            self._show_label()

    def clear_status(self) -> None:
        """Another row is shown: what was said of the last one no longer holds."""
        self._status = ""
        self._show_label()

    def on_field_status(self, event: FieldStatus) -> None:
        """Say what has become of the text."""
        self._status = event.text
        self._failed = event.failed
        self._show_label()

    def _show_label(self) -> None:
        note = f"  {self._note}" if self._note else ""
        told = self._status if self.spec.kind != "line" else ""
        status = f"  {one_line(told)}" if told else ""
        self._label.update(
            joined(
                plain(self.spec.label, "bold"),
                # The note first: where the line is cut, what the text says matters more.
                plain(note, "$text-warning" if self._note.startswith("≠") else "$quiet"),
                plain(status, "$late" if self._failed else "$quiet"),
            )
        )


def _editor(spec: FieldSpec[Any]) -> Editor:
    if spec.kind == "line":
        return LineField(placeholder=spec.placeholder)
    if spec.kind == "points":
        return PointsField(placeholder=spec.placeholder)
    return PhraseField(placeholder=spec.placeholder)
