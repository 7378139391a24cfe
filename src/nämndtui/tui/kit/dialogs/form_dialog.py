"""A form in a dialog. It stays open, with everything typed, until the save has succeeded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.widgets import Button, Static

from nämndtui.model.text.errors import InvalidInputError, NamndError
from nämndtui.store.drafts.draft_key import FORM
from nämndtui.tui.kit.commands.command import Command, Commands
from nämndtui.tui.kit.dialogs.dialog import button
from nämndtui.tui.kit.dialogs.form_draft import FormDraft, entered_in, fill_in
from nämndtui.tui.kit.dialogs.keeping_dialog import KeepingDialog
from nämndtui.tui.kit.forms.form_field import Answers, FormField
from nämndtui.tui.kit.forms.form_view import FormView
from nämndtui.tui.kit.safe_text import plain
from nämndtui.tui.kit.work.edit import Edit, EditedField

if TYPE_CHECKING:
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor

SaveAnswers = Callable[["Store", "Actor", Answers], Any]
SaveChanges = Callable[["Store", "Actor", Answers, int], Any]


class SubmitForm(Command["FormDialog"]):
    """Spara det du har fyllt i."""

    key = "ctrl+s"
    label = "Spara"
    footer = True
    act = "submit"


class FormDialog(KeepingDialog[Any]):
    """Returns what ``save`` returned, or the Answers when there is no ``save``, or None.

    Errors are shown at their fields; Esc asks first when something has been typed. A form that
    saves keeps a draft of what is being filled in, and takes it up again when opened next.
    ``about`` is the (table, row id) the draft belongs to, unless that is the whole committee.
    ``settle`` may deal with what the verb refused; it returns True when it has.
    """

    OFFERED: ClassVar[Commands] = (SubmitForm,)
    version = 0

    def __init__(
        self,
        title: str,
        fields: Sequence[FormField],
        verb: str = "Spara",
        save: SaveAnswers | None = None,
        notice: str = "",
        start: str = "",
        about: tuple[str, int] | None = None,
        settle: Callable[[FormDialog, NamndError], bool] | None = None,
    ) -> None:
        super().__init__(title)
        self._start = start
        self._about = about
        self._settle = settle
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
        self._error.display = False
        self.form.focus_field(self._start)
        if self.writes:
            table, row_id = self._about or (FORM, self.namnd.session.committee_id)
            self.keep_drafts(FormDraft(self.dialog_title, row_id, self.version, table))

    @property
    def writes(self) -> bool:
        """True when submitting changes the database."""
        return self._save is not None

    @property
    def entered(self) -> dict[str, Any]:
        """What differs from what stood there at first, by field name."""
        return entered_in(self.form.rows)

    def take_up(self, entered: dict[str, Any]) -> None:
        """Fill in what was entered the last time."""
        fill_in(self.form.rows, entered)
        self._tell("Det du fyllde i förra gången är återställt.")

    def on_form_row_edited(self) -> None:
        """Keep a draft."""
        self.note_entry()

    def submit(self) -> None:
        """Check every field, then save; nothing once the form has been left."""
        if self.answered:
            return
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
        self.write_once(
            lambda store, actor: save(store, actor, answers),
            then=self.saved,
            failed=self.refused,
            notice=self._notice,
        )

    def saved(self, result: Any) -> None:
        """The verb is done."""
        self.forget_draft()
        self.dismiss(True if result is None else result)

    def refused(self, error: NamndError) -> bool:
        """Show what the verb said, at the field if it names one."""
        if self._settle is not None and self._settle(self, error):
            return True
        if not (isinstance(error, InvalidInputError) and self.form.show_error(error)):
            self._tell(f"▲ {error}")
        return True

    def _tell(self, text: str) -> None:
        self._error.update(plain(text))
        self._error.display = True

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
        """Check, then save the changes; nothing once the form has been left."""
        if self.answered:
            return
        answers = self.form.answers()
        if answers is None:
            return
        if not answers.changed:
            self.leave(True)
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
        self.write_once(
            lambda store, actor: edit.save(store, actor, edit.version),
            then=self.saved,
            failed=self.refused,
            notice=self._notice,
            edit=edit,
            dropped=lambda: self.leave(True),
        )
