"""One field of a form on screen: label, editor, help, error."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Checkbox, Input, Select, Static, TextArea

from nämndtui.model.text.stock_phrases import phrases_of
from nämndtui.tui.kit.fields.line_input import LineInput
from nämndtui.tui.kit.fields.phrase_box import PhraseBox
from nämndtui.tui.kit.fields.text_box import TextBox
from nämndtui.tui.kit.forms.form_field import FormField
from nämndtui.tui.kit.safe_text import plain
from nämndtui.tui.kit.widgets.choice_box import ChoiceBox
from nämndtui.tui.kit.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from nämndtui.tui.kit.work.program import Program

Editor = Input | TextArea | Select[Any] | Checkbox


class FormRow(Vertical):
    """Shows one ``FormField``."""

    class Edited(Message):
        """What is entered has changed."""

    def __init__(self, field: FormField) -> None:
        super().__init__(classes=f"form-row -{field.kind}")
        self.field = field
        self.editor = _editor(field)
        self._note = Static(plain(field.help), markup=False, classes="form-help")
        self._error = ""
        self._help = field.help
        # An editor of text cleans what it is given, so this may differ from the default.
        self._first = self.entered if field.kind in ("line", "text") else field.default

    def compose(self) -> ComposeResult:
        """Label at the left; editor, then help or error at the right."""
        star = " *" if self.field.required else ""
        label = "" if self.field.kind == "switch" else self.field.label + star
        yield Static(plain(label), markup=False, classes="form-label")
        with Vertical(classes="form-side"):
            yield self.editor
            yield self._note

    def on_mount(self) -> None:
        """Show the help; give the committee's stock phrases to a text that takes them."""
        self._show_note()
        committee = cast("Program", self.app).session.committee if self.field.phrases else None
        if committee is not None and isinstance(self.editor, PhraseBox):
            self.editor.phrases = phrases_of(committee.settings.stock_phrases, committee.name)

    @property
    def entered(self) -> Any:
        """What stands in the editor."""
        if isinstance(self.editor, TextArea):
            return self.editor.text
        return self.editor.value

    def set_entered(self, value: Any) -> None:
        """Put something else in the editor, as if the user had."""
        if isinstance(self.editor, TextArea):
            self.editor.text = str(value)
        else:
            self.editor.value = value

    @property
    def dirty(self) -> bool:
        """True when it is not what stood there at first."""
        return bool(self.entered != self._first)

    def show_error(self, text: str) -> None:
        """Show an error in place of the help; an empty one brings the help back."""
        self._error = text
        self.set_class(bool(text), "-wrong")
        self._show_note()

    def show_help(self, text: str) -> None:
        """Show another help text from now on."""
        self._help = text
        self._show_note()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Written in a line."""
        self._edited(event)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Written in a text."""
        self._edited(event)

    def on_select_changed(self, event: Select.Changed) -> None:
        """Chosen."""
        self._edited(event)

    def on_checkbox_changed(self, event: Checkbox.Changed) -> None:
        """Ticked or not."""
        self._edited(event)

    def _edited(self, event: Message) -> None:
        event.stop()
        self._error = ""
        self.remove_class("-wrong")
        self._show_note()
        self.post_message(self.Edited())

    def _show_note(self) -> None:
        note = f"▲ {self._error}" if self._error else self._help
        if not self._error and self.field.preview is not None:
            note = self.field.preview(str(self.entered))
        self._note.update(plain(note))
        self._note.display = bool(note)


def _editor(field: FormField) -> Editor:
    if field.kind == "choice":
        options = [(plain(word), value) for value, word in field.choices]
        return ChoiceBox(options, value=field.default, allow_blank=False, compact=True)
    if field.kind == "switch":
        return TickBox(plain(field.label), value=bool(field.default), compact=True)
    if field.kind == "text":
        return PhraseBox(field.default) if field.phrases else TextBox(field.default)
    return LineInput(field.default, placeholder=field.placeholder, suggester=field.suggester)
