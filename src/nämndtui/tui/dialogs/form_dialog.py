"""A form in a dialog. It stays open, with everything typed, until the save has succeeded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.widgets import Button, Input, Static

from nämndtui.model.errors import InvalidInputError, NamndError
from nämndtui.tui.commands.command import Command
from nämndtui.tui.dialogs.confirm import ConfirmDialog
from nämndtui.tui.dialogs.dialog import Dialog, button
from nämndtui.tui.forms.form_field import Answers, FormField
from nämndtui.tui.forms.form_view import FormView
from nämndtui.tui.safe_text import plain
from nämndtui.tui.work.edit import Edit, EditedField

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.actor import Actor

SaveAnswers = Callable[["Store", "Actor", Answers], Any]
SaveChanges = Callable[["Store", "Actor", Answers, int], Any]


class SubmitForm(Command["FormDialog"]):
    """Spara det du har fyllt i."""

    key = "ctrl+s"
    label = "Spara"
    footer = True

    @classmethod
    def run(cls, host: FormDialog) -> None:
        """Submit."""
        host.submit()


class FormDialog(Dialog[Any]):
    """Returns what ``save`` returned, or the Answers when there is no ``save``, or None.

    Errors are shown at their fields; Esc asks first when something has been typed.
    """

    OFFERED = (SubmitForm,)

    def __init__(
        self,
        title: str,
        fields: Sequence[FormField],
        verb: str = "Spara",
        save: SaveAnswers | None = None,
        notice: str = "",
        start: str = "",
    ) -> None:
        super().__init__(title)
        self._start = start
        self.add_class("form")
        self.form = FormView(fields)
        self._verb = verb
        self._save = save
        self._notice = notice
        self._error = Static(markup=False, classes="form-error")

    def content(self) -> ComposeResult:
        """The rows, and room for what the verb says."""
        yield self.form
        yield self._error

    def buttons(self) -> ComposeResult:
        """Leave or save."""
        yield button("Avbryt", "cancel")
        yield button(self._verb, "submit", main=True)

    def on_mount(self) -> None:
        """Start in the first field."""
        self._error.display = False
        self.form.focus_field(self._start)

    def submit(self) -> None:
        """Check every field, then save."""
        answers = self.form.answers()
        if answers is None:
            return
        if self._save is None:
            self.dismiss(answers)
            return
        self._write(answers)

    def _write(self, answers: Answers) -> None:
        save = self._save
        assert save is not None
        self.namnd.write(
            lambda store, actor: save(store, actor, answers),
            then=self.saved,
            failed=self.refused,
            notice=self._notice,
        )

    def saved(self, result: Any) -> None:
        """The verb is done."""
        self.dismiss(True if result is None else result)

    def refused(self, error: NamndError) -> bool:
        """Show what the verb said, at the field if it names one."""
        if not (isinstance(error, InvalidInputError) and self.form.show_error(error)):
            self._error.update(plain(f"▲ {error}"))
            self._error.display = True
        return True

    def close(self) -> None:
        """Leave; ask first when something would be lost."""
        if not self.form.dirty:
            self.dismiss(None)
            return
        question = ConfirmDialog(
            "Lämna utan att spara?",
            "Det du har fyllt i sparas inte.",
            "Lämna",
            keep="Fortsätt fylla i",
        )
        self.app.push_screen(question, self._leave)

    def _leave(self, confirmed: bool | None) -> None:
        if confirmed:
            self.dismiss(None)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in a line goes on to the next field, and from the last one to the button."""
        event.stop()
        self.focus_next()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer."""
        event.stop()
        if event.button.id == "submit":
            self.submit()
        else:
            self.close()


class EditDialog(FormDialog):
    """A form over an existing row: saves only what has changed, on the version it was read.

    When somebody else has saved the same field, both texts are shown and the user chooses.
    """

    def __init__(
        self,
        title: str,
        fields: Sequence[FormField],
        version: int,
        save: SaveChanges,
        notice: str = "",
        unfold: Callable[[Mapping[str, object]], Mapping[str, object]] = dict,
        start: str = "",
    ) -> None:
        super().__init__(title, fields, "Spara", notice=notice, start=start)
        self._version = version
        self._unfold = unfold
        self._save_changes = save

    def submit(self) -> None:
        """Check, then save the changes."""
        answers = self.form.answers()
        if answers is None:
            return
        if not answers.changed:
            self.dismiss(None)
            return
        self._write(answers)

    def _write(self, answers: Answers) -> None:
        save = self._save_changes
        edited = tuple(
            EditedField(
                row.field.name,
                row.field.label,
                row.field.text_of(row.field.default),
                row.field.text_of(row.entered),
                row.field.text_of_stored,
            )
            for row in self.form.rows
            if row.field.name in answers.changed
        )
        edit = Edit(
            self._version,
            edited,
            lambda store, actor, version: save(store, actor, answers, version),
            self._unfold,
        )
        self.namnd.write(
            lambda store, actor: edit.save(store, actor, edit.version),
            then=self.saved,
            failed=self.refused,
            notice=self._notice,
            edit=edit,
            dropped=lambda: self._leave(True),
        )
