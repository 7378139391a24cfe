"""A form in a dialog. It stays open, with everything typed, until the save has succeeded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.timer import Timer
from textual.widgets import Button, Static

from nämndtui.model.errors import InvalidInputError, NamndError
from nämndtui.tui.commands.command import Command, Commands
from nämndtui.tui.dialogs.confirm import ConfirmDialog
from nämndtui.tui.dialogs.dialog import Dialog, button
from nämndtui.tui.dialogs.form_draft import FormDraft, entered_in, fill_in
from nämndtui.tui.fields.autosave import AutosaveField
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

    Errors are shown at their fields; Esc asks first when something has been typed. A form that
    saves keeps a draft of what is being filled in, and takes it up again when opened next.
    """

    OFFERED: ClassVar[Commands] = (SubmitForm,)
    version = 0
    _draft: FormDraft | None = None
    _drafted: dict[str, Any] | None = None
    _timer: Timer | None = None

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
        if self.writes and not self.namnd.read_only:
            session = self.namnd.session
            draft = FormDraft(self.dialog_title, session.committee_id, self.version)
            self._draft = draft
            self.read("utkast", lambda found: draft.read(found, session.user), self._recover)

    @property
    def writes(self) -> bool:
        """True when submitting changes the database."""
        return self._save is not None

    def _recover(self, entered: dict[str, Any]) -> None:
        if entered:
            self._drafted = entered
            fill_in(self.form.rows, entered)
            self._tell("Det du fyllde i förra gången är återställt.")

    def on_form_row_edited(self) -> None:
        """Keep a draft when the typing has stopped."""
        self._stop_timer()
        self._timer = self.set_timer(AutosaveField.DRAFT_DELAY, self.save_draft)

    def save_draft(self) -> None:
        """Keep what is entered, if it is not kept already."""
        draft, entered = self._draft, entered_in(self.form.rows)
        if draft is None or entered == (self._drafted or {}):
            return
        self._drafted = entered
        self.namnd.write(lambda store, actor: draft.save(store, actor, entered), quiet=True)

    def _forget_draft(self) -> None:
        self._stop_timer()
        if self._draft is not None and self._drafted is not None:
            self.namnd.write(self._draft.discard, quiet=True)
        self._draft = None

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

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
        self._forget_draft()
        self.dismiss(True if result is None else result)

    def refused(self, error: NamndError) -> bool:
        """Show what the verb said, at the field if it names one."""
        if not (isinstance(error, InvalidInputError) and self.form.show_error(error)):
            self._tell(f"▲ {error}")
        return True

    def _tell(self, text: str) -> None:
        self._error.update(plain(text))
        self._error.display = True

    def close(self) -> None:
        """Leave; ask first when something would be lost."""
        if not self.form.dirty:
            self._leave(True)
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
            self._forget_draft()
            self.dismiss(None)

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
        self.version = version
        self._unfold = unfold
        self._save_changes = save

    @property
    def writes(self) -> bool:
        """Always: that is what it is for."""
        return True

    def submit(self) -> None:
        """Check, then save the changes."""
        answers = self.form.answers()
        if answers is None:
            return
        if not answers.changed:
            self._leave(True)
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
            self.version,
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
