"""Writing Word documents: where they go, and what is to be known before they are written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, Static

from nämndtui.model.publication.document_kinds import document_kind
from nämndtui.model.text.errors import NamndError
from nämndtui.model.text.number_words import plural
from nämndtui.tui.kit.commands.command import Command, Commands
from nämndtui.tui.kit.dialogs.dialog import Dialog, button, text_line
from nämndtui.tui.kit.fields.line_input import LineInput
from nämndtui.tui.kit.files.file_dialogs import OVERWRITE, READ_BACK, EditedFileDialog
from nämndtui.tui.kit.files.file_path import PathSuggester
from nämndtui.tui.kit.safe_text import plain
from nämndtui.workflow.documents.making import DocumentRequest, make_document
from nämndtui.workflow.documents.writing import EditedDocumentError, issue_document, save_document

if TYPE_CHECKING:
    from nämndtui.documents.templates.document import Document
    from nämndtui.store.database import Store
    from nämndtui.workflow.core.actor import Actor

T = TypeVar("T")
FOLDER = "dokument"
"""Beside the database: where documents go unless the user says otherwise."""


class WriteFile(Command["WriteDialog"]):
    """Skriv Wordfilen i mappen som står här."""

    key = "ctrl+s,f9"
    label = "Skriv filen"
    footer = True
    act = "write_file"


class WriteDialog(Dialog[Path]):
    """Writes one document, or several into one folder. Esc stops the writing.

    Returns the file's path, or the folder of several; with a file changed in Word that the user
    wants to read, ``read_instead`` is that file and None is returned. ``intro`` and ``lines``
    stand above the folder. From a database opened for reading the files are written, but not
    remembered as issued.
    """

    OFFERED: ClassVar[Commands] = (WriteFile,)
    read_instead: Path | None = None

    def __init__(
        self,
        title: str,
        *requests: DocumentRequest,
        intro: str = "",
        lines: Sequence[Content] = (),
    ) -> None:
        super().__init__(title)
        self.add_class("paper")
        self._requests = requests
        self._intro = intro
        self._lines = lines
        self._told = Static(markup=False, classes="paper-told")

    def content(self) -> ComposeResult:
        """What is to be known first, and the folder."""
        if self._intro:
            yield text_line(self._intro)
        if self._lines:
            with VerticalScroll(classes="paper-findings"):
                yield Static(Content("\n").join(self._lines), markup=False)
        yield text_line("Mapp", "form-label")
        yield LineInput(str(self._folder()), id="paper-folder", suggester=PathSuggester())
        yield self._told

    def _folder(self) -> Path:
        """Beside the database; where one stands when that is only to be read."""
        if self.namnd.read_only:
            return Path.cwd()
        return Path(self.namnd.session.path).resolve().parent / FOLDER

    def buttons(self) -> ComposeResult:
        """Leave or write."""
        yield button("Avbryt", "cancel")
        several = len(self._requests) > 1
        yield button("Skriv Wordfilerna" if several else "Skriv Wordfilen", "write", main=True)

    def on_mount(self) -> None:
        self._told.display = False
        self.query_one("#write").focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the folder writes too."""
        event.stop()
        self.write_file()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer."""
        event.stop()
        if event.button.id == "write":
            self.write_file()
        else:
            self.close()

    def write_file(self) -> None:
        """Make the documents in a reading thread; a dialog left meanwhile writes nothing."""
        main = self.query_one("#write", Button)
        if main.disabled:
            return
        main.disabled = True
        several = len(self._requests) > 1
        self._tell(
            f"Skriver {plural(len(self._requests), 'fil', 'filer')} …" if several else "Skriver …"
        )
        requests, target, today = self._requests, self._target, self.namnd.session.today
        if self.namnd.read_only:
            self.read(
                "dokument",
                lambda connection: _or_error(
                    lambda: [save_document(connection, one, target, today) for one in requests]
                ),
                self._saved,
            )
            return
        self.read(
            "dokument",
            lambda connection: _or_error(
                lambda: [make_document(connection, one, today) for one in requests]
            ),
            self._issue,
        )

    @property
    def _target(self) -> Path:
        return Path(self.query_one("#paper-folder", LineInput).value).expanduser()

    def _saved(self, paths: list[Path] | NamndError) -> None:
        if isinstance(paths, NamndError):
            self._refused(paths)
        else:
            self._written(paths)

    def _issue(self, made: list[Document] | NamndError, replace_edited: bool = False) -> None:
        if isinstance(made, NamndError):
            self._refused(made)
            return
        requests, target = self._requests, self._target

        def verb(store: Store, actor: Actor) -> list[Path]:
            return [
                issue_document(store, actor, request, document, target, replace_edited)
                for request, document in zip(requests, made, strict=True)
            ]

        self.write_once(verb, then=self._written, failed=partial(self._failed, made))

    def _written(self, paths: list[Path]) -> None:
        if self.is_current:
            self.dismiss(paths[0] if len(paths) == 1 else paths[0].parent)

    def _failed(self, made: list[Document], error: NamndError) -> bool:
        if not isinstance(error, EditedDocumentError):
            return self._refused(error)

        def answered(choice: str | None) -> None:
            if choice == OVERWRITE:
                self._issue(made, replace_edited=True)
            elif choice == READ_BACK:
                self.read_instead = error.path
                self.close()
            else:
                self._refused(error)

        readable = all(
            document_kind(one.kind).reads_back and not one.public for one in self._requests
        )
        self.app.push_screen(EditedFileDialog(str(error), readable), answered)
        return True

    def _refused(self, error: NamndError) -> bool:
        self.query_one("#write", Button).disabled = False
        self._tell(f"▲ {error}")
        return True

    def _tell(self, text: str) -> None:
        self._told.display = True
        self._told.update(plain(text))


def _or_error(make: Callable[[], T]) -> T | NamndError:
    try:
        return make()
    except NamndError as error:
        return error  # told inside the dialog, beside what was asked for
